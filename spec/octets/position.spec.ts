/** Lines and columns of offsets, against counting them one by one. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { positionFinder } from '../../lib/octets/position.ts';

const test = suite('octets/position');

const text = fc
  .array(fc.constantFrom('\r\n', '\r', '\n', 'a', 'bc'), { maxLength: 30 })
  .map((pieces) => pieces.join(''));

test('law: a position counts the line ends before it, and the octets since', () => {
  fc.assert(
    fc.property(text, fc.array(fc.nat(60), { maxLength: 10 }), (message, offsets) => {
      const position = positionFinder(Buffer.from(message));
      for (const offset of offsets.map((each) => Math.min(each, message.length))) {
        const lineEnds = [...message.matchAll(/\r\n|\r|\n/g)]
          .map(({ index, 0: lineEnd }) => index + lineEnd.length)
          .filter((lineStart) => lineStart <= offset);
        const column = offset - (lineEnds.at(-1) ?? 0) + 1;
        assert.equal(position(offset), { line: lineEnds.length + 1, column });
      }
    }),
  );
});

test('the first octet stands in line 1, column 1, also of nothing', () => {
  assert.equal(positionFinder(new Uint8Array())(0), { line: 1, column: 1 });
});

test('the LF of a CRLF still stands in the line that it ends', () => {
  const position = positionFinder(Buffer.from('ab\r\ncd'));
  assert.equal(position(3), { line: 1, column: 4 });
  assert.equal(position(4), { line: 2, column: 1 });
});

test.run();
