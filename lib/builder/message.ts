/** A draft made a message, once it has all that a message needs: RFC 5322 §3.6. */

import { MimewrightError, quoted } from '../errors.ts';
import type { Message, Part } from '../model/message.ts';
import type { Draft } from './draft.ts';
import { type FieldOptions, fieldsOf } from './fields.ts';
import { structureOf } from './structure.ts';

/**
 * The message that a draft stands for.
 *
 * @throws {MimewrightError} `message-incomplete`, naming everything that is missing at once.
 */
export function completeMessage(draft: Draft, options: FieldOptions): Message {
  const body = structureOf(draft);
  const lacks = missingFrom(draft, body);
  if (body !== undefined && lacks.length === 0) return { fields: fieldsOf(draft, options), body };
  throw new MimewrightError('message-incomplete', `the message lacks ${lacks.join('; ')}`);
}

function missingFrom(draft: Draft, body: Part | undefined): string[] {
  const lacks: string[] = [];
  if (draft.from.length === 0) lacks.push('From: use from()');
  if (draft.from.length > 1 && draft.sender === undefined) {
    lacks.push('Sender, for From holds several mailboxes: use sender()');
  }
  if (body === undefined) lacks.push('a body or an attachment: use text(), html() or attach()');
  if (draft.embedded.length > 0 && !hasHtml(draft)) {
    lacks.push('an HTML body to show the embedded parts: use html()');
  }
  return lacks;
}

function hasHtml({ html, alternatives }: Draft): boolean {
  return [html, ...alternatives].some((leaf) => {
    return leaf?.mediaType.type === 'text' && leaf.mediaType.subtype === 'html';
  });
}

/** @throws {MimewrightError} `content-id-repeated` when a part of the draft carries the same one. */
export function checkContentId(part: Part, { alternatives, embedded, attachments }: Draft): void {
  const contentId = contentIdOf(part);
  if (contentId === undefined) return;
  const hasIt = (other: Part): boolean => contentIdOf(other) === contentId;
  if (alternatives.some(hasIt) || embedded.some(hasIt) || attachments.some(hasIt)) {
    throw new MimewrightError(
      'content-id-repeated',
      `cid: ${quoted(contentId)} is taken by another part of this message`,
    );
  }
}

function contentIdOf(part: Part): string | undefined {
  return part.kind === 'leaf' ? part.contentId : undefined;
}
