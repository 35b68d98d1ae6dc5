/** Octets drawn so that each can be seen, and carets under those at fault. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Finding } from '../../lib/preflight/report.ts';
import { octetExcerpt } from '../../lib/report/octet-excerpt.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('report/octet-excerpt');

function at(start: number, end: number): Finding['at'] {
  return { in: 'message', start, end, line: 1, column: 1 };
}

/** The two lines, as a terminal shows them. */
function excerpt(text: string, start: number, end: number): string {
  const { line, carets } = octetExcerpt(Buffer.from(text, 'latin1'), at(start, end)) ?? {};
  return `${line}\n${carets}`;
}

test('CR, LF, TAB, NUL, DEL, octets beyond ASCII and blanks at the end can be seen', () => {
  assert.is(excerpt('a\r\n\tb\0\x7f\xc3 c \t \r\nd', 6, 7), '␉b␀␡\\xC3 c␣␉␣␍␊\n   ^');
  assert.is(excerpt('caf\xc3\xa9 x', 3, 5), 'caf\\xC3\\xA9 x\n   ^^^^^^^^');
  assert.is(excerpt('a  \r\n', 1, 3), 'a␣␣␍␊\n ^^');
  assert.is(excerpt('a  ', 1, 3), 'a␣␣\n ^^');
  assert.is(excerpt('a b\rc\n', 3, 4), 'a b␍c␊\n   ^');
});

test('an empty span has one caret, under what follows it', () => {
  assert.is(excerpt('To: a\r\n\r\n', 7, 7), '␍␊\n^');
  assert.is(excerpt('a\xe9b', 1, 1), 'a\\xE9b\n ^');
});

test('at the end of the message stands its end', () => {
  assert.is(excerpt('', 0, 0), '[end of message]\n^');
  assert.is(excerpt('a\r\n', 3, 3), '[end of message]\n^');
  assert.is(excerpt('a\r\nbc', 5, 5), 'bc[end of message]\n  ^');
});

test('of a span of several lines the first is drawn', () => {
  assert.is(excerpt('a\r\nbc\r\nd\r\n', 4, 9), 'bc␍␊\n ^^^');
});

test('a long line is cut around the fault, and keeps what has room', () => {
  const line = `${'abcdefghij'.repeat(20)}\r\n`;
  const columns = 72;
  assert.is(excerpt(line, 0, 1), `${line.slice(0, columns)}...\n^`);
  assert.is(excerpt(line, 100, 102), `...${line.slice(64, 136)}...\n${' '.repeat(39)}^^`);
  assert.is(excerpt(line, 200, 202), `...${line.slice(130, 200)}␍␊\n${' '.repeat(73)}^^`);
  assert.is(
    excerpt(line, 10, 150),
    `${line.slice(0, columns)}...\n${' '.repeat(10)}${'^'.repeat(62)}`,
  );
  assert.is(excerpt('\xe9'.repeat(99), 50, 51).split('\n')[0], `...${'\\xE9'.repeat(18)}...`);
});

test('a line that just fits is not cut', () => {
  const line = 'x'.repeat(72);
  assert.is(excerpt(`\n${line}`, 40, 41).split('\n')[0], line);
  assert.is(excerpt(`\n${line}\n`, 1, 1).split('\n')[0], `${line}...`);
  assert.is(excerpt(`\n${line}`, 73, 73).split('\n')[0], `${line}[end of message]`);
  assert.is(excerpt(`x${line}`, 73, 73).split('\n')[0], `...${line}[end of message]`);
});

test('a finding about an option has none, nor one beyond the octets', () => {
  const option: Finding['at'] = { in: 'option', option: 'source', start: 0, end: 1 };
  assert.is(octetExcerpt(Buffer.from('abc'), option), undefined);
  assert.is(octetExcerpt(Buffer.from('abc'), at(4, 5)), undefined);
});

const octets: fc.Arbitrary<Uint8Array> = fc
  .array(
    fc.oneof(
      fc.constantFrom('\r\n', '\r', '\n', ' ', '\t', '\0', '\\', 'x'.repeat(80), '    '),
      fc.string({ unit: 'binary-ascii' }),
      fc.constantFrom('é', '日本', '\x7f'),
    ),
  )
  .map((pieces) => Buffer.from(pieces.join('')));

const span = fc.tuple(fc.nat(400), fc.oneof(fc.nat(3), fc.nat(400)));

/** What a glyph stands for: the way back. */
function octetOf(glyph: string): number {
  if (glyph === '␣') return 0x20;
  if (glyph === '␡') return 0x7f;
  if (glyph.startsWith('\\x')) return Number.parseInt(glyph.slice(2), 16);
  const code = glyph.charCodeAt(0);
  return code >= 0x2400 ? code - 0x2400 : code;
}

function octetsOf(glyphs: string): readonly number[] {
  return (glyphs.match(/\\x[89A-F][0-9A-F]|./g) ?? []).map(octetOf);
}

test('law: above the carets stand the octets of the finding, from its first to the cut or line end', () => {
  fc.assert(
    fc.property(octets, span, (octets, [offset, length]) => {
      const start = Math.min(offset, octets.length);
      const end = Math.min(start + length, octets.length);
      const { line, carets } = octetExcerpt(octets, at(start, end)) ?? { line: '', carets: '' };
      assert.match(carets, /^ *\^+$/);
      assert.match(line, /^[\x20-\x7e\u2400-\u2423]*$/);
      const from = carets.indexOf('^');
      if (start === octets.length) {
        assert.is(line.slice(from), '[end of message]');
        return;
      }
      const lf = octets.indexOf(0x0a, start);
      const lineEnd = lf === -1 ? octets.length : lf + 1;
      const shown = octetsOf(line.slice(from, end > start ? carets.length : from + 4));
      if (end === start) assert.is(shown[0], octets[start]);
      else assert.equal(shown, [...octets.subarray(start, start + shown.length)]);
      const isCut = line.length === carets.length + 3 && line.endsWith('...');
      if (end > start && !isCut) assert.is(shown.length, Math.min(end, lineEnd) - start);
      assert.ok(line.length <= 72 + 6);
    }),
    { numRuns: 1000 },
  );
});

test('law: all of the line is drawn, but for what was cut', () => {
  fc.assert(
    fc.property(octets, fc.nat(400), (octets, offset) => {
      fc.pre(octets.length > 0);
      const start = Math.min(offset, octets.length - 1);
      const { line, carets } = octetExcerpt(octets, at(start, start)) ?? { line: '', carets: '' };
      const lineStart = start === 0 ? 0 : octets.lastIndexOf(0x0a, start - 1) + 1;
      const lf = octets.indexOf(0x0a, start);
      const whole = [...octets.subarray(lineStart, lf === -1 ? octets.length : lf + 1)];
      const columns = whole.reduce((sum, octet) => sum + (octet > 0x7f ? 4 : 1), 0);
      if (columns <= 72) {
        assert.equal(octetsOf(line), whole);
        assert.is(octetsOf(line.slice(0, carets.length - 1)).length, start - lineStart);
        return;
      }
      assert.ok(line.startsWith('...') || line.endsWith('...'));
      assert.ok(line.length > 72 - 4);
    }),
    { numRuns: 1000 },
  );
});

test('a line of megabytes costs no more than a short one', () => {
  const octets = Buffer.alloc(10_000_000, ' ');
  assertLinear('octetExcerpt', () => {
    for (let start = 0; start < 10_000_000; start += 500)
      octetExcerpt(octets, at(start, 10_000_000));
  });
});

test.run();
