/** How deep and how wide the tree of entities is: what filters and gateways read of it. */

import type { Entity } from '../../../reader/entity.ts';
import { everywhere, type MessageRule } from '../../rule.ts';

/** Sendmail reads no deeper; the root counts too. */
const DEPTH_MAX = 20;

/** SpamAssassin stops at the thousandth part of a multipart. */
const PARTS_MAX = 999;

export const treeSizeRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'mime/too-deep',
    aliases: [],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'Entities are nested at most 20 deep',
    remedy: 'Attach the messages beside each other instead of one within the other.',
    sources: ['sendmail MAXMIMENESTING 20', 'Postfix mime_nesting_limit 100'],
    check({ entities, root }, report) {
      if (entities.length <= DEPTH_MAX) return;
      const entity = firstBelow(root, DEPTH_MAX);
      if (entity === undefined) return;
      const { start } = entity.span;
      const site = { start, end: start, entity };
      report(site, `an entity nested ${DEPTH_MAX + 1} deep, of ${DEPTH_MAX} that all readers take`);
    },
  },
  {
    kind: 'message',
    id: 'mime/too-many-parts',
    aliases: [],
    about: 'form',
    // SES refuses half of it, and that is told.
    severity: { 'ses-v1': 'off', 'ses-v2': 'off', smtp: 'warning' },
    summary: 'A multipart has fewer than 1,000 parts',
    remedy: 'Put the attachments into one archive.',
    sources: ['SpamAssassin MIMEPART_LIMIT_EXCEEDED'],
    check({ entities }, report) {
      if (entities.length <= PARTS_MAX) return;
      for (const { parts } of entities) {
        const entity = parts[PARTS_MAX];
        if (entity === undefined) continue;
        const { start } = entity.span;
        report(
          { start, end: start, entity },
          `part ${PARTS_MAX + 1} of ${parts.length} of a multipart: SpamAssassin reads no further`,
        );
      }
    },
  },
];

/** The first entity that more than so many are around; a level is looked at after the one above. */
function firstBelow(root: Entity, depth: number): Entity | undefined {
  let level: readonly Entity[] = [root];
  for (let at = 1; at <= depth; at += 1) level = level.flatMap(({ parts }) => parts);
  return level[0];
}
