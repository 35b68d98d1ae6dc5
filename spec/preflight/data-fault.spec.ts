/** Data that is no message: each kind is told of alone, and no message is taken for one. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fix } from '../../lib/preflight/fix.ts';
import { preflight } from '../../lib/preflight/run.ts';
import { preflightRequest } from '../../lib/ses/preflight-request.ts';
import { fixture } from '../support/fixture.ts';

const test = suite('preflight/data-fault');

const octets = Uint8Array.from(fixture('base/plain.eml'));
const base64 = Buffer.from(octets).toString('base64');

/** Data that is no message, and what is said of it. */
const notMime: readonly (readonly [string, Uint8Array | string, RegExp])[] = [
  ['base64', Buffer.from(base64), /^no message, but the base64 of a message that starts "[A-Z]/],
  ['base64 in lines', Buffer.from(base64.replace(/.{76}/g, '$&\r\n')), /base64 of a message/],
  ['base64 in a string', base64, /base64 of a message/],
  ['base64 of the URL', Buffer.from(octets).toString('base64url'), /base64 of a message/],
  ['JSON', Buffer.from(JSON.stringify({ raw: 'From: a@b' }, null, 1)), /^no message, but JSON/],
  ['a Buffer as JSON', JSON.stringify(Buffer.from(octets)), /but JSON that starts "\{\\"type\\"/],
  ['a string as JSON', Buffer.from(JSON.stringify(Buffer.from(octets).toString())), /but JSON/],
  ['UTF-16', Buffer.from(Buffer.from(octets).toString(), 'utf16le'), /UTF-16 that starts "[A-Z]/],
  ['UTF-16, big end first', Buffer.from('From: a@b', 'utf16le').swap16(), /starts "From: a@b"/],
];

for (const [name, Data, message] of notMime) {
  test(`${name} is no message, and nothing else is said of it`, () => {
    for (const input of [{ RawMessage: { Data } }, { Content: { Raw: { Data } } }]) {
      const report = preflightRequest(input);
      const [finding, ...others] = report.findings;
      assert.is(finding?.rule, 'ses/raw-data-not-mime');
      assert.equal(others, []);
      assert.match(finding?.message ?? '', message);
      assert.match(finding?.remedy ?? '', /^Hand the SDK the raw octets once/);
      assert.is(finding?.ses?.text, 'Empty header names are illegal.');
      const place = { in: 'message', start: 0, end: Data.length, line: 1, column: 1 };
      assert.equal(finding?.at, place);
      assert.not(report.ok);
      assert.not(report.refused);
    }
  });
}

test('it is told of by rule as others are, and where it is not told, the lines are', () => {
  const off = { severity: { 'ses/raw-data-not-mime': 'off' } } as const;
  for (const options of [
    off,
    { profile: 'smtp' },
    { only: ['rfc5322/missing-separator'] },
  ] as const) {
    const rules = preflight(Buffer.from(base64), options).findings.map(({ rule }) => rule);
    assert.ok(rules.includes('rfc5322/missing-separator'), JSON.stringify(options));
    assert.not(rules.includes('ses/raw-data-not-mime'));
  }
});

test('what is wrong with options is told beside it', () => {
  const { findings, refused } = preflight(Buffer.from(base64), { destinations: ['ann@'] });
  assert.equal(
    findings.map(({ rule }) => rule),
    ['ses/raw-data-not-mime', 'address/missing-domain'],
  );
  assert.ok(refused);
});

test('fix leaves it as it is, and says so', () => {
  const given = Buffer.from(Buffer.from(octets).toString('utf8'), 'utf16le');
  const { octets: fixed, applied, skipped } = fix(given);
  assert.is(fixed, given);
  assert.equal(applied, []);
  assert.equal(
    skipped.map(({ rule }) => rule),
    ['ses/raw-data-not-mime'],
  );
});

test('law: no message is taken for something else', () => {
  const words = ['Subject', 'X-SES-TENANT', '{"a"', '[', 'aGVsbG8', 'RnJvbTog', '"'];
  fc.assert(
    fc.property(fc.constantFrom(...words), fc.base64String(), fc.string(), (name, body, text) => {
      const Data = Buffer.from(`${name}: ${body}\r\nFrom: a@b.example\r\n\r\n${text}`);
      const report = preflightRequest({ RawMessage: { Data } });
      assert.equal(report, preflight(Data));
    }),
  );
});

test('a word that is base64 of something else is what preflight says of it', () => {
  const Data = Buffer.from('aGVsbG8gd29ybGQ=');
  assert.equal(preflightRequest({ RawMessage: { Data } }), preflight(Data));
});

test.run();
