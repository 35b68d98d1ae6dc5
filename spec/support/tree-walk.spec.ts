/** A walk meets all that a tree gives. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { read } from '../../lib/reader/read.ts';
import { reachedIn, wayTo } from './tree-walk.ts';

const test = suite('support/tree-walk');

const EMBEDDED = 'Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n';

test('own members, getters, methods, and what parts of parts give are met', () => {
  const text = 'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b--\r\n';
  const ways = reachedIn(read(Buffer.from(text))).map(wayTo);
  for (const way of ['headerSection', 'fields.0.span', 'fields.0.unfolded', 'parts.0.text']) {
    assert.ok(ways.includes(way), way);
  }
});

test('each object is met once; places in an encoded message are counted in its own octets', () => {
  const inner = 'Subject: a\r\n\r\nb';
  const root = read(Buffer.from(EMBEDDED + Buffer.from(inner).toString('base64')));
  const reached = reachedIn(root);
  const objects = reached.map(({ value }) => value).filter((value) => typeof value !== 'string');
  assert.is(new Set(objects).size, objects.length);
  const body = reached.find((one) => wayTo(one) === 'message.body');
  assert.is(body?.sizeOctets, inner.length);
});

test.run();
