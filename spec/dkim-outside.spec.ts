/** Our signatures verify in mailauth, python3-dkim and OpenDKIM, and theirs verify in ours. */

import { createPrivateKey } from 'node:crypto';
import { dkimSign } from 'mailauth';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compose } from '../lib/builder/compose.ts';
import { verify } from '../lib/dkim.ts';
import { crlf, ed25519, pemOf, plainMessage, recordOf, rsa, signed } from './support/dkim-keys.ts';
import { askOutside, mailauthResults, outsideHere } from './support/dkim-outside.ts';
import { fixture } from './support/fixture.ts';
import { notRun } from './support/not-run.ts';

const test = suite('dkim-outside');
const here = await outsideHere();
if (!here.python) notRun('signatures beside python3-dkim: it is not installed');
if (!here.opendkim) notRun('signatures beside OpenDKIM: libopendkim.so.11 is not installed');

const keys = { rsa, ed25519 };
const rfcRsa = createPrivateKey(pemOf('rfc8463-rsa'));
/** As python3-dkim takes a key of Ed25519: RFC 8463 A.1. */
const SEED = 'nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=';
const types = ['rsa', 'ed25519'] as const;
const forms = ['relaxed/relaxed', 'relaxed/simple', 'simple/relaxed', 'simple/simple'] as const;

const receipt = compose()
  .from('Café Łódź <billing@example.com>')
  .to({ name: 'Zoë Müller', address: 'zoe@bücher.example' })
  .cc('bob@example.org', 'carol@example.org')
  .subject('Grüße   aus Köln, '.repeat(8))
  .text('Total: 12 €  \n\n  two\t\tthree \n.\nÜmlaut\n\n\n')
  .html(fixture('receipt.html').toString())
  .embed({ cid: 'logo', content: fixture('logo.png'), type: 'image/png' })
  .attach({ content: fixture('receipt.pdf'), filename: 'facture-été.pdf' })
  .build().octets;

const messages: Readonly<Record<string, Uint8Array>> = {
  plain: plainMessage,
  receipt,
  list: fixture('base/list.eml'),
  'attached message': fixture('base/forwarded.eml'),
  'no body': crlf('From: ann@example.com', 'Subject: x', ''),
  'empty lines alone': crlf('From: ann@example.com', 'Subject: x', '', '', ''),
  '8-bit body': crlf('From: ann@example.com', 'Subject:   a\t b', '', 'caf\xc3\xa9 \t x', ' y '),
  'folded fields': crlf(
    'From: Ann',
    '\t<ann@example.com>',
    'Subject: a ',
    '  b  c ',
    'To:',
    ' bob@example.org',
    '',
    ' \t',
    'x',
  ),
  'no line end at the end': Buffer.from('From: ann@example.com\r\n\r\na \tb'),
  'repeated fields': crlf('From: ann@example.com', 'X-A: 1', 'X-A: 2', 'X-A: 3', '', 'x'),
};

const cases = Object.entries(messages).flatMap(([name, octets]) =>
  types.flatMap((type) => forms.map((form) => ({ name, octets, type, form }))),
);

function signedCase({ octets, type, form }: (typeof cases)[number]): Buffer {
  const fields = ['From', 'Subject', 'X-A', 'X-A', 'From', 'To', 'Cc', 'List-Id', 'Content-Type'];
  return signed(octets, {
    privateKey: keys[type],
    canonicalization: form,
    ...(form === 'relaxed/simple' && { fields }),
    now: new Date('2026-11-23T10:00:00Z'),
    expiresSeconds: 604_800,
  });
}

const saidOf = ({ name, type, form }: (typeof cases)[number]): string => `${name} ${type} ${form}`;
const passing = (octets: Uint8Array, type: 'rsa' | 'ed25519'): string =>
  verify(octets, { key: () => recordOf(keys[type]) })
    .map(({ result, reason }) => `${result} ${reason ?? ''}`.trim())
    .join();

test('ours verify in mailauth', async () => {
  for (const one of cases) {
    assert.equal(await mailauthResults(signedCase(one), keys[one.type]), ['pass'], saidOf(one));
  }
});

test('a changed one fails in mailauth', async () => {
  const octets = signedCase({ name: '', octets: receipt, type: 'rsa', form: 'relaxed/relaxed' });
  const changed = Buffer.from(octets.toString('latin1').replace('Total', 'total'), 'latin1');
  // Its word for a body that is not the one that was signed.
  assert.equal(await mailauthResults(changed, rsa), ['neutral']);
});

test('those of mailauth verify in ours', async () => {
  for (const one of cases) {
    const { type, form } = one;
    const signer = {
      signingDomain: 'example.com',
      selector: 'mail',
      privateKey: pemOf(type === 'rsa' ? 'rsa-2048' : 'rfc8463-ed25519'),
    };
    const { signatures } = await dkimSign(Buffer.from(one.octets), {
      ...signer,
      canonicalization: form,
      algorithm: `${type}-sha256`,
      signTime: new Date('2026-11-23T10:00:00Z'),
      signatureData: [signer],
    });
    const octets = Buffer.concat([Buffer.from(signatures, 'latin1'), one.octets]);
    assert.is(passing(octets, type), 'pass', saidOf(one));
  }
});

test('ours verify in python3-dkim', async () => {
  if (!here.python) return;
  const jobs = cases.map((one) => ({
    do: 'python-verify' as const,
    octets: signedCase(one).toString('base64'),
    record: recordOf(keys[one.type]),
  }));
  const answers = await askOutside(jobs);
  cases.forEach((one, at) => {
    assert.is(answers[at], true, saidOf(one));
  });
});

test('those of python3-dkim verify in ours', async () => {
  if (!here.python) return;
  const ownKeys = { rsa: pemOf('rfc8463-rsa'), ed25519: SEED };
  const records = { rsa: recordOf(rfcRsa), ed25519: recordOf(ed25519) };
  const answers = await askOutside(
    cases.map(({ octets, type, form }) => ({
      do: 'python-sign' as const,
      octets: Buffer.from(octets).toString('base64'),
      key: ownKeys[type],
      canonicalization: form,
      algorithm: `${type}-sha256`,
    })),
  );
  cases.forEach((one, at) => {
    const octets = Buffer.concat([Buffer.from(String(answers[at])), one.octets]);
    const [only] = verify(octets, { key: () => records[one.type] });
    assert.is(only?.result, 'pass', `${saidOf(one)}: ${only?.reason}`);
  });
});

/** A mail server ends each line before it hands the message to OpenDKIM. */
const serverCases = cases.filter(
  ({ name, type }) => type === 'rsa' && name !== 'no line end at the end',
);

test('ours verify in OpenDKIM, and a changed one does not', async () => {
  if (!here.opendkim) return;
  const jobOf = (octets: Buffer) => ({
    do: 'opendkim-verify' as const,
    octets: octets.toString('base64'),
    record: recordOf(rsa),
  });
  const answers = await askOutside(serverCases.map((one) => jobOf(signedCase(one))));
  serverCases.forEach((one, at) => {
    assert.is(answers[at], true, saidOf(one));
  });
  const octets = signed(plainMessage, { privateKey: rsa });
  const changed = Buffer.from(octets.toString('latin1').replace('\r\nHello', '\r\nHallo'));
  assert.equal(await askOutside([jobOf(octets), jobOf(changed)]), [true, false]);
});

test('those of OpenDKIM verify in ours', async () => {
  if (!here.opendkim) return;
  const answers = await askOutside(
    serverCases.map(({ octets, form }) => ({
      do: 'opendkim-sign' as const,
      octets: Buffer.from(octets).toString('base64'),
      key: pemOf('rfc8463-rsa'),
      canonicalization: form,
    })),
  );
  serverCases.forEach((one, at) => {
    const octets = Buffer.concat([Buffer.from(String(answers[at])), one.octets]);
    const [only] = verify(octets, { key: () => recordOf(rfcRsa) });
    assert.is(only?.result, 'pass', `${saidOf(one)}: ${only?.reason}`);
  });
});

test.run();
