/** Msg-ids and content ids: RFC 5322 §3.6.4, RFC 2392 §2. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MimewrightError } from '../../lib/errors.ts';
import { checkContentId, formatMsgIds, parseMsgIds } from '../../lib/header/msg-id.ts';
import { anyString } from '../../lib/testing/arbitraries.ts';

const test = suite('header/msg-id');

const dotAtom = fc.stringMatching(
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,9}(?:\.[A-Za-z0-9_-]{1,9}){0,3}$/,
);
const msgId = fc
  .tuple(dotAtom, fc.oneof(dotAtom, fc.constantFrom('[192.0.2.1]', '[a:b]')))
  .map((parts) => parts.join('@'));

test('law: what is formatted parses to the same ids, with angles and without', () => {
  fc.assert(
    fc.property(fc.array(msgId, { minLength: 1, maxLength: 5 }), (ids) => {
      assert.equal(parseMsgIds(formatMsgIds(ids).join(''), 'References'), ids);
      assert.equal(parseMsgIds(ids.join(' \t'), 'References'), ids);
    }),
  );
});

test('law: any string gives ids on one line of ASCII, or a MimewrightError with the name', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        anyString,
        anyString.map((s) => `<${s}@b.example>`),
      ),
      (typed) => {
        try {
          for (const id of parseMsgIds(typed, 'Message-ID')) assert.match(id, /^[!-~]{3,995}$/);
        } catch (error) {
          assert.instance(error, MimewrightError);
          assert.match(String(error), /Message-ID: not a msg-id/);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('what is no msg-id is refused, and nothing is cut off', () => {
  const bad = [
    '',
    'a',
    'a@',
    '@b',
    'a@b@c',
    'a b@c',
    '<a@b',
    'a@b>',
    'a..b@c',
    'a@b\r\n',
    'a@b\u00a0',
  ];
  for (const id of [...bad, '"a"@b', 'a@[x', 'é@b', 'a@é', 'a\r\nX: y@b', `${'x'.repeat(995)}@b`]) {
    assert.throws(() => parseMsgIds(id, 'Message-ID'), /msg-id/, id);
  }
});

test('a content id is dot-atoms, with or without a host', () => {
  for (const id of ['logo', 'logo@host', 'a.b@c.d', 'x+y=z']) assert.is(checkContentId(id), id);
  for (const id of ['', '<logo>', 'a b', 'a@b@c', 'é', 'a\r\n', '.a', 'a..b', 'x'.repeat(996)]) {
    assert.throws(() => checkContentId(id), /cid: not a content id/, id);
  }
});

test('ids of millions of octets are refused for their length', () => {
  const long = `${'a.'.repeat(8e6)}a`;
  assert.throws(() => parseMsgIds(`${long}@b`, 'Message-ID'), /Message-ID: not a msg-id/);
  assert.throws(() => checkContentId(long), /cid: not a content id/);
});

test.run();
