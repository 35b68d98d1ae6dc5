/** Msg-ids as read. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { formatMsgIds, parseMsgIds } from '../../lib/header/msg-id.ts';
import { parseMsgIdList } from '../../lib/header/msg-id-parsing.ts';
import { anyString } from '../../lib/testing/arbitraries.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('header/msg-id-parsing');

function read(text: string): string {
  const { ids, defects } = parseMsgIdList(text);
  const codes = defects.map(({ code, start, end }) => `!${code} ${text.slice(start, end)}`);
  return [...ids.map(({ id }) => id), ...codes].join(' | ');
}

test('msg-ids stand in angles, with comments and blanks between (RFC 5322 §3.6.4)', () => {
  assert.is(read(' <1.a@b.example>'), '1.a@b.example');
  assert.is(
    read('<a@b><c@[192.0.2.1]>(d)\t<e@[IPv6:::1]> (<f@g>) '),
    'a@b | c@[192.0.2.1] | e@[IPv6:::1]',
  );
  assert.equal(parseMsgIdList(' <a.b@c> ').ids, [
    { id: 'a.b@c', left: 'a.b', right: 'c', span: { start: 1, end: 8 } },
  ]);
});

test('obsolete forms have the value of the modern ones (RFC 5322 §4.5.4)', () => {
  assert.is(read('< a . b (c) @ d >'), 'a.b@d | !obsolete-syntax < a . b (c) @ d >');
  assert.is(read('<"a b\\"@c".d@e>'), 'a b"@c.d@e | !obsolete-syntax <"a b\\"@c".d@e>');
  assert.is(read('<a@ [192.0.2.1]>'), 'a@[192.0.2.1] | !obsolete-syntax <a@ [192.0.2.1]>');
  assert.is(
    read('Your message of "Fri, 1 Aug 2025" <a@b>'),
    'a@b | !obsolete-syntax Your message of "Fri, 1 Aug 2025"',
  );
});

test('commas are noted, and so is what is neither msg-id nor phrase', () => {
  assert.is(read('<a@b>, <c@d>'), 'a@b | c@d | !msg-id-separator ,');
  assert.is(read('<a@b>; see: this <c@d>'), 'a@b | c@d | !msg-id-syntax ; see: this');
  assert.is(read('re: "a <b@c>'), 'b@c | !quoted-string-unclosed "a <b@c> | !msg-id-syntax re: "a');
  assert.is(read(''), '!msg-id-syntax ');
  assert.is(read('(none)'), '!msg-id-syntax (none)');
});

test('a msg-id without its angles, or one of them, is given', () => {
  assert.is(read('a@b c@d>'), 'a@b | c@d | !msg-id-syntax a@b | !msg-id-syntax c@d>');
  assert.is(read('<a@b <c@d>'), 'a@b | c@d | !msg-id-syntax <a@b ');
  assert.is(read('<a@b'), 'a@b | !msg-id-syntax <a@b');
  assert.is(read('<<a@b>>'), 'a@b | !msg-id-syntax < | !msg-id-syntax >');
});

test('what stands in angles is given, whatever it is', () => {
  assert.is(read('<logo>'), 'logo | !msg-id-no-domain <logo>');
  assert.equal(parseMsgIdList('<logo>').ids, [
    { id: 'logo', left: 'logo', right: '', span: { start: 0, end: 6 } },
  ]);
  for (const id of [
    'a@b@c',
    'a..b@c',
    '.a@b',
    'a@b.',
    '@b',
    'a@',
    'a:b@c',
    'a@[b',
    'a@b\\',
    '\xe9@b',
    'a@[b]c',
    'a"@b',
  ]) {
    assert.is(read(`<${id}>`), `${id} | !msg-id-syntax <${id}>`);
  }
  assert.is(parseMsgIdList('<a@b@c>').ids[0]?.left, 'a@b');
  assert.is(read('<a b@c>'), 'ab@c | !msg-id-syntax <a b@c>');
  assert.is(read('<> < >'), '!msg-id-syntax <> | !msg-id-syntax < >');
  assert.is(
    read('<"a@b> <c@d>'),
    '"a@b | c@d | !quoted-string-unclosed "a@b> <c@d> | !msg-id-syntax <"a@b>',
  );
});

const dotAtom = fc.stringMatching(/^[\w!#$%&'*+/=?^`{|}~-]{1,9}(?:\.[\w-]{1,9}){0,3}$/);
const literal = fc.stringMatching(/^\[[!-Z^-~]{0,9}\]$/);
const msgId = fc
  .tuple(dotAtom, fc.oneof(dotAtom, literal))
  .map(([left, right]) => `${left}@${right}`);

test('law: what is formatted reads back, without defects', () => {
  fc.assert(
    fc.property(fc.array(msgId, { minLength: 1, maxLength: 4 }), (typed) => {
      const ids = parseMsgIds(typed.join(' '), 'References');
      const { ids: found, defects } = parseMsgIdList(formatMsgIds(ids).join(''));
      assert.equal([found.map(({ id }) => id), defects], [ids, []]);
    }),
  );
});

const hostile = fc.oneof(
  anyString,
  fc.string({ unit: fc.constantFrom(...'ab@.<>,()[]" \t\\:\xff'.split('')), size: 'medium' }),
  fc.string({
    unit: fc.constantFrom('<a@b>', '<a', '@[c]', '"d e"', '@', '>', '(', ')', ' ', '.'),
  }),
);

test('law: total; spans are in order, and each reads as the same msg-id', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const { ids, defects } = parseMsgIdList(text);
      let end = 0;
      for (const { span, ...msgIdFound } of ids) {
        assert.ok(span.start >= end && span.end <= text.length);
        end = span.end;
        const again = parseMsgIdList(text.slice(span.start, span.end)).ids;
        assert.equal(
          again.map(({ id, left, right }) => ({ id, left, right })),
          [msgIdFound],
        );
      }
      for (const { start, end: last } of defects) {
        assert.ok(0 <= start && start <= last && last <= text.length);
      }
      assert.ok(ids.length > 0 || defects.length > 0);
    }),
    { numRuns: 300 },
  );
});

test('law: linear in time', () => {
  const pieces = [
    '(',
    ')',
    '<',
    '>',
    ',',
    '"',
    '@',
    '[',
    '\\',
    '\\"',
    ' ',
    '.',
    '.a',
    ':',
    '1',
    '@[',
    '"a',
    '." ',
    '<"\\',
    '<a@b>',
    '<a@b> ',
    'a@b ',
    '""',
    '()',
  ];
  for (const piece of pieces) {
    assertLinear(piece, () => parseMsgIdList(piece.repeat(100_000)));
    assertLinear(`<${piece}`, () => parseMsgIdList(`<${piece.repeat(100_000)}`));
    assertLinear(`"${piece}`, () => parseMsgIdList(`"${piece.repeat(100_000)}`));
  }
});

test.run();
