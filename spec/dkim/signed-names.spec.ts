/** Which fields are signed: never what the carrier changes, and none can be added. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Profile, profiles } from '../../lib/carrier/limits.ts';
import { rewrittenFields } from '../../lib/carrier/rewritten-fields.ts';
import { readHead } from '../../lib/dkim/message-head.ts';
import { usualNames } from '../../lib/dkim/signed-names.ts';
import { crlf } from '../support/dkim-keys.ts';

const test = suite('dkim/signed-names');

function names(profile: Profile, ...fields: readonly string[]): readonly string[] {
  const head = readHead(crlf(...fields, ''));
  return usualNames((name) => head.fields.filter(({ lowerName }) => lowerName === name), profile);
}

const absent = ['Reply-To', 'To', 'Cc'];
const content = ['Content-Type', 'Content-Transfer-Encoding'];

test('what is there, with those that readers show once more than they occur', () => {
  const fields = ['From: a', 'Date: b', 'Message-ID: c', 'Subject: d', 'X-A: e', 'Received: f'];
  assert.equal(names('ses-v1', ...fields), [
    'From',
    'From',
    ...absent,
    'Subject',
    'Subject',
    ...content,
  ]);
  assert.equal(names('smtp', ...fields), [
    ...['From', 'From', ...absent, 'Date', 'Date', 'Message-ID', 'Subject', 'Subject', ...content],
  ]);
});

test('each of several fields of a name is signed', () => {
  const counted = names('ses-v2', 'From: a', 'From: b', 'List-Help: c', 'list-help: d');
  assert.is(counted.filter((name) => name === 'From').length, 3);
  assert.is(counted.filter((name) => name === 'List-Help').length, 2);
});

test('unsubscribe fields are signed, but where SES manages the list', () => {
  const fields = ['From: a', 'List-Unsubscribe: b', 'List-Unsubscribe-Post: c'];
  const managed = 'X-SES-LIST-MANAGEMENT-OPTIONS: d';
  assert.ok(names('ses-v1', ...fields).includes('List-Unsubscribe-Post'));
  assert.ok(!names('ses-v1', ...fields, managed).some((name) => name.startsWith('List-')));
  assert.ok(names('smtp', ...fields, managed).includes('List-Unsubscribe'));
});

test('nothing that SES changes is signed for SES, and no X-SES field at all', () => {
  const all = rewrittenFields.map(({ name }) => `${name}: x`);
  for (const profile of profiles.filter((one) => one !== 'smtp')) {
    for (const name of names(profile, 'From: a', ...all)) {
      assert.ok(!rewrittenFields.some((field) => field.name === name), name);
    }
  }
});

test.run();
