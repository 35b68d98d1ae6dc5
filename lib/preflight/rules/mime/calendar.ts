/** Invitations: RFC 6047 §2.4, RFC 5545. */

import { quoted } from '../../../errors.ts';
import { parameterNamed } from '../../../header/parsed-parameter.ts';
import { isAscii } from '../../../octets/ascii.ts';
import type { Entity } from '../../../reader/entity.ts';
import { fieldNamed } from '../../../reader/header-field.ts';
import type { MessageFacts } from '../../facts.ts';
import { hasClearParts, isAttachment, isDoubtful, isMultipart } from '../../own-entities.ts';
import { everywhere, type MessageRule } from '../../rule.ts';
import { holdsPlaceholder } from '../../template.ts';
import { parameterPlace, typeSite } from '../../type-site.ts';
import { type CalendarObject, readCalendar } from './calendar-object.ts';
import { TextPlaces } from './text-places.ts';

const CALENDAR = 'text/calendar';
const LINE_OCTETS_MAX = 75;

/** Names of the charset that RFC 5545 takes for granted; of us-ascii, the encoding rules tell. */
const CHARSETS: readonly string[] = ['utf-8', 'utf8', 'us-ascii'];

const objects = new WeakMap<Entity, CalendarObject>();

export const calendarRules: readonly MessageRule[] = [
  {
    // An attached file is none: it is opened by hand. The builder's calendar() cannot get it wrong.
    kind: 'message',
    id: 'mime/calendar-method-missing',
    aliases: [],
    about: 'choice',
    severity: everywhere('error'),
    summary: 'The media type of an invitation says its METHOD',
    remedy: 'Add the parameter method to Content-Type, with the value of METHOD.',
    sources: ['RFC 6047 §2.4'],
    check(facts, report) {
      for (const entity of calendars(facts)) {
        const { method } = objectOf(entity);
        if (method === undefined || isAttachment(entity) || entity.filename) continue;
        if (parameterNamed(entity.mediaType.parameters, 'method') !== undefined) continue;
        const field = fieldNamed(entity.fields, 'content-type');
        if (field === undefined || field.defects.length > 0) continue;
        const message = `METHOD:${method.name} in the content, and no method parameter`;
        report(parameterPlace(entity, field), `${message}; readers show no invitation`);
      }
    },
  },
  {
    kind: 'message',
    id: 'mime/calendar-method-mismatch',
    aliases: [],
    about: 'choice',
    severity: everywhere('error'),
    summary: 'The method parameter of an invitation is its METHOD',
    remedy: 'Write one method in both places.',
    sources: ['RFC 6047 §2.4'],
    check(facts, report) {
      for (const entity of calendars(facts)) {
        const { method } = objectOf(entity);
        const parameter = parameterNamed(entity.mediaType.parameters, 'method');
        const field = fieldNamed(entity.fields, 'content-type');
        if (method === undefined || parameter === undefined || field === undefined) continue;
        if (isDoubtful(field, parameter)) continue;
        if (parameter.value.toUpperCase() === method.name) continue;
        const message = `the method ${quoted(parameter.value)}, but METHOD:${method.name} in the content`;
        report({ ...parameter.span, entity, field }, message);
      }
    },
  },
  {
    kind: 'message',
    id: 'mime/calendar-charset',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'A calendar object is in UTF-8',
    remedy: 'Write the object in UTF-8 and label it so.',
    sources: ['RFC 6047 §2.4', 'RFC 5545 §3.1.4'],
    check(facts, report) {
      for (const entity of calendars(facts)) {
        const charset = parameterNamed(entity.mediaType.parameters, 'charset');
        const field = fieldNamed(entity.fields, 'content-type');
        if (charset === undefined || field === undefined || isDoubtful(field, charset)) continue;
        const name = charset.value.trim().toLowerCase();
        if (CHARSETS.includes(name) || isAscii(entity.text ?? '')) continue;
        const message = `the charset ${quoted(charset.value)}; some calendars read all as UTF-8`;
        report({ ...charset.span, entity, field }, message);
      }
    },
  },
  {
    kind: 'message',
    id: 'mime/calendar-alone',
    aliases: [],
    about: 'choice',
    severity: everywhere('info'),
    summary: 'An invitation comes with a text that people can read',
    remedy: 'Add a text/plain part, both within a multipart/alternative.',
    sources: ['RFC 6047 §2.4'],
    check(facts, report) {
      const own = facts.own;
      const invitation = own.ofType(CALENDAR).find((entity) => !isAttachment(entity));
      if (invitation === undefined || !own.isSound || own.all.some(isReadable)) return;
      report(typeSite(invitation), 'an invitation without a text beside it');
    },
  },
  {
    kind: 'message',
    id: 'mime/calendar-two-versions',
    aliases: [],
    about: 'choice',
    severity: everywhere('error'),
    summary: 'The alternatives of a message hold one calendar object at most',
    remedy: 'Send two messages, or put the objects into a multipart/mixed.',
    sources: ['RFC 6047 §2.4'],
    check(facts, report) {
      const readable = new Set(calendars(facts));
      if (readable.size < 2) return;
      for (const alternative of facts.own.ofType('multipart/alternative')) {
        if (!hasClearParts(alternative)) continue;
        const [first, ...others] = alternative.parts.filter((part) => readable.has(part));
        if (first === undefined) continue;
        const { uids } = objectOf(first);
        for (const other of others) {
          if (uids.length === 0 || !areOthers(uids, objectOf(other).uids)) continue;
          report(
            typeSite(other),
            'another calendar object as an alternative; readers take one alone',
          );
        }
      }
    },
  },
  {
    // No error: calendars differ in what they forgive.
    kind: 'message',
    id: 'mime/calendar-object',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'A calendar object is whole: its components closed, with what they require',
    remedy: 'Write what is missing; calendars refuse or forget such an object.',
    sources: ['RFC 5545 §3.4', 'RFC 5545 §3.6', 'RFC 5545 §3.6.1'],
    check(facts, report) {
      for (const entity of calendars(facts)) {
        const { fault } = objectOf(entity);
        if (fault === undefined) continue;
        const { start } = entity.body;
        const isAbsent = fault.start === fault.end;
        const place = isAbsent ? { start, end: start } : new TextPlaces(facts, entity).place(fault);
        report({ ...place, entity }, fault.message);
      }
    },
  },
  {
    // A SHOULD that all calendars forgive, as they do bare LFs.
    kind: 'message',
    id: 'mime/calendar-line',
    aliases: [],
    about: 'choice',
    severity: everywhere('info'),
    summary: 'A content line of a calendar object holds at most 75 octets',
    remedy: 'Fold the line: a line end and a blank within it.',
    sources: ['RFC 5545 §3.1'],
    check(facts, report) {
      for (const entity of calendars(facts)) {
        const places = new TextPlaces(facts, entity);
        const { text = '' } = entity;
        for (let start = 0; start < text.length; ) {
          const lf = text.indexOf('\n', start);
          const end = lf === -1 ? text.length : lf;
          const octets = lineOctets(text, start, end);
          if (octets > LINE_OCTETS_MAX) {
            report(
              { ...places.place({ start, end }), entity },
              `a content line of ${octets} octets, of 75 advised`,
            );
          }
          start = end + 1;
        }
      }
    },
  },
];

/** Those whose content could be read without doubt. */
function calendars(facts: MessageFacts): readonly Entity[] {
  const all = facts.own.ofType(CALENDAR);
  if (all.length === 0) return all;
  const isTemplate = facts.options.template === true;
  return all.filter(
    ({ text, contentDefects, defects }) =>
      text !== undefined &&
      contentDefects.length + defects.length === 0 &&
      !(isTemplate && holdsPlaceholder(text)),
  );
}

function objectOf(entity: Entity): CalendarObject {
  const known = objects.get(entity);
  if (known !== undefined) return known;
  const object = readCalendar(entity.text ?? '');
  objects.set(entity, object);
  return object;
}

function areOthers(uids: readonly string[], others: readonly string[]): boolean {
  return others.length > 0 && others.every((uid) => !uids.includes(uid));
}

function isReadable(entity: Entity): boolean {
  const { type, essence } = entity.mediaType;
  if (isMultipart(entity) || isAttachment(entity)) return false;
  return type === 'text' && essence !== CALENDAR;
}

function lineOctets(text: string, start: number, end: number): number {
  return end - start > LINE_OCTETS_MAX / 3 ? Buffer.byteLength(text.slice(start, end)) : 0;
}
