/** The quick look before quoted-printable: never wrong, and quick where it matters. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as arbitraries from '../../lib/testing/arbitraries.ts';
import { isMostlyEscaped } from '../../lib/transfer/escape-density.ts';
import { quotedPrintableOctets } from '../../lib/transfer/quoted-printable.ts';

const test = suite('transfer/escape-density');

const dense: fc.Arbitrary<Uint8Array> = fc.uint8Array({ min: 0x70, minLength: 1, maxLength: 9000 });

test('law: what is said to take more octets takes more (C3)', () => {
  fc.assert(
    fc.property(fc.oneof(arbitraries.octets, dense), fc.nat({ max: 30_000 }), (octets, most) => {
      fc.pre(isMostlyEscaped(octets, most));
      assert.ok(quotedPrintableOctets(octets, { isText: false }) > most);
    }),
  );
});

test('Chinese, Cyrillic and noise are seen through; accents are left to be tried', () => {
  const worth = (text: string): boolean => {
    const octets = Buffer.from(text.repeat(5000));
    return isMostlyEscaped(octets, Math.floor(octets.length * 1.6));
  };
  assert.ok(worth('漢字'));
  assert.ok(worth('слово '));
  assert.ok(worth('abж'));
  assert.not(worth('Café au lait, crème brûlée. '));
  assert.not(isMostlyEscaped(Buffer.alloc(0), 0));
});

test('text that starts thin is not looked at to its end', () => {
  const octets = Buffer.concat([Buffer.alloc(5000, 'a'), Buffer.from('漢字'.repeat(5000))]);
  assert.not(isMostlyEscaped(octets, octets.length));
});

test.run();
