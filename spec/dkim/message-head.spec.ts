/** The head of a message is that of the tree. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readHead } from '../../lib/dkim/message-head.ts';
import { read } from '../../lib/reader/read.ts';
import { anyMessage } from '../support/messages.ts';

const test = suite('dkim/message-head');

test('law: its places and fields are those that read() finds', () => {
  fc.assert(
    fc.property(anyMessage, (octets) => {
      const head = readHead(Buffer.from(octets));
      const tree = read(octets);
      assert.equal(head.body, tree.body);
      assert.equal(
        head.fields.map(({ name, span }) => [name, span]),
        tree.fields.map(({ name, span }) => [name, span]),
      );
      const first = tree.fields[0]?.span.start;
      assert.ok(first === undefined || head.start <= first);
    }),
  );
});

test.run();
