/** Options of requests: each fault is told at the call and names its option. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { SesOptions } from '../../lib/carrier/ses-options.ts';
import { type ErrorCode, MimewrightError } from '../../lib/errors.ts';
import { checkSesOptions } from '../../lib/ses/options.ts';

const test = suite('ses/options');

const arn = 'arn:aws:ses:eu-west-1:123456789012:identity/example.com';

function throwing(code: ErrorCode, message: RegExp): (error: unknown) => boolean {
  return (error) =>
    error instanceof MimewrightError && error.code === code && message.test(error.message);
}

test('every option of the two APIs is known', () => {
  const all: Required<SesOptions> = {
    destinations: [],
    source: 'a@b.example',
    fromEmailAddress: 'a@b.example',
    replyToAddresses: [],
    feedbackForwarding: 'a@b.example',
    configurationSet: 'main',
    tags: { kind: 'receipt', 'ses:feedback-id-a': 'x' },
    tenant: 'acme',
    endpointId: 'ab12.cd3',
    sourceArn: arn,
    fromArn: arn,
    returnPathArn: arn,
    listManagement: { contactList: 'News', topic: 'Weekly' },
  };
  checkSesOptions(all, {});
  checkSesOptions({}, {});
});

/** Options of any type, code, and what the message says. */
const refused: readonly (readonly [object, ErrorCode, RegExp])[] = [
  [{ destination: [] }, 'option-invalid', /no member "destination"; allowed are destinations, /],
  [[], 'value-type', /^options is not a plain object/],
  [{ source: undefined }, 'value-missing', /^source is undefined/],
  [{ destinations: null }, 'value-missing', /^destinations is null/],
  [{ configurationSet: '' }, 'value-missing', /^configurationSet is ""/],
  [{ configurationSet: 'my set' }, 'ses-field', /^configurationSet: "my set" holds " "/],
  [{ endpointId: '' }, 'value-missing', /^endpointId is ""/],
  [{ tenant: 'x'.repeat(65) }, 'ses-field', /^tenant: .* has 65 characters/],
  [{ tags: { 'a b': 'c' } }, 'ses-field', /^tags: not a name: "a b"/],
  [{ tags: { a: 'é' } }, 'ses-field', /^tags: not a value: "é"/],
  [{ tags: { a: '' } }, 'value-missing', /^tags: the value of "a" is ""/],
  [{ tags: ['a'] }, 'value-type', /^tags is not a plain object/],
  [{ sourceArn: '' }, 'value-missing', /^sourceArn is ""/],
  [{ fromArn: 'arn:aws:s3:::x' }, 'arn-syntax', /^fromArn: "arn:aws:s3:::x" is not arn:/],
  [{ returnPathArn: arn.replace('12', '1') }, 'arn-syntax', /account of 12 digits/],
  [{ listManagement: {} }, 'value-missing', /^listManagement.contactList is undefined/],
  [{ listManagement: { list: 'x' } }, 'option-invalid', /^listManagement: no member "list"/],
];

for (const [options, code, message] of refused) {
  test(`${JSON.stringify(options)} is refused: ${code}`, () => {
    assert.throws(
      () => checkSesOptions(Object.assign(Array.isArray(options) ? [] : {}, options), {}),
      throwing(code, message),
    );
  });
}

test('an option that an API has no member for is refused with what to do instead', () => {
  const unsupported = { source: 'use feedbackForwarding' };
  checkSesOptions({ tenant: 'acme' }, unsupported);
  assert.throws(
    () => checkSesOptions({ source: 'a@b.example' }, unsupported),
    throwing('option-invalid', /^source: this API has no member for it: use feedbackForwarding$/),
  );
});

test.run();
