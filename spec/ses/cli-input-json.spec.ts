/** The JSON of the AWS command line: the members of the API, the message as base64. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type ErrorCode, MimewrightError } from '../../lib/errors.ts';
import { cliInputJson } from '../../lib/ses/cli-input-json.ts';
import { sendEmailInput } from '../../lib/ses/send-email.ts';
import { sendRawEmailInput } from '../../lib/ses/send-raw-email.ts';
import { fixture } from '../support/fixture.ts';
import { readJson } from '../support/ses-request.ts';

const test = suite('ses/cli-input-json');

const octets = Uint8Array.from(fixture('base/attachment.eml'));
const raw = { octets, envelope: { from: 'bounces@example.com', to: ['bob@example.net'] } };
const arn = 'arn:aws:ses:eu-west-1:123456789012:identity/example.com';

test('v1: every member stands by its name, the message as base64', () => {
  const input = sendRawEmailInput(raw, {
    configurationSet: 'main',
    tags: { kind: 'news' },
    sourceArn: arn,
    fromArn: arn,
    returnPathArn: arn,
  });
  const Data = Buffer.from(octets).toString('base64');
  assert.equal(JSON.parse(cliInputJson(input)), { ...input, RawMessage: { Data } });
});

test('v2: every member stands by its name, as the API itself takes it', () => {
  const input = sendEmailInput(raw, {
    fromEmailAddress: 'depot@example.com',
    replyToAddresses: ['help@example.com'],
    configurationSet: 'main',
    tags: { kind: 'news' },
    tenant: 'acme',
    endpointId: 'abc.def',
    fromArn: arn,
    returnPathArn: arn,
    listManagement: { contactList: 'News', topic: 'Weekly' },
  });
  const json = cliInputJson({ ...input, ConfigurationOverrides: { Any: [1] } });
  const Data = Buffer.from(octets).toString('base64');
  assert.equal(JSON.parse(json), {
    ...input,
    Content: { Raw: { Data } },
    ConfigurationOverrides: { Any: [1] },
  });
  assert.ok(readJson(json)?.octets.equals(octets));
});

test('what is undefined is left out', () => {
  const Data = Buffer.from('A');
  assert.is(
    cliInputJson({ RawMessage: { Data }, Source: undefined, Destinations: ['é@b.example'] }),
    '{"RawMessage":{"Data":"QQ=="},"Destinations":["é@b.example"]}',
  );
  assert.is(
    cliInputJson({ Content: { Raw: { Data } }, Destination: { ToAddresses: undefined } }),
    '{"Content":{"Raw":{"Data":"QQ=="}},"Destination":{}}',
  );
});

test('what JSON cannot hold is a bad call', () => {
  const circle: { self?: object } = {};
  circle.self = circle;
  const Content = { Raw: { Data: Buffer.from('x') } };
  for (const ConfigurationOverrides of [circle, { n: 1n }]) {
    const call = () => cliInputJson({ Content, ConfigurationOverrides });
    assert.throws(call, (error: unknown) => error instanceof MimewrightError);
  }
});

test('forty megabytes make one line', () => {
  const Data = Buffer.alloc(41_943_040, 'Zoë ☕\r\n');
  assert.ok(readJson(cliInputJson({ Content: { Raw: { Data } } }))?.octets.equals(Data));
});

/** Inputs of any type, code, and what the message says. */
const refused: readonly (readonly [unknown, ErrorCode, RegExp])[] = [
  [null, 'value-missing', /^input is null/],
  [{ Content: { Raw: { Data: 'QQ==' } } }, 'value-type', /^Content\.Raw\.Data is not a Uint8Ar/],
  [{ Content: { Raw: { Data: octets } }, Tags: [] }, 'option-invalid', /^input: "Tags" is no mem/],
  [
    { Content: { Raw: { Data: octets }, Simple: {} } },
    'option-invalid',
    /^Content has Simple beside Raw/,
  ],
];

for (const [input, code, message] of refused) {
  test(`${message} is refused: ${code}`, () => {
    assert.throws(
      () => Reflect.apply(cliInputJson, undefined, [input]),
      (error: unknown) =>
        error instanceof MimewrightError && error.code === code && message.test(error.message),
    );
  });
}

test.run();
