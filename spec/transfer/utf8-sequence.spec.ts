/** Characters of UTF-8, against Node's decoder. */

import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { firstInvalidUtf8, utf8SequenceOctets } from '../../lib/transfer/utf8-sequence.ts';

const test = suite('transfer/utf8-sequence');

const edges = [
  0, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0,
].concat([0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff]);
const octets = fc
  .array(fc.oneof(fc.constantFrom(...edges), fc.constantFrom(...Buffer.from('é日😀'))))
  .map((list) => Buffer.from(list));

test('law: walked from character to character, the text is the one Node decodes', () => {
  fc.assert(
    fc.property(octets, (body) => {
      let text = '';
      for (let at = 0; at < body.length; ) {
        const length = utf8SequenceOctets(body, at);
        text += length > 0 ? body.toString('utf8', at, at + length) : '\ufffd';
        at += Math.abs(length);
      }
      assert.is(text, body.toString('utf8'));
    }),
    { numRuns: 2000 },
  );
});

test('law: what stands before the first invalid octets is UTF-8, and with them it is not', () => {
  fc.assert(
    fc.property(octets, (body) => {
      const span = firstInvalidUtf8(body);
      assert.is(span === undefined, isUtf8(body));
      if (span === undefined) return;
      assert.ok(isUtf8(body.subarray(0, span.start)));
      assert.not.ok(isUtf8(body.subarray(0, span.end + 4)));
      assert.ok(span.start < span.end && span.end <= body.length);
    }),
  );
});

test.run();
