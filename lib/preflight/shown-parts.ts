/** What readers show of a message, and what they list as attachments: RFC 2046 §5.1, RFC 2183 §2. */

import type { Entity } from '../reader/entity.ts';
import { isMultipart, type OwnEntities } from './own-entities.ts';

/** The leaves of a message; what is within an attached message is not among them. */
export interface ShownParts {
  readonly plain: readonly Entity[];
  readonly html: readonly Entity[];
  /** Whatever else there is: images, calendars, attachments, attached messages. */
  readonly others: readonly Entity[];
  /** The text and the HTML of each multipart/alternative that has both. */
  readonly pairs: readonly { readonly plain: Entity; readonly html: Entity }[];
  /** False where the structure is broken or a text cannot be decoded: then nothing follows. */
  readonly isCertain: boolean;
}

/** What is shown of the author's entities. */
export function shownParts(own: OwnEntities): ShownParts {
  return new Survey(own);
}

class Survey implements ShownParts {
  readonly plain: Entity[] = [];
  readonly html: Entity[] = [];
  readonly others: Entity[] = [];
  readonly pairs: { readonly plain: Entity; readonly html: Entity }[] = [];
  readonly isCertain: boolean;

  constructor({ all, isSound }: OwnEntities) {
    for (const entity of all) {
      if (!isMultipart(entity)) this.#leaf(entity);
      else if (entity.mediaType.subtype === 'alternative') this.#pair(entity);
    }
    const isWhole = all.every((entity) => !isMultipart(entity) || entity.parts.length > 0);
    const isOpen = [...this.plain, ...this.html].every(({ text }) => text !== undefined);
    this.isCertain = isSound && isWhole && isOpen;
  }

  #leaf(entity: Entity): void {
    const kind = bodyKind(entity);
    this[kind ?? 'others'].push(entity);
  }

  #pair({ parts }: Entity): void {
    const plain = parts.find((part) => bodyKind(part) === 'plain');
    const html = parts.map(startPart).find((part) => bodyKind(part) === 'html');
    if (plain !== undefined && html !== undefined) this.pairs.push({ plain, html });
  }
}

/** Of a multipart/related, the part that refers to the others: RFC 2387 §3.2. */
function startPart(part: Entity): Entity {
  if (part.mediaType.essence !== 'multipart/related') return part;
  return part.parts[0] ?? part;
}

/** Text with a file name, and attached text, is a file. */
function bodyKind(entity: Entity): 'plain' | 'html' | undefined {
  const { mediaType, disposition } = entity;
  if (mediaType.type !== 'text') return undefined;
  if (disposition !== undefined && disposition.type !== 'inline') return undefined;
  if (entity.filename !== undefined) return undefined;
  const { subtype } = mediaType;
  return subtype === 'plain' || subtype === 'html' ? subtype : undefined;
}
