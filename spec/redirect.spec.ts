/** Redirect: what becomes of foreign mail, held to what SES's rules say and to what readers see. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { composeFrom } from '../lib/builder/compose-from.ts';
import { onceOnlyFieldNames } from '../lib/carrier/once-only-fields.ts';
import { MimewrightError } from '../lib/errors.ts';
import { redirect } from '../lib/preflight/redirect.ts';
import type { RedirectOptions } from '../lib/preflight/redirecting/options.ts';
import type { Finding } from '../lib/preflight/report.ts';
import { preflight } from '../lib/preflight/run.ts';
import type { Entity } from '../lib/reader/entity.ts';
import { read } from '../lib/reader/read.ts';
import { mailbox, text } from '../lib/testing/arbitraries.ts';
import { sevenBitFault } from '../lib/transfer/survey.ts';
import { messageSpec } from './support/arbitrary-message.ts';
import { fixture, fixtures } from './support/fixture.ts';
import { anyMessage } from './support/messages.ts';
import { readWithMailparser, readWithPostalMime } from './support/readers.ts';

const test = suite('redirect');

const options: RedirectOptions = { from: 'forwarder@example.com', to: ['bob@example.net'] };

const folders = ['base', 'foreign', 'found', 'programs'];
const real = folders.flatMap((folder) => fixtures(folder));

/** Names so long that the mailbox comes to a little less or more than what SES takes. */
const lengths = Array.from({ length: 40 }, (_, at) => 60 + at * 6);

/** What nobody can mend: it is refused for what it is, not for how it is written. */
const hopeless: readonly string[] = [
  'ses/attachment-extension',
  'ses/message-size',
  'ses/mime-part-count',
];

type Redirected = ReturnType<typeof redirect>;

function refusals(redirected: Redirected): readonly Finding[] {
  return (['ses-v1', 'ses-v2'] as const).flatMap((profile) =>
    preflight(redirected, { profile }).findings.filter(({ ses }) => ses?.refuses === true),
  );
}

/** A message of these fields, with a body. */
function mail(...fields: readonly string[]): Buffer {
  return Buffer.from([...fields, '', 'Hello', ''].join('\r\n'), 'latin1');
}

function sent(fields: readonly string[], more: Partial<RedirectOptions> = {}): Entity {
  return read(redirect(mail(...fields), { ...options, ...more }).octets);
}

/** A field of the message, unfolded; several, each; nothing, if it is not there. */
function bodies(message: Entity, name: string): readonly string[] {
  return message.fieldsNamed(name).map((field) => field.unfolded().trim());
}

test('nothing of the fixtures is refused, by either API', () => {
  for (const [name, octets] of real) {
    assert.equal(refusals(redirect(octets, options)), [], name);
  }
});

test('law: SES refuses no message that is redirected, but for what nobody can mend', () => {
  fc.assert(
    fc.property(anyMessage, (octets) => {
      const left = refusals(redirect(octets, options));
      assert.equal(
        left.filter(({ rule }) => !hopeless.includes(rule)),
        [],
      );
    }),
    {
      numRuns: 200,
      examples: [
        [Buffer.from('Cc: \0')],
        [Buffer.from('To: \rFrom: ')],
        [Buffer.from('Content-Type: message/rfc822\r\n\r\n:Zoë <zoe@b.example>')],
        [Buffer.from(`From: Date:Bcc"a@b.example>${'x'.repeat(999)}\r\n\r\n`)],
      ],
    },
  );
});

test('law: one From, the new one; nothing of what has to go; once what may be once', () => {
  const leaving =
    /^(?:sender|return-path|(?:resent-)?bcc|received|delivered-to|x-original-to|dkim-signature|arc-.*|authentication-results|x-ses-.*|resent-.*)$/;
  fc.assert(
    fc.property(anyMessage, (octets) => {
      const { fields } = read(redirect(octets, options).octets);
      const names = fields.map(({ lowerName }) => lowerName);
      assert.equal(
        names.filter((name) => leaving.test(name)),
        [],
      );
      const once = names.filter((name) => onceOnlyFieldNames.has(name) || /^(?:to|cc)$/.test(name));
      assert.equal(once, [...new Set(once)]);
      const [from] = fields.filter(({ lowerName }) => lowerName === 'from');
      assert.equal(
        from?.addresses?.map((one) => one.kind === 'mailbox' && one.address),
        ['forwarder@example.com'],
      );
    }),
  );
});

test('law: each field that goes or changes stands in what was done', () => {
  fc.assert(
    fc.property(
      fc.oneof(anyMessage, fc.constantFrom(...real.map(([, octets]) => octets))),
      (octets) => {
        const { octets: after, applied } = redirect(octets, options);
        // What is told of a body, its encoding, is not told of its label again.
        const told = new Set(['Content-Transfer-Encoding']);
        for (const { at } of applied)
          if (at.in === 'message' && at.field !== undefined) told.add(at.field);
        const left = read(after).fields.map(({ name, text: said }) => `${name}:${said}`);
        for (const { name, text: said } of read(octets).fields.filter(isNamed)) {
          const at = left.indexOf(`${name}:${said}`);
          if (at === -1) assert.ok(told.has(name), name);
          else left.splice(at, 1);
        }
      },
    ),
  );
});

/** A line of another name is no field any more where the fields around it go. */
function isNamed({ name }: { readonly name: string }): boolean {
  return /^[!-9;-~]+$/.test(name);
}

test('law: what was done is told in order, at octets of the message as it came', () => {
  fc.assert(
    fc.property(anyMessage, (octets) => {
      let last = 0;
      for (const { at } of redirect(octets, options).applied) {
        assert.is(at.in, 'message');
        assert.ok(last <= at.start && at.start <= at.end && at.end <= octets.length);
        last = at.start;
      }
    }),
  );
});

test('law: a body that is 7-bit stays octet for octet', () => {
  const built = messageSpec.map((spec) => composeFrom(spec).build().octets);
  const octets = fc.oneof(built, fc.constantFrom(...real.map(([, one]) => one)));
  fc.assert(
    fc.property(octets, (before) => {
      const { octets: after } = redirect(before, options);
      const found = new Set(leafBodies(after));
      for (const body of leafBodies(before)) {
        if (sevenBitFault(Buffer.from(body, 'latin1')) === undefined) assert.ok(found.has(body));
      }
    }),
  );
});

/** The bodies of all parts that have none themselves, a character for each octet. */
function leafBodies(octets: Uint8Array): readonly string[] {
  const text = Buffer.from(octets).toString('latin1');
  return [...read(octets).walk()]
    .filter(({ parts, mediaType }) => parts.length === 0 && mediaType.type !== 'multipart')
    .map(({ body: { start, end } }) => text.slice(start, end));
}

test('law: the author keeps the name, and gets the replies', async () => {
  // A mark at the start of an encoded-word is lost to postal-mime, and folds come where they will.
  const name = text
    .map((typed) => typed.replaceAll('\ufeff', '').trim().slice(0, 40))
    .filter((typed) => typed !== '');
  await fc.assert(
    fc.asyncProperty(name, async (typed) => {
      const author = { name: typed.toWellFormed(), address: 'ann@example.org' };
      const raw = composeFrom({ from: author, to: ['b@example.net'], text: 'x' }).build();
      const { octets } = redirect(raw.octets, options);
      for (const reader of [readWithMailparser, readWithPostalMime]) {
        const before = await reader(raw.octets);
        const after = await reader(octets);
        assert.is(nameOf(after.from), nameOf(before.from));
        assert.equal(after.replyTo, before.from);
      }
    }),
    { numRuns: 100 },
  );
});

function nameOf(mailboxes: readonly unknown[] | undefined): unknown {
  const [first] = mailboxes ?? [];
  return typeof first === 'object' && first !== null && 'name' in first ? first.name : undefined;
}

test('law: the envelope names the bare addresses, each once', () => {
  fc.assert(
    fc.property(fc.array(mailbox, { minLength: 1, maxLength: 9 }), mailbox, (to, returnPath) => {
      const { envelope } = redirect(mail('From: a@b.example'), { ...options, to, returnPath });
      assert.is(envelope.from, composeFrom({ from: returnPath, text: 'x' }).build().envelope.from);
      assert.equal(
        envelope.to,
        composeFrom({ from: 'a@b.example', to, text: 'x' }).build().envelope.to,
      );
    }),
  );
});

const authors: readonly (readonly [from: string, name: string, replyTo: string])[] = [
  ['Ann Doe <ann@example.org>', 'Ann Doe', 'Ann Doe <ann@example.org>'],
  ['ann@example.org', 'ann', 'ann@example.org'],
  ['"ann@example.org" <ann@example.org>', 'ann', '"ann@example.org" <ann@example.org>'],
  ['ann@example.org (Ann Doe)', 'Ann Doe', 'Ann Doe <ann@example.org>'],
  ['Doe, Ann <ann@example.org>', '"Doe, Ann"', '"Doe, Ann" <ann@example.org>'],
  ['DEBUG: Build <b@example.org>', '"DEBUG: Build"', 'Build <b@example.org>'],
  ['A <a@example.org>, B <b@example.org>', 'A', 'A <a@example.org>, B <b@example.org>'],
  ['Ann <ann @ example.org>', 'Ann', 'Ann <ann@example.org>'],
  ['=?utf-8?B?QW5uIDxhbm5AZXhhbXBsZS5vcmc+?=', 'Ann', 'Ann <ann@example.org>'],
];
for (const [from, name, replyTo] of authors) {
  test(`the author of ${from}`, () => {
    const message = sent([`From: ${from}`]);
    assert.equal(bodies(message, 'From'), [`${name} <forwarder@example.com>`]);
    assert.equal(bodies(message, 'Reply-To'), [replyTo]);
  });
}

test('who cannot be read gets no replies, and the name given counts', () => {
  const from = { name: 'Forwarder', address: 'forwarder@example.com' };
  for (const fields of [['Subject: x'], ['From:'], ['From: <>']]) {
    const message = sent(fields, { from });
    assert.equal(bodies(message, 'From'), ['Forwarder <forwarder@example.com>'], fields[0]);
    assert.equal(bodies(message, 'Reply-To'), []);
  }
  assert.match(bodies(sent(['From: Ann <ann@b.example>'], { from }), 'From')[0] ?? '', /^Ann </);
});

test('a name that takes too much room is shortened, and no character is cut', () => {
  for (const letter of ['x', 'é', '猫', '🐈']) {
    const name = letter.repeat(2000);
    const [from] = sent([
      `From: "${Buffer.from(name).toString('latin1')}" <a@b.example>`,
    ]).fieldsNamed('From');
    const [author] = from?.addresses ?? [];
    assert.match(
      author?.kind === 'mailbox' ? (author.name ?? '') : '',
      new RegExp(`^(?:${letter}){25,}…$`, 'u'),
    );
  }
});

test('a name of any length leaves From, Reply-To and Cc within what SES takes', () => {
  for (const name of ['x', 'x ', ':', '\xc3\xa9'].flatMap((one) =>
    lengths.map((n) => one.repeat(n)),
  )) {
    const mailbox = `"${name}" <ann@example.org>`;
    assert.equal(refusals(redirect(mail(`From: ${mailbox}`, `Cc: ${mailbox}`), options)), [], name);
  }
});

test('what an encoded name says of line ends adds no field', () => {
  const said = Buffer.from('Ann\r\nBcc: eve@example.org').toString('base64');
  const message = sent([`From: =?utf-8?B?${said}?= <ann@example.org>`]);
  assert.equal(bodies(message, 'Bcc'), []);
  assert.equal(bodies(message, 'From'), ['"Ann Bcc: eve@example.org" <forwarder@example.com>']);
});

test('replies go where the message says, to the author, or to somebody else', () => {
  const fields = ['From: ann@example.org', 'Reply-To: Desk <desk@example.org>'];
  assert.equal(bodies(sent(fields), 'Reply-To'), ['Desk <desk@example.org>']);
  assert.equal(bodies(sent(fields, { replyTo: 'author' }), 'Reply-To'), ['ann@example.org']);
  assert.equal(bodies(sent(fields, { replyTo: 'me@example.com' }), 'Reply-To'), ['me@example.com']);
  for (const broken of ['', 'nobody', '<>', 'a@b@c']) {
    const message = sent(['From: ann@example.org', `Reply-To: ${broken}`]);
    assert.equal(bodies(message, 'Reply-To'), ['ann@example.org'], broken);
  }
});

test('To and Cc stay; of what SES cannot parse, as much as can be sent', () => {
  const rows: readonly (readonly [written: string, left: readonly string[]])[] = [
    ['Bob  Roe <bob@example.net>', ['Bob  Roe <bob@example.net>']],
    ['Roe, Bob <bob@example.net>', ['"Roe, Bob" <bob@example.net>']],
    ['ann@example.org, nobody, c@d.example', ['ann@example.org, c@d.example']],
    ['nobody', []],
  ];
  for (const [written, left] of rows) {
    assert.equal(bodies(sent(['From: a@b.example', `Cc: ${written}`]), 'Cc'), left, written);
  }
  for (const written of ['', 'nobody', '<>']) {
    const message = sent(['From: a@b.example', `To: ${written}`]);
    assert.equal(bodies(message, 'To'), ['undisclosed-recipients:;'], written);
  }
  const twice = sent(['From: a@b.example', 'To: a@b.example', 'to: c@d.example']);
  assert.equal(bodies(twice, 'To'), ['a@b.example, c@d.example']);
});

test('keep keeps what it names, in any case, once where it may be once', () => {
  const fields = [
    'Sender: s@b.example',
    'Received: x; y',
    'Received: z; y',
    'Delivered-To: a@b.example',
  ];
  const all = ['From: a@b.example', ...fields, 'Delivered-To: c@d.example'];
  const message = sent(all, { keep: ['sender', 'RECEIVED', 'Delivered-To'] });
  assert.equal(
    message.fields.map(({ name }) => name),
    ['From', 'Reply-To', 'Sender', 'Received', 'Received', 'Delivered-To'],
  );
  assert.equal(
    sent(all).fields.map(({ name }) => name),
    ['From', 'Reply-To'],
  );
});

test('a field for the carrier is not let in from outside', () => {
  const fields = ['X-SES-CONFIGURATION-SET: theirs', 'X-SES-RECEIPT: x', 'Feedback-ID: x:y'];
  assert.equal(
    sent(['From: a@b.example', ...fields]).fields.map(({ name }) => name),
    ['From', 'Reply-To'],
  );
});

test('what hides the header section goes; what is text stays', () => {
  const lines = [
    '\xef\xbb\xbf',
    '\r\n',
    '\n\n',
    'From ann Mon Nov 17\r\n',
    '\xef\xbb\xbf\r\n',
    ' x\r\n',
  ];
  for (const before of lines) {
    const octets = Buffer.concat([
      Buffer.from(before, 'latin1'),
      mail('From: Ann <a@b.example>', 'To: c@d.example'),
    ]);
    const { octets: after, applied } = redirect(octets, options);
    assert.match(
      Buffer.from(after).toString(),
      /^From: Ann <forwarder@[^\r]*\r\nReply-To: Ann <[^\r]*\r\nTo: /,
    );
    assert.is(applied[0]?.at.start, 0);
    assert.ok(
      applied.some(({ rule, at }) => rule === 'redirect/from' && at.start === before.length),
    );
  }
  const { octets } = redirect(Buffer.from('\r\nHello there\r\n'), options);
  assert.match(Buffer.from(octets).toString(), /\r\n\r\nHello there\r\n$/);
});

test('where a field goes behind a bare CR, the header section ends where it did', () => {
  const octets = Buffer.from(',\rReturn-Path: \r\n\r\nBcc: eve@example.org');
  const message = read(redirect(octets, options).octets);
  assert.equal(bodies(message, 'Bcc'), []);
  assert.match(message.text ?? '', /\n\nBcc: eve@example\.org$/);
});

test('what is refused for what it is stays, and preflight tells', () => {
  const octets = mail(
    'From: a@b.example',
    'Content-Type: text/plain',
    'Content-Disposition: attachment; filename=a.exe',
  );
  assert.equal(
    [...new Set(refusals(redirect(octets, options)).map(({ rule }) => rule))],
    ['ses/attachment-extension'],
  );
});

test('a signed part stays as it is', () => {
  for (const name of ['pgp-mime', 'smime']) {
    const [before] = leafBodies(fixture(`programs/${name}.eml`));
    assert.is(leafBodies(redirect(fixture(`programs/${name}.eml`), options).octets)[0], before);
  }
});

test('the octets are in memory of their own, and those given stay as they are', () => {
  const octets = fixture('foreign/forwarded-at-night.eml');
  const before = Buffer.from(octets);
  const redirected = redirect(octets, options);
  assert.ok(octets.equals(before));
  assert.is(redirected.octets.buffer.byteLength, redirected.octets.length);
  assert.ok(Object.isFrozen(redirected) && Object.isFrozen(redirected.envelope));
});

const badOptions: readonly (readonly [options: object, code: string, says: RegExp])[] = [
  [{ to: options.to }, 'value-missing', /from/],
  [{ from: 'a@b.example' }, 'value-missing', /\bto\b/],
  [{ ...options, to: [] }, 'recipients-missing', /\bto\b/],
  [{ ...options, to: [{ group: 'g', members: [] }] }, 'recipients-missing', /\bto\b/],
  [{ ...options, to: 'a@b.example' }, 'value-type', /\bto\b/],
  [{ ...options, to: ['nobody'] }, 'address-syntax', /to\[0\]/],
  [{ ...options, to: ['a@b.example', 7] }, 'value-type', /to\[1\]/],
  [{ ...options, to: [{ group: 'g', members: ['x'] }] }, 'address-syntax', /to\[0\]\.members\[0\]/],
  [{ ...options, from: 'a b' }, 'address-syntax', /^from/],
  [{ ...options, from: { name: 'a\nb', address: 'a@b.example' } }, 'address-syntax', /from\.name/],
  [{ ...options, from: 'zoë@b.example' }, 'address-not-sendable', /^from/],
  [{ ...options, replyTo: undefined }, 'value-missing', /replyTo/],
  [{ ...options, replyTo: 'x' }, 'address-syntax', /replyTo/],
  [{ ...options, returnPath: { address: 'x' } }, 'address-syntax', /returnPath\.address/],
  [{ ...options, keep: 'Received' }, 'value-type', /keep/],
  [{ ...options, keep: ['a b'] }, 'field-name', /keep\[0\]/],
  [{ ...options, keep: ['From'] }, 'option-invalid', /keep/],
  [{ ...options, keep: ['DKIM-Signature'] }, 'option-invalid', /keep/],
  [{ ...options, returnpath: 'a@b.example' }, 'option-invalid', /returnpath/],
];
for (const [bad, code, says] of badOptions) {
  test(`bad options are told by name: ${JSON.stringify(bad)}`, () => {
    assert.throws(
      () => Reflect.apply(redirect, undefined, [mail('From: a@b.example'), bad]),
      (error: unknown) =>
        error instanceof MimewrightError && error.code === code && says.test(error.message),
    );
  });
}

test('what is no message is told so', () => {
  assert.throws(
    () => Reflect.apply(redirect, undefined, ['text', options]),
    /message is not a Uint8Array/,
  );
  assert.throws(() => Reflect.apply(redirect, undefined, [Buffer.from('x')]), /options/);
});

test.run();
