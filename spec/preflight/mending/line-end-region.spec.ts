/** Line ends as edits: what they make is what the whole made anew is. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { edited } from '../../../lib/preflight/mending/edit.ts';
import { LineEndRegion } from '../../../lib/preflight/mending/line-end-region.ts';
import { normalizeLineEnds } from '../../../lib/recode/line-ends.ts';

const test = suite('preflight/mending/line-end-region');

const octets = fc
  .array(fc.constantFrom('a', '\r', '\n', '\r\n', '\r\r\n'), { maxLength: 20 })
  .map((pieces) => Buffer.from(pieces.join('')));

const ALONE = { others: () => [], bodies: [] };

test('law: the edits of all line ends make them CRLF', () => {
  fc.assert(
    fc.property(octets, (message) => {
      const { edits } = new LineEndRegion(message, ALONE);
      const mended = edited(message, edits, false);
      assert.is(Buffer.compare(mended, normalizeLineEnds(message)), 0);
      assert.is(Buffer.compare(mended, edited(message, [], true)), 0);
    }),
  );
});

test('a line end at the end is added where it is wished and nothing else writes it', () => {
  const message = Buffer.from('a');
  const region = new LineEndRegion(message, ALONE);
  assert.is(region.final.length, 0);
  const wished = new LineEndRegion(message, ALONE);
  wished.wantFinal();
  assert.is(edited(message, wished.final, false).toString(), 'a\r\n');
  const close = { start: 1, end: 1, replacement: Buffer.from('\r\n--x--\r\n') };
  const closed = new LineEndRegion(message, { others: () => [close], bodies: [] });
  closed.wantFinal();
  assert.is(closed.final.length, 0);
});

test.run();
