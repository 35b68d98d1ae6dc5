/** The fields that may occur once. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  onceOnlyFieldNames,
  onceOnlyFields,
  repeatedFieldText,
} from '../../lib/carrier/once-only-fields.ts';

const test = suite('carrier/once-only-fields');

test('sixty names, no two alike', () => {
  assert.is(onceOnlyFields.length, 60);
  assert.is(onceOnlyFieldNames.size, onceOnlyFields.length);
});

test('those that SES lets occur again are not among them', () => {
  for (const name of ['to', 'cc', 'bcc', 'received', 'x-mailer', 'resent-to']) {
    assert.not(onceOnlyFieldNames.has(name), name);
  }
});

test('SES answers in the documented spelling', () => {
  assert.is(repeatedFieldText('from'), "Duplicate header 'From'.");
  assert.is(repeatedFieldText('DKIM-SIGNATURE'), "Duplicate header 'DKIM-Signature'.");
});

test.run();
