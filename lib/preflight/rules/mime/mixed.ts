/** Multiparts that are not needed: RFC 2046 §5.1.3, §5.1.4. */

import { quoted } from '../../../errors.ts';
import type { Entity } from '../../../reader/entity.ts';
import { hasClearParts, isAttachment, isMultipart } from '../../own-entities.ts';
import { everywhere, type MessageRule } from '../../rule.ts';
import { typeSite } from '../../type-site.ts';

const CONTAINERS: readonly string[] = [
  'multipart/mixed',
  'multipart/alternative',
  'multipart/related',
];

/** More texts than an alternative has are parts in a row, as mailing lists make them. */
const TEXTS_MAX = 2;

export const mixedRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'mime/multipart-single-child',
    aliases: ['ses/multipart-alternative-single'],
    about: 'form',
    severity: everywhere('info'),
    summary: 'A mixed, alternative or related multipart has several parts',
    remedy: 'Send the one part alone, without the multipart around it.',
    sources: ['RFC 2046 §5.1.3', 'RFC 2046 §5.1.4'],
    check(facts, report) {
      const own = facts.own;
      for (const essence of CONTAINERS) {
        for (const multipart of own.ofType(essence)) {
          if (multipart.parts.length !== 1 || !hasClearParts(multipart)) continue;
          if (multipart === facts.root && isPointless(multipart)) continue;
          report(typeSite(multipart), `a ${quoted(essence)} with one part`);
        }
      }
    },
  },
  {
    kind: 'message',
    id: 'mime/mixed-pointless',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'A message is multipart/mixed for the sake of something that is no text',
    remedy: 'Send the text alone, or text and HTML as multipart/alternative.',
    sources: ['measured: rspamd 3.4 CTYPE_MIXED_BOGUS 1.0'],
    check({ root }, report) {
      if (!isPointless(root) || !hasClearParts(root)) return;
      report(typeSite(root), 'a "multipart/mixed" of text alone, which filters score');
    },
  },
];

/** Up to two texts and nothing else, whatever multiparts they are in. */
function isPointless(root: Entity): boolean {
  const { mediaType, parts } = root;
  if (mediaType.essence !== 'multipart/mixed' || parts.length === 0) return false;
  const found = { texts: 0, others: 0 };
  count(root, found);
  return found.others === 0 && found.texts > 0 && found.texts <= TEXTS_MAX;
}

function count(entity: Entity, found: { texts: number; others: number }): void {
  if (found.others > 0) return;
  if (isMultipart(entity)) {
    for (const part of entity.parts) count(part, found);
  } else if (entity.mediaType.type !== 'text' || isAttachment(entity) || entity.filename) {
    found.others += 1;
  } else {
    found.texts += 1;
  }
}
