/** What filters hold against bodies: measured with SpamAssassin 4.0.1 and rspamd 3.4. */

import type { Entity } from '../../../reader/entity.ts';
import { everywhere, type MessageRule } from '../../rule.ts';
import type { ShownParts } from '../../shown-parts.ts';
import { typeSite } from '../../type-site.ts';
import { isVisible, showsText, textRuns } from './html-text.ts';

/** A text of so few characters, beside HTML of so many, is looked at word by word. */
const STUB_CHARACTERS_MAX = 300;
const STUB_FACTOR = 5;
/** Different words that HTML must hold before any can be said to be missing. */
const HTML_WORDS_MIN = 50;
/** SpamAssassin scores a text that lacks 99 of 100 different words of the HTML. */
const MISSING_SHARE = 0.99;

const WORD = /[\p{L}\p{N}]{3,}/gu;
const SHOWN_WITHOUT_TEXT =
  /<(?:img|svg|picture|video|audio|object|embed|iframe|input|button|canvas|hr|amp-|v:)|background|url\(/i;
const REMOTE_IMAGE = /<img\b[^<>]*\bsrc\s*=\s*["']?https?:/i;

export const contentRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'deliverability/empty-message',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'A message shows something',
    remedy: 'Write a text, or attach what the message is to bring.',
    sources: [
      'measured: SpamAssassin 4.0.1 EMPTY_MESSAGE 2.2',
      'measured: rspamd 3.4 COMPLETELY_EMPTY 15',
    ],
    check(facts, report) {
      if (facts.options.template) return;
      const shown = facts.shown;
      if (!isTextAlone(shown) || showsPlain(shown)) return;
      if (shown.html.some(({ text = '' }) => SHOWN_WITHOUT_TEXT.test(text) || showsText(text))) {
        return;
      }
      const { start, end } = facts.root.body;
      report({ start, end, entity: facts.root }, 'neither text nor attachments');
    },
  },
  {
    kind: 'message',
    id: 'deliverability/html-only',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'HTML comes with a text alternative',
    remedy: 'Put text/plain before the text/html in a multipart/alternative.',
    sources: [
      'measured: SpamAssassin 4.0.1 MIME_HTML_ONLY 0.1',
      'measured: rspamd 3.4, 0.2 points',
    ],
    check(facts, report) {
      const { plain, html, isCertain } = facts.shown;
      const [first] = html;
      if (first === undefined || plain.length > 0 || !isCertain) return;
      // An alternative without a text is told as such, and HTML without text needs none.
      if (facts.own.ofType('multipart/alternative').length > 0) return;
      if (!showsText(first.text ?? '')) return;
      report(typeSite(first), 'HTML without a text alternative');
    },
  },
  {
    kind: 'message',
    id: 'deliverability/text-mismatch',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'A text alternative says what the HTML says',
    remedy: 'Write the words of the HTML into the text/plain part.',
    sources: [
      'measured: SpamAssassin 4.0.1 MPART_ALT_DIFF 2.2',
      'measured: rspamd 3.4 R_PARTS_DIFFER 0.8',
    ],
    check(facts, report) {
      if (facts.options.template) return;
      for (const { plain, html } of facts.shown.pairs) {
        const message = mismatch(plain.text, html.text);
        if (message !== undefined) report({ ...plain.body, entity: plain }, message);
      }
    },
  },
  {
    kind: 'message',
    id: 'deliverability/image-only',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'HTML shows text beside its images',
    remedy: 'Write as text what the image says.',
    sources: [
      'measured: SpamAssassin 4.0.1, 7.3 points for one linked image',
      'measured: rspamd 3.4 R_SUSPICIOUS_IMAGES 5.0',
    ],
    check(facts, report) {
      const shown = facts.shown;
      if (!shown.isCertain || showsPlain(shown)) return;
      const [html, ...rest] = shown.html;
      const text = html?.text ?? '';
      if (html === undefined || rest.length > 0 || showsText(text)) return;
      if (!REMOTE_IMAGE.test(text)) return;
      report(imageSite(html, facts.octets), 'HTML that shows an image and no text');
    },
  },
];

function isTextAlone({ others, isCertain }: ShownParts): boolean {
  return isCertain && others.length === 0;
}

function showsPlain({ plain }: ShownParts): boolean {
  return plain.some(({ text = '' }) => isVisible(text));
}

/** Of an image that stands in the octets as it is; else the body that says it. */
function imageSite(html: Entity, octets: Buffer) {
  const { start, end } = html.body;
  const found = /<img\b[^<>]*>/i.exec(octets.toString('latin1', start, end));
  if (found === null) return { start, end, entity: html };
  const at = start + found.index;
  return { start: at, end: at + found[0].length, entity: html };
}

/** What is wrong with a text alternative; undefined where it may do. */
function mismatch(plain = '', html = ''): string | undefined {
  if (plain.length > STUB_CHARACTERS_MAX) return undefined;
  if (!isVisible(plain)) return showsText(html) ? 'an empty text beside HTML with text' : undefined;
  if (html.length < plain.length * STUB_FACTOR) return undefined;
  const shown = [...textRuns(html)].join(' ');
  if (shown.length < plain.length * STUB_FACTOR) return undefined;
  const words = new Set(shown.toLowerCase().match(WORD));
  if (words.size < HTML_WORDS_MIN) return undefined;
  const said = new Set(plain.toLowerCase().match(WORD));
  const missing = [...words].filter((word) => !said.has(word)).length;
  if (missing < words.size * MISSING_SHARE) return undefined;
  return `a text that lacks ${missing} of the ${words.size} different words of the HTML`;
}
