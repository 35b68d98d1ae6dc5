/** The text that HTML shows, roughly: enough to tell something from nothing. */

const INVISIBLE_ENTITY =
  /&(?:nbsp|ensp|emsp|thinsp|zwnj|zwj|shy|#(?:0*(?:9|10|13|32|160|173|847|8199|820[3-7]|8288|65279)|x0*(?:9|a|d|20|a0|ad|34f|2007|200[b-f]|2060|feff)));/gi;
/** No blank, no mark without a letter, no joiner and its like. */
const VISIBLE = /(?![\p{Mn}\p{Cf}])[^\s\u115f\u1160\u3164]/u;
const TAG_START = /<[a-z/!?]/gi;
const WITHOUT_TEXT = /<(style|script|title)\b/iy;

/** True when a text holds a character that leaves a mark. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}

/** True when HTML shows a character of text; whatever it hides by style counts as shown. */
export function showsText(html: string): boolean {
  for (const run of textRuns(html)) {
    if (!VISIBLE.test(run)) continue;
    if (!run.includes('&') || VISIBLE.test(run.replace(INVISIBLE_ENTITY, ' '))) return true;
  }
  return false;
}

/**
 * The text between tags, in order, entities as written; without comments, styles, scripts and the
 * title. Linear; a tag that does not end runs to the end.
 */
export function* textRuns(html: string): Generator<string, void, undefined> {
  let at = 0;
  while (at < html.length) {
    TAG_START.lastIndex = at;
    const open = TAG_START.exec(html)?.index ?? html.length;
    if (open > at) yield html.slice(at, open);
    at = open === html.length ? open : afterTag(html, open);
  }
}

function afterTag(html: string, open: number): number {
  if (html.startsWith('<!--', open)) return behind(html, '-->', open + 4);
  WITHOUT_TEXT.lastIndex = open;
  const name = WITHOUT_TEXT.exec(html)?.[1];
  if (name === undefined) return behind(html, '>', open);
  const close = new RegExp(`</${name}`, 'gi');
  close.lastIndex = open;
  const end = close.exec(html)?.index;
  return end === undefined ? html.length : behind(html, '>', end);
}

function behind(html: string, end: string, from: number): number {
  const at = html.indexOf(end, from);
  return at === -1 ? html.length : at + end.length;
}
