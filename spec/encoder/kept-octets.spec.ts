/** Parts that are built again keep their octets, and nobody sees a difference. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { composeFrom } from '../../lib/builder/compose-from.ts';
import { encodedForBuild, keptOctets } from '../../lib/encoder/kept-octets.ts';
import type { EncodedLeaf } from '../../lib/model/encoded.ts';
import type { Leaf } from '../../lib/model/message.ts';
import { messageSpec } from '../support/arbitrary-message.ts';
import { assertSevenBit, part, plain } from '../support/built-message.ts';

const test = suite('encoder/kept-octets');

test('law: builds 1, 2, 3 of a message, and of one made from it, give equal octets', () => {
  fc.assert(
    fc.property(messageSpec, (spec) => {
      const message = composeFrom(spec);
      const [first, second, third] = [message.build(), message.build(), message.build()];
      assert.is(Buffer.compare(second.octets, first.octets), 0);
      assert.is(Buffer.compare(third.octets, first.octets), 0);
      const [kept, fresh] = [message.subject('x'), composeFrom(spec).subject('x')];
      assert.is(kept.sizeOctets(), fresh.sizeOctets());
      assert.is(Buffer.compare(kept.build().octets, fresh.build().octets), 0);
    }),
    { numRuns: 40 },
  );
});

const leaf: Leaf = {
  kind: 'leaf',
  mediaType: { type: 'a', subtype: 'b', parameters: [] },
  content: Buffer.from('abc'),
  isText: false,
};
const [encoded] = [
  {
    kind: 'leaf',
    header: untypedHeader(),
    content: leaf.content,
    encoding: 'base64',
    isText: false,
    bodyOctets: 4,
  } as const,
];

function untypedHeader(): EncodedLeaf['header'] {
  return JSON.parse('""');
}

test('the second build keeps, the first does not', () => {
  const part = { ...leaf };
  let times = 0;
  const encode = (): EncodedLeaf => {
    times += 1;
    return encoded;
  };
  assert.is(encodedForBuild(part, encode), encoded);
  assert.is(keptOctets(part), undefined);
  const second = encodedForBuild(part, encode);
  assert.is(Buffer.from(second.written ?? []).toString(), 'YWJj');
  assert.is(keptOctets(part), second);
  assert.is(encodedForBuild(part, encode), second);
  assert.is(times, 2);
});

test('sizeOctets() does not count as a build', () => {
  const content = Buffer.from('a');
  const message = plain.attach({ content, type: 'a/b' });
  message.sizeOctets();
  message.sizeOctets();
  message.build();
  content.write('b');
  assert.is(Buffer.from(part(message.build().octets, '2').octets()).toString(), 'b');
});

test('a buffer that changes is written anew, or as it was kept: always in 7-bit', () => {
  for (const type of ['text/plain', 'a/b', 'message/rfc822']) {
    const content = Buffer.from('Subject: abc\r\n\r\nabc\r\n');
    const message = plain.attach({ content, type });
    const first = message.build().octets;
    content.write('é\r\n\xff\0x\n', 3, 'latin1');
    const second = message.build().octets;
    assert.is.not(Buffer.compare(second, first), 0);
    content.fill('\n');
    const third = message.build().octets;
    assert.is(Buffer.compare(third, second), 0);
    assert.is(message.sizeOctets(), third.length);
    for (const octets of [first, second, third]) assertSevenBit(octets);
  }
});

test('octets that went as they were are kept as a copy', () => {
  for (const type of ['text/plain', 'message/rfc822']) {
    const content = Buffer.from('Subject: abc\r\n\r\nabc\r\n');
    const message = plain.attach({ content, type });
    message.build();
    const second = message.build().octets;
    content.fill(0xff);
    assert.is(Buffer.compare(message.build().octets, second), 0);
  }
});

test.run();
