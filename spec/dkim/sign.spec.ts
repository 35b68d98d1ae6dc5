/** Signing: the field, its place, its names, and what is refused. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { composeFrom } from '../../lib/builder/compose-from.ts';
import { rewrittenFields } from '../../lib/carrier/rewritten-fields.ts';
import { readHead } from '../../lib/dkim/message-head.ts';
import { sign, signatureField, signatures } from '../../lib/dkim.ts';
import { preflight } from '../../lib/preflight/run.ts';
import { read } from '../../lib/reader/read.ts';
import { messageSpec } from '../support/arbitrary-message.ts';
import { plain, throwing, untyped } from '../support/built-message.ts';
import {
  crlf,
  ed25519,
  plainMessage,
  results,
  rsa,
  signed,
  signing,
} from '../support/dkim-keys.ts';
import { assertLinear } from '../support/linear.ts';
import { anyMessage } from '../support/messages.ts';

const test = suite('dkim/sign');

const forms = ['relaxed/relaxed', 'relaxed/simple', 'simple/relaxed', 'simple/simple'] as const;
const now = new Date('2026-11-23T10:00:00.999Z');
const built = messageSpec.map((spec) => composeFrom(spec).build());

/** The signature field with its folds taken out. */
function field(octets: Uint8Array): string {
  return read(octets).field('DKIM-Signature')?.unfolded() ?? '';
}

test('a field stands above the message, which stays as it was', () => {
  const octets = signed(plainMessage, { now, expiresSeconds: 60 });
  assert.ok(octets.subarray(-plainMessage.length).equals(plainMessage));
  assert.match(
    field(octets),
    /^ v=1; a=ed25519-sha256; c=relaxed\/relaxed; d=example\.com; s=mail; t=1795428000; x=1795428060; h=From:/,
  );
  assert.not.match(field(signed(plainMessage)), / [tlx]=/);
  assert.equal(results(octets), ['pass']);
});

test('octets give octets; a raw message gives one with the same envelope and memory of its own', () => {
  const raw = plain.to('bob@example.org').build();
  const message = sign(raw, signing);
  assert.equal(message.envelope, raw.envelope);
  assert.ok(Object.isFrozen(message));
  assert.ok(Buffer.isBuffer(message.octets));
  assert.is(message.octets.buffer.byteLength, message.octets.length);
  assert.equal(message.octets, sign(raw.octets, signing));
});

test('law: the field alone, in front of the message, is the signed message', () => {
  fc.assert(
    fc.property(built, (raw) => {
      const octets = Buffer.concat([signatureField(raw, signing), raw.octets]);
      assert.ok(octets.equals(signed(raw.octets)));
    }),
    { numRuns: 30 },
  );
  for (const start of ['\uFEFF', 'From ann Mon Nov 23 10:00:00 2026\r\n']) {
    const marked = Buffer.concat([Buffer.from(start), plainMessage]);
    const field = signatureField(marked, signing);
    const parts = [Buffer.from(start), field, plainMessage];
    assert.ok(Buffer.concat(parts).equals(signed(marked)), JSON.stringify(start));
  }
  assert.throws(() => signatureField(untyped('x'), signing), throwing('value-type', /^message/));
});

test('law: same message, same key, same options, same octets, which verify in every form (D1, D5)', () => {
  const key = fc.constantFrom(rsa, ed25519);
  fc.assert(
    fc.property(built, fc.constantFrom(...forms), key, (raw, canonicalization, privateKey) => {
      const options = { ...signing, privateKey, canonicalization };
      const { octets } = sign(raw, options);
      assert.equal(sign(raw, options).octets, octets);
      assert.equal(results(octets, privateKey), ['pass']);
    }),
    { numRuns: 60 },
  );
});

test('law: the field is within 78 octets a line, without a defect, and h= has From (D6, D7)', () => {
  fc.assert(
    fc.property(built, ({ octets }) => {
      const all = signed(octets, { privateKey: rsa, now });
      const own = read(all).field('DKIM-Signature');
      assert.ok(own);
      assert.equal(own.defects, []);
      for (const line of all.toString('latin1', own.span.start, own.span.end).split('\r\n')) {
        assert.ok(line.length <= 78 && /^[\x20-\x7e]*$/.test(line), line);
      }
      assert.is(signatures(all)[0]?.fields[0], 'From');
      const errors = (message: Uint8Array): readonly string[] =>
        preflight(message)
          .findings.filter(({ severity }) => severity === 'error')
          .map(({ rule }) => rule);
      assert.equal(errors(all), errors(octets));
    }),
    { numRuns: 40 },
  );
});

test('what ends its lines in LF is signed as CRLF, and its field has LF too', () => {
  const lf = Buffer.from(plainMessage.toString().replaceAll('\r\n', '\n'));
  for (const canonicalization of forms) {
    const octets = signed(lf, { canonicalization });
    assert.not.match(octets.toString(), /\r/);
    assert.equal(results(octets), ['pass']);
    const sent = Buffer.from(octets.toString().replaceAll('\n', '\r\n'));
    assert.equal(sent, signed(plainMessage, { canonicalization }));
  }
});

test('a byte order mark or the line of a mailbox file stays in front', () => {
  for (const before of ['\xef\xbb\xbf', 'From ann Mon Nov 23 10:00:00 2026\r\n']) {
    const octets = signed(Buffer.concat([Buffer.from(before, 'latin1'), plainMessage]));
    assert.is(octets.toString('latin1', 0, before.length), before);
    assert.equal(results(octets), ['pass']);
  }
});

test('an IDN is signed as A-labels', () => {
  assert.match(
    field(signed(plainMessage, { domain: 'Bücher.example' })),
    / d=xn--bcher-kva\.example;/,
  );
});

test('fields are named as given, in order, absent and repeated ones too', () => {
  const fields = ['subject', 'From', 'X-Absent', 'Subject', 'DKIM-Signature'];
  const octets = signed(plainMessage, { fields });
  assert.equal(signatures(octets)[0]?.fields, fields);
  assert.equal(results(octets), ['pass']);
  const another = Buffer.concat([crlf('X-Absent: 1'), octets]);
  assert.equal(results(another), ['fail']);
});

test('what SES changes is signed for smtp, or on purpose', () => {
  for (const { name, change } of rewrittenFields) {
    const fields = ['From', name.toLowerCase()];
    const said = new RegExp(`^fields: "${name.toLowerCase()}" is ${change} by SES`);
    assert.throws(() => signed(plainMessage, { fields }), throwing('dkim-fields', said));
    assert.equal(results(signed(plainMessage, { fields, profile: 'smtp' })), ['pass']);
    assert.equal(results(signed(plainMessage, { fields, dangerous: true })), ['pass']);
  }
});

test('a second signature is for smtp, or made on purpose; both verify', () => {
  const once = signed(plainMessage);
  assert.throws(() => signed(once), throwing('dkim-repeated', /Duplicate header/));
  assert.equal(results(signed(once, { profile: 'smtp' })), ['pass', 'pass']);
  assert.equal(results(signed(once, { dangerous: true })), ['pass', 'pass']);
});

test('what is no message cannot be signed', () => {
  for (const octets of [Buffer.alloc(0), Buffer.alloc(500, 0xff), crlf('To: a', '', 'From: b')]) {
    assert.throws(() => signed(octets), throwing('dkim-fields', /no From field|no field/));
  }
});

test('a header that readers do not agree on is not signed', () => {
  const text = plainMessage.toString('latin1');
  for (const odd of [
    ` x\r\n${text}`,
    text.replace('To:', 'no field\r\nTo:'),
    text.replace('Ann', 'A\rB'),
    `From: eve@example.net\r\n${text}`,
  ]) {
    assert.throws(() => signed(Buffer.from(odd)), throwing('dkim-fields', /^message: the header /));
  }
});

test('law: whatever has a From field, and nothing but fields, can be signed, and verifies as long as it is not changed', () => {
  fc.assert(
    fc.property(anyMessage, fc.constantFrom(...forms), (octets, canonicalization) => {
      const head = readHead(Buffer.from(octets));
      const isSound = head.fault === undefined;
      if (!isSound || !head.fields.some(({ lowerName }) => lowerName === 'from')) return;
      const all = signed(octets, { canonicalization, dangerous: true });
      assert.is(results(all)[0], 'pass');
    }),
  );
});

test('bad calls name the option', () => {
  const bad =
    (options: object): (() => unknown) =>
    () =>
      sign(plainMessage, untyped({ ...signing, ...options }));
  assert.throws(bad({ fields: ['To'] }), throwing('dkim-fields', /^fields lack From/));
  assert.throws(bad({ fields: [] }), throwing('dkim-fields', /^fields lack From/));
  assert.throws(bad({ fields: ['From', 'a b'] }), throwing('field-name', /^fields\[1\]: .*"a b"/));
  assert.throws(bad({ fields: ['From', 'a;b'] }), throwing('field-name', /^fields\[1\]: "a;b"/));
  assert.throws(bad({ fields: ['From', 1] }), throwing('value-type', /^fields\[1\]/));
  assert.throws(bad({ fields: 'From' }), throwing('value-type', /^fields/));
  assert.throws(bad({ domain: 'a b.example' }), throwing('domain-syntax', /^domain: /));
  assert.throws(bad({ domain: '[192.0.2.1]' }), throwing('domain-syntax', /^domain: /));
  assert.throws(bad({ domain: undefined }), throwing('value-missing', /^domain/));
  assert.throws(bad({ selector: 'a..b' }), throwing('domain-syntax', /^selector: "a\.\.b"/));
  assert.throws(bad({ selector: 'ä' }), throwing('domain-syntax', /^selector/));
  assert.throws(bad({ selector: '' }), throwing('value-missing', /^selector/));
  assert.throws(bad({ profile: 'ses' }), throwing('option-invalid', /^profile/));
  assert.throws(
    bad({ canonicalization: 'relaxed' }),
    throwing('option-invalid', /relaxed\/simple/),
  );
  assert.throws(bad({ now: 5 }), throwing('value-type', /^now/));
  assert.throws(bad({ now: new Date(-1000) }), throwing('option-invalid', /^now/));
  assert.throws(bad({ expiresSeconds: 5 }), throwing('option-invalid', /now, which is missing/));
  for (const expiresSeconds of [0, -1, 1.5, Number.NaN, 1e13]) {
    assert.throws(bad({ now, expiresSeconds }), throwing('option-invalid', /^expiresSeconds/));
  }
  assert.throws(bad({ dangerous: 1 }), throwing('value-type', /^dangerous/));
  assert.throws(bad({ length: 5 }), throwing('option-invalid', /no member "length"/));
  assert.throws(() => sign(untyped('text'), signing), throwing('value-type', /^message/));
  assert.throws(() => sign(untyped({}), signing), throwing('value-type', /^message/));
  assert.throws(
    () => sign(plainMessage, untyped(undefined)),
    throwing('value-missing', /^options/),
  );
});

test('law: signing commutes with dot-stuffing (D8)', () => {
  fc.assert(
    fc.property(built, ({ octets }) => {
      const all = signed(octets).toString('latin1');
      const stuffed = all.replace(/^\./gm, '..');
      const received = Buffer.from(stuffed.replace(/^\.\./gm, '.'), 'latin1');
      assert.equal(results(received), ['pass']);
    }),
    { numRuns: 30 },
  );
});

test('a transfer encoding that comes after the signature breaks it (D8)', () => {
  const octets = signed(
    crlf('From: a@b.example', 'Content-Transfer-Encoding: 8bit', '', '\xc3\xa9'),
  );
  const encoded = octets.toString('latin1').replace('\xc3\xa9', '=C3=A9');
  assert.equal(results(octets), ['pass']);
  assert.equal(results(Buffer.from(encoded, 'latin1')), ['fail']);
});

test('time is linear in the octets, fields and names', () => {
  const fields = Array<string>(100_000).fill('To: bob@example.org');
  const many = crlf('From: a@b.example', ...fields, '', 'x');
  assertLinear('fields', () => results(signed(many)));
  const long = Buffer.concat([plainMessage, Buffer.alloc(20_000_000, 'ab  \t\r\n')]);
  assertLinear('octets', () => results(signed(long)));
  const one = crlf(`From: ${'a '.repeat(1_000_000)}`, '', 'x');
  assertLinear('one field', () => results(signed(one)));
});

test.run();
