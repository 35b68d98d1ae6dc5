/** Content-ID: RFC 2045 §7, in the grammar of RFC 5322 §3.6.4. */

import { quoted } from '../../../errors.ts';
import { isAscii } from '../../../octets/ascii.ts';
import type { Defect, DefectCode } from '../../../reader/defect.ts';
import type { Entity } from '../../../reader/entity.ts';
import { fieldNamed, type HeaderField } from '../../../reader/header-field.ts';
import { excerpt } from '../../excerpt.ts';
import type { MessageFacts } from '../../facts.ts';
import { everywhere, type MessageRule, type Site } from '../../rule.ts';
import { holdsPlaceholder } from '../../template.ts';

/** What an id starts with. */
const ANGLE = 0x3c;

const ID_SOURCES = ['RFC 2045 §7', 'RFC 5322 §3.6.4'];

export const contentIdRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'mime/content-id-syntax',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A Content-ID is one id in angle brackets',
    remedy: 'Write the id as <left@right>.',
    sources: ID_SOURCES,
    check(facts, report) {
      for (const { site, defect } of idDefects(facts, 'msg-id-syntax')) {
        if (defect.detail === undefined) continue;
        const isBare = facts.octets[defect.start] !== ANGLE;
        const what =
          isBare && defect.detail !== 'more than one' ? 'no angle brackets' : defect.detail;
        report(site, `the Content-ID ${excerpt(facts, defect)}: ${what}`);
      }
    },
  },
  {
    // What stands in angles is compared as it is: readers find the part all the same.
    kind: 'message',
    id: 'mime/content-id-chars',
    aliases: [],
    about: 'form',
    severity: everywhere('info'),
    summary: 'A Content-ID holds the characters of a msg-id alone',
    remedy: 'Write letters, digits, dots and hyphens on both sides of one "@".',
    sources: ID_SOURCES,
    check(facts, report) {
      for (const { site, defect } of idDefects(facts, 'msg-id-syntax')) {
        if (defect.detail !== undefined) continue;
        report(site, `the Content-ID ${excerpt(facts, defect)} is not of the form <left@right>`);
      }
    },
  },
  {
    kind: 'message',
    id: 'mime/content-id-no-domain',
    aliases: [],
    about: 'form',
    severity: everywhere('info'),
    summary: 'A Content-ID has an "@"',
    remedy: 'Write <left@right>; readers take it without, but it is no msg-id.',
    sources: ID_SOURCES,
    check(facts, report) {
      for (const { site, defect } of idDefects(facts, 'msg-id-no-domain')) {
        report(site, `the Content-ID ${excerpt(facts, defect)} without "@"`);
      }
    },
  },
  {
    kind: 'message',
    id: 'mime/content-id-duplicate',
    aliases: ['ses/attachment-content-id'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'No two parts have one Content-ID',
    remedy: 'Give each part an id of its own.',
    sources: ['RFC 2045 §7'],
    check(facts, report) {
      const own = facts.own;
      const first = new Map<string, Entity>();
      for (const entity of own.all) {
        const id = entity.contentId;
        if (id === undefined || id === '') continue;
        const other = first.get(id);
        if (other === undefined) first.set(id, entity);
        else if (!mayShare(facts, entity, other)) report(idSite(entity), repeatMessage(id));
      }
    },
  },
];

/** Faults of Content-ID fields, but for those that another rule has told: raw octets, encoded-words. */
function* idDefects(
  facts: MessageFacts,
  code: DefectCode,
): Generator<{ readonly site: Site; readonly defect: Defect }, void, undefined> {
  for (const entity of facts.own.all) {
    if (entity.contentId === undefined) continue;
    const field = fieldNamed(entity.fields, 'content-id');
    if (field === undefined || field.defects.length === 0 || isToldElsewhere(facts, field))
      continue;
    for (const defect of field.defects) {
      const { start, end } = defect;
      if (defect.code === code) yield { site: { start, end, entity, field }, defect };
    }
  }
}

function isToldElsewhere({ options }: MessageFacts, field: HeaderField): boolean {
  const text = field.unfolded();
  if (!isAscii(text) || field.encodedWords.length > 0) return true;
  return options.template === true && holdsPlaceholder(text);
}

/** RFC 2046 §5.1.4 lets alternatives of one content share an id; and with one content nothing is mixed up. */
function mayShare(facts: MessageFacts, entity: Entity, other: Entity): boolean {
  const [parent] = facts.own.around(entity);
  if (parent?.mediaType.subtype === 'alternative' && parent.parts.includes(other)) return true;
  return bodyOf(facts, entity).equals(bodyOf(facts, other));
}

function bodyOf({ octets }: MessageFacts, { body }: Entity): Buffer {
  return octets.subarray(body.start, body.end);
}

function idSite(entity: Entity): Site {
  const field = fieldNamed(entity.fields, 'content-id');
  const [msgId] = field?.msgIds ?? [];
  const span = msgId?.span ?? field?.bodySpan ?? entity.headerSection;
  return { start: span.start, end: span.end, entity, ...(field !== undefined && { field }) };
}

function repeatMessage(id: string): string {
  return `the Content-ID ${quoted(id)} again; readers show one part in place of both`;
}
