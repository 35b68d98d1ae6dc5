/** Finding what holds an octet, against looking at each. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { inOrderAt } from '../../lib/preflight/in-order.ts';

const test = suite('preflight/in-order');

/** Spans in order, with gaps between some. */
const spans = fc
  .array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 4 })), { maxLength: 12 })
  .map((sizes) => {
    let at = 0;
    return sizes.map(([gap, length]) => {
      const start = at + gap;
      at = start + length;
      return { start, end: at };
    });
  });

test('law: it is the one that holds the octet, if any', () => {
  fc.assert(
    fc.property(spans, fc.nat(50), (all, offset) => {
      const expected = all.find(({ start, end }) => start <= offset && offset < end);
      assert.is(
        inOrderAt(all, offset, (span) => span),
        expected,
      );
    }),
  );
});

test.run();
