/** Verified identities: which of them covers an address, and SES's answer where none does. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Identities, isCoveredByArn, unverifiedText } from '../../lib/carrier/identities.ts';

const test = suite('carrier/identities');

/** What covers each address, most specific first as they are taken away one by one. */
function chain(identities: readonly string[], address: string): readonly string[] {
  const first = new Identities(identities).covering(address);
  if (first === undefined) return [];
  return [
    first,
    ...chain(
      identities.filter((one) => one !== first),
      address,
    ),
  ];
}

test('the most specific identity wins: address, address without label, domain, domains above', () => {
  const identities = [
    'com',
    'example.com',
    'ann@mail.example.com',
    'mail.example.com',
    'ann+news@mail.example.com',
    'bob@mail.example.com',
    'other.example.com',
  ];
  assert.equal(chain(identities, 'ann+news@mail.example.com'), [
    'ann+news@mail.example.com',
    'ann@mail.example.com',
    'mail.example.com',
    'example.com',
    'com',
  ]);
});

test('a label is before the address, not behind it, and a name is no prefix', () => {
  const { covering } = bound('ann+news@example.com', 'ple.com', 'a.example.org');
  assert.is(covering('ann@example.com'), undefined);
  assert.is(covering('ann+new@example.com'), undefined);
  assert.is(covering('ann@example.org'), undefined);
  assert.is(covering('+x@example.net'), undefined);
});

test('domains have no case and one meaning, as A-labels and as U-labels', () => {
  const { covering } = bound('Bücher.example', 'ann@XN--BCHER-KVA.test');
  assert.is(covering('ann@mail.xn--bcher-kva.EXAMPLE'), 'Bücher.example');
  assert.is(covering('ann@BÜCHER.test'), 'ann@XN--BCHER-KVA.test');
});

test('the local part of an address identity keeps its case', () => {
  const identities = new Identities(['Ann@example.com', 'example.org']);
  assert.is(identities.covering('ann@example.com'), undefined);
  assert.is(identities.inOtherCase('ann+x@EXAMPLE.com'), 'Ann@example.com');
  assert.is(identities.inOtherCase('Ann@example.com'), undefined);
  assert.is(identities.inOtherCase('bob@example.com'), undefined);
  assert.is(identities.inOtherCase('ANN@example.org'), undefined);
});

test('what is no identity covers nothing, and what is no address is not covered', () => {
  const { covering } = bound(
    '',
    '@',
    '@example.com',
    'ann@',
    'Ann <ann@example.com>',
    '*.example.com',
  );
  assert.is(covering('ann@example.com'), undefined);
  assert.is(bound('example.com', 'com').covering('ann'), undefined);
  assert.is(bound('example.com').covering('example.com'), undefined);
});

test('a domain without end is below no other, and costs no more than its length', () => {
  const deep = `ann@${'a.'.repeat(200_000)}com`;
  assert.is(bound('com').covering(deep), undefined);
  assert.is(bound('com').covering(`ann@${'a.'.repeat(120)}com`), 'com');
});

test('law: a domain covers every address in it and below it, and no other', () => {
  const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
  const domain = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));
  fc.assert(
    fc.property(domain, domain, label, (identity, other, localPart) => {
      const { covering } = bound(identity);
      assert.is(covering(`${localPart}@${identity}`), identity);
      assert.is(covering(`${localPart}@${other}.${identity}`), identity);
      const isBelow = `.${other}`.endsWith(`.${identity}`);
      assert.is(covering(`${localPart}@${other}`), isBelow ? identity : undefined);
    }),
  );
});

test('the identity of an ARN covers like any other', () => {
  const arn = (identity: string) => `arn:aws:ses:eu-west-1:123456789012:identity/${identity}`;
  assert.ok(isCoveredByArn(arn('example.com'), 'ann@mail.example.com'));
  assert.ok(isCoveredByArn(arn('ann@example.com'), 'ann+x@example.com'));
  assert.not.ok(isCoveredByArn(arn('example.com'), 'ann@example.org'));
  for (const none of [
    '',
    'example.com',
    'arn:aws:ses:x:1:configuration-set/example.com',
    arn(''),
  ]) {
    assert.not.ok(isCoveredByArn(none, 'ann@example.com'), none);
  }
});

test('SES names each failed mailbox once, and the region in capitals', () => {
  assert.is(
    unverifiedText(['Ann <a@x.de>', 'a@x.de', 'a@x.de'], 'us-east-1'),
    'Email address is not verified. The following identities failed the check in region US-EAST-1: Ann <a@x.de>, a@x.de',
  );
  assert.is(unverifiedText(['a@x.de']), 'Email address is not verified.');
  assert.is(unverifiedText(['a@x.de'], ''), 'Email address is not verified.');
});

function bound(...given: readonly string[]): {
  readonly covering: (address: string) => string | undefined;
} {
  const identities = new Identities(given);
  return { covering: (address) => identities.covering(address) };
}

test.run();
