/** Base64 in lines: RFC 2045 §6.8, the vectors of RFC 4648 §10. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { octets } from '../../lib/testing/arbitraries.ts';
import { base64Octets, writeBase64 } from '../../lib/transfer/base64.ts';

const test = suite('transfer/base64');

/** What fills whole blocks of the writer, and one octet more or less. */
const blockOctets = 57 * 512;

function encode(content: Uint8Array): Buffer {
  const target = Buffer.alloc(base64Octets(content.length));
  assert.is(writeBase64(content, target, 0), target.length);
  return target;
}

/** As the line rules say, from Node's own base64: no line end behind the last line. */
function expected(content: Uint8Array): string {
  return (
    Buffer.from(content)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');
}

test('the vectors of RFC 4648 §10', () => {
  const vectors = { f: 'Zg==', fo: 'Zm8=', foo: 'Zm9v', foob: 'Zm9vYg==', foobar: 'Zm9vYmFy' };
  for (const [text, base64] of Object.entries(vectors)) {
    assert.is(encode(Buffer.from(text)).toString(), base64);
  }
  assert.is(encode(Buffer.alloc(0)).length, 0);
});

test('law: lines of 76 characters, the last one shorter, that Node decodes (B1, B2, B3)', () => {
  fc.assert(
    fc.property(octets, (content) => {
      const encoded = encode(content).toString('latin1');
      assert.is(encoded, expected(content));
      assert.equal(Buffer.from(encoded, 'base64'), Buffer.from(content));
    }),
  );
});

test('law: the size in closed form is exact, at every length around lines and blocks (B4)', () => {
  const lengths = [0, 1, 2, 3, 56, 57, 58, 113, 114, 115, blockOctets - 1, blockOctets];
  for (const length of [...lengths, blockOctets + 1, 2 * blockOctets, 2 * blockOctets + 58]) {
    const content = Buffer.alloc(length, 'mimewright');
    assert.is(base64Octets(length), expected(content).length, String(length));
    assert.is(encode(content).toString('latin1'), expected(content), String(length));
  }
});

test('what stands around the place in the target is left alone', () => {
  const target = Buffer.alloc(base64Octets(100) + 10, '!');
  const end = writeBase64(Buffer.alloc(100), target, 5);
  assert.is(target.toString('latin1', 0, 5) + target.toString('latin1', end), '!!!!!!!!!!');
});

test.run();
