/** How the parts of a message nest: RFC 2046 §5.1.3, §5.1.4, RFC 2387. */

import type { MediaType } from '../model/media-type.ts';
import type { Multipart, Part } from '../model/message.ts';
import type { Draft } from './draft.ts';

/**
 * `mixed( related( alternative( text, others, amp, html, calendar ), embedded… ), attachments… )`,
 * a level with one child left out.
 *
 * @returns Undefined when the draft has no content at all.
 */
export function structureOf(draft: Draft): Part | undefined {
  const { text, alternatives, amp, html, calendar, calendarAttachment } = draft;
  const bodies = [text, ...alternatives, amp, html, calendar].filter((part) => part !== undefined);
  const body = level('alternative', bodies);
  const root = body === undefined ? undefined : related(body, draft.embedded);
  const attachments = [...draft.attachments, calendarAttachment];
  return level(
    'mixed',
    [root, ...attachments].filter((part) => part !== undefined),
  );
}

function level(subtype: Multipart['subtype'], parts: readonly Part[]): Part | undefined {
  if (parts.length <= 1) return parts[0];
  return Object.freeze({ kind: 'multipart', subtype, parts });
}

function related(root: Part, embedded: readonly Part[]): Part {
  if (embedded.length === 0) return root;
  const type = root.kind === 'leaf' ? essence(root.mediaType) : 'multipart/alternative';
  return Object.freeze({ kind: 'multipart', subtype: 'related', type, parts: [root, ...embedded] });
}

function essence({ type, subtype }: MediaType): string {
  return `${type}/${subtype}`;
}
