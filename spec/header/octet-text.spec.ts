/** Octets of a field as people read them: RFC 6532 §3.1, RFC 2047 §6. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { decodeUnstructured, textOfOctets } from '../../lib/header/octet-text.ts';
import { formatUnstructured } from '../../lib/header/unstructured.ts';
import { octets, text } from '../../lib/testing/arbitraries.ts';
import { assertLinear } from '../support/linear.ts';
import { readWithMailparser, readWithPostalMime } from '../support/readers.ts';

const test = suite('header/octet-text');

const latin1 = (typed: string): string => Buffer.from(typed).toString('latin1');

test('law: UTF-8 is read as it was typed, and any other octets as Latin-1', () => {
  fc.assert(fc.property(text, (typed) => assert.is(textOfOctets(latin1(typed)), typed)));
  fc.assert(
    fc.property(octets, (any) => {
      const written = Buffer.from(any).toString('latin1');
      const read = textOfOctets(`${written}\xff`);
      assert.is(read, `${written}\xff`);
    }),
  );
});

test('law: typed text reads back exactly, with its blanks (W9)', () => {
  fc.assert(
    fc.property(text, (typed) => {
      const body = formatUnstructured('Subject', typed).join('');
      assert.is(decodeUnstructured(body), typed);
    }),
    {
      numRuns: 200,
      examples: [['=?utf-8?Q?x?='], [' a\t'], ['=?x?y?z?='], ['  ']],
    },
  );
});

test('blanks at the ends are dropped where they are raw, and kept where a word says them', () => {
  assert.is(decodeUnstructured('  a  b \t'), 'a  b');
  assert.is(decodeUnstructured(' =?utf-8?Q?_a_?=  '), ' a ');
  assert.is(decodeUnstructured(' =?utf-8?Q?=A0?= '), '\ufffd');
  assert.is(decodeUnstructured(' \t '), '');
});

test('raw octets become characters, and words beside them are decoded', () => {
  assert.is(decodeUnstructured(` ${latin1('café')} =?utf-8?Q?=C3=A9?=`), 'café é');
  assert.is(decodeUnstructured(' caf\xe9 =?utf-8?Q?=C3=A9?='), 'café é');
});

test('postal-mime and mailparser read the same', async () => {
  for (const body of [
    '   a  b \t',
    ' \t=?utf-8?Q?_a_?=  ',
    latin1(' café =?utf-8?Q?=C3=A9?= \t=?utf-8?B?w6k=?='),
    ' =?utf-8?Q?a=C3?= =?utf-8?Q?=A9?= b',
    ' x=?utf-8?Q?b?=y',
    ' =?iso-8859-1*en?q?Andr=e9?= Pirard',
  ]) {
    const message = Buffer.from(`Subject:${body}\r\n\r\n`, 'latin1');
    const read = decodeUnstructured(body);
    assert.is((await readWithPostalMime(message)).subject, read, body);
    assert.is((await readWithMailparser(message)).subject, read, body);
  }
});

test('law: linear', () => {
  for (const piece of [
    ' ',
    '\xff',
    '\xc3',
    '\xc3\xa9',
    '=?utf-8?Q?\xc3\xa9?= ',
    '=?utf-8?Q?a?= ',
  ]) {
    assertLinear(piece, () => decodeUnstructured(`x${piece.repeat(300_000)}x`));
  }
});

test.run();
