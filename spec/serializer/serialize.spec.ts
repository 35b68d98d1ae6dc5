/** Sizes first, then one write: what was counted is what is written. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { encodeMessage } from '../../lib/encoder/encode.ts';
import { parseAddresses } from '../../lib/header/address-parsing.ts';
import type { Leaf, Message, Part } from '../../lib/model/message.ts';
import { serialize, serializedOctets } from '../../lib/serializer/serialize.ts';
import { lines, octets, text } from '../../lib/testing/arbitraries.ts';
import { canonicalText } from '../../lib/transfer/canonical-text.ts';

const test = suite('serializer/serialize');

const textLeaf: fc.Arbitrary<Leaf> = lines.map((content) => ({
  kind: 'leaf',
  mediaType: { type: 'text', subtype: 'plain', parameters: [] },
  content: Buffer.from(canonicalText(content)),
  isText: true,
}));
const fileLeaf: fc.Arbitrary<Leaf> = octets.map((content) => ({
  kind: 'leaf',
  mediaType: { type: 'image', subtype: 'png', parameters: [] },
  content,
  isText: false,
}));
const leaf = fc.oneof(textLeaf, fileLeaf);
const part: fc.Arbitrary<Part> = fc.oneof(
  leaf,
  fc.array(leaf, { minLength: 2, maxLength: 4 }).map((parts) => ({
    kind: 'multipart' as const,
    subtype: 'mixed' as const,
    parts: [...parts, { kind: 'multipart' as const, subtype: 'alternative' as const, parts }],
  })),
);
const message: fc.Arbitrary<Message> = fc.tuple(part, text).map(([body, subject]) => ({
  fields: [
    { kind: 'addresses', name: 'From', addresses: parseAddresses('a@b.example', 'From') },
    { kind: 'text', name: 'Subject', text: subject },
  ],
  body,
}));

test('law: the size is counted exactly, and the memory is its own (S11)', () => {
  fc.assert(
    fc.property(message, (given) => {
      const entity = encodeMessage(given);
      const written = serialize(entity);
      assert.is(serializedOctets(entity), written.length);
      assert.is(written.buffer.byteLength, written.length);
      assert.is(Buffer.compare(serialize(entity), written), 0);
    }),
    { numRuns: 200 },
  );
});

test('law: a message ends in a line end unless it is text whose content ends in none', () => {
  fc.assert(
    fc.property(message, (given) => {
      const { body } = given;
      const written = serialize(encodeMessage(given)).toString('latin1');
      const endsOpen =
        body.kind === 'leaf' &&
        body.isText &&
        !Buffer.from(body.content).toString().endsWith('\r\n');
      if (!endsOpen) assert.match(written, /\r\n$/);
    }),
  );
});

test('a multipart by hand', () => {
  const hello: Leaf = {
    kind: 'leaf',
    mediaType: { type: 'text', subtype: 'plain', parameters: [] },
    content: Buffer.from('hello'),
    isText: true,
  };
  const entity = encodeMessage({
    fields: [],
    body: { kind: 'multipart', subtype: 'mixed', parts: [hello, { ...hello, isText: false }] },
  });
  const boundary = entity.kind === 'multipart' ? entity.boundary : '';
  assert.equal(serialize(entity).toString().split('\r\n'), [
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    'Content-Transfer-Encoding: 7bit',
    '',
    `--${boundary}`,
    'Content-Type: text/plain',
    'Content-Transfer-Encoding: 7bit',
    '',
    'hello',
    `--${boundary}`,
    'Content-Type: text/plain',
    'Content-Transfer-Encoding: base64',
    '',
    'aGVsbG8=',
    `--${boundary}--`,
    '',
  ]);
});

test.run();
