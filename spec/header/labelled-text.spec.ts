/** Text of a header in the charset that it names. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { decodeLabelled } from '../../lib/header/labelled-text.ts';

const test = suite('header/labelled-text');

test('octets are read in the charset of their label, in any case', () => {
  const text = decodeLabelled(Uint8Array.of(0xe9), 'ISO-8859-1');
  assert.equal(text, { text: 'é', isExact: true, isMislabelled: false });
  assert.is(decodeLabelled(Uint8Array.of(0xe9), 'utf-8')?.isExact, false);
  assert.is(decodeLabelled(Uint8Array.of(0xe9), 'x-none'), undefined);
});

test('what is certainly UTF-8 is read as UTF-8', () => {
  const octets = Buffer.from('naïve café');
  const text = decodeLabelled(octets, 'windows-1252');
  assert.equal(text, { text: 'naïve café', isExact: true, isMislabelled: true });
});

test.run();
