/** Signatures as they are made: ours and those of well-known programs raise no alarm. */

import { createPublicKey } from 'node:crypto';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { composeFrom } from '../../../../lib/builder/compose-from.ts';
import { type Profile, profiles } from '../../../../lib/carrier/limits.ts';
import { sign } from '../../../../lib/dkim/sign.ts';
import type { SignOptions } from '../../../../lib/dkim/sign-options.ts';
import { rulesNamed } from '../../../../lib/preflight/catalogue.ts';
import type { PreflightOptions } from '../../../../lib/preflight/options.ts';
import { preflight } from '../../../../lib/preflight/run.ts';
import { messageSpec } from '../../../support/arbitrary-message.ts';
import { fixture } from '../../../support/fixture.ts';

const test = suite('preflight/rules/dkim/rules');

const rsa = fixture('keys/rsa-2048.pem').toString();
const ed25519 = fixture('keys/ed25519.pem').toString();

const own = { domain: 'example.com', selector: 'keys', privateKey: rsa } as const;

function publicKey(pem: string): string {
  return String(createPublicKey(pem).export({ type: 'spki', format: 'pem' }));
}

/** The rules about signatures that find something, whatever their severity. */
function found(octets: Uint8Array, options: PreflightOptions = {}): readonly string[] {
  const rules = preflight(octets, options).findings.map(({ rule }) => rule);
  return rules.filter((rule) => /dkim/.test(rule));
}

/** What programs sign, in the order of their lists; canonicalized as they do it. */
const programs: Readonly<Record<string, Pick<SignOptions, 'fields' | 'canonicalization'>>> = {
  gmail: {
    fields: [
      ...['to', 'subject', 'message-id', 'date', 'from', 'mime-version', 'from', 'to', 'cc'],
      ...['subject', 'date', 'message-id', 'reply-to'],
    ],
  },
  yahoo: { fields: ['Date', 'From', 'To', 'Subject', 'References', 'From', 'Subject', 'Reply-To'] },
  outlook: { fields: ['From', 'Date', 'Subject', 'Message-ID', 'Content-Type', 'MIME-Version'] },
  opendkim: {
    fields: ['Date', 'To', 'From', 'Subject', 'From'],
    canonicalization: 'relaxed/simple',
  },
  nodemailer: {
    fields: [
      ...['From', 'To', 'Subject', 'Message-ID', 'Date', 'MIME-Version', 'Content-Type'],
      ...['Content-Transfer-Encoding'],
    ],
  },
  'simple on both sides': {
    fields: ['From', 'To', 'Subject', 'Date', 'Content-Type'],
    canonicalization: 'simple/simple',
  },
};

test('signatures such as well-known programs make raise nothing where they are used', () => {
  for (const [program, options] of Object.entries(programs)) {
    for (const name of ['plain', 'alternative', 'cjk', 'attachment']) {
      const octets = fixture(`base/${name}.eml`);
      const signed = sign(octets, { ...own, ...options, profile: 'smtp' });
      const key = publicKey(rsa);
      const report = { profile: 'smtp', dkim: { key: () => key } } as const;
      assert.equal(found(signed, report), [], `${program}: ${name}`);
    }
  }
});

test('at SES they are told to name Date and Message-ID, and nothing else', () => {
  const { gmail } = programs;
  const signed = sign(fixture('base/plain.eml'), { ...own, ...gmail, profile: 'smtp' });
  const rewritten = 'ses/dkim-signs-rewritten';
  assert.equal(found(signed), [rewritten, rewritten]);
});

const keys = { rsa, ed25519 } as const;
const algorithm = fc.constantFrom('rsa', 'ed25519');

test('law: what is built and signed has no error or warning about form, in any profile (S8)', () => {
  fc.assert(
    fc.property(messageSpec, fc.constantFrom(...profiles), algorithm, (spec, profile, name) => {
      const privateKey = keys[name];
      const now = new Date('2026-11-17T10:00:00Z');
      const built = composeFrom(spec).build();
      const options = { ...own, privateKey, profile, now, expiresSeconds: 60 };
      const signed = sign(built.octets, options);
      assert.equal(graveForms(signed, { profile, now, dkim: keyOf(privateKey) }), []);
    }),
    { numRuns: 40 },
  );
});

function keyOf(privateKey: string): { readonly key: () => string } {
  const record = publicKey(privateKey);
  return { key: () => record };
}

/** Without `dkim/d-not-aligned`: the domain of From is any. */
function graveForms(octets: Uint8Array, options: PreflightOptions): readonly string[] {
  return preflight(octets, options)
    .findings.filter(({ severity }) => severity !== 'info')
    .filter(({ rule }) => rulesNamed(rule)[0]?.about === 'form')
    .map(({ rule, message }) => `${rule}: ${message}`);
}

test('law: a change of one octet of the body is told, and of it nothing else', () => {
  const signed = Buffer.from(sign(fixture('base/plain.eml'), own));
  const start = signed.indexOf('\r\n\r\n') + 4;
  const letters = [...signed.keys()].filter((at) => at > start && /\w/.test(letterAt(signed, at)));
  fc.assert(
    fc.property(fc.constantFrom(...letters), (at) => {
      const changed = Buffer.from(signed);
      changed.write(letterAt(signed, at) === 'x' ? 'y' : 'x', at);
      for (const dkim of [keyOf(rsa), keyOf(ed25519)]) {
        assert.equal(found(changed, { dkim }), ['dkim/body-hash-mismatch']);
      }
    }),
  );
});

function letterAt(octets: Buffer, at: number): string {
  return octets.toString('latin1', at, at + 1);
}

test('what ends its lines in LF is held against its signature as transports send it', () => {
  const signed = Buffer.from(sign(fixture('base/plain.eml'), own)).toString('latin1');
  const octets = Buffer.from(signed.replaceAll('\r\n', '\n'), 'latin1');
  for (const profile of profiles) assert.equal(found(octets, profileAndKey(profile)), []);
});

function profileAndKey(profile: Profile): PreflightOptions {
  return { profile, dkim: keyOf(rsa) };
}

test('a key is asked for once for each signature, and for none that is void', () => {
  const asked: string[] = [];
  const dkim = {
    key: (domain: string, selector: string) => {
      asked.push(`${selector} ${domain}`);
      return undefined;
    },
  };
  const signed = sign(fixture('base/plain.eml'), own);
  assert.equal(found(signed, { dkim }), ['dkim/key-missing']);
  assert.equal(asked, ['keys example.com']);
  const broken = Buffer.from(signed).toString('latin1').replace('a=rsa-sha256', 'a=x');
  assert.equal(found(Buffer.from(broken, 'latin1'), { dkim }), ['dkim/algorithm-unknown']);
  assert.is(asked.length, 1);
});

test('octets that no field may hold, and encoded-words, are told by their own rules', () => {
  const signed = Buffer.from(sign(fixture('base/plain.eml'), own)).toString('latin1');
  for (const domain of ['b\xc3\xbccher.example', '=?utf-8?q?b=C3=BCcher?=.example', 'a\x01b']) {
    const octets = signed.replace('d=example.com', `d=${domain}`);
    assert.equal(found(Buffer.from(octets, 'latin1')), [], domain);
  }
});

test('of a signed body in 8 bits the finding says what becomes of the signature', () => {
  const head = 'From: ann@example.com\r\nTo: bob@example.net\r\nMIME-Version: 1.0\r\n';
  const type = 'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n';
  const octets = Buffer.from(`${head}${type}\r\nCafé\r\n`);
  for (const [message, isTold] of [[octets, false] as const, [sign(octets, own), true] as const]) {
    const { findings } = preflight(message, { only: ['dkim/8bit-body-signed'] });
    assert.is(findings.length, 1);
    assert.is(findings[0]?.message.endsWith('breaks the DKIM signature'), isTold);
  }
});

test('keys of 1024 bits are taken, at whatever place they are short', () => {
  const short = Buffer.alloc(127).toString('base64');
  const signed = Buffer.from(sign(fixture('base/plain.eml'), own)).toString('latin1');
  const octets = signed.replace(/ b=[^:]*?(?=\r\nFrom:)/, ` b=${short}`);
  assert.equal(found(Buffer.from(octets, 'latin1')), ['dkim/key-too-short']);
});

/** A signed message with a change in it, judged with its key. */
function foundChanged(find: string | RegExp, replace: string, signedBy = own): readonly string[] {
  const text = Buffer.from(sign(fixture('base/plain.eml'), signedBy)).toString('latin1');
  assert.not.equal(text.replace(find, replace), text);
  const octets = Buffer.from(text.replace(find, replace), 'latin1');
  return found(octets, { profile: 'smtp', dkim: keyOf(signedBy.privateKey) });
}

test('one fault is told once, and not what verifying makes of it', () => {
  assert.equal(foundChanged('s=keys;', 's=keys; l=9999;'), ['dkim/body-length-too-big']);
  assert.equal(foundChanged('c=relaxed/relaxed', 'c=relaxed/nofws'), ['dkim/canonicalization']);
  assert.equal(foundChanged(/c=relaxed\/relaxed([\s\S]*\S)/, 'c=x$1y'), ['dkim/canonicalization']);
  const long = Buffer.alloc(65).toString('base64');
  const change = [/ b=[^:]*?(?=\r\nFrom:)/, ` b=${long}`] as const;
  assert.equal(foundChanged(...change, { ...own, privateKey: ed25519 }), ['dkim/key-too-short']);
  assert.equal(foundChanged(/^/, 'no field\r\n'), []);
  assert.equal(foundChanged(/^/, 'From: eve@example.com\r\n'), ['dkim/not-oversigned']);
});

test('a key of 512 bits is too short, whatever the signature is of', () => {
  const privateKey = fixture('dkim/rfc6376-rsa.pem').toString();
  const signed = sign(fixture('base/plain.eml'), { ...own, privateKey });
  const dkim = keyOf(fixture('dkim/rsa-512.pem').toString());
  assert.equal(found(signed, { dkim }), ['dkim/key-too-short']);
  assert.equal(found(signed, { dkim: keyOf(privateKey) }), ['dkim/key-below-2048']);
});

test('of two signatures, each is held against its own key', () => {
  const once = sign(fixture('base/plain.eml'), own);
  const twice = sign(once, { ...own, selector: 'other', profile: 'smtp' });
  const key = (_: string, selector: string) =>
    selector === 'other' ? undefined : publicKey(fixture('dkim/rsa-2048.pem').toString());
  const rules = found(twice, { profile: 'smtp', dkim: { key } });
  assert.equal([...rules].sort(), ['dkim/key-missing', 'dkim/signature-invalid']);
});

test('fields that are there may be signed as often, and what is not there needs no signature', () => {
  const head = 'Received: x\r\nFrom: ann@example.com\r\nContent-Transfer-Encoding: 7bit\r\n';
  const octets = Buffer.from(`${head}\r\nHello\r\n`);
  const fields = ['From', 'Received', 'Content-Transfer-Encoding'];
  const signed = sign(octets, { ...own, fields, profile: 'smtp' });
  assert.equal(found(signed, { profile: 'smtp' }), []);
});

test('at SES, a Date that cannot be added is no sign that From was forgotten', () => {
  const fields = ['From', 'Date', 'Date'];
  const signed = sign(fixture('base/plain.eml'), { ...own, fields, dangerous: true });
  assert.equal(found(signed), ['ses/dkim-signs-rewritten']);
  assert.ok(found(signed, { profile: 'smtp' }).includes('dkim/not-oversigned'));
});

test('the clock of a signer may be an hour ahead', () => {
  const signed = sign(fixture('base/plain.eml'), { ...own, now: new Date('2026-11-17T11:00:00Z') });
  assert.equal(found(signed, { now: new Date('2026-11-17T10:00:00Z') }), []);
  assert.equal(found(signed, { now: new Date('2026-11-17T09:59:59Z') }), ['dkim/t-in-future']);
});

test.run();
