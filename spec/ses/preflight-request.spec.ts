/** Preflight of requests: as of their message, and what a request alone can have wrong. */

import { SendRawEmailCommand } from '@aws-sdk/client-ses';
import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type ErrorCode, MimewrightError } from '../../lib/errors.ts';
import type { Finding, Report } from '../../lib/preflight/report.ts';
import { preflight } from '../../lib/preflight/run.ts';
import { preflightRequest } from '../../lib/ses/preflight-request.ts';
import { requestRules } from '../../lib/ses/request-rules.ts';
import { sendEmailInput } from '../../lib/ses/send-email.ts';
import { sendRawEmailInput } from '../../lib/ses/send-raw-email.ts';
import { sesV1Client, sesV2Client } from '../support/clients.ts';
import { fixture } from '../support/fixture.ts';
import { startSesEndpoint } from '../support/ses-endpoint.ts';

const test = suite('ses/preflight-request');

const octets = Uint8Array.from(fixture('base/plain.eml'));
const raw = { octets, envelope: { from: 'depot@example.com', to: ['bob@example.net'] } };
const RawMessage = { Data: octets };
const Content = { Raw: { Data: octets } };
const base64 = Buffer.from(octets).toString('base64');

/** An input of any type, as a caller without types may have it. */
function looked(input: unknown, options: object = {}): Report {
  const report: Report = Reflect.apply(preflightRequest, undefined, [input, options]);
  return report;
}

function ids({ findings }: { readonly findings: readonly Finding[] }): readonly string[] {
  return findings.map(({ rule }) => rule);
}

function own(report: Report): readonly Finding[] {
  return report.findings.filter(({ rule }) => requestRules.some(({ id }) => id === rule));
}

function placeOf(finding: Finding | undefined): string {
  if (finding === undefined) return 'none';
  const { at } = finding;
  return at.in === 'message' ? `${at.start}-${at.end}` : `${at.option}[${at.index ?? ''}]`;
}

for (const name of ['plain', 'attachment', 'alternative', 'related', 'cjk']) {
  test(`law: a request of ${name}.eml has the report of its message and options`, () => {
    const message = { ...raw, octets: Uint8Array.from(fixture(`base/${name}.eml`)) };
    const v1 = { configurationSet: 'main', tags: { kind: 'x' }, source: 'other@example.com' };
    assert.equal(
      preflightRequest(sendRawEmailInput(message, v1)),
      preflight(message, { ...v1, profile: 'ses-v1' }),
    );
    const v2 = {
      destinations: ['To: ann@example.com', 'b@c.example'],
      feedbackForwarding: 'a@b.example',
      replyToAddresses: ['x@y.example'],
      tenant: 'acme',
      listManagement: { contactList: 'News', topic: 'Weekly' },
    };
    const input = {
      ...sendEmailInput(message, { ...v2, destinations: ['b@c.example'] }),
      Destination: { ToAddresses: v2.destinations },
    };
    assert.equal(preflightRequest(input), preflight(message.octets, { ...v2, profile: 'ses-v2' }));
  });
}

test('what the SDK leaves out is as good as absent', () => {
  const input = { RawMessage, Source: undefined, Destinations: undefined, Tags: undefined };
  assert.equal(preflightRequest(input), preflight(octets));
  assert.equal(looked({ RawMessage, Source: null, Destinations: [] }), preflight(octets));
});

test('an entry with a field name in it is told at its index', () => {
  const report = preflightRequest({ RawMessage, Destinations: ['a@b.example', 'To: c@d.example'] });
  const [error] = report.errors;
  assert.is(error?.rule, 'ses/recipient-entry-header-name');
  assert.is(placeOf(error), 'destinations[1]');
});

test('To, Cc and Bcc are counted through', () => {
  const report = preflightRequest({
    Content,
    Destination: {
      BccAddresses: ['e@'],
      ToAddresses: ['a@b.example', 'c@'],
      CcAddresses: ['d@'],
    },
  });
  assert.equal(report.errors.map(placeOf), [
    'destinations[1]',
    'destinations[2]',
    'destinations[3]',
  ]);
});

test('a string is looked at as its UTF-8, and told of', () => {
  const message = 'From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\n\r\nZo\u00eb\r\n';
  const report = preflightRequest({ RawMessage: { Data: message } });
  assert.is(report.sizeOctets, message.length + 1);
  const [finding] = own(report);
  assert.is(finding?.rule, 'ses/raw-data-string');
  assert.match(finding?.message ?? '', /send as UTF-8 and older ones garble$/);
  assert.equal(report.findings.length, preflight(Buffer.from(message)).findings.length + 1);
  const ascii = preflightRequest({ RawMessage: { Data: Buffer.from(octets).toString() } });
  assert.equal(ids(ascii), ['ses/raw-data-string']);
  assert.ok(ascii.ok);
});

test('clients send of a string what the report is of', async () => {
  const endpoint = await startSesEndpoint();
  const [v1, v2] = [sesV1Client(endpoint.url), sesV2Client(endpoint.url)];
  const Data = 'From: a@b.example\r\nSubject: \u00eb\ud800\u2615\r\n\r\nx\r\n';
  try {
    await v1.send(Reflect.construct(SendRawEmailCommand, [{ RawMessage: { Data } }]));
    await v2.send(Reflect.construct(SendEmailCommand, [{ Content: { Raw: { Data } } }]));
  } finally {
    v1.destroy();
    v2.destroy();
    await endpoint.close();
  }
  const [one, other] = endpoint.requests;
  assert.ok(one?.octets.equals(other?.octets ?? Buffer.alloc(0)));
  const report = preflightRequest({ RawMessage: { Data } });
  const sent = preflight(one?.octets ?? Buffer.alloc(0));
  assert.is(report.sizeOctets, sent.sizeOctets);
  assert.equal(
    report.findings.filter((finding) => !own(report).includes(finding)),
    sent.findings,
  );
});

test('content beside the raw one is told of', () => {
  const report = preflightRequest({ Content: { ...Content, Simple: {}, Template: {} } });
  assert.equal(ids(report), ['ses/request-content-choice', 'ses/request-content-choice']);
  assert.match(report.findings[0]?.message ?? '', /^Content has Simple beside Raw/);
  assert.not(report.refused);
});

test('a tag that is named twice is told at its second place', () => {
  const tag = (Name: string): { Name: string; Value: string } => ({ Name, Value: 'v' });
  const ConfigurationSetName = 'main';
  for (const input of [
    { RawMessage, ConfigurationSetName, Tags: [tag('a'), tag('b'), tag('a')] },
    { Content, ConfigurationSetName, EmailTags: [tag('a'), tag('b'), tag('a')] },
  ]) {
    const [finding, ...others] = preflightRequest(input).findings;
    assert.is(finding?.rule, 'ses/tag-duplicate');
    assert.is(placeOf(finding), 'tags[2]');
    assert.equal(others, []);
  }
});

test('the value of a tag that is named twice is refused like any other', () => {
  for (const [value, rule] of [
    ['', 'ses/tag-empty'],
    ['x y', 'ses/tag-value-chars'],
    ['x'.repeat(256), 'ses/tag-value-length'],
  ] as const) {
    const Tags = [
      { Name: 'a', Value: 'v' },
      { Name: 'a', Value: value },
    ];
    const report = preflightRequest({ RawMessage, ConfigurationSetName: 'main', Tags });
    assert.ok(report.refused && !report.ok);
    const [finding, ...others] = report.errors;
    assert.equal([finding?.rule, placeOf(finding), others.length], [rule, 'tags[1]', 0]);
  }
});

test('tags are told of by their place in the list', () => {
  const Tags = [
    { Name: 'b', Value: 'x' },
    { Name: 'b', Value: 'y' },
    { Name: '1', Value: '\u00e9' },
    { Name: undefined, Value: 'x' },
  ];
  const { errors } = preflightRequest({ RawMessage, ConfigurationSetName: 'main', Tags });
  const places = errors.map((finding) => `${finding.rule} ${placeOf(finding)}`);
  assert.equal(places, ['ses/tag-value-chars tags[2]', 'ses/tag-empty tags[3]']);
});

test('severity and only take the ids of requests', () => {
  const input = { RawMessage: { Data: base64 }, Region: 'x', Destinations: ['c@'] };
  const severity = { 'ses/request-member-unknown': 'off', 'address/missing-domain': 'info' };
  assert.equal(ids(looked(input, { severity })), [
    'ses/raw-data-not-mime',
    'address/missing-domain',
  ]);
  assert.ok(looked(input, { severity: { ...severity, 'ses/raw-data-not-mime': 'info' } }).ok);
  assert.equal(ids(looked(input, { only: ['ses/request-member-unknown'] })), [
    'ses/request-member-unknown',
  ]);
  const bare = looked(input, { severity: { 'ses/raw-data-not-mime': 'off' } });
  assert.ok(ids(bare).includes('rfc5322/missing-separator'));
});

test('a hundred findings of a rule are listed, the rest counted', () => {
  const many = Array.from({ length: 130 }, (_, n) => [`member${n}`, 1] as const);
  const report = looked({ RawMessage, ...Object.fromEntries(many) });
  assert.is(own(report).length, 100);
  assert.equal(report.omitted, { 'ses/request-member-unknown': 30 });
});

test('a report is frozen and survives JSON', () => {
  const report = preflightRequest({ RawMessage: { Data: base64 }, Destinations: ['c@'] });
  assert.ok(Object.isFrozen(report) && Object.isFrozen(report.findings[0]?.at));
  assert.equal(JSON.parse(JSON.stringify(report)), report);
});

/** Inputs and options of any type, code, and what the message says. */
const refused: readonly (readonly [unknown, object | undefined, ErrorCode, RegExp])[] = [
  [null, undefined, 'value-missing', /^input is null/],
  ['From: a@b', undefined, 'value-type', /^input is not a plain object/],
  [{}, undefined, 'value-missing', /^input has neither RawMessage, .*, nor Content/],
  [raw, undefined, 'value-missing', /^input has neither/],
  [{ input: { RawMessage } }, undefined, 'value-type', /pass the command's `input`/],
  [{ RawMessage, Content }, undefined, 'option-invalid', /^input has RawMessage, .* and Content/],
  [{ RawMessage: {} }, undefined, 'value-missing', /^RawMessage\.Data is undefined/],
  [{ RawMessage: { Data: null } }, undefined, 'value-missing', /^RawMessage\.Data is undefined/],
  [{ RawMessage: { Data: [70] } }, undefined, 'value-type', /^RawMessage\.Data is not a Uint8Arr/],
  [{ Content: {} }, undefined, 'value-missing', /^Content\.Raw\.Data is undefined/],
  [{ Content: { Simple: {} } }, undefined, 'value-missing', /^Content has Simple but no Raw/],
  [{ RawMessage, Source: 5 }, undefined, 'value-type', /^Source is not a string: 5/],
  [{ RawMessage, Destinations: 'a@b' }, undefined, 'value-type', /^Destinations is not a list/],
  [{ RawMessage, Destinations: [null] }, undefined, 'value-missing', /^Destinations\[0\] is null/],
  [{ RawMessage, Tags: { a: 'b' } }, undefined, 'value-type', /^Tags is not a list/],
  [{ Content, Destination: ['a@b'] }, undefined, 'value-type', /^Destination is not a plain obj/],
  [{ Content, ListManagementOptions: {} }, undefined, 'value-missing', /ContactListName is undef/],
  [{ RawMessage }, { profile: 'ses-v2' }, 'option-invalid', /^profile: not one of ses-v1: "ses-v2/],
  [{ Content }, { profile: 'smtp' }, 'option-invalid', /^profile: not one of ses-v2/],
  [{ RawMessage }, { destinations: [] }, 'option-invalid', /^destinations: the request itself/],
  [{ RawMessage }, { only: ['ses/nothing'] }, 'option-invalid', /no rule "ses\/nothing"/],
  [{ RawMessage }, { severity: { 'ses/raw-data-string': 1 } }, 'option-invalid', /^severity\["ses/],
  [{ RawMessage }, { nothing: 1 }, 'option-invalid', /no member "nothing"/],
];

for (const [input, options, code, message] of refused) {
  test(`${message} is refused: ${code}`, () => {
    assert.throws(
      () => looked(input, options),
      (error: unknown) =>
        error instanceof MimewrightError && error.code === code && message.test(error.message),
    );
  });
}

test('the rules of requests are sorted, and each has its words', () => {
  const sorted = requestRules.map(({ id }) => id).toSorted();
  assert.equal(
    requestRules.map(({ id }) => id),
    sorted,
  );
  for (const { summary, remedy, sources } of requestRules) {
    assert.ok(summary.length <= 80 && !summary.endsWith('.'), summary);
    assert.ok(remedy.length <= 90 && remedy.endsWith('.'), remedy);
    assert.ok(sources.every((source) => source.startsWith('https://')));
  }
});

test.run();
