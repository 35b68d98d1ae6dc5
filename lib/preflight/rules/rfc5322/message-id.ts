/** Message-ID: RFC 5322 §3.6.4. SES writes its own, so that no fault of it leaves SES. */

import { isIP } from 'node:net';
import type { Span } from '../../../octets/span.ts';
import type { HeaderField } from '../../../reader/header-field.ts';
import { excerpt } from '../../excerpt.ts';
import type { MessageFacts } from '../../facts.ts';
import type { MessageRule } from '../../rule.ts';
import { absentField, hasLostFields, whereNotWritten } from './header-state.ts';
import { reportMsgIds } from './msg-id-faults.ts';

/** Gmail's limit. */
const ID_CHARACTERS_MAX = 500;
/** Shorter left sides are scored. */
const LEFT_CHARACTERS_MIN = 5;

const GMAIL_LIMITS = 'https://support.google.com/a/answer/14016360';

const WITHOUT_ANGLES = 1;

/** A message identifier that is well formed, with the octets of its sides. */
interface Identifier {
  readonly id: string;
  readonly left: string;
  readonly right: string;
  readonly leftSpan: Span;
  readonly rightSpan: Span;
  readonly field: HeaderField;
}

interface Weakness {
  readonly what: string;
  readonly at: Span;
}

export const messageIdRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'rfc5322/message-id-missing',
    aliases: [],
    about: 'choice',
    severity: whereNotWritten('warning'),
    summary: 'A message has a Message-ID field',
    remedy: 'Write a Message-ID field with a new <left@right>, right being a domain of yours.',
    sources: [
      'RFC 5322 §3.6.4',
      'measured: SpamAssassin 4.0.1 MISSING_MID 0.6',
      'measured: rspamd 3.4 MISSING_MID 2.5',
      'https://support.google.com/a/answer/81126',
    ],
    check(facts, report) {
      const isDue = facts.options.template !== true && facts.fieldsNamed('message-id').length === 0;
      if (isDue && !hasLostFields(facts)) report(absentField(facts), 'no Message-ID field');
    },
  },
  {
    kind: 'message',
    id: 'rfc5322/message-id-syntax',
    aliases: [],
    about: 'form',
    severity: whereNotWritten('error'),
    summary: 'Message-ID holds one msg-id, <left@right>',
    remedy: 'Write one <left@right> without blanks, right being a domain of yours.',
    sources: [
      'RFC 5322 §3.6.4',
      'measured: SpamAssassin 4.0.1 INVALID_MSGID, MSGID_NOFQDN1 3.6',
      'measured: rspamd 3.4 INVALID_MSGID 1.7',
    ],
    check(facts, report) {
      for (const field of facts.fieldsNamed('message-id')) reportMsgIds(facts, field, report);
    },
  },
  {
    kind: 'message',
    id: 'rfc5322/message-id-not-fqdn',
    aliases: [],
    about: 'choice',
    severity: whereNotWritten('warning'),
    summary: 'The right side of Message-ID is a domain of several labels',
    remedy: 'Write a domain of yours behind the @: mail.example.com.',
    sources: [
      'RFC 5322 §3.6.4',
      'measured: rspamd 3.4 MID_RHS_NOT_FQDN 0.5',
      'measured: rspamd 3.4 MID_BARE_IP 2.0',
    ],
    check(facts, report) {
      const found = identifierOf(facts);
      if (found === undefined || found.right.startsWith('[')) return;
      const { right, rightSpan, field } = found;
      const isAddress = isIP(right) !== 0;
      if (right.includes('.') && !isAddress) return;
      report(
        { ...rightSpan, entity: facts.root, field },
        `${isAddress ? 'an IP address' : 'a single label'} in place of a domain: ${excerpt(facts, rightSpan)}`,
      );
    },
  },
  {
    kind: 'message',
    id: 'rfc5322/message-id-weak',
    aliases: [],
    about: 'choice',
    severity: whereNotWritten('info'),
    summary: 'The left side of Message-ID is random or a time',
    remedy: 'Let the left side be a time and random characters.',
    sources: [
      'RFC 5322 §3.6.4',
      'SpamAssassin MSGID_SHORT',
      'SpamAssassin MSGID_SPAM_CAPS',
      'measured: rspamd 3.4 MID_CONTAINS_FROM 1.0',
    ],
    check(facts, report) {
      const found = identifierOf(facts);
      if (found === undefined) return;
      const weakness = weaknessOf(facts, found);
      if (weakness === undefined) return;
      const { what, at } = weakness;
      report({ ...at, entity: facts.root, field: found.field }, `${what}: ${excerpt(facts, at)}`);
    },
  },
  {
    kind: 'message',
    id: 'rfc5322/message-id-too-long',
    aliases: [],
    about: 'choice',
    severity: whereNotWritten('warning'),
    summary: 'A Message-ID has at most 500 characters',
    remedy: 'Write a shorter one: a time and 16 random characters tell messages apart.',
    sources: [GMAIL_LIMITS],
    check(facts, report) {
      for (const field of facts.fieldsNamed('message-id')) {
        const [msgId] = field.msgIds;
        const length = msgId === undefined ? 0 : msgId.span.end - msgId.span.start;
        if (msgId === undefined || length <= ID_CHARACTERS_MAX) continue;
        const message = `a Message-ID of ${length} characters, of ${ID_CHARACTERS_MAX} that Gmail takes`;
        report({ ...msgId.span, entity: facts.root, field }, message);
      }
    },
  },
];

/** That of the first field, if nothing is wrong with it. */
function identifierOf(facts: MessageFacts): Identifier | undefined {
  const [field] = facts.fieldsNamed('message-id');
  const [msgId] = field?.msgIds ?? [];
  if (field === undefined || msgId === undefined || field.defects.some(isOfGrammar))
    return undefined;
  const { id, left, right, span } = msgId;
  const start = span.start + WITHOUT_ANGLES;
  const end = span.end - WITHOUT_ANGLES;
  const leftSpan = { start, end: start + left.length };
  return { id, left, right, leftSpan, rightSpan: { start: end - right.length, end }, field };
}

/** Blanks around an identifier leave it what it is. */
function isOfGrammar({ code }: { readonly code: string }): boolean {
  return code !== 'header-trailing-whitespace' && code !== 'no-space-after-colon';
}

function weaknessOf(facts: MessageFacts, { id, left, leftSpan }: Identifier): Weakness | undefined {
  const { length } = left;
  if (length < LEFT_CHARACTERS_MIN) {
    return { what: `${length} character${length === 1 ? '' : 's'} before the @`, at: leftSpan };
  }
  if (/^[A-Z]+$/.test(left)) return { what: 'capitals alone before the @', at: leftSpan };
  const lower = id.toLowerCase();
  for (const { verdict } of facts.addressFields) {
    for (const { address } of verdict.mailboxes) {
      const index = lower.indexOf(address.toLowerCase());
      if (index === -1) continue;
      const start = leftSpan.start + index;
      return {
        what: 'an address of the message in Message-ID',
        at: { start, end: start + address.length },
      };
    }
  }
  return undefined;
}
