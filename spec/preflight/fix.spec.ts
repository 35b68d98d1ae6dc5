/** Fix, case by case: what is mended how, what is skipped, and what the caller may allow. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fix } from '../../lib/preflight/fix.ts';
import type { FixOptions } from '../../lib/preflight/fix-options.ts';
import { preflight } from '../../lib/preflight/run.ts';
import { read } from '../../lib/reader/read.ts';
import { throwing, untyped } from '../support/built-message.ts';
import { fixture } from '../support/fixture.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('preflight/fix');

const FROM = 'From: Ann Doe <ann@example.com>\r\n';
const TEXT = '\r\nHello\r\n';

/** A message of these header lines, mended, without From and the body. */
function header(lines: string, options?: FixOptions): string {
  const { octets } = fix(Buffer.from(`${FROM}${lines}${TEXT}`), options);
  const text = Buffer.from(octets).toString('latin1');
  assert.ok(text.startsWith(FROM) && text.endsWith(TEXT), text);
  return text.slice(FROM.length, -TEXT.length);
}

/** The whole message, mended. */
function whole(text: string, options?: FixOptions): string {
  return Buffer.from(fix(Buffer.from(text), options).octets).toString('latin1');
}

const fields: readonly (readonly [given: string, mended: string])[] = [
  ['Subject : Keys\r\n', 'Subject: Keys\r\n'],
  ['Subject:Keys\r\n', 'Subject: Keys\r\n'],
  ['Subject: Keys \t\r\n', 'Subject: Keys\r\n'],
  ['Subject: The\r\n \r\n keys\r\n', 'Subject: The  keys\r\n'],
  ['Subject: Café\r\n', 'Subject: =?utf-8?B?Q2Fmw6k=?=\r\n'],
  ['To: Zoë <zoe@bücher.example>\r\n', 'To: =?utf-8?Q?Zo=C3=AB?= <zoe@xn--bcher-kva.example>\r\n'],
  ['To: Doe, Bob <bob@example.net>\r\n', 'To: "Doe, Bob" <bob@example.net>\r\n'],
  ['To: a@b.example; c@d.example\r\n', 'To: a@b.example, c@d.example\r\n'],
  ['To: <@x.example:a@b.example>\r\n', 'To: a@b.example\r\n'],
  ['Mime-Version: 1.0\r\n', 'MIME-Version: 1.0\r\n'],
  ['Cc:\r\nSubject: Keys\r\n', 'Subject: Keys\r\n'],
  ['Subject: Keys\r\nSUBJECT:  Keys\r\n', 'Subject: Keys\r\n'],
];

for (const [given, mended] of fields) {
  test(`${JSON.stringify(given)} becomes ${JSON.stringify(mended)}`, () => {
    assert.is(header(given), mended);
  });
}

test('an obsolete date is written anew: the same moment, in the same zone', () => {
  const date = (body: string): string => header(`Date: ${body}\r\n`, { profile: 'smtp' }).trim();
  assert.is(date('17 Nov 25 10:00 EST'), 'Date: Mon, 17 Nov 2025 10:00:00 -0500');
  assert.is(date('Tue, 17 Nov 2025 10:00:00 +0530'), 'Date: Mon, 17 Nov 2025 10:00:00 +0530');
  assert.is(date('Mon, 17 Nov 2025 10:00:00 GMT'), 'Date: Mon, 17 Nov 2025 10:00:00 +0000');
});

test('a field that cannot say what it says in 7-bit is skipped, as it stands', () => {
  for (const line of [
    'Subject: Caf\xe9',
    'Message-ID: <é@b.example>',
    'To: Zoë (é) <é@b.example>',
  ]) {
    const octets = Buffer.from(`${FROM}${line}\r\n${TEXT}`, 'latin1');
    const { octets: mended, skipped } = fix(octets);
    assert.is(mended, octets, line);
    assert.ok(skipped.every(({ fix: mend }) => mend === undefined));
  }
});

test('an 8-bit body is encoded, and labelled; MIME-Version comes with the label', () => {
  assert.is(
    whole(`${FROM}\r\nCafé, crème, thé noir et chocolat chaud\r\n`),
    `${FROM}MIME-Version: 1.0\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n` +
      'Caf=C3=A9, cr=C3=A8me, th=C3=A9 noir et chocolat chaud\r\n',
  );
});

test('octets that are no text keep their line ends in base64', () => {
  const type = 'MIME-Version: 1.0\r\nContent-Type: application/json\r\n';
  const mended = fix(Buffer.from(`${FROM}${type}\r\n{\n}\n`)).octets;
  assert.is(Buffer.from(read(mended).octets()).toString(), '{\n}\n');
  assert.is(read(mended).transferEncoding, 'base64');
});

test('a composite that holds 8-bit no more is 7bit', () => {
  const part = 'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n';
  const top = `${FROM}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n`;
  const label = 'Content-Transfer-Encoding: 8bit\r\n';
  const mended = whole(`${top}${label}\r\n--x\r\n${part}Café au lait, à la carte\r\n--x--\r\n`);
  assert.ok(mended.startsWith(`${top}Content-Transfer-Encoding: 7bit\r\n\r\n`), mended);
});

test('close delimiters are written, the innermost first, and the last part keeps its octets', () => {
  const top = `${FROM}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n`;
  const inner =
    '--x\r\nContent-Type: multipart/alternative; boundary=y\r\n\r\n--y\r\n\r\nHello\r\n';
  assert.is(whole(top + inner), `${top}${inner}\r\n--y--\r\n--x--\r\n`);
});

test('an attached message without an empty line before it gets one, then it is mended itself', () => {
  const given = ';\r\nContent-Type: message/rfc822\r\n\0';
  const { octets } = fix(Buffer.from(given));
  assert.is(fix(octets).octets, octets);
});

test('what stands before the first field goes', () => {
  const message = `${FROM}${TEXT}`;
  assert.is(whole(`\ufeff${message}`), message);
  assert.is(whole(`\r\n\r\n${message}`), message);
  assert.is(whole(`From ann@example.com Mon Nov 17 10:00:00 2025\r\n${message}`), message);
});

test('an empty line before what is no header section stays', () => {
  assert.is(whole('\r\nHello\r\n'), '\r\nHello\r\n');
});

test('base64 that decoders read in several ways is nobody else’s to read', () => {
  const head = 'Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n';
  const message = `${FROM}MIME-Version: 1.0\r\n${head}\r\n${'QUJD'.repeat(30)}!QUJD\r\n`;
  assert.is(whole(message), message);
});

test('fields that differ stay, but by policy', () => {
  const twice = 'Subject: Keys\r\nSubject: Doors\r\n';
  assert.is(header(twice), twice);
  assert.is(header(twice, { policy: ['keep-first'] }), 'Subject: Keys\r\n');
  assert.is(header(twice, { policy: ['keep-last'] }), 'Subject: Doors\r\n');
});

test('what DKIM signed is not touched, but its faults are listed', () => {
  const octets = fixture('foreign/forwarded-at-night.eml');
  const { octets: mended, applied, skipped } = fix(octets);
  assert.is(mended, octets);
  assert.is(applied.length, 0);
  assert.ok(skipped.length > 5);
});

test('by leave, the signature goes, and the rest is mended', () => {
  const signed = `DKIM-Signature: v=1; h=from; b=AA\r\nSubject:Keys\r\n`;
  assert.is(header(signed, { signed: 'drop-signature' }), 'Subject: Keys\r\n');
  const { applied } = fix(Buffer.from(FROM + signed + TEXT), { signed: 'drop-signature' });
  assert.equal(
    applied.map(({ rule }) => rule),
    ['rfc5322/no-space-after-colon', 'fix/signature-dropped'],
  );
  const [, dropped] = applied;
  assert.equal(dropped?.fix?.edits, [{ start: 33, end: 68, replacement: '' }]);
});

test('a signature over what has no fault stays', () => {
  const signed = 'DKIM-Signature: v=1; h=from; b=AA\r\nSubject: Keys\r\n';
  assert.is(header(signed, { signed: 'drop-signature' }), signed);
});

test('nothing in a signed part is touched, whatever is allowed', () => {
  const type = 'multipart/signed; protocol="application/pgp-signature"; micalg=x; boundary=x';
  const part = '--x\r\nContent-Type:text/plain; charset=utf-8\r\n\r\nCafé \r\n';
  const sign = '--x\r\nContent-Type: application/pgp-signature\r\n\r\nAA\r\n--x--\r\n';
  const top = `${FROM}MIME-Version: 1.0\r\nContent-Type: ${type}\r\n`;
  const octets = Buffer.from(`${top}Subject:Keys\r\n\r\n${part}${sign}`);
  const { octets: mended, skipped } = fix(octets, { signed: 'drop-signature' });
  assert.ok(Buffer.from(mended).includes(`Subject: Keys\r\n\r\n${part}${sign}`));
  assert.ok(skipped.some(({ rule }) => rule === 'encoding/7bit-violation'));
});

test('a Message-ID is written where the profile asks for one and the caller has a domain', () => {
  const line = header('Date: Mon, 17 Nov 2025 10:00:00 +0000\r\n', {
    domain: 'Bücher.example',
    profile: 'smtp',
  });
  assert.match(line, /\r\nMessage-ID: <[0-9a-f]{40}@xn--bcher-kva\.example>\r\n$/);
  assert.not.match(header('Subject: Keys\r\n', { profile: 'smtp' }), /Message-ID/);
  assert.not.match(header('Subject: Keys\r\n', { domain: 'b.example' }), /Message-ID/);
});

test('what is silenced is not mended', () => {
  const line = 'Subject:Keys \r\n';
  assert.is(header(line, { only: ['rfc5322/from-missing'] }), line);
  const severity = {
    'rfc5322/no-space-after-colon': 'off',
    'rfc5322/header-trailing-whitespace': 'off',
  } as const;
  assert.is(header(line, { severity }), line);
});

test('bad options throw, and name the member', () => {
  const octets = Buffer.from(FROM);
  assert.throws(
    () => fix(octets, untyped({ signed: 'yes' })),
    throwing('option-invalid', /signed/),
  );
  assert.throws(() => fix(octets, { policy: ['all'] }), throwing('option-invalid', /policy\[0\]/));
  assert.throws(
    () => fix(octets, { policy: ['keep-first', 'keep-last'] }),
    throwing('option-invalid', /contradict/),
  );
  assert.throws(() => fix(octets, { domain: 'a b' }), throwing('domain-syntax', /domain/));
  assert.throws(() => fix(octets, untyped({ sign: 1 })), throwing('option-invalid', /"sign"/));
});

test('large edits stand with the first of their findings alone', () => {
  const body = `Café ${'x'.repeat(2000)}\r\n`.repeat(100);
  const head = `MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n`;
  const { findings } = preflight(Buffer.from(`${FROM}${head}\r\n${body}`));
  const counts = findings.flatMap(({ fix: mend }) => mend?.edits.length ?? []);
  assert.is(counts.length, 101);
  assert.equal([...new Set(counts.slice(1))], [0]);
  assert.ok((counts[0] ?? 0) > 0);
});

const hostile: Readonly<Record<string, string>> = {
  'the same field': `Subject: Keys\r\n`.repeat(20_000),
  'fields with faults': `X-A : é \r\n`.repeat(10_000),
  'a field of many folds': `Subject: x${' \r\n x'.repeat(100_000)}\r\n`,
  'addresses with faults': `To: ${'Doe, Bob <bob@example.net>; '.repeat(10_000)}\r\n`,
  'parts with faults': `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\n\r\né \n'.repeat(20_000)}`,
  'signed parts': `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\nContent-Type: multipart/signed; boundary=y\r\n\r\n--y\r\nSubject : é\r\n\r\né\n.\n'.repeat(10_000)}`,
};

for (const [title, lines] of Object.entries(hostile)) {
  test(`law: linear time for ${title}`, () => {
    const octets = Buffer.from(`${FROM}${lines}${TEXT}`);
    assertLinear(title, () => fix(octets));
  });
}

test.run();
