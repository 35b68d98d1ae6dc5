/** Fields that transit and resending write, and Bcc: RFC 5322 §3.6.3, §3.6.6, §3.6.7, RFC 5321 §4.4. */

import { quoted } from '../../../errors.ts';
import type { HeaderField } from '../../../reader/header-field.ts';
import type { MessageFacts } from '../../facts.ts';
import { everywhere, type MessageRule } from '../../rule.ts';
import { whereNotWritten } from './header-state.ts';

/** What servers write while a message is on its way, or when it has come. */
const TRACE: ReadonlySet<string> = new Set([
  'received',
  'authentication-results',
  'delivered-to',
  'x-original-to',
  'arc-seal',
  'arc-message-signature',
  'arc-authentication-results',
]);

export const transitRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'rfc5322/bcc-present',
    aliases: ['ses/bcc-header-present'],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'Bcc is no field of a message whose recipients the request names',
    remedy: 'Take the Bcc field out: who gets the message stands in the request.',
    sources: ['RFC 5322 §3.6.3'],
    check(facts, report) {
      // Without destinations SES reads the recipients from the fields, so that Bcc has to be there.
      if (facts.destinations === undefined) return;
      for (const { field, isEmpty, faults } of facts.addressFields) {
        if (field.lowerName !== 'bcc' || isEmpty || faults.length > 0) continue;
        const site = { ...field.span, entity: facts.root, field };
        report(site, 'a Bcc field, which all readers see unless a server takes it out');
      }
    },
  },
  {
    kind: 'message',
    id: 'rfc5322/return-path-present',
    aliases: [],
    about: 'choice',
    // SES takes the field for the address that bounces go to, and replaces it.
    severity: whereNotWritten('warning'),
    summary: 'Return-Path is left to the server that delivers',
    remedy: 'Take the field out; give the address for bounces as envelope sender.',
    sources: ['RFC 5321 §4.4'],
    check(facts, report) {
      for (const { field, isEmpty, faults } of facts.addressFields) {
        if (field.lowerName !== 'return-path' || isEmpty || faults.length > 0) continue;
        const site = { ...field.span, entity: facts.root, field };
        report(site, 'a Return-Path field in a message that is yet to be sent');
      }
    },
  },
  {
    kind: 'message',
    id: 'rfc5322/trace-header-present',
    aliases: ['ses/trace-header-present'],
    about: 'choice',
    // Who sends mail on has them with good reason; what SES refuses, repeated ones, is another rule's.
    severity: everywhere('info'),
    summary: 'New mail has no fields of an earlier transit',
    remedy: 'Take the fields out, unless this message is sent on as it came.',
    sources: [
      'RFC 5322 §3.6.7',
      'RFC 8601 §5',
      'https://github.com/arithmetric/aws-lambda-ses-forwarder/issues/111',
    ],
    check(facts, report) {
      const found = facts.root.fields.filter((field) => isTrace(facts, field));
      const [field] = found;
      if (field === undefined) return;
      const more = found.length - 1;
      const others = more === 0 ? '' : ` and ${more} more field${more === 1 ? '' : 's'}`;
      report(
        { ...field.span, entity: facts.root, field },
        `${quoted(field.name)}${others} of an earlier transit`,
      );
    },
  },
  {
    kind: 'message',
    id: 'rfc5322/resent-incomplete',
    aliases: [],
    about: 'form',
    // A MUST, but Exchange's redirected mail breaks it and is delivered everywhere.
    severity: everywhere('warning'),
    summary: 'Resent fields have Resent-Date and Resent-From among them',
    remedy: 'Write Resent-Date and Resent-From, and Resent-Sender for several in Resent-From.',
    sources: ['RFC 5322 §3.6.6'],
    check(facts, report) {
      const first = facts.root.fields.find(({ lowerName }) => lowerName.startsWith('resent-'));
      if (first === undefined) return;
      const absent = absentResentField(facts);
      if (absent === undefined) return;
      const { start } = first.span;
      report({ start, end: start, entity: facts.root }, `${quoted(first.name)} without ${absent}`);
    },
  },
];

/** Repeated ones are told to be so where SES takes one alone. */
function isTrace(facts: MessageFacts, { lowerName }: HeaderField): boolean {
  if (!TRACE.has(lowerName)) return false;
  return lowerName !== 'delivered-to' || facts.fieldsNamed(lowerName).length === 1;
}

function absentResentField(facts: MessageFacts): string | undefined {
  const [from] = facts.fieldsNamed('resent-from');
  const hasDate = facts.fieldsNamed('resent-date').length > 0;
  if (from === undefined) return hasDate ? 'Resent-From' : 'Resent-Date and Resent-From';
  if (!hasDate) return 'Resent-Date';
  const needsSender = from.addresses.length > 1;
  return needsSender && facts.fieldsNamed('resent-sender').length === 0
    ? 'Resent-Sender'
    : undefined;
}
