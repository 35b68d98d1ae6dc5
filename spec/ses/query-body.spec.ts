/** The form of SendRawEmail, against what the real client posts. */

import { createServer } from 'node:http';
import { SendRawEmailCommand, type SendRawEmailCommandInput } from '@aws-sdk/client-ses';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type ErrorCode, MimewrightError } from '../../lib/errors.ts';
import { queryBody } from '../../lib/ses/query-body.ts';
import { sendRawEmailInput } from '../../lib/ses/send-raw-email.ts';
import { sesV1Client } from '../support/clients.ts';
import { fixture } from '../support/fixture.ts';
import { listen } from '../support/loopback.ts';
import { startSesEndpoint } from '../support/ses-endpoint.ts';
import { readQuery } from '../support/ses-request.ts';

const test = suite('ses/query-body');

const octets = Uint8Array.from(fixture('base/attachment.eml'));

const ACCEPTED =
  '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>m</MessageId></SendRawEmailResult></SendRawEmailResponse>';

/** What the client of the SDK posts, octet for octet. */
async function posted(inputs: readonly SendRawEmailCommandInput[]): Promise<readonly string[]> {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('latin1').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      bodies.push(body);
      response.writeHead(200, { 'content-type': 'text/xml' }).end(ACCEPTED);
    });
  });
  const { url, close } = await listen(server);
  const client = sesV1Client(url);
  try {
    for (const input of inputs) await client.send(new SendRawEmailCommand(input));
    return bodies;
  } finally {
    client.destroy();
    await close();
  }
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('', "a b~!*'()+&=%@;/?", 'zoé@例え.example', '\r\n\t\0', '☕'),
);
const request = fc.record(
  {
    RawMessage: fc.record({ Data: fc.uint8Array({ maxLength: 40 }) }),
    Source: text,
    Destinations: fc.array(text, { maxLength: 3 }),
    FromArn: text,
    SourceArn: text,
    ReturnPathArn: text,
    Tags: fc.array(fc.record({ Name: text, Value: text }), { maxLength: 3 }),
    ConfigurationSetName: text,
  },
  { requiredKeys: ['RawMessage'] },
);

test('law: the form is the one that the SDK posts, character for character', async () => {
  const inputs = fc.sample(request, { numRuns: 150, seed: 7 });
  const bodies = await posted(inputs);
  assert.is(bodies.length, inputs.length);
  for (const [index, input] of inputs.entries()) assert.is(queryBody(input), bodies[index]);
});

test('law: a form decodes to the octets and the members that went into it', () => {
  fc.assert(
    fc.property(request, (input) => {
      const body = queryBody(input);
      assert.match(body, /^[A-Za-z0-9._~%&=-]*$/);
      const form = readQuery(body);
      assert.equal(form?.octets, Buffer.from(input.RawMessage.Data));
      assert.equal(form?.source, input.Source);
      assert.is(form?.configurationSet, input.ConfigurationSetName);
      assert.equal(form?.destinations, input.Destinations ?? []);
    }),
  );
});

test('a local endpoint takes the form as it takes the client', async () => {
  const endpoint = await startSesEndpoint();
  try {
    const raw = { octets, envelope: { from: 'a@b.example', to: ['c@d.example', 'e+f@g.example'] } };
    const response = await fetch(endpoint.url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: queryBody(sendRawEmailInput(raw, { tags: { kind: 'news' } })),
    });
    assert.is(response.status, 200);
    const [call] = endpoint.requests;
    assert.ok(call?.octets.equals(octets));
    assert.equal(call?.destinations, raw.envelope.to);
    assert.equal(call?.tags, { kind: 'news' });
  } finally {
    await endpoint.close();
  }
});

test('ten megabytes make one form', () => {
  const Data = Buffer.alloc(10_485_760, '+/=\r\n');
  const form = readQuery(queryBody({ RawMessage: { Data } }));
  assert.ok(form?.octets.equals(Data));
});

test('what is undefined is left out, as the client does', () => {
  const input = { RawMessage: { Data: Buffer.from('A') }, Source: undefined, Tags: undefined };
  assert.is(queryBody(input), 'Action=SendRawEmail&Version=2010-12-01&RawMessage.Data=QQ%3D%3D');
});

/** Inputs of any type, code, and what the message says. */
const refused: readonly (readonly [unknown, ErrorCode, RegExp])[] = [
  [undefined, 'value-missing', /^input is undefined/],
  [{ RawMessage: {} }, 'value-missing', /^RawMessage\.Data is undefined/],
  [{ RawMessage: { Data: 'QQ==' } }, 'value-type', /^RawMessage\.Data is not a Uint8Array/],
  [{ RawMessage: { Data: octets }, Source: 5 }, 'value-type', /^Source is not a string: 5/],
  [
    { RawMessage: { Data: octets }, Destination: [] },
    'option-invalid',
    /^input: "Destination" is no member of SendRawEmail: is Destinations meant\?$/,
  ],
  [{ RawMessage: { Data: octets }, Source: '\ud800' }, 'ill-formed-text', /^Source: a surrogate/],
  [{ Content: { Raw: { Data: octets } } }, 'option-invalid', /^input is for SendEmail/],
];

for (const [input, code, message] of refused) {
  test(`${message} is refused: ${code}`, () => {
    assert.throws(
      () => Reflect.apply(queryBody, undefined, [input]),
      (error: unknown) =>
        error instanceof MimewrightError && error.code === code && message.test(error.message),
    );
  });
}

test.run();
