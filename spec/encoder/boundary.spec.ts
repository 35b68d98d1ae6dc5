/** Boundaries are steady, and absent from what stands in the message as it is: RFC 2046 §5.1.1. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { chooseBoundary, findLookAlikes, type LookAlikes } from '../../lib/encoder/boundary.ts';
import { joinFields } from '../../lib/header/folding.ts';
import { text } from '../../lib/testing/arbitraries.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('encoder/boundary');

const path = fc.constantFrom('', '1', '1.1', '2', '1.1.1');

function lookAlikesOf(content: string): LookAlikes {
  const octets = Buffer.from(content, 'latin1');
  const leaf = { kind: 'leaf', header: joinFields([]), content: octets, isText: true } as const;
  return findLookAlikes([{ ...leaf, encoding: '7bit', bodyOctets: octets.length }]);
}

test('law: 28 characters that need a look at 7bit leaves alone (S1)', () => {
  fc.assert(
    fc.property(path, text, (p, fingerprint) => {
      const boundary = chooseBoundary(p, fingerprint, new Set());
      assert.match(boundary, /^=_(?:0|[\d.]+)_[0-9a-f]+$/);
      assert.is(boundary.length, 28);
      assert.is(chooseBoundary(p, fingerprint, new Set()), boundary);
    }),
  );
});

test('law: another path or message has another boundary, and none is a prefix of one (S2)', () => {
  fc.assert(
    fc.property(path, path, text, text, (p, q, one, other) => {
      fc.pre(p !== q || one !== other);
      assert.is.not(chooseBoundary(p, one, new Set()), chooseBoundary(q, other, new Set()));
    }),
  );
});

test('law: a boundary does not stand in the content, nor does a prefix of it end a line there', () => {
  const behind = fc.constantFrom('', '--', ' ', '\t', 'x', '--x', '\r\n', '--\r\nmore');
  fc.assert(
    fc.property(text, fc.array(fc.tuple(fc.nat(28), behind), { maxLength: 6 }), (seed, cuts) => {
      let content = 'x';
      for (const [end, after] of cuts) {
        const next = chooseBoundary('', seed, lookAlikesOf(content));
        content += `\r\n--${next.slice(0, Math.max(end, 6))}${after}\r\n`;
      }
      const boundary = chooseBoundary('', seed, lookAlikesOf(content));
      assert.not(content.includes(`--${boundary}`));
      for (const line of content.split('\r\n')) {
        const candidate = line
          .replace(/^--/, '')
          .replace(/[ \t]+$/, '')
          .replace(/--$/, '');
        if (candidate.length > '=_0_'.length) assert.not(boundary.startsWith(candidate), line);
      }
    }),
  );
});

test('content that holds every short prefix does not go on for ever', () => {
  const digits = [...'0123456789abcdef'];
  const content = digits.map((digit) => `--=_0_${digit}\r\n`).join('');
  assert.match(chooseBoundary('', 'x', lookAlikesOf(content)), /^=_0_[0-9a-f]{24}$/);
});

test('a hundred thousand look-alikes are looked at once', () => {
  const content = Array.from({ length: 100_000 }, (_, at) => `--=_${at}`).join('\r\n');
  assertLinear('look-alikes', () => assert.is(lookAlikesOf(content).size, 100_000));
});

test.run();
