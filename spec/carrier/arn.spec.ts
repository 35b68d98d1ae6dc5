/** ARNs of identities. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { arnFault, invalidArnText, misalignedArnText, parseArn } from '../../lib/carrier/arn.ts';

const test = suite('carrier/arn');

const good = 'arn:aws:ses:eu-west-1:123456789012:identity/example.com';

test('a domain or an address is an identity, in every partition', () => {
  const arns = [
    good,
    'arn:aws:ses:us-east-1:123456789012:identity/kim+a@mail.example.com',
    'arn:aws-cn:ses:cn-north-1:123456789012:identity/example.com',
    'arn:aws-us-gov:ses:us-gov-west-1:123456789012:identity/xn--bcher-kva.example',
  ];
  for (const arn of arns) assert.is(arnFault(arn), undefined, arn);
});

/** What replaces what in a good ARN, and the member that is named. */
const faults: readonly (readonly [string, string, RegExp])[] = [
  [good, '', /is empty/],
  ['arn:', 'ARN:', /is not arn:PARTITION/],
  [':ses:', ':sns:', /is not arn:PARTITION/],
  ['identity/', 'topic/', /is not arn:PARTITION/],
  [':aws:', ':azure:', /partition/],
  ['eu-west-1', 'EU-WEST-1', /region/],
  ['eu-west-1', '*', /region/],
  ['123456789012', '12345678901', /account/],
  ['example.com', '', /must have an identity/],
  ['example.com', 'a@b@example.com', /must have an identity/],
  ['example.com', 'bücher.example', /must have an identity/],
  ['example.com', 'zoë@example.com', /must have an identity/],
  ['example.com', 'example.com\r\nBcc: x@example.com', /must have an identity/],
  ['example.com', 'example.com\n', /must have an identity/],
  ['example.com', `${'a.'.repeat(160)}com`, /at most 320/],
];

test('the member at fault is named', () => {
  for (const [from, to, reason] of faults) {
    const arn = good.replace(from, to);
    assert.match(arnFault(arn)?.clause ?? 'no fault', reason, JSON.stringify(arn));
  }
});

test('members are where they stand, and a fault is one of them', () => {
  const members = Object.values(parseArn(good) ?? {});
  const texts = ['aws', 'eu-west-1', '123456789012', 'example.com'];
  assert.equal(
    members.map(({ text }) => text),
    texts,
  );
  for (const { text, start, end } of members) assert.is(good.slice(start, end), text);
  for (const text of texts) {
    const arn = good.replace(text, '!');
    const { start, end } = arnFault(arn) ?? {};
    assert.is(arn.slice(start, end), '!', arn);
  }
  assert.is(parseArn('arn:aws:sns:a:b:c'), undefined);
  assert.equal(arnFault('example.com')?.end, 11);
});

test('an identity of 320 characters passes', () => {
  assert.is(arnFault(good.replace('example.com', `${'a'.repeat(308)}@example.com`)), undefined);
});

test('SES names the ARN in angle brackets', () => {
  assert.is(invalidArnText(''), 'Invalid ARN <>.');
  assert.is(
    misalignedArnText('ann@example.com', good),
    `The address 'ann@example.com' does not align with the given ARN '${good}'`,
  );
});

test.run();
