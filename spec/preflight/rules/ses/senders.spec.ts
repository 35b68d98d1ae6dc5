/** Sender beside From, and what an API v2 request says beside the fields. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { PreflightOptions } from '../../../../lib/preflight/options.ts';
import { preflight } from '../../../../lib/preflight/run.ts';

const test = suite('preflight/rules/ses/senders');

const RULES = ['ses/sender-foreign', 'ses/v2-from-differs', 'ses/v2-reply-to-differs'];

function found(fields: readonly string[], options: PreflightOptions = {}): readonly string[] {
  const octets = Buffer.from([...fields, 'To: bob@example.net', '', 'Hello', ''].join('\r\n'));
  return preflight(octets, { only: RULES, ...options }).findings.map(({ rule }) => rule);
}

test('Sender may be of any subdomain, one of several authors, or of an ARN', () => {
  const from = 'From: Ann <ann@mail.example.com>, bob@example.org';
  for (const address of ['a@example.com', 'a@News.Example.COM', 'bob@example.org']) {
    assert.equal(found([from, `Sender: ${address}`]), [], address);
  }
  const fields = [from, 'Sender: a@example.net'];
  assert.equal(found(fields), ['ses/sender-foreign']);
  const sourceArn = 'arn:aws:ses:eu-west-1:123456789012:identity/example.net';
  assert.equal(found(fields, { sourceArn }), []);
  assert.equal(found(fields, { identities: [] }), []);
});

test('fromEmailAddress that says what From says is in order, however it is written', () => {
  const same = [
    ['From: Ann Doe <ann@example.com>', '"Ann Doe" <ann@EXAMPLE.com>'],
    ['From: =?utf-8?q?Zo=C3=AB?= <ann@example.com>', 'Zoë <ann@example.com>'],
    ['From: =?utf-8?q?Zo=C3=AB?= <ann@example.com>', '=?utf-8?b?Wm/Dqw==?= <ann@example.com>'],
    ['From: ann@example.com', '<ann@example.com>'],
  ] as const;
  for (const [from, fromEmailAddress] of same) {
    assert.equal(found([from], { fromEmailAddress, profile: 'ses-v2' }), [], fromEmailAddress);
  }
});

test('fromEmailAddress in place of several authors, or without the name, is told; by v1 it is none', () => {
  const [one, several] = ['From: Ann <ann@example.com>', 'From: ann@example.com, bob@example.com'];
  const fromEmailAddress = 'ann@example.com';
  for (const from of [one, several]) {
    const options = { fromEmailAddress, profile: 'ses-v2' } as const;
    assert.equal(found([from], options), ['ses/v2-from-differs']);
    assert.equal(found([from], { fromEmailAddress }), []);
  }
});

test('replyToAddresses of the same mailboxes are in order, in any order; an empty list is none', () => {
  const fields = ['From: ann@example.com', 'Reply-To: A <a@x.example>, T: b@x.example;'];
  const reply = (...replyToAddresses: string[]) =>
    found(fields, { replyToAddresses, profile: 'ses-v2' });
  assert.equal(reply('b@X.example', 'a@x.example'), []);
  assert.equal(reply(), []);
  assert.equal(reply('a@x.example'), ['ses/v2-reply-to-differs']);
  assert.equal(reply('a@x.example', 'b@x.example', 'c@x.example'), ['ses/v2-reply-to-differs']);
});

test.run();
