/** Encoded-words that are badly made: RFC 2047 §2, §4, §5. */

import type { Span } from '../../../octets/span.ts';
import type { Defect } from '../../../reader/defect.ts';
import type { HeaderField } from '../../../reader/header-field.ts';
import { ENCODED_LINE_OCTETS, LINE_OCTETS_MAX } from '../../../transfer/line-limits.ts';
import { excerpt } from '../../excerpt.ts';
import { type DefectRule, everywhere } from '../../rule.ts';

/** With its delimiters. */
const WORD_CHARACTERS_MAX = 75;

/** Where no word may stand, the length of its line is no matter. */
const MISPLACED: ReadonlySet<string> = new Set([
  'encoded-word-illegal-field',
  'encoded-word-in-addr-spec',
  'encoded-word-in-parameter',
  'encoded-word-in-quoted-string',
]);

/** What is decoded in part is nothing in any charset. */
const BROKEN: ReadonlySet<string> = new Set(['encoded-word-bad-payload']);

/** Readers take lower-case digits, and show nothing where nothing is. */
const HARMLESS: ReadonlySet<string> = new Set(['hex digits in lower case', 'nothing in it']);

export const encodedWordFormRules: readonly DefectRule[] = [
  {
    kind: 'defect',
    id: 'encoding/encoded-word-syntax',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'An encoded-word is =?charset?B or Q?text?= without a blank',
    remedy: 'Write the text as encoded-words of at most 75 characters, blanks between them.',
    sources: ['RFC 2047 §2', 'measured: SpamAssassin 4.0.1 BAD_ENC_HEADER'],
    codes: ['encoded-word-syntax'],
    describe: ({ defect, facts }) =>
      `${excerpt(facts, defect)} is no encoded-word, and is shown as it stands: ${defect.detail}`,
  },
  {
    kind: 'defect',
    id: 'encoding/encoded-word-bad-payload',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'The text of an encoded-word is sound base64 or Q',
    remedy: 'Encode the text again.',
    sources: ['RFC 2047 §4.1', 'RFC 2047 §4.2'],
    codes: ['encoded-word-bad-payload'],
    describe: ({ defect, facts }) =>
      HARMLESS.has(defect.detail ?? '')
        ? undefined
        : `${excerpt(facts, defect)} cannot be decoded by every reader: ${defect.detail}`,
  },
  {
    kind: 'defect',
    id: 'encoding/encoded-word-charset-lie',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'The octets of an encoded-word are text in its charset',
    remedy: 'Name the charset that the text is in, or encode the text again as utf-8.',
    sources: ['RFC 2047 §5', 'RFC 3629 §3'],
    codes: ['encoded-word-charset-lie'],
    describe: ({ defect, field, facts }) =>
      isAlso(field, defect, BROKEN)
        ? undefined
        : `${excerpt(facts, defect)} holds octets that mean nothing in its charset`,
  },
  {
    kind: 'defect',
    id: 'encoding/encoded-word-split-char',
    aliases: ['ses/encoded-word-charset'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'An encoded-word holds whole characters',
    remedy: 'Split the text between characters, then encode each piece.',
    sources: ['RFC 2047 §5'],
    codes: ['encoded-word-split-char'],
    describe: ({ defect, facts }) =>
      `${excerpt(facts, defect)} ends amid a character, whose rest is in the next word`,
  },
  {
    kind: 'defect',
    id: 'encoding/encoded-word-too-long',
    aliases: ['ses/encoded-word-length'],
    about: 'form',
    // A MUST, but readers decode them.
    severity: everywhere('warning'),
    summary: `An encoded-word has at most ${WORD_CHARACTERS_MAX} characters`,
    remedy: 'Split the text into several encoded-words, each on a line of its own.',
    sources: ['RFC 2047 §2'],
    codes: ['encoded-word-too-long'],
    describe: ({ defect }) =>
      isOverLong(defect)
        ? undefined
        : `an encoded-word of ${defect.end - defect.start} characters, of ${WORD_CHARACTERS_MAX} allowed`,
  },
  {
    kind: 'defect',
    id: 'encoding/encoded-word-line-too-long',
    aliases: [],
    about: 'form',
    // A MUST, but Python's email writes lines of 78, and no reader minds.
    severity: everywhere('info'),
    summary: `A header line with an encoded-word holds at most ${ENCODED_LINE_OCTETS} octets`,
    remedy: 'Fold the field before the encoded-word.',
    sources: ['RFC 2047 §2'],
    codes: ['encoded-word-line-too-long'],
    describe: ({ defect, field }) => {
      const octets = Number.parseInt(defect.detail ?? '', 10);
      if (octets > LINE_OCTETS_MAX || defect.end - defect.start > WORD_CHARACTERS_MAX)
        return undefined;
      if (isAlso(field, defect, MISPLACED)) return undefined;
      return `an encoded-word on a line of ${octets} octets, of ${ENCODED_LINE_OCTETS} allowed`;
    },
  },
];

/** Then the line is told. */
function isOverLong({ start, end }: Span): boolean {
  return end - start > LINE_OCTETS_MAX;
}

/** Whether another finding tells the same word. Defects are in order, and a field may have thousands. */
function isAlso(
  field: HeaderField | undefined,
  { start }: Defect,
  codes: ReadonlySet<string>,
): boolean {
  const defects = field?.defects ?? [];
  let low = 0;
  let high = defects.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((defects[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  for (; defects[low]?.start === start; low += 1) {
    if (codes.has(defects[low]?.code ?? '')) return true;
  }
  return false;
}
