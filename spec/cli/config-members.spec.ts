/** What a configuration may say is what its JSON Schema says, both ways. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Config, configIn, noConfig, preflightMembers } from '../../lib/cli/config-members.ts';
import { UsageError } from '../../lib/cli/usage-error.ts';
import { root } from '../support/program.ts';

const schema: { readonly properties: Readonly<Record<string, unknown>> } = JSON.parse(
  readFileSync(join(root, 'lib/cli/config.schema.json'), 'utf8'),
);
const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(schema);

const configure = (value: unknown): Config => configIn('c.json', value, '/p');

const test = suite('cli/config-members');

test('the schema has the members that are taken, and no other', () => {
  assert.equal(
    Object.keys(schema.properties).sort(),
    ['$schema', 'failOn', 'maxWarnings', 'exceptions', ...preflightMembers].sort(),
  );
});

const rule = 'ses/message-size';
const good: readonly object[] = [
  {},
  { $schema: './node_modules/mimewright/lib/cli/config.schema.json' },
  { failOn: 'warning', maxWarnings: 0 },
  { exceptions: [] },
  {
    exceptions: [
      { rule, reason: 'sent by v2' },
      { rule, reason: 'x', files: 'a/*.eml' },
    ],
  },
  { profile: 'smtp', only: [rule], severity: { [rule]: 'off' }, template: true, kind: 'bulk' },
  { destinations: ['a@b.example'], source: 'a@b.example', fromEmailAddress: 'a@b.example' },
  { replyToAddresses: [], feedbackForwarding: 'a@b.example', configurationSet: 's' },
  { tags: { a: 'b' }, tenant: 't', sourceArn: 'x', fromArn: 'x', returnPathArn: 'x' },
  { listManagement: { contactList: 'l', topic: 't' }, endpointId: 'e', region: 'eu-west-1' },
  { identities: ['b.example'], sandbox: true, tracking: false },
  { quota: { max24HourSend: -1, sentLast24Hours: 0, maxSendRate: 14 } },
];
for (const value of good) {
  test(`both take ${JSON.stringify(value)}`, () => {
    assert.is(validate(value), true, JSON.stringify(validate.errors));
    assert.not.throws(() => configure(value));
  });
}

const bad: readonly unknown[] = [
  1,
  [],
  null,
  { frob: 1 },
  { now: '2026-11-23' },
  { dkim: {} },
  { failOn: 'sometimes' },
  { failOn: 1 },
  { failOn: null },
  { maxWarnings: '1' },
  { maxWarnings: -1 },
  { maxWarnings: 0.5 },
  { exceptions: {} },
  { exceptions: [1] },
  { exceptions: [{ rule }] },
  { exceptions: [{ rule, reason: ' ' }] },
  { exceptions: [{ rule, reason: 1 }] },
  { exceptions: [{ reason: 'x' }] },
  { exceptions: [{ rule: 1, reason: 'x' }] },
  { exceptions: [{ rule, reason: 'x', files: '' }] },
  { exceptions: [{ rule, reason: 'x', files: [] }] },
  { exceptions: [{ rule, reason: 'x', file: 'a' }] },
  { profile: 'ses' },
  { only: rule },
  { severity: { [rule]: 'fatal' } },
  { template: 1 },
  { kind: 'spam' },
  { destinations: 'a@b.example' },
  { source: 1 },
  { tags: { a: 1 } },
  { listManagement: {} },
  { identities: [1] },
  { quota: { max24HourSend: -2, sentLast24Hours: 0 } },
  { quota: { max24HourSend: 1 } },
  { quota: { max24HourSend: 1, sentLast24Hours: 0, maxSendRate: 0 } },
];
for (const value of bad) {
  test(`neither takes ${JSON.stringify(value)}`, () => {
    assert.is(validate(value), false);
    assert.throws(
      () => configure(value),
      (error: unknown) => error instanceof UsageError && error.message.startsWith('c.json: '),
    );
  });
}

test('a rule that does not exist is told here alone', () => {
  for (const value of [
    { only: ['no/such'] },
    { severity: { 'no/such': 'off' } },
    { exceptions: [{ rule: 'no/such', reason: 'x' }] },
  ]) {
    assert.is(validate(value), true);
    assert.throws(() => configure(value), /no rule "no\/such"/);
  }
});

test('what is said is what holds', () => {
  const exceptions = [{ rule, reason: 'x', files: 'a' }];
  assert.equal(configure({ failOn: 'info', maxWarnings: 3, exceptions, sandbox: true }), {
    preflight: { sandbox: true },
    failOn: 'info',
    maxWarnings: 3,
    exceptions: { folder: '/p', list: exceptions },
  });
  assert.equal(configure({}), noConfig('/p'));
});

test.run();
