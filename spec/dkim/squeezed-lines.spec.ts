/** Lines that need no change are found by the same arithmetic that changes the others: RFC 6376 §3.4.4. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isSqueezed, squeeze, squeezedOctetsMax } from '../../lib/dkim/squeezed-lines.ts';

function squeezed(body: Buffer, start = 0, end: number = body.length): Buffer {
  const into = Buffer.alloc(squeezedOctetsMax(end - start));
  return into.subarray(0, squeeze(body, { start, end }, { into, endsInLf: false }));
}

const pieces = fc.constantFrom(
  ' ',
  '\t',
  '\r\n',
  '\r',
  '\n',
  '!',
  'a',
  'word',
  'é',
  '\0',
  ' a',
  '  ',
);
const bodies = fc.array(pieces, { maxLength: 30 }).map((some) => Buffer.from(some.join('')));

const test = suite('dkim/squeezed-lines');

test('law: what is said to be squeezed stays as it is, in whatever stretch of a body', () => {
  fc.assert(
    fc.property(bodies, fc.nat(), fc.nat(), (body, some, other) => {
      const [start = 0, end = 0] = [some, other]
        .map((at) => at % (body.length + 1))
        .sort((a, b) => a - b);
      if (!isSqueezed(body, { start, end })) return;
      assert.equal(squeezed(body, start, end), body.subarray(start, end));
    }),
    { numRuns: 2_000 },
  );
});

const plain = 'The quick brown fox jumps over the lazy dog; so it does!\r\n';

test('plain text is squeezed, at whatever octet it starts', () => {
  for (let start = 0; start < 8; start += 1) {
    const body = Buffer.from(plain.repeat(3));
    assert.ok(isSqueezed(body, { start, end: body.length }), String(start));
  }
});

test('one blank too many, wherever it stands among four octets, is seen', () => {
  for (const blanks of ['  ', '\t', ' \t', ' \r\n', '\t\r\n']) {
    for (let before = 0; before < 9; before += 1) {
      const body = Buffer.from(`${'x'.repeat(before)}${blanks}y`);
      assert.not.ok(
        isSqueezed(body, { start: 0, end: body.length }),
        JSON.stringify(body.toString()),
      );
    }
  }
});

test('what follows a stretch decides on the blank at its end', () => {
  const body = Buffer.from('abc  d');
  assert.not.ok(isSqueezed(body, { start: 0, end: 4 }));
  assert.ok(isSqueezed(body, { start: 4, end: 6 }));
});

test.run();
