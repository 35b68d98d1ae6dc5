/** Searches for line ends, long lines and odd octets, each against the plain definition. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  afterLineEnd,
  beforeLineEnd,
  countLineEnds,
  endOfLine,
  firstNonAscii,
  firstNul,
  longLines,
} from '../../lib/octets/line-scan.ts';

const test = suite('octets/line-scan');

/** Lines, bare CRs, bare LFs, and octets of all sorts. */
const octets = fc
  .array(fc.constantFrom('\r\n', '\r', '\n', 'a', 'abcdef', '\0', '\x80', '\xff'), {
    maxLength: 40,
  })
  .map((pieces) => Buffer.from(pieces.join(''), 'latin1'));

test('law: line ends are counted by kind, and the first bare ones found (RFC 5322 §2.3)', () => {
  fc.assert(
    fc.property(octets, (message) => {
      const text = message.toString('latin1');
      const bareCrs = [...text.matchAll(/\r(?!\n)/g)];
      const bareLfs = [...text.matchAll(/(?<!\r)\n/g)];
      assert.equal(countLineEnds(message), {
        crlf: [...text.matchAll(/\r\n/g)].length,
        bareCr: bareCrs.length,
        bareLf: bareLfs.length,
        firstBareCr: bareCrs[0]?.index,
        firstBareLf: bareLfs[0]?.index,
      });
    }),
  );
});

test('law: the first octet over 0x7F and the first NUL are found', () => {
  fc.assert(
    fc.property(octets, (message) => {
      const nonAscii = message.findIndex((octet) => octet > 0x7f);
      assert.is(firstNonAscii(message) ?? -1, nonAscii);
      assert.is(firstNul(message) ?? -1, message.indexOf(0));
    }),
  );
});

test('law: long lines are those of more octets than allowed, without their line ends', () => {
  fc.assert(
    fc.property(octets, fc.integer({ min: 1, max: 12 }), (message, maxOctets) => {
      const lines = [...message.toString('latin1').matchAll(/([^\n]*?)(?:\r?\n|$)/g)];
      const long = lines
        .filter(([, line = '']) => line.length > maxOctets)
        .map(({ index, 1: line = '' }) => ({ start: index, end: index + line.length }));
      assert.equal(longLines(message, maxOctets), long);
    }),
  );
});

test('998 octets before CRLF are no long line, 999 are', () => {
  const exact = Buffer.from(`${'a'.repeat(998)}\r\n${'b'.repeat(998)}\n${'c'.repeat(998)}`);
  assert.equal(longLines(exact, 998), []);
  const long = Buffer.from(`a\r\n${'b'.repeat(999)}\r\nc`);
  assert.equal(longLines(long, 998), [{ start: 3, end: 1002 }]);
});

test('a search within a view stays within it', () => {
  const view = Buffer.from('\n\0\xffab\xff\0\n', 'latin1').subarray(3, 5);
  assert.is(countLineEnds(view).bareLf, 0);
  assert.is(firstNul(view), undefined);
  assert.is(firstNonAscii(view), undefined);
});

test('law: lines and line ends follow each other without a gap', () => {
  fc.assert(
    fc.property(octets, (message) => {
      let at = 0;
      while (at < message.length) {
        const lineEnd = endOfLine(message, at, message.length);
        assert.not.match(message.toString('latin1', at, lineEnd), /[\r\n]/);
        const next = afterLineEnd(message, lineEnd, message.length);
        assert.match(message.toString('latin1', lineEnd, next), /^(?:\r\r?\n|\r|\n|)$/);
        assert.ok(next > at && next <= message.length);
        at = next;
      }
    }),
  );
});

test('the line end before an offset is CRLF, LF, CR, or nothing', () => {
  const message = Buffer.from('a\r\nb\nc\rd');
  const found = [1, 3, 5, 7].map((at) => beforeLineEnd(message, at));
  assert.equal(found, [1, 1, 4, 6]);
  assert.is(beforeLineEnd(message, 0), 0);
});

test('CR CR LF is one line end, and none reaches beyond the end given', () => {
  const cases: readonly (readonly [text: string, end: number, after: number])[] = [
    ['\r\r\na', 4, 3],
    ['\r\r\n', 2, 2],
    ['\r\n', 1, 1],
    ['\r\ra', 3, 1],
    ['\ra', 2, 1],
    ['\n\n', 2, 1],
    ['a\n', 0, 0],
    ['\r', 0, 0],
  ];
  for (const [text, end, after] of cases) {
    assert.is(afterLineEnd(Buffer.from(text), 0, end), after, JSON.stringify(text));
  }
});

test('searches begin and end where they are told', () => {
  const message = Buffer.from('\0a\0\nb');
  assert.is(firstNul(message, 1), 2);
  assert.is(endOfLine(message, 4, 5), 5);
  assert.is(endOfLine(message, 1, 2), 2);
  assert.is(endOfLine(message, 3, 5), 3);
});

test.run();
