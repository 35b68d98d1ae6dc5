/** What HTML refers to by `src`, `href`, `background`, `poster`, `data` and `url()`, by a light look at it. */

import type { Span } from '../octets/span.ts';

/** A URL in HTML, and its characters there. */
export interface HtmlReference extends Span {
  /** As written, but for character references. */
  readonly url: string;
  /** In a comment, a conditional one of Outlook perhaps. */
  readonly isInComment: boolean;
}

/** A longer URL is passed over: its quote is never closed. */
const URL_CHARACTERS_MAX = 1000;
/** How far before an attribute the start of its tag is looked for. */
const TAG_CHARACTERS = 1000;
/** Blanks that may stand around `=` and behind `url(`. */
const BLANKS_MAX = 20;

/** What ends a name with `=` behind it; what is before the name is looked at too. */
const ATTRIBUTE = /(?:^|[^\w-])(?:src|href|background|poster|data)$/i;
const ATTRIBUTE_CHARACTERS = 'background'.length + 1;
const QUOTE_REFERENCE = '&quot;';
const UNQUOTED = /^[^\s>]*/;
const CHARACTER_REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|commat|quot|lt|gt));?/gi;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  commat: '@',
  quot: '"',
  lt: '<',
  gt: '>',
};

/**
 * The URLs of one scheme, in order; time grows with the text alone.
 *
 * @param scheme With its colon, in lower case.
 */
export function htmlReferences(html: string, scheme: string): readonly HtmlReference[] {
  const found: HtmlReference[] = [];
  const comments = new Comments(html);
  for (const start of schemePlaces(html, scheme)) {
    const end = urlEnd(html, start);
    if (end === undefined) continue;
    const written = html.slice(start, end);
    const url = written.includes('&') ? withoutReferences(written) : written;
    found.push({ start, end, url, isInComment: comments.hold(start) });
  }
  return found;
}

/** Where a scheme stands, in any case; the common spelling alone is searched natively. */
export function* schemePlaces(text: string, scheme: string): Generator<number, void, undefined> {
  const isOdd = [scheme.toUpperCase(), capitalized(scheme)].some((odd) => text.includes(odd));
  if (isOdd) {
    for (const { index } of text.matchAll(new RegExp(scheme, 'gi'))) yield index;
    return;
  }
  for (let at = text.indexOf(scheme); at !== -1; at = text.indexOf(scheme, at + 1)) yield at;
}

function capitalized(scheme: string): string {
  return scheme.slice(0, 1).toUpperCase() + scheme.slice(1);
}

/** Where the URL that starts here ends, if it is the value of an attribute or of `url()`. */
function urlEnd(html: string, start: number): number | undefined {
  const quote = quoteBefore(html, start);
  const at = behindBlanks(html, start - quote.length);
  const isCall = html[at - 1] === '(';
  if (!(isCall ? isUrlCall(html, at - 1) : isAttribute(html, at))) return undefined;
  const rest = html.slice(start, start + URL_CHARACTERS_MAX);
  if (quote === '' && !isCall) return start + (UNQUOTED.exec(rest)?.[0].length ?? 0);
  const length = rest.indexOf(quote || ')');
  if (length === -1) return undefined;
  return isCall ? start + rest.slice(0, length).trimEnd().length : start + length;
}

function quoteBefore(html: string, at: number): string {
  const before = html[at - 1] ?? '';
  if (before === '"' || before === "'") return before;
  return before === ';' && html.endsWith(QUOTE_REFERENCE, at) ? QUOTE_REFERENCE : '';
}

/** Behind the last character before `at` that is no white space. */
function behindBlanks(html: string, at: number): number {
  let end = at;
  while (end > at - BLANKS_MAX && isWhite(html[end - 1])) end -= 1;
  return end;
}

function isWhite(character: string | undefined): boolean {
  return character === ' ' || character === '\n' || character === '\t';
}

function isUrlCall(html: string, at: number): boolean {
  return html.slice(Math.max(0, at - 3), at).toLowerCase() === 'url';
}

function isAttribute(html: string, at: number): boolean {
  if (html[at - 1] !== '=') return false;
  const end = behindBlanks(html, at - 1);
  const name = html.slice(Math.max(0, end - ATTRIBUTE_CHARACTERS), end);
  return ATTRIBUTE.test(name) && !isShownTag(html.slice(Math.max(0, end - TAG_CHARACTERS), end));
}

/** Whether what stands before is the start of a tag that is shown as text: `<pre>&lt;img src`. */
function isShownTag(before: string): boolean {
  const shown = before.lastIndexOf('&lt;');
  if (shown === -1) return false;
  const close = before.lastIndexOf('>');
  return close < shown && before.lastIndexOf('<') < close;
}

function withoutReferences(written: string): string {
  return written.replace(CHARACTER_REFERENCE, referredCharacter);
}

function referredCharacter(
  written: string,
  decimal: string | undefined,
  hex: string | undefined,
  name: string | undefined,
): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? written;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : written;
}

/** The comments of a text, walked once with ascending questions. */
class Comments {
  readonly #html: string;
  #start: number;
  #end = 0;

  constructor(html: string) {
    this.#html = html;
    this.#start = -2;
  }

  hold(at: number): boolean {
    if (this.#start === -2) this.#next(0);
    while (this.#start !== -1 && this.#end <= at) this.#next(this.#end);
    return this.#start !== -1 && this.#start < at;
  }

  #next(from: number): void {
    this.#start = this.#html.indexOf('<!--', from);
    if (this.#start === -1) return;
    const close = this.#html.indexOf('-->', this.#start + 4);
    this.#end = close === -1 ? this.#html.length : close + 3;
  }
}
