/** Failing calls explained: whatever the error looks like, and whatever was passed beside it. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { SesText } from '../../lib/carrier/ses-text.ts';
import { sesTexts } from '../../lib/carrier/ses-texts.ts';
import { preflight } from '../../lib/preflight/run.ts';
import { explainSesError } from '../../lib/ses/explain.ts';
import type { Explanation } from '../../lib/ses/explanation.ts';
import { fixture } from '../support/fixture.ts';

const test = suite('ses/explain');

/** A message with these To and further fields. */
function mail(to: string, ...fields: readonly string[]): Buffer {
  const lines = [
    'From: Shop <shop@example.com>',
    `To: ${to}`,
    ...fields,
    'Subject: Hi',
    '',
    'Hi',
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}

const night = mail('Ann <ann@example.net>, DEBUG: Kim <kim@example.net>');
const good = mail('Ann <ann@example.net>');
const ILLEGAL = 'Local address contains illegal character';

test('the one address at fault among several is told, with its line and column', () => {
  const told = explainSesError(
    Object.assign(new Error(ILLEGAL), { name: 'InvalidParameterValue' }),
    night,
  );
  assert.is(
    told.cause,
    'line 2, column 33 (To): a colon in a display name without quotes: "DEBUG: Kim <kim@example.net>"',
  );
  assert.match(told.remedy, /^Quote the name/);
  const [place] = told.places;
  assert.ok(place?.in === 'message');
  assert.is(night.toString('latin1', place.start, place.end), ':');
  assert.equal(
    [told.known, told.text, told.code, told.certainty, told.evidence, told.retry],
    [true, ILLEGAL, 'InvalidParameterValue', 'found', 'observed', 'no'],
  );
});

const shapes: readonly (readonly [what: string, error: unknown, code: string])[] = [
  [
    'SDK v3, API v1',
    {
      name: 'InvalidParameterValue',
      message: ILLEGAL,
      $fault: 'client',
      $metadata: { httpStatusCode: 400 },
      Error: { Type: 'Sender', Code: 'InvalidParameterValue', Message: ILLEGAL },
    },
    'InvalidParameterValue',
  ],
  [
    'SDK v3, API v2',
    { name: 'BadRequestException', message: ILLEGAL, $metadata: { httpStatusCode: 400 } },
    'BadRequestException',
  ],
  [
    'SDK v2',
    Object.assign(new Error(ILLEGAL), { code: 'InvalidParameterValue', statusCode: 400 }),
    'InvalidParameterValue',
  ],
  [
    'an error around it',
    new Error('mail job 7 failed', {
      cause: Object.assign(new Error(ILLEGAL), { name: 'InvalidParameterValue' }),
    }),
    'InvalidParameterValue',
  ],
  ['the text alone', ILLEGAL, ''],
  ['name and text', `InvalidParameterValue: ${ILLEGAL}`, 'InvalidParameterValue'],
  [
    'boto',
    `botocore.exceptions.ClientError: An error occurred (InvalidParameterValue) when calling the SendRawEmail operation: ${ILLEGAL}`,
    'InvalidParameterValue',
  ],
  [
    'Java',
    `com.amazonaws.services.simpleemail.model.AmazonSimpleEmailServiceException: ${ILLEGAL} (Service: AmazonSimpleEmailService; Status Code: 400; Error Code: InvalidParameterValue; Request ID: 1)`,
    'InvalidParameterValue',
  ],
  [
    'Go',
    `InvalidParameterValue: ${ILLEGAL}\n\tstatus code: 400, request id: 1`,
    'InvalidParameterValue',
  ],
  [
    'the response as XML',
    `<Error><Type>Sender</Type><Code>InvalidParameterValue</Code><Message>${ILLEGAL}</Message></Error>`,
    'InvalidParameterValue',
  ],
  [
    'the response as JSON',
    { __type: 'com.amazonaws.sesv2#BadRequestException:', message: ILLEGAL },
    'BadRequestException',
  ],
  [
    'a structured log',
    JSON.stringify({ level: 50, err: { name: 'InvalidParameterValue', message: ILLEGAL } }),
    'InvalidParameterValue',
  ],
  [
    'a log with a time',
    `2026-01-02T03:04:05Z ERROR Missing domain? no: InvalidParameterValue: ${ILLEGAL}`,
    'InvalidParameterValue',
  ],
  ['SMTP', `554 Transaction failed: ${ILLEGAL}`, '554'],
  [
    'SMTP, several lines',
    `554-5.7.1 Transaction failed: Local address\r\n554 5.7.1 contains illegal character`,
    '554',
  ],
  [
    'nodemailer',
    Object.assign(new Error(`Message failed: 554 Transaction failed: ${ILLEGAL}`), {
      code: 'EMESSAGE',
      response: `554 Transaction failed: ${ILLEGAL}`,
      responseCode: 554,
    }),
    '554',
  ],
  ['smtplib', `smtplib.SMTPDataError: (554, b'Transaction failed: ${ILLEGAL}')`, '554'],
];
for (const [what, error, code] of shapes) {
  test(`the error is taken as it comes: ${what}`, () => {
    const told = explainSesError(error, night);
    assert.equal([told.text, told.code ?? '', told.certainty], [ILLEGAL, code, 'found']);
  });
}

test('quotes that a format escapes are read', () => {
  const message = mail('=?utf-8?Q?"Ann?= <ann@example.net>');
  for (const error of [
    '<Message>Missing &apos;&quot;&apos;</Message>',
    `{"message":"Missing '\\"'"}`,
    `12:00 {"message":"Missing '\\"'","n":1}`,
  ]) {
    const told = explainSesError(error, message);
    assert.equal([told.text, told.certainty], [`Missing '"'`, 'found'], error);
  }
});

test('a message without the fault is said to hold none, with what usually is the cause', () => {
  const told = explainSesError(ILLEGAL, good);
  assert.is(told.certainty, 'absent');
  assert.match(
    told.cause,
    /^this message does not hold the fault; usually one of .* seen for a display name/,
  );
  assert.match(told.because, /compare them with what was really sent; pass what the request said/);
  assert.equal([told.places, told.findings, told.candidates], [[], [], []]);
});

test('where it holds another fault that SES refuses, that is told as a candidate', () => {
  const told = explainSesError('Missing domain', night);
  assert.is(told.certainty, 'absent');
  assert.match(told.cause, /; SES refuses line 2, column 33 \(To\): a colon/);
  assert.equal(
    told.candidates.map(({ rule }) => rule),
    ['address/unquoted-specials'],
  );
});

test('a field that the message has once was added behind it', () => {
  const told = explainSesError("Duplicate header 'Subject'.", good);
  assert.is(told.certainty, 'absent');
  assert.match(told.cause, /^this message has the field once, at line 3, column 1 \(Subject\)/);
  assert.is(told.places.length, 1);
});

test('a comma in a name of a field fits a text that is seen for one of the request', () => {
  const told = explainSesError('Illegal address', mail('Last, First <ann@example.net>'));
  assert.is(told.certainty, 'likely');
  assert.match(told.cause, /^line 2, column 9 \(To\): a comma in a display name/);
});

test('a text about senders that names none is of the account, unless it is told who is verified', () => {
  const text = 'Email address is not verified.';
  const untold = explainSesError(text, good);
  assert.is(untold.certainty, 'account');
  assert.match(untold.because, /pass identities/);
  assert.is(explainSesError(text, good, { identities: ['example.com'] }).certainty, 'absent');
  for (const options of [{}, { region: 'eu-west-1' }]) {
    const told = explainSesError(text, good, { identities: ['example.org'], ...options });
    assert.match(told.cause, /"shop@example\.com" is no verified identity/);
  }
});

test('an encoding that preflight takes for a private one is where the text names it', () => {
  const message = mail('ann@example.net', 'Content-Transfer-Encoding: x-wire');
  const { certainty, places } = explainSesError('Unknown encoding: x-wire', message);
  assert.is(certainty, 'likely');
  const [place] = places;
  assert.ok(place?.in === 'message');
  assert.is(message.toString('latin1', place.start, place.end), 'x-wire');
});

test('an unknown text is said to be unknown, and other faults are candidates', () => {
  const told = explainSesError(
    { name: 'InvalidParameterValue', message: 'The moon is full' },
    night,
  );
  assert.equal([told.known, told.certainty, told.retry], [false, 'unknown', 'no']);
  assert.match(
    told.cause,
    /^unknown; not a text that SES is known to use: "The moon is full"; SES would refuse/,
  );
  assert.equal([told.findings.length, told.candidates.length], [0, 1]);
  assert.is(explainSesError('The moon is full', good).candidates.length, 0);
});

test('common words that go on are another text', () => {
  for (const text of ['Illegal address family', 'Missing domain controller', 'anIllegal address']) {
    assert.is(explainSesError(text, good).known, false, text);
  }
});

test('identities that the text names are found in fields and options, without options.identities', () => {
  const text =
    'Email address is not verified. The following identities failed the check in region EU-WEST-1: Shop <shop@EXAMPLE.com>, bounce@example.com, ann@exam...';
  const told = explainSesError({ name: 'MessageRejected', message: text }, good, {
    source: 'bounce@example.com',
  });
  assert.is(told.certainty, 'likely');
  assert.match(
    told.cause,
    /the text names what stands at line 1, column 13 \(From\) and source, character 1$/,
  );
  assert.is(told.because, 'the text itself names what stands there');
});

test('what an SDK writes behind the text is no part of it', () => {
  const text = 'Configuration set <news> does not exist.';
  const java = `${text} (Service: Ses, Status Code: 400, Request ID: 1)`;
  assert.is(explainSesError(java, good).text, text);
  const names =
    'Email address is not verified. The following identities failed the check in region X: ann@example.net';
  for (const behind of [
    ' (Service: Ses; Status Code: 400)',
    '\n\tstatus code: 400',
    '</Message>',
  ]) {
    assert.is(explainSesError(names + behind, good).text, names);
  }
});

test('an ARN names a domain, and with it every address there', () => {
  const text =
    "User 'arn:aws:iam::1:user/a' is not authorized to perform 'ses:SendRawEmail' on resource 'arn:aws:ses:eu-west-1:123456789012:identity/example.com'";
  const told = explainSesError({ name: 'AccessDenied', message: text }, good);
  assert.match(told.cause, /stands at line 1, column 13 \(From\)$/);
  assert.is(told.certainty, 'likely');
});

test('where the fault is found, no other one is a candidate', () => {
  const message = mail('DEBUG: Kim <kim@example.net>', 'Cc: bob@');
  const told = explainSesError(ILLEGAL, message);
  assert.equal([told.certainty, told.findings.length, told.candidates], ['found', 1, []]);
});

test('severity, only and template do not silence what SES refused', () => {
  const options = {
    severity: { 'address/unquoted-specials': 'off' },
    only: ['rfc5322/date-missing'],
  } as const;
  assert.is(explainSesError(ILLEGAL, night, options).certainty, 'found');
  assert.is(explainSesError(ILLEGAL, night, { template: true }).certainty, 'found');
  assert.is(explainSesError(ILLEGAL, night, { profile: 'smtp' }).certainty, 'found');
});

test('the code tells which API was called', () => {
  const words = (name: string) => ({ name, message: 'Missing domain' });
  const asked = { source: 'bounce@' };
  assert.is(explainSesError(words('InvalidParameterValue'), good, asked).certainty, 'found');
  assert.is(explainSesError(words('BadRequestException'), good, asked).certainty, 'absent');
  const error = { name: 'BadRequestException', message: 'Illegal address' };
  const options = { replyToAddresses: ['ann@example.net, bob@example.net'] };
  const told = explainSesError(error, good, options);
  const [place] = told.places;
  assert.ok(place?.in === 'option');
  assert.equal(
    [place.option, place.index, place.start, place.end],
    ['replyToAddresses', 0, 17, 32],
  );
});

const codes: readonly (readonly [code: string, retry: string])[] = [
  ['MailFromDomainNotVerified', 'no'],
  ['MailFromDomainNotVerifiedException', 'no'],
  ['ConfigurationSetSendingPausedException', 'later'],
  ['AccountSendingPausedException', 'later'],
  ['SendingPausedException', 'later'],
  ['AccountSuspendedException', 'no'],
  ['LimitExceededException', 'later'],
  ['Throttling', 'yes'],
  ['ThrottlingException', 'yes'],
  ['TooManyRequestsException', 'yes'],
  ['AccessDenied', 'no'],
  ['AccessDeniedException', 'no'],
  ['NotFoundException', 'no'],
  ['ServiceUnavailable', 'yes'],
  ['InternalFailure', 'yes'],
];
for (const [code, retry] of codes) {
  test(`a code says enough without a text that is known: ${code}`, () => {
    for (const error of [{ name: code, message: 'in other words' }, `${code}: in other words`]) {
      const told = explainSesError(error, good);
      assert.equal(
        [told.known, told.code, told.certainty, told.retry],
        [true, code, 'account', retry],
      );
    }
  });
}

const replies: readonly (readonly [reply: string, certainty: string, retry: string])[] = [
  ['421 Too many concurrent SMTP connections', 'account', 'yes'],
  ['451 Temporary service failure', 'account', 'yes'],
  ['454 Throttling failure: Maximum sending rate exceeded.', 'account', 'yes'],
  ['454 Throttling failure: Daily message quota exceeded.', 'account', 'later'],
  ['530 Authentication required', 'account', 'no'],
  ['535 Authentication Credentials Invalid', 'account', 'no'],
  ['553 Invalid email address', 'absent', 'no'],
  ['554 in other words', 'unknown', 'no'],
];
for (const [reply, certainty, retry] of replies) {
  test(`a reply of SMTP says enough: ${reply}`, () => {
    const told = explainSesError(reply, good);
    assert.equal([told.code, told.certainty, told.retry], [reply.slice(0, 3), certainty, retry]);
  });
}

test('a status of HTTP says who failed', () => {
  const failed = { name: 'Error', message: 'UnknownError', $metadata: { httpStatusCode: 503 } };
  assert.is(explainSesError(failed, good).retry, 'yes');
});

test('octets that are no message are said to be what they are', () => {
  const told = explainSesError(
    'Empty header names are illegal.',
    Buffer.from(good.toString('base64')),
  );
  assert.match(told.cause, /no message, but the base64 of a message that starts "From: Shop/);
  assert.is(told.certainty, 'likely');
});

test('bad arguments are said to be bad, and the text is explained all the same', () => {
  const untyped = (...call: readonly unknown[]): Explanation =>
    Reflect.apply(explainSesError, undefined, call);
  const badMessage = untyped(ILLEGAL, 'From: a@b');
  assert.match(badMessage.because, /^the message was not looked at: message is neither/);
  assert.match(badMessage.cause, /^usually one of/);
  const badOptions = untyped(ILLEGAL, night, { profile: 'ses-v3' });
  assert.match(badOptions.because, /the options were left aside: profile: not one of/);
  assert.is(badOptions.certainty, 'found');
});

test('an obsolete text is said to be obsolete', () => {
  const told = explainSesError("Illegal header 'X-Shop'.", mail('ann@example.net', 'X-Shop: 7'));
  assert.match(told.cause, /^an obsolete text: /);
  assert.match(told.because, /not said this since/);
});

/** The text of an entry, with its variable parts filled. */
function filledText({ text = '' }: SesText): string {
  return text.replace(/\{\w+\}/g, '7');
}

test('the envelope of a RawMessage is looked at like the request', () => {
  const envelope = { from: 'shop@example.com', to: ['ann@example.net', 'To: kim@example.net'] };
  const told = explainSesError(ILLEGAL, { octets: Uint8Array.from(good), envelope });
  assert.match(told.cause, /^destinations\[1\], character 1: "To:" before the address/);
});

test('every value that the grammar vectors refuse is explained by its text', () => {
  const unexplained = readVectors().filter(({ kind, value, ok, text }) => {
    if (ok) return false;
    const options = kind === 'api-recipient' ? { destinations: [value] } : {};
    const field = vectorFields[kind];
    const lines = field === undefined ? [] : [`${field}: ${value}`];
    if (field !== 'To') lines.push('To: ann@example.net');
    const head = ['From: shop@example.com', ...lines, 'MIME-Version: 1.0'].join('\r\n');
    const octets = Buffer.from(`${head}\r\n\r\nHi\r\n`, 'latin1');
    return explainSesError(`InvalidParameterValue: ${text}`, octets, options).certainty !== 'found';
  });
  assert.equal(unexplained, []);
});

const vectorFields: Readonly<Record<string, string>> = {
  'address-field': 'To',
  'content-type': 'Content-Type',
  'content-disposition': 'Content-Disposition',
};

interface Vector {
  readonly kind: string;
  readonly value: string;
  readonly ok: boolean;
  readonly text?: string;
}

function readVectors(): readonly Vector[] {
  const lines = fixture('ses-grammar.jsonl').toString().trimEnd().split('\n');
  return lines.map((line): Vector => JSON.parse(line));
}

test('law: it is total, plain data, frozen, and the same for the same', () => {
  const texts = sesTexts.map(filledText);
  const error = fc.oneof(
    fc.anything({ withBigInt: true, withNullPrototype: true, withObjectString: true }),
    fc.constantFrom(...texts),
    fc.record({ name: fc.string(), message: fc.oneof(fc.string(), fc.constantFrom(...texts)) }),
  );
  fc.assert(
    fc.property(error, fc.constantFrom(night, good), (thrown, message) => {
      const told = explainSesError(thrown, message);
      assert.equal(JSON.parse(JSON.stringify(told)), told);
      assert.ok(
        Object.isFrozen(told) && Object.isFrozen(told.places) && Object.isFrozen(told.findings),
      );
      assert.equal(explainSesError(thrown, message), told);
      assert.is(told.certainty === 'unknown', !told.known);
      assert.ok(told.cause !== '' && told.remedy.endsWith('.'));
    }),
  );
});

test('law: what it finds is of preflight, and octets of the message', () => {
  fc.assert(
    fc.property(fc.constantFrom(...sesTexts), fc.constantFrom(night, good), (entry, message) => {
      const { findings, places, candidates } = explainSesError(filledText(entry), message);
      const all = preflight(message).findings;
      for (const finding of [...findings, ...candidates]) {
        assert.ok(
          all.some(({ rule, at }) => rule === finding.rule && at.start === finding.at.start),
        );
      }
      for (const place of places) assert.ok(place.end <= message.length);
    }),
  );
});

test('hostile errors are taken for nothing', () => {
  const trap = () => {
    throw new Error('no');
  };
  const hostile = new Proxy({}, { get: trap, has: trap, ownKeys: trap, getPrototypeOf: trap });
  assert.is(explainSesError(hostile, good).cause, 'unknown; the error holds no text');
  const round: Record<string, unknown> = { message: ILLEGAL };
  for (const name of ['cause', 'error', 'Error', 'response']) round[name] = round;
  assert.is(explainSesError(round, night).certainty, 'found');
});

test.run();
