/** Links in HTML that SES tracks: those of `<a>` and `<area>` by http and https. */

import type { Span } from '../../../octets/span.ts';
import { htmlReferences } from '../../html-references.ts';

export interface Link extends Span {
  /** As written, but for character references. */
  readonly url: string;
}

/** How far before a URL the start of its tag is looked for, and how far behind it the end. */
const TAG_CHARACTERS = 1000;

const LINK_BEFORE = /^<(?:a|area)\s(?:[^>]*\s)?href\s{0,20}=\s{0,20}["']?$/i;

/** An attribute of its own. */
const NO_TRACK = /\sses:no-track(?![\w-])/i;

/** In order, without those that are told to be left alone; time grows with the text alone. */
export function trackedLinks(html: string): readonly Link[] {
  const references = [...htmlReferences(html, 'http:'), ...htmlReferences(html, 'https:')];
  return references
    .filter(({ isInComment, start, end }) => !isInComment && isLink(html, { start, end }))
    .sort((a, b) => a.start - b.start);
}

function isLink(html: string, { start, end }: Span): boolean {
  const before = html.slice(Math.max(0, start - TAG_CHARACTERS), start);
  const tag = before.slice(before.lastIndexOf('<'));
  if (!LINK_BEFORE.test(tag)) return false;
  const behind = html.slice(end, end + TAG_CHARACTERS);
  const [rest = ''] = behind.split('>', 1);
  return !NO_TRACK.test(tag) && !NO_TRACK.test(rest);
}
