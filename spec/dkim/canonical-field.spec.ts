/** Canonical fields, held to a slow one written from RFC 6376 §3.4.1 and §3.4.2. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { canonicalField } from '../../lib/dkim/canonical-field.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('dkim/canonical-field');

const relaxed = (field: string): string => canonicalField(field, { header: 'relaxed' });
const simple = (field: string): string => canonicalField(field, { header: 'simple' });

/** In the five steps of the RFC. */
function expected(field: string): string {
  const unfolded = field.replace(/\r?\n(?=[ \t])/g, '').replace(/\r?\n$/, '');
  const colon = unfolded.indexOf(':');
  const reduced = (text: string): string => text.replace(/[ \t]+/g, ' ').replace(/ $/, '');
  const value = reduced(unfolded.slice(colon + 1)).replace(/^ /, '');
  return `${reduced(unfolded.slice(0, colon)).toLowerCase()}:${value}\r\n`;
}

const blanks = fc.stringMatching(/^[ \t]{0,3}$/);
const fold = fc.constantFrom('\r\n ', '\r\n\t', '\n ', '\r\n \t');
const word = fc.stringMatching(/^[!-9;-~\x80-\xff\0\r:]{0,6}$/);
const field = fc
  .tuple(
    fc.stringMatching(/^[A-Za-z-]{1,8}$/),
    blanks,
    fc.array(fc.oneof(word, blanks, fold), { maxLength: 8 }),
    fc.constantFrom('\r\n', '\n', ''),
  )
  .map(([name, blank, pieces, end]) => `${name}${blank}:${pieces.join('')}${end}`)
  // A CR before a line end, or a fold without a text before the end, is read by nobody alike.
  .filter((text) => !/\r\r?$|\r\r\n/.test(text));

test('the example of RFC 6376 §3.4.5', () => {
  assert.is(relaxed('A: X\r\n'), 'a:X\r\n');
  assert.is(relaxed('B : Y\t\r\n\tZ  \r\n'), 'b:Y Z\r\n');
  assert.is(simple('B : Y\t\r\n\tZ  \r\n'), 'B : Y\t\r\n\tZ  \r\n');
});

test('an empty field, one of blanks, one without a line end, one with LF', () => {
  assert.is(relaxed('A:\r\n'), 'a:\r\n');
  assert.is(relaxed('A: \t \r\n'), 'a:\r\n');
  assert.is(relaxed('A: b'), 'a:b\r\n');
  assert.is(simple('A: b\n c\n'), 'A: b\r\n c\r\n');
  assert.is(relaxed(' no field '), 'no field\r\n');
});

test('law: it is what the RFC says, step by step', () => {
  fc.assert(
    fc.property(field, (text) => {
      assert.is(relaxed(text), expected(text));
      assert.is(simple(text), `${text.replace(/\r?\n$/, '')}\r\n`.replace(/(?<!\r)\n/g, '\r\n'));
    }),
  );
});

test('law: a canonical field is its own canonical form (D2)', () => {
  fc.assert(
    fc.property(field, (text) => {
      assert.is(relaxed(relaxed(text)), relaxed(text));
      assert.is(simple(simple(text)), simple(text));
      assert.is(relaxed(simple(text)), relaxed(text));
    }),
  );
});

test('law: folds, runs of blanks and the case of the name make no relaxed difference', () => {
  const changed = (text: string): string => {
    const colon = text.indexOf(':');
    const value = text.slice(colon + 1).replace(/[ \t]+/g, '\r\n \t ');
    return `${text.slice(0, colon).toUpperCase()} :${value} \t\r\n`;
  };
  fc.assert(
    fc.property(field, (text) => {
      const plain = text.replace(/\r?\n/g, '');
      assert.is(relaxed(changed(plain)), relaxed(plain));
    }),
  );
});

test('time is linear in the octets, whatever they are', () => {
  for (const text of [' ', '\t', '\r\n ', '\n', '\r', ':', 'x ', '\r\n']) {
    const long = `A${text.repeat(1_000_000 / text.length)}x`;
    assertLinear(JSON.stringify(text), () => [relaxed(long), simple(long)]);
  }
});

test.run();
