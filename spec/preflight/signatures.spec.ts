/** Which signatures of a message are judged, and which are told to be left over. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MessageFacts } from '../../lib/preflight/facts.ts';
import type { PreflightOptions } from '../../lib/preflight/options.ts';

const test = suite('preflight/signatures');

function survey(
  domains: readonly string[],
  from: string,
  options: PreflightOptions = { profile: 'smtp' },
) {
  const fields = domains.map((domain) => `DKIM-Signature: v=1; h=From; d=${domain}`);
  const octets = Buffer.from([...fields, `From: ${from}`, '', 'Hello', ''].join('\r\n'));
  const { judged, foreign } = new MessageFacts(octets, options).signatures;
  return { judged: judged.map(({ domain }) => domain), foreign: foreign?.domain };
}

test('without a signature there is nothing', () => {
  assert.equal(survey([], 'ann@example.com'), { judged: [], foreign: undefined });
});

test('SES refuses several, so that none is judged; elsewhere all are', () => {
  const two = ['example.com', 'mail.example.com'];
  for (const profile of ['ses-v1', 'ses-v2'] as const) {
    const found = survey(two, 'ann@example.com', { profile });
    assert.equal(found, { judged: [], foreign: undefined });
  }
  assert.equal(survey(two, 'ann@example.com'), { judged: two, foreign: undefined });
});

test('of many, the first 50 are judged: each may ask for a hash of the body', () => {
  const many = Array<string>(60).fill('example.com');
  assert.is(survey(many, 'ann@example.com').judged.length, 50);
});

test('a domain aligns with itself, with those above it and with those below it', () => {
  for (const [domain, from] of [
    ['example.com', 'Ann <ann@EXAMPLE.com>'],
    ['example.com', 'ann@mail.example.com'],
    ['mail.example.com', 'ann@example.com'],
    ['xn--bcher-kva.example', 'ann@bücher.example'],
  ] as const) {
    assert.equal(survey([domain], from), { judged: [domain], foreign: undefined }, domain);
  }
});

test('domains beside each other may be of one organization, and are left alone', () => {
  const domain = 'mail.example.com';
  assert.equal(survey([domain], 'ann@shop.example.com').foreign, undefined);
  assert.equal(survey(['a.co.example'], 'ann@b.co.example').foreign, undefined);
});

test('a signature of another domain is left over, and its other faults do not count', () => {
  for (const [domain, from] of [
    ['example.net', 'ann@example.com'],
    ['example.com', 'ann@myexample.com'],
    ['a.example.net', 'ann@a.example.com'],
  ] as const) {
    assert.equal(survey([domain], from), { judged: [], foreign: domain }, domain);
  }
});

test('where one signature aligns, others may be of whoever carries the message', () => {
  const domains = ['amazonses.com', 'example.com'];
  assert.equal(survey(domains, 'ann@example.com'), { judged: domains, foreign: undefined });
  assert.is(survey(['amazonses.com', 'example.net'], 'ann@example.com').foreign, 'amazonses.com');
});

test('where the domain of either is not known, nothing is left over', () => {
  assert.is(survey(['example.net'], '').foreign, undefined);
  assert.is(survey(['-'], 'ann@example.com').foreign, undefined);
  assert.is(survey(['example.net; d=example.net'], 'ann@example.com').foreign, undefined);
});

test('of a template, a signature with placeholders is not judged', () => {
  assert.equal(survey(['{{domain}}'], 'ann@example.com', { template: true }).judged, []);
  assert.is(survey(['{{domain}}'], 'ann@example.com').judged.length, 1);
});

test.run();
