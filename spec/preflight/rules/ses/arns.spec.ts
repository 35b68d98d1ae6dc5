/** ARNs of sending authorization: what they are held against, and when nothing is said. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { PreflightOptions } from '../../../../lib/preflight/options.ts';
import { preflight } from '../../../../lib/preflight/run.ts';

const test = suite('preflight/rules/ses/arns');

function arnOf(identity: string): string {
  return `arn:aws:ses:eu-west-1:123456789012:identity/${identity}`;
}

/** The ARN rules that find something, with the option or the octets at fault. */
function found(
  options: PreflightOptions,
  from = 'ann@example.com',
  ...fields: readonly string[]
): readonly string[] {
  const lines = [`From: ${from}`, 'To: bob@example.net', ...fields, '', 'Hello', ''];
  const octets = Buffer.from(lines.join('\r\n'));
  const { findings } = preflight(octets, options);
  return findings
    .filter(({ rule }) => rule.startsWith('ses/arn-'))
    .map(({ rule, at }) => {
      const place = at.in === 'option' ? at.option : octets.toString('latin1', at.start, at.end);
      return `${rule}: ${place}`;
    });
}

test('an identity covers its address, its domain and what is below that, case aside', () => {
  const covering = ['example.com', 'EXAMPLE.com', 'ann@example.com', 'Ann@Example.com'];
  for (const identity of covering) {
    assert.equal(found({ fromArn: arnOf(identity) }), [], identity);
  }
  assert.equal(found({ fromArn: arnOf('example.com') }, 'Ann <ann@mail.example.com>'), []);
});

test('others do not cover it', () => {
  for (const identity of ['xample.com', 'mail.example.com', 'bob@example.com', 'example.co']) {
    const rules = found({ fromArn: arnOf(identity) });
    assert.equal(rules, ['ses/arn-identity-mismatch: fromArn'], identity);
  }
});

test('a From with several mailboxes, none, or a faulty one is not held against an ARN', () => {
  const fromArn = arnOf('example.org');
  for (const from of ['a@example.com, b@example.com', '', 'ann@', 'team:;']) {
    assert.equal(found({ fromArn }, from), [], from);
  }
});

test('under API v1 the ARN of the source is held against the source, else From', () => {
  const sourceArn = arnOf('example.org');
  const fromArn = arnOf('example.com');
  assert.equal(found({ sourceArn, fromArn, source: 'a@example.org' }), []);
  const mismatch = ['ses/arn-identity-mismatch: sourceArn'];
  assert.equal(found({ sourceArn, fromArn, source: 'a@example.com' }), mismatch);
  assert.equal(found({ sourceArn, fromArn }), mismatch);
});

test('under API v2 one ARN covers From, or what replaces it, and is told once', () => {
  const profile = 'ses-v2';
  const sourceArn = arnOf('example.org');
  assert.equal(found({ profile, sourceArn }), ['ses/arn-identity-mismatch: sourceArn']);
  assert.equal(found({ profile, sourceArn, fromEmailAddress: 'a@example.org' }), []);
  const both = { profile, sourceArn, fromArn: sourceArn } as const;
  assert.equal(found(both), ['ses/arn-identity-mismatch: fromArn']);
  assert.equal(found({ profile, fromArn: 'x' }), ['ses/arn-syntax: fromArn']);
});

test('the ARN of the Return-Path is held against it, and the null path against nothing', () => {
  const returnPathArn = arnOf('example.org');
  const options = { returnPathArn } as const;
  const mismatch = ['ses/arn-identity-mismatch: returnPathArn'];
  assert.equal(found(options, 'ann@example.com', 'Return-Path: <a@example.com>'), mismatch);
  assert.equal(found(options, 'ann@example.com', 'Return-Path: <>'), []);
  // The source is above the field, and has an ARN of its own.
  const withSource = { ...options, source: 'a@example.org' };
  assert.equal(found(withSource, 'ann@example.com', 'Return-Path: <a@example.com>'), []);
});

test('a region is compared where the request has one', () => {
  const fromArn = arnOf('example.com');
  assert.equal(found({ fromArn }), []);
  assert.equal(found({ fromArn, region: 'EU-WEST-1' }), []);
  assert.equal(found({ fromArn, region: 'eu-west-2' }), ['ses/arn-region: fromArn']);
  const endpoint = { profile: 'ses-v2', endpointId: 'ab12.c3d', region: 'eu-west-2' } as const;
  assert.equal(found({ fromArn, ...endpoint }), []);
});

test('a fault in an ARN silences what is said of its members', () => {
  const sourceArn = arnOf('example.org').replace('aws', 'azure');
  assert.equal(found({ sourceArn, region: 'us-east-1' }), ['ses/arn-syntax: sourceArn']);
});

test('bounces to the identity of another account ask for its ARN, those to one of ours do not', () => {
  const fromArn = arnOf('example.com');
  const path = 'Return-Path: <a@example.com>';
  const missing = ['ses/arn-return-path-missing: a@example.com'];
  assert.equal(found({ fromArn }, 'ann@example.com', path), missing);
  assert.equal(found({ fromArn, returnPathArn: fromArn }, 'ann@example.com', path), []);
  assert.equal(found({ fromArn, sourceArn: fromArn }, 'ann@example.com', path), []);
  assert.equal(found({ fromArn, identities: ['a@example.com'] }, 'ann@example.com', path), []);
  assert.equal(found({ fromArn }, 'ann@example.com', 'Return-Path: <a@example.net>'), []);
});

test.run();
