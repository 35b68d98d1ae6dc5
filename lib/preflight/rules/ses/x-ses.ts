/** The X-SES fields: which of them SES reads, once each, and beside the members of the request. */

import { X_SES_PREFIX, xSesKind, xSesNames } from '../../../carrier/x-ses-names.ts';
import { quoted } from '../../../errors.ts';
import { isBlank } from '../../../octets/ascii.ts';
import type { HeaderField } from '../../../reader/header-field.ts';
import { excerpt } from '../../excerpt.ts';
import type { MessageFacts } from '../../facts.ts';
import { atSes, type MessageRule } from '../../rule.ts';
import { conflicts } from './x-ses-conflicts.ts';

const EVENTS = 'https://docs.aws.amazon.com/ses/latest/dg/event-publishing-send-email.html';
const CONFIGURATION_SETS =
  'https://docs.aws.amazon.com/ses/latest/dg/using-configuration-sets-in-email.html';
const DELEGATE =
  'https://docs.aws.amazon.com/ses/latest/dg/sending-authorization-delegate-sender-tasks-email.html';

/** One line of the body, behind a blank line or two more, that would be a field above it. */
const FIELD_LINE = new RegExp(`^((?:\\r?\\n){0,2})((?:${xSesNames.join('|')}):[^\\r\\n]*)`, 'i');
/** A longer line is shown as far as this. */
const LINE_OCTETS = 200;

export const xSesRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'ses/x-ses-unknown',
    aliases: [],
    about: 'choice',
    severity: atSes('info'),
    summary: 'An X-SES field has a name that SES reads',
    remedy: 'Check the spelling: SES delivers a field that it does not know as it is.',
    sources: [EVENTS, DELEGATE],
    check(facts, report) {
      for (const field of xSesFieldsOf(facts, 'unknown')) {
        report(
          { ...field.nameSpan, entity: facts.root, field },
          `SES reads no field ${quoted(field.name)}; it reads ${xSesNames.join(', ')}`,
          { refuses: false, evidence: 'inferred' },
        );
      }
    },
  },
  {
    kind: 'message',
    id: 'ses/x-ses-received-header',
    aliases: [],
    about: 'choice',
    severity: atSes('warning'),
    summary: 'Mail that goes out has no fields that SES wrote into mail it received',
    remedy: 'Take the field out: it is of an earlier message.',
    sources: [
      'https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html',
    ],
    check(facts, report) {
      for (const field of xSesFieldsOf(facts, 'written')) {
        report(
          { ...field.span, entity: facts.root, field },
          `SES writes ${quoted(field.name)} itself, into mail that it receives or delivers`,
          { refuses: false, evidence: 'inferred' },
        );
      }
    },
  },
  {
    kind: 'message',
    id: 'ses/x-ses-empty',
    aliases: [],
    about: 'form',
    severity: atSes('warning'),
    summary: 'An X-SES field says something',
    remedy: 'Fill the field or leave it out.',
    sources: [EVENTS, DELEGATE],
    check(facts, report) {
      for (const field of xSesFieldsOf(facts, 'read')) {
        if (!isBlank(field.unfolded())) continue;
        report(
          { ...field.span, entity: facts.root, field },
          `the field ${quoted(field.name)} is empty`,
          { refuses: false, evidence: 'inferred' },
        );
      }
    },
  },
  {
    kind: 'message',
    id: 'ses/x-ses-duplicate',
    aliases: [],
    about: 'form',
    severity: atSes('warning'),
    summary: 'An X-SES field stands once in a message',
    remedy: 'Keep one of them, the first if it is an ARN.',
    sources: [DELEGATE],
    check(facts, report) {
      const seen = new Set<string>();
      for (const field of xSesFieldsOf(facts, 'read')) {
        const { lowerName } = field;
        if (!seen.has(lowerName)) {
          seen.add(lowerName);
          continue;
        }
        const isArn = lowerName.endsWith('-arn');
        const which = isArn ? 'SES reads the first' : 'which one SES reads is not known';
        report(
          { ...field.span, entity: facts.root, field },
          `${quoted(field.name)} again; ${which}`,
          { refuses: false, evidence: isArn ? 'documented' : 'inferred' },
        );
      }
    },
  },
  {
    kind: 'message',
    id: 'ses/x-ses-api-conflict',
    aliases: [],
    about: 'choice',
    severity: atSes('warning'),
    summary: 'An X-SES field and the member of the request say the same',
    remedy: 'Leave the field out, or write into it what the request says.',
    sources: [EVENTS, CONFIGURATION_SETS, DELEGATE],
    check(facts, report) {
      for (const { field, option, wins } of conflicts(facts)) {
        report(
          field.placeOf({ start: 0, end: field.text.length }),
          `${field.name} says ${quoted(field.text)}, and ${option} says ${wins}, which wins`,
          { refuses: false, evidence: 'documented' },
        );
      }
    },
  },
  {
    kind: 'message',
    id: 'ses/x-ses-in-body',
    aliases: [],
    about: 'form',
    severity: atSes('warning'),
    summary: 'The X-SES fields stand above the empty line that ends the header section',
    remedy: 'Move the field up, above the empty line.',
    sources: [EVENTS],
    check(facts, report) {
      const { octets, root } = facts;
      const { start } = root.body;
      const found = FIELD_LINE.exec(octets.toString('latin1', start, start + LINE_OCTETS));
      if (found === null) return;
      const [, before = '', line = ''] = found;
      const at = { start: start + before.length, end: start + before.length + line.length };
      const message = `the body starts with ${excerpt(facts, at)}, which is no field there`;
      report({ ...at, entity: root }, message, { refuses: false, evidence: 'inferred' });
    },
  },
];

const NONE: readonly HeaderField[] = [];

/** Those of the message's own header section; nothing is made where there are none. */
function xSesFieldsOf(
  { root }: MessageFacts,
  kind: ReturnType<typeof xSesKind>,
): readonly HeaderField[] {
  let found: HeaderField[] | undefined;
  for (const field of root.fields) {
    const { lowerName } = field;
    if (!lowerName.startsWith(X_SES_PREFIX) || xSesKind(lowerName) !== kind) continue;
    found ??= [];
    found.push(field);
  }
  return found ?? NONE;
}
