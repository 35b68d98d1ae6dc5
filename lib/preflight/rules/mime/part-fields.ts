/** Fields of a message in the header section of a body part: RFC 2046 §5.1. */

import { quoted } from '../../../errors.ts';
import { parameterNamed } from '../../../header/parsed-parameter.ts';
import type { Entity } from '../../../reader/entity.ts';
import type { MessageFacts } from '../../facts.ts';
import { type EntityRule, everywhere } from '../../rule.ts';

/** Fields that say something of a message, and nothing of a part: RFC 5322 §3.6. */
const MESSAGE_FIELDS: ReadonlySet<string> = new Set([
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'bcc',
  'subject',
  'date',
  'message-id',
  'in-reply-to',
  'references',
]);

/** The mark of a part that repeats the fields of its message, to sign or encrypt them: RFC 9788. */
const PROTECTED: readonly string[] = ['hp', 'protected-headers'];

export const partFieldRules: readonly EntityRule[] = [
  {
    kind: 'entity',
    id: 'mime/non-content-field-in-part',
    aliases: [],
    about: 'form',
    severity: everywhere('info'),
    summary: 'The fields of a body part are about its content',
    remedy: 'Take the field out, or attach the message whole as message/rfc822.',
    sources: ['RFC 2046 §5.1'],
    check(entity, report, facts) {
      // The message in a message/rfc822 is no part.
      if (entity.mediaType.type !== 'multipart') return;
      for (const part of entity.parts) {
        for (const field of part.fields) {
          if (!MESSAGE_FIELDS.has(field.lowerName) || isExempt(facts, part)) continue;
          const site = { ...field.nameSpan, entity: part, field };
          report(site, `${quoted(field.name)} in a body part, where readers pass over it`);
        }
      }
    },
  },
];

function isExempt(facts: MessageFacts, part: Entity): boolean {
  const { parameters } = part.mediaType;
  if (PROTECTED.some((name) => parameterNamed(parameters, name) !== undefined)) return true;
  return !facts.own.has(part);
}
