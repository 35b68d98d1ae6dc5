/** Laws of header fields and their folding: RFC 5322 §2.2. */

import fc from 'fast-check';
import { read } from '../reader/read.ts';
import { FIELD_LINE_OCTETS } from '../transfer/line-limits.ts';
import { anyString } from './arbitraries.ts';
import { type Law, law } from './law.ts';
import { defectIn, linesOf, octetsOf, readBuilt } from './readings.ts';
import { plainMessage, sampleMessage } from './sample-message.ts';
import { securityStrings } from './security-strings.ts';

const word = fc.stringMatching(/^[!-~]{1,40}$/);

/** A field name, blanks, and all that stands behind them on the line. */
const FOLDABLE = /^(?:[!-9;-~]+:)?[ \t]+[^ \t]+[ \t]+[^ \t]/;

/** What must hold of every header section. */
export const fieldLaws: readonly Law[] = [
  law({
    id: 'H1',
    states: 'a folded field unfolds to what it was',
    source: 'RFC 5322 §2.2.3',
    needs: ['foldField'],
    refusal: 'breaks',
    arbitrary: fc.array(word, { minLength: 1, maxLength: 40, size: 'max' }),
    async fault({ foldField }, words) {
      const folded = await foldField('X-Note', words.join(' '));
      const isKept = folded.replace(/\r\n(?=[ \t])/g, '') === `X-Note: ${words.join(' ')}\r\n`;
      return isKept ? undefined : JSON.stringify(folded);
    },
  }),
  law({
    id: 'H2',
    states: 'no line of a field is blank throughout',
    source: 'RFC 5322 §3.2.2',
    needs: ['build'],
    arbitrary: sampleMessage,
    fault: async (sender, message) =>
      defectIn(await readBuilt(sender, message), ['whitespace-only-fold']),
  }),
  law({
    id: 'H3',
    states: 'a line of a field is longer than 78 octets only where it holds no blank to fold at',
    source: 'RFC 5322 §2.1.1',
    needs: ['build'],
    arbitrary: sampleMessage,
    async fault({ build }, message) {
      const octets = octetsOf(await build(message));
      const { headerSection } = read(octets);
      const long = linesOf(octets.toString('latin1', 0, headerSection.end)).find(
        (line) => line.length > FIELD_LINE_OCTETS && FOLDABLE.test(line),
      );
      return long === undefined ? undefined : `a line of ${long.length} octets`;
    },
  }),
  law({
    id: 'H5',
    states: 'one blank stands behind the colon of a field, and none before it',
    source: 'RFC 5322 §2.2, §4.5',
    needs: ['build'],
    arbitrary: sampleMessage,
    fault: async (sender, message) =>
      defectIn(await readBuilt(sender, message), ['no-space-after-colon', 'space-before-colon']),
  }),
  law({
    id: 'H7',
    states: 'a field name is written as it is, or refused',
    source: 'RFC 5322 §2.2',
    needs: ['build'],
    isExploitable: true,
    refusal: 'keeps',
    arbitrary: anyString,
    examples: [...securityStrings, '', ' ', 'X:', 'X A', 'é'],
    async fault({ build }, name) {
      const message = { ...plainMessage, fields: [{ name, text: 'x' }] };
      const written = await build(message);
      const harmless = await build({ ...plainMessage, fields: [{ name: 'X-Note', text: 'x' }] });
      const due = sortedNames(octetsOf(harmless)).filter((known) => known !== 'x-note');
      const found = sortedNames(octetsOf(written));
      const at = found.indexOf(name.toLowerCase());
      const others = found.filter((_, index) => index !== at);
      return at >= 0 && others.join() === due.join() ? undefined : JSON.stringify(found);
    },
  }),
  law({
    id: 'H8',
    states: 'a field that may occur once occurs no more than once, whatever fields the caller adds',
    source: 'RFC 5322 §3.6',
    needs: ['build'],
    isExploitable: true,
    refusal: 'keeps',
    arbitrary: fc.constantFrom('Subject', 'subject', 'From', 'To', 'MIME-Version', 'Content-Type'),
    async fault({ build }, name) {
      const text = name === 'Content-Type' ? 'text/plain' : 'x@example.com';
      const message = { ...plainMessage, fields: [{ name, text }] };
      const written = await build(message);
      const { length } = read(octetsOf(written)).fieldsNamed(name);
      return length > 1 ? `${length} fields` : undefined;
    },
  }),
];

function sortedNames(message: Buffer): readonly string[] {
  return read(message)
    .fields.map(({ lowerName }) => lowerName)
    .sort();
}
