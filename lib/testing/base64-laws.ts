/** Laws of base64: RFC 2045 §6.8, RFC 4648. */

import fc from 'fast-check';
import { ENCODED_LINE_OCTETS } from '../transfer/line-limits.ts';
import { octets } from './arbitraries.ts';
import { type Law, law } from './law.ts';
import { charactersOf } from './readings.ts';

const CRLF_AT_END = /\r\n$/;

/** What base64 must be, whoever writes it. */
export const base64Laws: readonly Law[] = [
  law({
    id: 'B1',
    states: 'base64 decodes to the octets it was made of',
    source: 'RFC 2045 §6.8',
    needs: ['encodeBase64'],
    refusal: 'breaks',
    arbitrary: octets,
    async fault({ encodeBase64 }, content) {
      const decoded = Buffer.from(charactersOf(await encodeBase64(content)), 'base64');
      return decoded.equals(content) ? undefined : `${decoded.length} other octets`;
    },
  }),
  law({
    id: 'B2',
    states:
      'lines of base64 end in CRLF, hold at most 76 characters, and all but the last equally many',
    source: 'RFC 2045 §6.8',
    needs: ['encodeBase64'],
    arbitrary: octets,
    fault: async ({ encodeBase64 }, content) =>
      linesFault(charactersOf(await encodeBase64(content))),
  }),
  law({
    id: 'B3',
    states: 'base64 holds its alphabet in quartets, and padding at the end alone',
    source: 'RFC 4648 §3.2, §4',
    needs: ['encodeBase64'],
    arbitrary: octets,
    async fault({ encodeBase64 }, content) {
      const characters = charactersOf(await encodeBase64(content)).replace(/[\r\n]/g, '');
      const isWhole = characters.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(characters);
      return isWhole ? undefined : 'foreign characters, or padding out of place';
    },
  }),
  law({
    id: 'B4',
    states: 'the size of base64 is known before it is made',
    source: 'mimewright',
    needs: ['encodeBase64', 'base64Octets'],
    arbitrary: fc.nat({ max: 5000 }).map((length) => new Uint8Array(length)),
    async fault({ encodeBase64, base64Octets }, content) {
      const { length } = charactersOf(await encodeBase64(content));
      const due = await base64Octets(content.length);
      return length === due ? undefined : `${length} octets, not ${due}`;
    },
  }),
];

function linesFault(text: string): string | undefined {
  if (text === '') return undefined;
  if (/\r(?!\n)|(?<!\r)\n/.test(text)) return 'a lone CR or LF';
  const [first = '', ...others] = text.replace(CRLF_AT_END, '').split('\r\n');
  const last = others.pop() ?? first;
  for (const line of [first, ...others, last]) {
    if (line === '') return 'an empty line';
    if (line.length > ENCODED_LINE_OCTETS) return `a line of ${line.length} characters`;
  }
  const isEven = others.every(({ length }) => length === first.length);
  return isEven && last.length <= first.length ? undefined : 'lines of different lengths';
}
