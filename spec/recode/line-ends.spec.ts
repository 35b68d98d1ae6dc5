/** Every line end a CRLF, octet by octet. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { normalizeLineEnds } from '../../lib/recode/line-ends.ts';
import { lines, octets } from '../../lib/testing/arbitraries.ts';

const test = suite('recode/line-ends');

const given = fc.oneof(
  octets,
  lines.map((text) => Buffer.from(text)),
);

test('law: CR and LF stand together alone, the other octets as they were', () => {
  fc.assert(
    fc.property(given, (content) => {
      const normal = Buffer.from(normalizeLineEnds(content)).toString('latin1');
      assert.not.match(normal, /\r(?!\n)|(?<!\r)\n/);
      const kept = Buffer.from(content)
        .toString('latin1')
        .replace(/[\r\n]/g, '');
      assert.is(normal.replace(/[\r\n]/g, ''), kept);
    }),
  );
});

test('law: a second time changes nothing, and gives the same memory', () => {
  fc.assert(
    fc.property(given, (content) => {
      const once = normalizeLineEnds(content);
      assert.is(normalizeLineEnds(once), once);
    }),
  );
});

test('CR CR LF is one line end, as a text-mode stream leaves it', () => {
  const normal = normalizeLineEnds(Buffer.from('a\r\r\nb\n\nc\rd\r\n'));
  assert.is(Buffer.from(normal).toString(), 'a\r\nb\r\n\r\nc\r\nd\r\n');
});

test.run();
