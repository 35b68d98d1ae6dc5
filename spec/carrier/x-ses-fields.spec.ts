/** The X-SES fields: order, grammar, and no way around it. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type SesFields, xSesFields } from '../../lib/carrier/x-ses-fields.ts';
import { type ErrorCode, MimewrightError } from '../../lib/errors.ts';

const test = suite('carrier/x-ses-fields');

const arn = 'arn:aws:ses:eu-west-1:123456789012:identity/example.com';

/** What comes from JSON has any shape. */
function fromJson(json: string): SesFields {
  return JSON.parse(json);
}

function throwing(code: ErrorCode, message: RegExp): (error: unknown) => boolean {
  return (error) =>
    error instanceof MimewrightError && error.code === code && message.test(error.message);
}

test('every member has its field, in one order', () => {
  const fields = xSesFields({
    tenant: 'acme',
    returnPathArn: arn,
    fromArn: arn,
    sourceArn: arn,
    listManagement: { contactList: 'News', topic: 'Weekly' },
    tags: { kind: 'receipt', 'ses:feedback-id-a': 'a.b@c' },
    configurationSet: 'main',
  });
  assert.equal(fields, [
    { name: 'X-SES-CONFIGURATION-SET', body: ['main'] },
    { name: 'X-SES-MESSAGE-TAGS', body: ['kind=receipt,', 'ses:feedback-id-a=a.b@c'] },
    { name: 'X-SES-LIST-MANAGEMENT-OPTIONS', body: ['News;', 'topic=Weekly'] },
    { name: 'X-SES-SOURCE-ARN', body: [arn] },
    { name: 'X-SES-FROM-ARN', body: [arn] },
    { name: 'X-SES-RETURN-PATH-ARN', body: [arn] },
    { name: 'X-SES-TENANT', body: ['acme'] },
  ]);
});

test('nothing asked for, nothing written', () => {
  assert.equal(xSesFields({}), []);
  assert.equal(xSesFields({ tags: {} }), []);
  const [field] = xSesFields({ listManagement: { contactList: 'News' } });
  assert.equal(field?.body, ['News']);
});

test('__proto__ is a tag name like any other', () => {
  const [field] = xSesFields(fromJson('{"tags":{"__proto__":"x","constructor":"y"}}'));
  assert.equal(field?.body, ['__proto__=x,', 'constructor=y']);
});

/** JSON, code, and what the message names. */
const refused: readonly (readonly [string, ErrorCode, RegExp])[] = [
  ['{"configurationSet":""}', 'value-missing', /^configurationSet is ""/],
  ['{"configurationSet":null}', 'value-missing', /^configurationSet is null/],
  ['{"configurationSet":1}', 'value-type', /^configurationSet is not a string: 1/],
  ['{"configurationSet":"my set"}', 'ses-field', /^configurationSet: "my set" holds " "/],
  ['{"tenant":"a\\r\\nBcc: x"}', 'ses-field', /^tenant: "a\\r\\nBcc: x" holds "\\r"/],
  ['{"tags":{"":"x"}}', 'ses-field', /^tags: not a name: "".*1 to 255/],
  ['{"tags":{"a:b":"x"}}', 'ses-field', /^tags: not a name: "a:b"/],
  ['{"tags":{"ses:\\r\\n":"x"}}', 'ses-field', /^tags: not a name: "ses:\\r\\n"/],
  ['{"tags":{"a":""}}', 'value-missing', /^tags: the value of "a" is ""/],
  ['{"tags":{"a":7}}', 'value-type', /^tags: the value of "a" is not a string: 7/],
  ['{"tags":{"a":"b, c=d"}}', 'ses-field', /^tags: not a value: "b, c=d".*1 to 255/],
  ['{"tags":["a"]}', 'value-type', /^tags is not a plain object/],
  ['{"tags":null}', 'value-missing', /^tags is null/],
  ['{"sourceArn":""}', 'value-missing', /^sourceArn is ""/],
  ['{"fromArn":"arn:aws:x"}', 'arn-syntax', /^fromArn: "arn:aws:x" is not arn:PARTITION/],
  ['{"listManagement":{}}', 'value-missing', /^listManagement\.contactList is undefined/],
  ['{"listManagement":{"contactList":"a;b"}}', 'ses-field', /^listManagement\.contactList: "a;b"/],
  ['{"listManagement":{"contactList":"a","topic":""}}', 'value-missing', /^listManagement\.topic/],
  [
    '{"listManagement":{"contactList":"a","topics":"b"}}',
    'option-invalid',
    /"topics".*contactList, topic/,
  ],
  ['{"configSet":"a"}', 'option-invalid', /no member "configSet"; allowed are configurationSet/],
  ['{"__proto__":{"tenant":"a"}}', 'option-invalid', /"__proto__"/],
  ['{"toString":"a"}', 'option-invalid', /"toString"/],
  ['null', 'value-missing', /^ses is null/],
  ['"main"', 'value-type', /^ses is not a plain object/],
];

test('what is outside the grammar throws, and names the member and the value', () => {
  for (const [json, code, message] of refused) {
    assert.throws(() => xSesFields(fromJson(json)), throwing(code, message), json);
  }
});

test('undefined and a Map are no values', () => {
  const hollow: object = { tenant: undefined };
  const mapped: object = { tags: new Map([['a', 'b']]) };
  assert.throws(() => xSesFields(hollow), throwing('value-missing', /^tenant is undefined/));
  assert.throws(() => xSesFields(mapped), throwing('value-type', /^tags is not a plain object/));
});

const characters = ['\r', '\n', '\0', '\ud800', 'é', ' ', ',', ';', '=', ':', '@', '.', '-', '_'];
const character = fc.constantFrom(...characters, 'a', 'b', 'X', '7', 'ab', 'Y0');
const text = fc.array(character, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));

test('law: what is written is printable ASCII without blanks, and reads back', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 4 }),
      text,
      (tags, name) => {
        const record = Object.fromEntries(tags);
        let fields: ReturnType<typeof xSesFields>;
        try {
          fields = xSesFields({ tags: record, configurationSet: name });
        } catch (error) {
          assert.instance(error, MimewrightError);
          return;
        }
        const [set, written] = fields;
        assert.equal(set?.body, [name]);
        for (const word of written?.body ?? []) assert.match(word, /^[!-~]+$/);
        const pairs = (written?.body ?? []).map((word) => word.replace(/,$/, '').split('='));
        assert.equal(pairs, Object.entries(record));
      },
    ),
    { numRuns: 2000 },
  );
});

test.run();
