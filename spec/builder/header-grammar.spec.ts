/** The fields by name and text: each by its grammar, none by a way around its method. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { anyString } from '../../lib/testing/arbitraries.ts';
import { bodies, body, codeThrown, fieldNames, plain, throwing } from '../support/built-message.ts';

const test = suite('builder/header-grammar');

const methods: Readonly<Record<string, string>> = {
  From: 'from()',
  Sender: 'sender()',
  'Reply-To': 'replyTo()',
  To: 'to()',
  Cc: 'cc()',
  Bcc: 'bcc()',
  Subject: 'subject()',
  Date: 'date()',
  'Message-ID': 'messageId()',
  'In-Reply-To': 'inReplyTo()',
  References: 'references()',
  'Return-Path': 'returnPath()',
  'MIME-Version': 'text()',
  'Content-Type': 'text()',
  'Content-Transfer-Encoding': 'text()',
  'Content-Anything': 'text()',
  'DKIM-Signature': 'dangerousHeader()',
  Received: 'dangerousHeader()',
  'X-SES-CONFIGURATION-SET': 'ses()',
  'X-SES-': 'ses()',
};

for (const [name, method] of Object.entries(methods)) {
  test(`${name} throws in any case and names ${method}`, () => {
    for (const spelled of [name, name.toLowerCase(), name.toUpperCase()]) {
      const expected = throwing(
        'field-reserved',
        new RegExp(`use ${method.replace(/\W/g, '\\$&')}`),
      );
      assert.throws(() => plain.header(spelled, 'x'), expected);
      assert.throws(() => plain.addHeader(spelled, 'x'), expected);
      if (method === 'dangerousHeader()') continue;
      assert.throws(() => plain.dangerousHeader(spelled, 'x'), expected);
    }
  });
}

const grammars: readonly (readonly [name: string, text: string, body: string])[] = [
  ['X-Any', 'a, <b>; c', 'a, <b>; c'],
  ['Comments', 'Zoë', '=?utf-8?Q?Zo=C3=AB?='],
  ['Errors-To', 'Zoë <zoe@bücher.example>', '=?utf-8?Q?Zo=C3=AB?= <zoe@xn--bcher-kva.example>'],
  ['Resent-To', 'a@b.example, c@d.example', 'a@b.example, c@d.example'],
  ['Disposition-Notification-To', 'a@b.example', 'a@b.example'],
  ['Resent-Message-ID', 'a@b.example', '<a@b.example>'],
  ['Original-Message-ID', '<a@b.example>', '<a@b.example>'],
  ['Auto-Submitted', 'auto-generated', 'auto-generated'],
  ['Importance', 'high', 'high'],
  ['Precedence', 'bulk', 'bulk'],
  ['Sensitivity', 'Private', 'Private'],
  ['List-Help', 'https://a.example/', '<https://a.example/>'],
  [
    'List-Archive',
    '<https://a.example/>, <mailto:a@b.example>',
    '<https://a.example/>, <mailto:a@b.example>',
  ],
  ['List-Unsubscribe', 'mailto:a@b.example', '<mailto:a@b.example>'],
  ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click', 'List-Unsubscribe=One-Click'],
  ['List-Post', 'NO', 'NO'],
  ['List-Post', 'mailto:a@b.example', '<mailto:a@b.example>'],
  ['List-Id', 'Böse Liste <news.example.com>', '=?utf-8?Q?B=C3=B6se_Liste?= <news.example.com>'],
  ['List-Id', '"News, weekly" <news.example.com>', '"News, weekly" <news.example.com>'],
  ['list-id', '<news.example.com>', '<news.example.com>'],
];

for (const [name, text, expected] of grammars) {
  test(`${name} is written by its grammar: ${text}`, () => {
    assert.is(body(plain.header(name, text), name), expected);
  });
}

const faults: readonly (readonly [name: string, text: string, code: string])[] = [
  ['Errors-To', 'nobody', 'address-syntax'],
  ['Resent-Message-ID', 'a b', 'msg-id-syntax'],
  ['Auto-Submitted', 'auto generated', 'token-syntax'],
  ['List-Help', 'not a uri', 'uri-syntax'],
  ['List-Unsubscribe', '<https://a.example/>; x', 'uri-syntax'],
  ['List-Post', 'no', 'uri-syntax'],
  ['List-Unsubscribe-Post', 'One-Click', 'option-invalid'],
  ['List-Id', 'News', 'field-body'],
  ['List-Id', '<news>', 'field-body'],
  ['List-Id', '<.news.example>', 'field-body'],
  ['List-Id', '<news..example>', 'field-body'],
  ['List-Id', `<${'a.'.repeat(130)}b>`, 'field-body'],
  ['X-Any', '', 'value-missing'],
  ['X-Any', 'a\r\nBcc: x@evil.example', 'text-control'],
  ['X-Any', 'a\0', 'text-control'],
  ['X-Any', '\ud800', 'ill-formed-text'],
  ['Importance', 'x'.repeat(1000), 'field-body'],
  ['', 'x', 'value-missing'],
  ['X Any', 'x', 'field-name'],
  ['X:\r\nBcc', 'x', 'field-name'],
  ['X-Äny', 'x', 'field-name'],
  ['X'.repeat(77), 'x', 'field-name'],
];

for (const [name, text, code] of faults) {
  const title = JSON.stringify([name.slice(0, 30), text.slice(0, 40)]);
  test(`${code} at the call: ${title}`, () => {
    assert.is(
      codeThrown(() => plain.header(name, text)),
      code,
    );
    assert.is(
      codeThrown(() => plain.addHeader(name, text)),
      code,
    );
  });
}

test('a field name may have 76 characters', () => {
  const name = 'X'.repeat(76);
  assert.is(body(plain.header(name, 'x'), name), 'x');
});

test('header() replaces every field of the name, in any case, and goes to the end', () => {
  const message = plain
    .addHeader('X-A', '1')
    .addHeader('x-a', '2')
    .header('X-B', '3')
    .header('X-a', '4');
  assert.equal(bodies(message, 'X-A'), ['4']);
  assert.equal(fieldNames(message.build().octets).slice(1, 3), ['X-B', 'X-a']);
});

test('addHeader() adds, and throws for a field that occurs once (H8)', () => {
  assert.equal(bodies(plain.addHeader('X-A', '1').addHeader('X-A', '2'), 'X-A'), ['1', '2']);
  const once = throwing('field-repeated', /^importance may occur only once: use header\(\)$/);
  assert.throws(() => plain.addHeader('importance', 'high'), once);
  assert.throws(() => plain.addHeader('List-Id', '<a.b>'), throwing('field-repeated', /List-Id/));
});

test('dangerousHeader() takes a finished body, folds and all', () => {
  const signed = plain.dangerousHeader('DKIM-Signature', 'v=1; a=rsa-sha256;\r\n\tb=abc==');
  assert.is(body(signed, 'DKIM-Signature'), 'v=1; a=rsa-sha256;\tb=abc==');
  assert.is(body(plain.dangerousHeader('X-A', '=?utf-8?Q?x?='), 'X-A'), '=?utf-8?Q?x?=');
});

test('dangerousHeader() adds no line, no field, no octet over 0x7F', () => {
  for (const finished of [
    'a\r\nBcc: x',
    'a\nb',
    'a\rb',
    'a\r\n\r\nb',
    'é',
    'a\0',
    'a\r\n',
    ' ',
    'a ',
    '\r\n a\r\n\r\n b',
    '\u560a',
  ]) {
    assert.throws(() => plain.dangerousHeader('X-A', finished), throwing('field-body', /^X-A: /));
  }
  assert.throws(
    () => plain.dangerousHeader('X-A', 'x'.repeat(998)),
    throwing('field-body', /X-A.*998/),
  );
});

test('law: no name and no text, by whichever method, adds a field or a line (H6, H7)', () => {
  const names = fc.oneof(anyString, fc.constantFrom('X-A', 'List-Id', 'Errors-To', 'List-Help'));
  const methods = fc.constantFrom('header', 'addHeader', 'dangerousHeader');
  const expected = fieldNames(plain.build().octets);
  fc.assert(
    fc.property(methods, names, anyString, (method, name, text) => {
      let message = plain;
      if (codeThrown(() => (message = plain[method](name, text))) !== undefined) return;
      const [from, ...mime] = expected;
      assert.equal(fieldNames(message.build().octets), [from, name, ...mime]);
    }),
    { numRuns: 300 },
  );
});

test.run();
