/** Encoded-words where none may stand, and what they touch: RFC 2047 §5. */

import { quoted } from '../../../errors.ts';
import { parameterNamed } from '../../../header/parsed-parameter.ts';
import { excerpt } from '../../excerpt.ts';
import { type DefectRule, everywhere, type Noticed } from '../../rule.ts';

export const encodedWordPlaceRules: readonly DefectRule[] = [
  {
    kind: 'defect',
    id: 'encoding/encoded-word-in-addr-spec',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'An address holds no encoded-word',
    remedy: 'Write the address itself; only the display name may be encoded.',
    sources: ['RFC 2047 §5'],
    codes: ['encoded-word-in-addr-spec'],
    describe: ({ defect, facts }) =>
      `the encoded-word ${excerpt(facts, defect)} in an address, where it is not decoded`,
  },
  {
    kind: 'defect',
    id: 'encoding/encoded-word-illegal-field',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'Encoded-words stand only in fields of text and in display names',
    remedy: 'Write the value of the field in ASCII.',
    sources: ['RFC 2047 §5'],
    codes: ['encoded-word-illegal-field'],
    describe: (noticed) =>
      isFirstAlone(noticed)
        ? `the encoded-word ${found(noticed)} in the field ${quoted(noticed.field?.name ?? '')}, which allows none`
        : undefined,
  },
  {
    kind: 'defect',
    id: 'encoding/encoded-word-in-parameter',
    aliases: ['ses/parameter-encoded-word'],
    about: 'form',
    // A MUST NOT, but of much mail, and most readers decode it.
    severity: everywhere('warning'),
    summary: 'A parameter holds no encoded-word',
    remedy: "Write the value by RFC 2231: filename*=utf-8''caf%C3%A9.pdf.",
    sources: [
      'RFC 2047 §5',
      'RFC 2231 §4',
      'https://github.com/bbottema/simple-java-mail/issues/224',
    ],
    codes: ['encoded-word-in-parameter'],
    describe: (noticed) =>
      isFirstAlone(noticed) && !isLegacyName(noticed)
        ? `the encoded-word ${found(noticed)} in a parameter, where strict readers do not decode it`
        : undefined,
  },
  {
    kind: 'defect',
    id: 'encoding/encoded-word-in-quoted-string',
    aliases: ['ses/encoded-word-in-quotes'],
    about: 'form',
    // A MUST NOT, but of much mail, and most readers decode it.
    severity: everywhere('warning'),
    summary: 'A quoted string holds no encoded-word',
    remedy: 'Take the quotes away: an encoded-word stands alone in a display name.',
    sources: ['RFC 2047 §5'],
    codes: ['encoded-word-in-quoted-string'],
    describe: (noticed) =>
      `the encoded-word ${found(noticed)} in quotes, where strict readers do not decode it`,
  },
  {
    kind: 'defect',
    id: 'encoding/encoded-word-not-separated',
    aliases: [],
    about: 'form',
    // A MUST, but most readers decode it.
    severity: everywhere('warning'),
    summary: 'An encoded-word has blanks around it',
    remedy: 'Put a blank, or a fold, between the encoded-word and what it touches.',
    sources: ['RFC 2047 §5'],
    codes: ['encoded-word-not-separated'],
    describe: (noticed) =>
      `the encoded-word ${found(noticed)} touches other text, and strict readers do not decode it`,
  },
  {
    kind: 'defect',
    id: 'encoding/encoded-word-q-unsafe',
    aliases: [],
    about: 'form',
    // A MUST; where such a character splits an address, that is told instead.
    severity: everywhere('warning'),
    summary: 'In a display name, Q has letters, digits and ! * + - / = _ alone',
    remedy: 'Escape the other characters: a comma is =2C, a full stop =2E.',
    sources: ['RFC 2047 §5'],
    codes: ['encoded-word-q-unsafe'],
    describe: (noticed) => {
      const unsafe = /[^A-Za-z0-9!*+/=_-]/.exec(payload(noticed))?.[0] ?? '';
      return `${quoted(unsafe)} in the encoded-word ${found(noticed)}, where Q must escape it`;
    },
  },
];

/** Fields whose value is one of a few: there, that it is none of them is told. */
const OF_KEYWORDS: ReadonlySet<string> = new Set(['auto-submitted', 'list-unsubscribe-post']);

/** Faults that are told by the word at fault, if a word is. */
const UNTOLD = /^(?:encoded-word|date)-/;

/** One program wrote the field; and what broke the value is told instead of the word in it. */
function isFirstAlone({ defect, field }: Noticed): boolean {
  if (field === undefined || OF_KEYWORDS.has(field.lowerName)) return false;
  if (field.encodedWords[0]?.span.start !== defect.start) return false;
  return !field.defects.some(
    ({ code, start, end }) => start < defect.end && defect.start < end && !UNTOLD.test(code),
  );
}

/** Of a file that the disposition names, for readers so old that they know no other form. */
function isLegacyName({ entity, field }: Noticed): boolean {
  if (field?.lowerName !== 'content-type') return false;
  return parameterNamed(entity.disposition?.parameters ?? [], 'filename') !== undefined;
}

function found({ defect, facts }: Noticed): string {
  return excerpt(facts, defect);
}

/** Behind `=?charset?Q?`, before `?=`. */
function payload({ defect, facts }: Noticed): string {
  const word = facts.octets.toString('latin1', defect.start, defect.end);
  return word.replace(/^=\?[^?]*\?[^?]*\?/, '').slice(0, -'?='.length);
}
