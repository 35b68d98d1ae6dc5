/** Laws of encoded-words: RFC 2047. */

import fc from 'fast-check';
import type { DefectCode } from '../reader/defect.ts';
import { text } from './arbitraries.ts';
import { type Law, law } from './law.ts';
import { defectIn, difference, readBuilt, readField } from './readings.ts';
import { plainMessage, sampleMessage } from './sample-message.ts';

const LOOK_ALIKE = /=\?|\?=/g;

const words = text.map((all) => all.replace(LOOK_ALIKE, 'x').trim().replace(/\s+/g, ' ') || 'x');

const blanks = fc.constantFrom('', ' ', '  ', '\t', ' \t ');
const spacedOut = fc
  .tuple(blanks, fc.array(fc.tuple(words, blanks), { minLength: 1, maxLength: 3 }))
  .map((pieces) => pieces.flat(2).join(''))
  .filter((all) => all.trim() !== '');

const lookAlike = fc
  .tuple(
    fc.constantFrom('', 'a ', 'é '),
    fc.constantFrom('=?utf-8?Q?x?=', '=?us-ascii?B?eA==?=', '=?iso-8859-1?q?=E9?=', '=?'),
    fc.constantFrom('', ' b', ' =?utf-8?Q?y?='),
  )
  .map((pieces) => pieces.join(''));

/** What must hold of encoded-words, wherever they stand. */
export const encodedWordLaws: readonly Law[] = [
  readingLaw('W1', 'typed words are read words', 'RFC 2047 §6.2', words),
  defectLaw('W2', 'an encoded-word has at most 75 characters, and its line 76', 'RFC 2047 §2', [
    'encoded-word-too-long',
    'encoded-word-line-too-long',
  ]),
  defectLaw('W3', 'each encoded-word decodes alone to whole characters', 'RFC 2047 §5', [
    'encoded-word-split-char',
    'encoded-word-charset-lie',
    'encoded-word-bad-payload',
    'encoded-word-unknown-charset',
  ]),
  readingLaw(
    'W4',
    'blanks at both ends, in runs and between encoded-words are read as typed',
    'RFC 2047 §6.2',
    spacedOut,
  ),
  defectLaw('W5', 'blanks stand between an encoded-word and any other text', 'RFC 2047 §5', [
    'encoded-word-not-separated',
  ]),
  defectLaw(
    'W6',
    'no encoded-word stands in quotes, an address, a parameter or a msg-id',
    'RFC 2047 §5',
    [
      'encoded-word-in-quoted-string',
      'encoded-word-in-addr-spec',
      'encoded-word-in-parameter',
      'encoded-word-illegal-field',
    ],
  ),
  defectLaw('W7', 'encoding Q holds what its place allows', 'RFC 2047 §4.2, §5(3)', [
    'encoded-word-q-unsafe',
    'encoded-word-syntax',
  ]),
  law({
    id: 'W8',
    states: 'plain words of ASCII are not encoded',
    source: 'RFC 2047 §2; filters',
    needs: ['build'],
    arbitrary: fc
      .array(fc.stringMatching(/^[A-Za-z0-9,.!-]{1,20}$/), { minLength: 1, maxLength: 20 })
      .map((all) => all.join(' ')),
    async fault(sender, subject) {
      const root = await readBuilt(sender, { ...plainMessage, subject });
      return difference('Subject', subject, root.field('Subject')?.unfolded().trim());
    },
  }),
  readingLaw(
    'W9',
    'text that looks like an encoded-word is read as typed',
    'RFC 2047 §7',
    lookAlike,
  ),
];

/** A law of what readers make of text in an unstructured field. */
function readingLaw(
  id: string,
  states: string,
  source: string,
  arbitrary: fc.Arbitrary<string>,
): Law {
  return law({
    id,
    states,
    source,
    needs: ['encodedWords'],
    refusal: 'breaks',
    arbitrary,
    fault: async ({ encodedWords }, typed) =>
      difference('text', typed, readField('Subject', await encodedWords(typed))?.text),
  });
}

/** A law that a reader sees broken in a message. */
function defectLaw(id: string, states: string, source: string, codes: readonly DefectCode[]): Law {
  return law({
    id,
    states,
    source,
    needs: ['build'],
    arbitrary: sampleMessage,
    fault: async (sender, message) => defectIn(await readBuilt(sender, message), codes),
  });
}
