/** Every line end a CRLF: RFC 2046 §4.1.1. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { anyString, lines } from '../../lib/testing/arbitraries.ts';
import { canonicalText } from '../../lib/transfer/canonical-text.ts';

const test = suite('transfer/canonical-text');

const given = fc.oneof(lines, anyString);

test('law: canonical text is its own canonical text (B7)', () => {
  fc.assert(
    fc.property(given, (text) => {
      assert.is(canonicalText(canonicalText(text)), canonicalText(text));
    }),
  );
});

test('law: CR and LF stand together alone, and all else stays in its order', () => {
  fc.assert(
    fc.property(given, (text) => {
      const canonical = canonicalText(text);
      assert.not.match(canonical, /\r(?!\n)|(?<!\r)\n/);
      assert.is(canonical.replace(/[\r\n]/g, ''), text.replace(/[\r\n]/g, ''));
    }),
  );
});

test('each kind of line end becomes one', () => {
  assert.is(
    canonicalText('a\rb\nc\r\nd\n\re\r\r\nf\u2028'),
    'a\r\nb\r\nc\r\nd\r\n\r\ne\r\n\r\nf\u2028',
  );
});

test.run();
