/** What SES's tracking makes of HTML: links led through SES, and a pixel. */

import { PLACEHOLDER_URL } from './transit-placeholder.ts';

/** Links that SES rewrites in one message; further ones stay. (documented: dg/faqs-metrics) */
export const TRACKED_LINKS_MAX = 250;

/** Where the pixel goes; further ones are taken out. (documented) */
export const OPEN_MARKER = '{{ses:openTracker}}';

const LINK_URL = `${PLACEHOLDER_URL}click/`;
const PIXEL_URL = `${PLACEHOLDER_URL}open`;
const PIXEL = `<img alt="" src="${PIXEL_URL}" style="display: none; width: 1px; height: 1px;">`;

/** Characters of RFC 3986, `%` only before two hexadecimal digits. */
const AUTHORITY = "(?:[\\w.~!$&'()*+,;=:@-]|%[\\da-f]{2})*(?:\\[[\\da-f:.]+\\](?::\\d*)?)?";
const PATH = "(?:[\\w.~!$&'()*+,;=:@/-]|%[\\da-f]{2})*";
const QUERY = "(?:[\\w.~!$&'()*+,;=:@/?-]|%[\\da-f]{2})*";
const URL_3986 = new RegExp(
  `^https?://(?=[^/?#])${AUTHORITY}(?:/${PATH})?(?:\\?${QUERY})?(?:#${QUERY})?$`,
  'i',
);

const TAG_START = /<(?:!--|(?=[a-z]))/gi;
const LINK_START = /a[\s/]/iy;
/** Elements that hold text alone, whatever looks like a tag there. */
const TEXT_ELEMENT = /(?:script|style|title|textarea)(?=[\s/>])/iy;
/** A quote opens where a value starts; elsewhere it is a character like others. */
const TAG_MARK = /=\s*["']|>/g;
const ATTRIBUTE =
  /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)(?:"|$)|'([^']*)(?:'|$)|([^\s"'>][^\s>]*)))?/dg;
const COMMENT = /<!--.*?(?:-->|$)/gs;
const CHARACTER_REFERENCE = /&(?!amp;)#?\w+;/i;

/** HTML, and how many of its links lead through SES. */
export interface TrackedHtml {
  readonly html: string;
  readonly links: number;
}

/**
 * Leads links through a placeholder for SES's redirect, in time that grows with the text alone.
 *
 * An `a` with `ses:no-track`, a URL that is not http or not RFC 3986, and what stands in comments,
 * scripts and styles stay as they are, as do links beyond the number allowed.
 *
 * @param html One character for each octet.
 */
export function trackLinks(html: string, allowed: number): TrackedHtml {
  const pieces: string[] = [];
  let links = 0;
  let at = 0;
  for (const { start, end } of linkTargets(html)) {
    if (links === allowed) break;
    links += 1;
    const url = html.slice(start, end);
    pieces.push(html.slice(at, start), url.startsWith(LINK_URL) ? url : redirected(url));
    at = end;
  }
  pieces.push(html.slice(at));
  return { html: pieces.join(''), links };
}

function redirected(url: string): string {
  const target = encodeURIComponent(url.replace(/&amp;/gi, '&')).replaceAll("'", '%27');
  return LINK_URL + target;
}

/**
 * Puts the pixel where its marker is, else before the end of the body, else at the end; a text that
 * has it already gets no second one. (That it goes before `</body>` is inferred.)
 */
export function addPixel(html: string): string {
  if (html.includes(PIXEL_URL)) return html;
  const marker = html.indexOf(OPEN_MARKER);
  if (marker !== -1) return inserted(html, marker, marker + OPEN_MARKER.length);
  const shown = html.replace(COMMENT, (comment) => ' '.repeat(comment.length));
  const close = shown.toLowerCase().lastIndexOf('</body');
  return close === -1 ? html + PIXEL : inserted(html, close, close);
}

function inserted(html: string, start: number, end: number): string {
  return html.slice(0, start) + PIXEL + html.slice(end);
}

/** The value of `href` in each tag of a link that may be tracked. */
function* linkTargets(
  html: string,
): Generator<{ readonly start: number; readonly end: number }, void, undefined> {
  const tagStart = new RegExp(TAG_START);
  for (let match = tagStart.exec(html); match !== null; match = tagStart.exec(html)) {
    const { lastIndex: start } = tagStart;
    const isTag = match[0] === '<';
    const end = isTag ? tagEnd(html, start) : commentEnd(html, start);
    if (end === undefined) return;
    LINK_START.lastIndex = start;
    if (isTag && LINK_START.test(html)) yield* target(html, start + 1, end);
    const next = isTag ? textElementEnd(html, start, end) : end;
    if (next === undefined) return;
    tagStart.lastIndex = next;
  }
}

/** Quoted values may hold `>`; a tag that is never closed takes in all that follows. */
function tagEnd(html: string, start: number): number | undefined {
  const mark = new RegExp(TAG_MARK);
  mark.lastIndex = start;
  for (let match = mark.exec(html); match !== null; match = mark.exec(html)) {
    const [found] = match;
    if (found === '>') return match.index;
    const close = html.indexOf(found.slice(-1), mark.lastIndex);
    if (close === -1) return undefined;
    mark.lastIndex = close + 1;
  }
  return undefined;
}

/** The hyphens that open a comment may close it: `<!-->`. */
function commentEnd(html: string, start: number): number | undefined {
  const close = html.indexOf('-->', start - 2);
  return close === -1 ? undefined : close;
}

/** Where the text of such an element ends; of other elements the end of the tag. */
function textElementEnd(html: string, start: number, end: number): number | undefined {
  TEXT_ELEMENT.lastIndex = start;
  const [name] = TEXT_ELEMENT.exec(html) ?? [];
  if (name === undefined) return end;
  const close = new RegExp(`</${name}`, 'gi');
  close.lastIndex = end;
  return close.exec(html)?.index;
}

function* target(
  html: string,
  start: number,
  end: number,
): Generator<{ readonly start: number; readonly end: number }, void, undefined> {
  let found: readonly [number, number] | undefined;
  for (const { indices = [], 1: name = '' } of html.slice(start, end).matchAll(ATTRIBUTE)) {
    if (name.toLowerCase() === 'ses:no-track') return;
    if (name.toLowerCase() === 'href') found ??= indices[2] ?? indices[3] ?? indices[4];
  }
  if (found === undefined) return;
  const [from, to] = [start + found[0], start + found[1]];
  if (isTrackable(html.slice(from, to))) yield { start: from, end: to };
}

function isTrackable(url: string): boolean {
  if (url.startsWith(LINK_URL)) return true;
  if (url.startsWith(PLACEHOLDER_URL) || CHARACTER_REFERENCE.test(url)) return false;
  return URL_3986.test(url.replace(/&amp;/gi, '&'));
}
