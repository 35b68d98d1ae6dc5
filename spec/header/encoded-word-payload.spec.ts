/** Payloads of encoded-words: RFC 2047 §4. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { decodePayload } from '../../lib/header/encoded-word-payload.ts';

const test = suite('header/encoded-word-payload');

function read(
  encoding: 'B' | 'Q',
  payload: string,
): readonly [text: string | undefined, fault: string | undefined] {
  const { octets, fault } = decodePayload(encoding, payload);
  return [octets?.toString('latin1'), fault];
}

test('law: B gives back any octets, Q also', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), (octets) => {
      const written = Buffer.from(octets);
      assert.equal(read('B', written.toString('base64')), [written.toString('latin1'), undefined]);
      const hex = written.toString('hex').toUpperCase().replace(/../g, '=$&');
      assert.equal(read('Q', hex), [written.toString('latin1'), undefined]);
    }),
  );
});

test('what Q leaves as it is, and "_" for a blank', () => {
  assert.equal(read('Q', 'a_b=5F=C3=A9!"()~'), ['a b_\xc3\xa9!"()~', undefined]);
});

test('wrong padding and hex digits in lower case are forgiven, and said', () => {
  for (const payload of ['YWI', 'YWI==']) {
    assert.equal(read('B', payload), ['ab', 'wrong padding'], payload);
  }
  for (const payload of ['=c3=A9', '=C3=a9', '=c3=a9']) {
    assert.equal(read('Q', payload), ['\xc3\xa9', 'hex digits in lower case'], payload);
  }
  assert.equal(read('Q', '=41a'), ['Aa', undefined]);
  assert.equal(read('Q', ''), ['', 'nothing in it']);
  assert.equal(read('B', ''), ['', 'nothing in it']);
});

test('all else cannot be decoded', () => {
  const alphabet = 'characters outside base64, or inner padding';
  const character = 'a character that Q must escape';
  const digits = '"=" without two hex digits';
  const rows: readonly (readonly ['B' | 'Q', string, string])[] = [
    ['B', 'YQ=Q', alphabet],
    ['B', 'YQ===', alphabet],
    ['B', '_-8=', alphabet],
    ['B', 'YQ\xa0', alphabet],
    ['B', 'YWJjZ', 'a length that base64 never has'],
    ['B', 'Y===', alphabet],
    ['Q', 'a?b', character],
    ['Q', 'caf\xe9', character],
    ['Q', 'a\0', character],
    ['Q', 'a\x7f', character],
    ['Q', '=ZZ', digits],
    ['Q', '=4', digits],
    ['Q', 'a=', digits],
  ];
  for (const [encoding, payload, fault] of rows) {
    assert.equal(read(encoding, payload), [undefined, fault], payload);
  }
});

test.run();
