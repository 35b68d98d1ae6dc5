/** What a multipart/related says of its root: RFC 2387 §3. */

import { quoted } from '../../../errors.ts';
import { parameterNamed } from '../../../header/parsed-parameter.ts';
import type { Entity } from '../../../reader/entity.ts';
import { fieldNamed } from '../../../reader/header-field.ts';
import type { MessageFacts } from '../../facts.ts';
import { hasClearParts, isDoubtful } from '../../own-entities.ts';
import { everywhere, type MessageRule } from '../../rule.ts';
import { parameterPlace } from '../../type-site.ts';

export const relatedRules: readonly MessageRule[] = [
  {
    // A MUST, but Gmail and Python's email leave it out, and no reader needs it.
    kind: 'message',
    id: 'mime/related-type-missing',
    aliases: [],
    about: 'form',
    severity: everywhere('info'),
    summary: 'A multipart/related names the type of its root',
    remedy: 'Add the parameter type="text/html", or what the type of the first part is.',
    sources: ['RFC 2387 §3.1'],
    check(facts, report) {
      for (const related of relateds(facts)) {
        if (parameterNamed(related.mediaType.parameters, 'type') !== undefined) continue;
        const field = fieldNamed(related.fields, 'content-type');
        if (field === undefined || field.defects.length > 0) continue;
        report(parameterPlace(related, field), 'a "multipart/related" without a type parameter');
      }
    },
  },
  {
    // Readers go by the part itself.
    kind: 'message',
    id: 'mime/related-type-mismatch',
    aliases: [],
    about: 'form',
    severity: everywhere('info'),
    summary: 'The type parameter of a multipart/related is the type of its root',
    remedy: 'Write the type of the root part there.',
    sources: ['RFC 2387 §3.1'],
    check(facts, report) {
      for (const related of relateds(facts)) {
        const type = parameterNamed(related.mediaType.parameters, 'type');
        const field = fieldNamed(related.fields, 'content-type');
        const root = rootOf(related);
        if (type === undefined || field === undefined || root === undefined) continue;
        const declared = fieldNamed(root.fields, 'content-type');
        if (declared === undefined || isDoubtful(field, type)) continue;
        const { essence } = root.mediaType;
        if (type.value.trim().toLowerCase() === essence) continue;
        const message = `the type ${quoted(type.value)}, but the root part is ${quoted(essence)}`;
        report({ ...type.span, entity: related, field }, message);
      }
    },
  },
  {
    // No error: readers then take the first part.
    kind: 'message',
    id: 'mime/related-start-unresolved',
    aliases: [],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'The start parameter of a multipart/related names one of its parts',
    remedy: 'Write the Content-ID of the root part there, or leave the parameter out.',
    sources: ['RFC 2387 §3.2'],
    check(facts, report) {
      for (const related of relateds(facts)) {
        const start = parameterNamed(related.mediaType.parameters, 'start');
        const field = fieldNamed(related.fields, 'content-type');
        if (start === undefined || field === undefined || isDoubtful(field, start)) continue;
        if (startPart(related, start.value) !== undefined) continue;
        const message = `the start ${quoted(start.value)} is the Content-ID of none of the parts`;
        report({ ...start.span, entity: related, field }, message);
      }
    },
  },
];

function relateds(facts: MessageFacts): readonly Entity[] {
  const all = facts.own.ofType('multipart/related');
  if (all.length === 0) return all;
  return all.filter((one) => one.parts.length > 0 && hasClearParts(one));
}

/** The part that `start` names, else the first one. */
function rootOf(related: Entity): Entity | undefined {
  const start = parameterNamed(related.mediaType.parameters, 'start');
  return start === undefined ? related.parts[0] : startPart(related, start.value);
}

function startPart({ parts }: Entity, start: string): Entity | undefined {
  const id = start.trim().replace(/^<(.*)>$/, '$1');
  return parts.find(({ contentId }) => contentId === id);
}
