/** Verifying: what passes, what fails and why; any octets, and many signatures. */

import { createPublicKey } from 'node:crypto';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { composeFrom } from '../../lib/builder/compose-from.ts';
import { type VerifyOptions, verify } from '../../lib/dkim.ts';
import { read } from '../../lib/reader/read.ts';
import { messageSpec } from '../support/arbitrary-message.ts';
import { throwing, untyped } from '../support/built-message.ts';
import {
  crlf,
  ed25519,
  pemOf,
  plainMessage,
  recordOf,
  results,
  rsa,
  signed,
} from '../support/dkim-keys.ts';
import { assertLinear } from '../support/linear.ts';
import { anyMessage } from '../support/messages.ts';

const test = suite('dkim/verify');

const record = recordOf(ed25519);
const octets = signed(plainMessage);
const built = messageSpec.map((spec) => signed(composeFrom(spec).build().octets));

/** Result and reason of the first signature. */
function verdict(message: Uint8Array, options: Partial<VerifyOptions> = {}): string {
  const [first] = verify(message, { key: () => record, ...options });
  return first === undefined ? 'none' : [first.result, first.reason].filter(Boolean).join(': ');
}

function edited(message: Buffer, find: string | RegExp, replace: string): Buffer {
  const text = message.toString('latin1');
  assert.not.equal(text.replace(find, replace), text);
  return Buffer.from(text.replace(find, replace), 'latin1');
}

test('a signature that verifies has no reason, and says what it covers', () => {
  const [found] = verify(octets, { key: () => record });
  assert.equal(
    { ...found, fields: found?.fields.slice(0, 2) },
    {
      result: 'pass',
      domain: 'example.com',
      selector: 'mail',
      algorithm: 'ed25519-sha256',
      fields: ['From', 'From'],
      unsignedOctets: 0,
      span: { start: 0, end: octets.length - plainMessage.length },
    },
  );
});

test('the key is asked for by domain and selector, in lower case', () => {
  const asked: (readonly string[])[] = [];
  const message = edited(edited(octets, 'd=example', 'd=EXAMPLE'), 's=mail', 's=MAIL');
  verify(message, {
    key: (...names) => {
      asked.push(names);
      return undefined;
    },
  });
  assert.equal(asked, [['example.com', 'mail']]);
});

test('without a key, or with one that does not fit', () => {
  const withKey = (text: string | undefined): string => verdict(octets, { key: () => text });
  assert.is(withKey(undefined), 'permerror: there is no key');
  assert.is(withKey('v=DKIM1; p='), 'permerror: the key is revoked');
  assert.is(withKey(''), 'permerror: the key record has no p= tag');
  assert.is(withKey(recordOf(rsa)), 'permerror: the key is not of the algorithm');
  assert.match(withKey(recordOf(ed25519).replace('11qY', '11qZ')), /^(?:fail|permerror): /);
});

test('weak algorithms and keys are policy', () => {
  assert.match(
    verdict(edited(octets, 'ed25519-sha256', 'rsa-sha1')),
    /^policy: .* forbids \(a=\)$/,
  );
  const rsaSigned = signed(plainMessage, { privateKey: rsa });
  const weak = createPublicKey(pemOf('rsa-512')).export({ type: 'spki', format: 'pem' }).toString();
  assert.is(
    verdict(rsaSigned, { key: () => weak }),
    'policy: the key has 512 bits; 1024 are asked for',
  );
  const short = edited(rsaSigned, / b=[\s\S]*?(?=\r\nFrom)/, ` b=${'A'.repeat(86)}==`);
  assert.match(verdict(short), /^policy: the signature is too short/);
});

test('a key for the domain itself is not one for those below it', () => {
  const strict = record.replace('k=', 't=y:s; k=');
  const below = edited(octets, 's=mail;', 's=mail; i=@a.example.com;');
  assert.is(verdict(octets, { key: () => strict }), 'pass');
  assert.match(verdict(below, { key: () => strict }), /^permerror: the key is not for identities/);
});

test('an expired signature fails when it is told what time it is', () => {
  const now = new Date('2026-11-23T10:00:00Z');
  const message = signed(plainMessage, { now, expiresSeconds: 60 });
  assert.is(verdict(message), 'pass');
  assert.is(verdict(message, { now: new Date('2026-11-23T10:01:00Z') }), 'pass');
  assert.match(verdict(message, { now: new Date('2026-11-23T10:01:01Z') }), /^fail: .*expired/);
});

test('a length leaves octets at the end unsigned; one beyond the body is an error', () => {
  const tag = (l: string): Buffer => edited(octets, 's=mail;', `s=mail; l=${l};`);
  const [found] = verify(tag('2'), { key: () => record });
  assert.is(found?.unsignedOctets, 5);
  assert.match(verdict(tag('99')), /^permerror: l= is 99, and the body has 7 octets/);
  assert.match(verdict(tag('-1')), /^permerror: the body length is no number \(l=\)/);
});

test('what breaks a signature, and what does not (D3)', () => {
  const simple = signed(plainMessage, { canonicalization: 'simple/simple' });
  const changes: readonly (readonly [
    string,
    string | RegExp,
    string,
    relaxed: string,
    simple: string,
  ])[] = [
    ['a fold', 'Subject: Hello', 'Subject:\r\n  Hello', 'pass', 'fail'],
    ['blanks', 'Subject: Hello', 'Subject:   Hello \t', 'pass', 'fail'],
    ['case of a name', /^Subject:/m, 'SUBJECT :', 'pass', 'fail'],
    ['empty lines', /$/, '\r\n\r\n', 'pass', 'pass'],
    ['blanks at the end of a line', /Hello\r\n$/, 'Hello \t\r\n', 'pass', 'fail'],
    ['text', /Hello\r\n$/, 'hello\r\n', 'fail', 'fail'],
    ['a signed field', 'Ann', 'Bob', 'fail', 'fail'],
    ['another From', /^/, 'From: eve@example.net\r\n', 'perm', 'perm'],
    ['another Subject', /^/, 'Subject: x\r\n', 'fail', 'fail'],
    ['a Cc that was not there', /^Subject/m, 'Cc: eve@example.net\r\nSubject', 'fail', 'fail'],
    ['a field that is not signed', /^/, 'Received: x\r\n', 'pass', 'pass'],
  ];
  for (const [what, find, replace, relaxed, simply] of changes) {
    assert.is(verdict(edited(octets, find, replace)).slice(0, 4), relaxed, what);
    assert.is(verdict(edited(simple, find, replace)).slice(0, 4), simply, what);
  }
});

test('law: no octet of the body and no signed field can be changed (D4)', () => {
  fc.assert(
    fc.property(built, fc.nat(), fc.integer({ min: 1, max: 255 }), (message, place, flip) => {
      const { body, fields } = read(message);
      const from = fields.find(({ lowerName }) => lowerName === 'from');
      assert.ok(from);
      const spans = [body, from.bodySpan].filter(({ start, end }) => end > start);
      const span = spans[place % spans.length] ?? body;
      const changed = Buffer.from(message);
      const at = span.start + (place % (span.end - span.start));
      const before = changed[at] ?? 0;
      const after = before ^ flip;
      if ([before, after].some((octet) => [0x20, 9, 13, 10].includes(octet))) return;
      changed[at] = after;
      assert.equal(results(changed), ['fail']);
    }),
  );
});

test('fields that one reader sees and another does not are no way around a signature', () => {
  const doubts: readonly (readonly [string | RegExp, string, string])[] = [
    [/^/, ' x\r\n', 'starts with a continuation of nothing'],
    [/^/, 'no field\r\n', 'has lines that are no field'],
    ['\r\n\r\n', '\r\nHello\r\n', 'has lines that are no field'],
    [/^/, ': x\r\n', 'has a field without a name'],
    [/^/, 'no field: x\r\n', 'has a field whose name is none'],
    [/^/, 'X-A: b\rFrom: eve@example.net\r\n', 'has a CR without LF'],
    ['\r\n\r\n', '\r\n\r', 'has a CR without LF'],
    [/^/, 'FROM : eve@example.net\r\n', 'has more than one From field'],
  ];
  for (const [find, replace, said] of doubts) {
    assert.is(verdict(edited(octets, find, replace)), `permerror: the header ${said}`);
  }
});

test('fields beyond those that are read cannot be added either', () => {
  const eve = `${'A:\n'.repeat(500_000)}From: eve@example.net\r\n\r\n`;
  assert.is(
    verdict(edited(octets, '\r\n\r\n', `\r\n${eve}`)),
    'permerror: the header has more fields than are read',
  );
});

test('values of millions of characters are judged like others', () => {
  const long = 'A'.repeat(4_000_000);
  assert.is(
    verdict(octets, { key: () => `k=ed25519; p=${long}` }),
    'permerror: the key cannot be read',
  );
  assert.match(verdict(edited(octets, ' b=', ` b=${long}`)), /^fail/);
});

test('law: of fields of a name the last are taken first (D6)', () => {
  const twice = crlf('From: a@b.example', 'X-A: 1', 'X-A: 2', '', 'x');
  const one = signed(twice, { fields: ['From', 'X-A'] });
  assert.is(verdict(edited(one, 'X-A: 1', 'X-A: 3')), 'pass');
  assert.match(verdict(edited(one, 'X-A: 2', 'X-A: 3')), /^fail/);
});

test('law: bad mail never throws', () => {
  const mutated = fc
    .tuple(built, fc.array(fc.tuple(fc.nat(700), fc.constantFrom(...'\0;=: \r\n\xffab'))))
    .map(([message, edits]) => {
      for (const [at, octet] of edits) message.write(octet, at % message.length, 'latin1');
      return message;
    });
  const keys = fc.oneof(
    fc.constantFrom(undefined, record, recordOf(rsa), 'p=', 'p=AAAA'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.oneof(mutated, anyMessage), keys, (message, key) => {
      for (const { result, reason } of verify(message, { key: () => key, now: new Date(0) })) {
        assert.is(result === 'pass', reason === undefined);
      }
    }),
  );
});

test('keys that can be read and cannot be used verify nothing', () => {
  const message = signed(plainMessage, { privateKey: rsa });
  const der = (...octetsOfKey: readonly number[]): string =>
    `p=${Buffer.from(octetsOfKey).toString('base64')}`;
  const modulus = [0x02, 0x82, 0x01, 0x01, 0x00, ...Array<number>(256).fill(0xff)];
  const exponents = [
    [0x02, 0x01, 0x01],
    [0x02, 0x01, 0x00],
    [0x02, 0x01, 0x02],
  ];
  for (const exponent of exponents) {
    const content = [...modulus, ...exponent];
    const key = der(0x30, 0x82, content.length >> 8, content.length & 0xff, ...content);
    assert.ok(verdict(message, { key: () => key }) !== 'pass');
  }
  assert.match(
    verdict(message, { key: () => der(0x30, 0x06, 0x02, 0x01, 0x05, 0x02, 0x01, 0x03) }),
    /^(?:policy|permerror)/,
  );
});

test('bad calls name the option; what key() throws is thrown on', () => {
  const key = () => record;
  assert.throws(() => verify(untyped('x'), { key }), throwing('value-type', /^octets/));
  assert.throws(
    () => verify(octets, untyped({})),
    throwing('value-type', /^key is not a function/),
  );
  assert.throws(() => verify(octets, untyped({ key, now: 1 })), throwing('value-type', /^now/));
  assert.throws(
    () => verify(octets, untyped({ key, keys: 1 })),
    throwing('option-invalid', /keys/),
  );
  assert.throws(() => verify(octets, { key: () => untyped(5) }), throwing('value-type', /key\(\)/));
  const failing = (): string => {
    throw new RangeError('no DNS');
  };
  assert.throws(
    () => verify(octets, { key: failing }),
    (error: Error) => error instanceof RangeError,
  );
});

test('only the first 50 signatures are judged', () => {
  const field = octets.subarray(0, octets.length - plainMessage.length);
  const all = verify(Buffer.concat([...Array<Buffer>(52).fill(field), plainMessage]), {
    key: () => record,
  });
  assert.equal(
    all.map(({ result }) => result),
    [...Array(50).fill('pass'), 'policy', 'policy'],
  );
  assert.is(all[51]?.reason, 'only the first 50 signatures are judged');
});

test('time is linear with thousands of signatures, lengths, names and fields', () => {
  const field = octets.toString('latin1', 0, octets.length - plainMessage.length);
  const lengths = Array.from({ length: 5000 }, (_, at) =>
    field.replace('s=mail;', `s=mail; l=${at};`),
  );
  const long = 'a b\r\n'.repeat(200_000);
  const many = Buffer.from(`${lengths.join('')}${plainMessage.toString()}${long}`, 'latin1');
  assertLinear('lengths', () => verify(many, { key: () => record }));
  const names = (list: readonly string[]): string => field.replace('h=', `h=${list.join(':')}:`);
  const equal = names(Array<string>(100_000).fill('To'));
  const others = names(Array.from({ length: 100_000 }, (_, at) => `X-${at}`));
  const fields = 'To: bob@example.org\r\n'.repeat(100_000);
  for (const one of [equal, others]) {
    const message = Buffer.from(one + one + fields + plainMessage.toString('latin1'), 'latin1');
    assertLinear('names and fields', () => verify(message, { key: () => record }));
  }
});

test.run();
