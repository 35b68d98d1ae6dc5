/** Messages within messages: RFC 2046 §5.1.5, §5.2. */

import { quoted } from '../../../errors.ts';
import { fieldNamed } from '../../../reader/header-field.ts';
import { everywhere, type MessageRule } from '../../rule.ts';
import { typeSite } from '../../type-site.ts';

const MESSAGE_TYPES: readonly string[] = ['message/rfc822', 'message/global'];
const IDENTIFYING: ReadonlySet<string> = new Set(['from', 'subject', 'date']);

export const messageRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'mime/rfc822-missing-headers',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'An attached message has a From, Subject or Date field',
    remedy: 'Attach the whole message, its header section included.',
    sources: ['RFC 2046 §5.2.1'],
    check(facts, report) {
      const own = facts.own;
      for (const { parts } of MESSAGE_TYPES.flatMap((essence) => own.ofType(essence))) {
        const [message] = parts;
        if (message === undefined) continue;
        if (message.fields.some(({ lowerName }) => IDENTIFYING.has(lowerName))) continue;
        const { start } = message.headerSection;
        report(
          { start, end: start, entity: message },
          'an attached message without From, Subject and Date',
        );
      }
    },
  },
  {
    kind: 'message',
    id: 'mime/message-partial',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'A message is sent whole, not in fragments',
    remedy: 'Send the message whole, or a link to what is too large.',
    sources: ['RFC 2046 §5.2.2', 'SpamAssassin FRAGMENTED_MESSAGE'],
    check(facts, report) {
      for (const entity of facts.own.ofType('message/partial')) {
        report(typeSite(entity), 'a fragment of a message, which many systems refuse');
      }
    },
  },
  {
    kind: 'message',
    id: 'mime/external-body',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'What a message is about is in it or behind a link, not in an external body',
    remedy: 'Attach the content, or write a link to it.',
    sources: ['RFC 2046 §5.2.3'],
    check(facts, report) {
      for (const entity of facts.own.ofType('message/external-body')) {
        report(typeSite(entity), 'an external body, which no current reader fetches');
      }
    },
  },
  {
    kind: 'message',
    id: 'mime/digest-part-type',
    aliases: [],
    about: 'choice',
    severity: everywhere('info'),
    summary: 'The parts of a multipart/digest are messages',
    remedy: 'Use multipart/mixed for other parts.',
    sources: ['RFC 2046 §5.1.5'],
    check(facts, report) {
      for (const digest of facts.own.ofType('multipart/digest')) {
        for (const part of digest.parts) {
          const { essence } = part.mediaType;
          const field = fieldNamed(part.fields, 'content-type');
          if (MESSAGE_TYPES.includes(essence) || !field || field.defects.length > 0) continue;
          report(typeSite(part), `${quoted(essence)} in a digest of messages`);
        }
      }
    },
  },
];
