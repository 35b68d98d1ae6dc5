/** Markers in the text of a message that SES replaces, such as the link to unsubscribe. */

import type { Entity } from '../../../reader/entity.ts';
import type { MessageFacts } from '../../facts.ts';
import type { Site } from '../../rule.ts';

/** One occurrence in the decoded text of an entity. */
export interface Marker {
  readonly entity: Entity;
  /** How many stand before it in the same text. */
  readonly nth: number;
}

const NONE: readonly Marker[] = [];

/** All occurrences in these entities, in the order given. */
export function markersIn(entities: readonly Entity[], marker: string): readonly Marker[] {
  let found: Marker[] | undefined;
  for (const entity of entities) {
    const count = occurrences(entity.text ?? '', marker);
    if (count === 0) continue;
    found ??= [];
    for (let nth = 0; nth < count; nth += 1) found.push({ entity, nth });
  }
  return found ?? NONE;
}

/** Its own octets where it stands there as it is; else the whole body, which is encoded. */
export function markerSite({ octets }: MessageFacts, marker: Marker, text: string): Site {
  const { entity, nth } = marker;
  const { start, end } = entity.body;
  const body = octets.subarray(start, end);
  let at = body.indexOf(text);
  for (let before = 0; before < nth && at !== -1; before += 1) at = body.indexOf(text, at + 1);
  if (at === -1) return { start, end, entity };
  return { start: start + at, end: start + at + Buffer.byteLength(text), entity };
}

function occurrences(text: string, marker: string): number {
  let count = 0;
  for (let at = text.indexOf(marker); at !== -1; at = text.indexOf(marker, at + 1)) count += 1;
  return count;
}
