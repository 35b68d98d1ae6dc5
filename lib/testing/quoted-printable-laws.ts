/** Laws of quoted-printable: RFC 2045 §6.7. */

import fc from 'fast-check';
import { decodeTransfer } from '../transfer/decoding.ts';
import { ENCODED_LINE_OCTETS } from '../transfer/line-limits.ts';
import { lines } from './arbitraries.ts';
import { type Law, law } from './law.ts';
import { charactersOf, comparableText, linesOf, octetsOf } from './readings.ts';

/** What quoted-printable must be, whoever writes it. */
export const quotedPrintableLaws: readonly Law[] = [
  law({
    id: 'Q1',
    states: 'quoted-printable decodes to the text it was made of',
    source: 'RFC 2045 §6.7; RFC 2046 §4.1.1',
    needs: ['encodeQuotedPrintable'],
    refusal: 'breaks',
    arbitrary: lines,
    async fault({ encodeQuotedPrintable }, text) {
      const encoded = octetsOf(await encodeQuotedPrintable(text));
      const decoded = Buffer.from(decodeTransfer(encoded, 'quoted-printable')).toString();
      return comparableText(decoded) === comparableText(text) ? undefined : 'another text';
    },
  }),
  lineLaw('Q2', 'a line of quoted-printable holds at most 76 characters', '§6.7(5)', (line) =>
    line.length > ENCODED_LINE_OCTETS ? `a line of ${line.length} characters` : undefined,
  ),
  lineLaw('Q3', 'no line of quoted-printable ends in a blank', '§6.7(3)', (line) =>
    /[ \t]$/.test(line) ? 'a blank at the end of a line' : undefined,
  ),
  lineLaw(
    'Q4',
    'quoted-printable holds printable ASCII, TAB, soft line breaks and escapes in upper case',
    '§6.7(1), §6.7(2)',
    (line) => {
      const rest = line.replace(/=(?:[0-9A-F]{2}|$)/g, '');
      return /[^\t -<>-~]/.test(rest) ? `${JSON.stringify(rest)} as it is` : undefined;
    },
  ),
  law({
    id: 'Q5',
    states: 'the last line of quoted-printable ends in no soft line break',
    source: 'RFC 2045 §6.7',
    needs: ['encodeQuotedPrintable'],
    arbitrary: lines,
    async fault({ encodeQuotedPrintable }, text) {
      const encoded = charactersOf(await encodeQuotedPrintable(text));
      return /=(?:\r\n)*$/.test(encoded) ? 'a soft line break at the end' : undefined;
    },
  }),
  law({
    id: 'Q6',
    states: 'no lone CR or LF stands in quoted-printable',
    source: 'RFC 2045 §6.7(4)',
    needs: ['encodeQuotedPrintable'],
    isExploitable: true,
    arbitrary: lines,
    async fault({ encodeQuotedPrintable }, text) {
      const encoded = charactersOf(await encodeQuotedPrintable(text));
      return /\r(?!\n)|(?<!\r)\n/.test(encoded) ? 'a lone CR or LF' : undefined;
    },
  }),
  lineLaw(
    'Q7',
    'no line of quoted-printable is a lone dot or starts with "From "',
    'RFC 2049 §3(8)',
    (line) => (/^(?:\.$|From )/.test(line) ? JSON.stringify(line) : undefined),
  ),
  law({
    id: 'Q11',
    states: 'short lines of plain ASCII stay as they are in quoted-printable',
    source: 'RFC 2045 §6.7(2)',
    needs: ['encodeQuotedPrintable'],
    arbitrary: fc
      .array(fc.stringMatching(/^[A-Za-z0-9 ,;:!?]{0,70}[a-z0-9]$/), { maxLength: 4 })
      .map((all) => all.filter((line) => !line.startsWith('From ')).join('\r\n')),
    async fault({ encodeQuotedPrintable }, text) {
      const encoded = charactersOf(await encodeQuotedPrintable(text));
      return comparableText(encoded) === comparableText(text) ? undefined : 'needless escapes';
    },
  }),
];

/** A law of each line of quoted-printable. */
function lineLaw(
  id: string,
  states: string,
  source: string,
  lineFault: (line: string) => string | undefined,
): Law {
  return law({
    id,
    states,
    source: source.startsWith('§') ? `RFC 2045 ${source}` : source,
    needs: ['encodeQuotedPrintable'],
    arbitrary: lines,
    async fault({ encodeQuotedPrintable }, text) {
      const encoded = charactersOf(await encodeQuotedPrintable(text));
      return linesOf(encoded).map(lineFault).find(Boolean);
    },
  });
}
