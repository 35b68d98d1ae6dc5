/** Preflight as a whole: total, exact at its limits, and steered by its options. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compose } from '../../lib/builder/compose.ts';
import { profiles } from '../../lib/carrier/limits.ts';
import { MimewrightError } from '../../lib/errors.ts';
import { rulesNamed } from '../../lib/preflight/catalogue.ts';
import type { PreflightOptions } from '../../lib/preflight/options.ts';
import { preflight } from '../../lib/preflight/run.ts';
import * as arbitraries from '../../lib/testing/arbitraries.ts';
import { fixture } from '../support/fixture.ts';
import { assertLinear } from '../support/linear.ts';
import { anyMessage, options } from '../support/messages.ts';
import { filled } from '../support/rule-cases.ts';

const test = suite('preflight/run');

const plain = fixture('base/plain.eml');

/** The rules that speak, each once for each finding. */
function spoken(message: string | Uint8Array, given?: PreflightOptions): readonly string[] {
  const octets = typeof message === 'string' ? Buffer.from(message, 'latin1') : message;
  return preflight(octets, given).findings.map(({ rule }) => rule);
}

/** A message with these fields, and all that mail should have beside recipients. */
function withFields(...fields: readonly string[]): string {
  const subject = fields.some((field) => field.startsWith('Subject:')) ? [] : ['Subject: Keys'];
  return [
    'From: ann@example.com',
    'Date: Mon, 17 Nov 2025 10:00:00 +0000',
    'Message-ID: <keys.2025@example.com>',
    ...subject,
    ...fields,
    '',
    'Hello',
    '',
  ].join('\r\n');
}

function withBody(body: string): string {
  return withFields('To: bob@example.net').replace('Hello\r\n', () => body);
}

test('law: any octets have a report, of at most a hundred findings of one rule (S14)', () => {
  fc.assert(
    fc.property(anyMessage, options, (octets, given) => {
      const { findings } = preflight(octets, given);
      for (const { rule } of findings) {
        assert.ok(findings.filter((finding) => finding.rule === rule).length <= 100);
      }
    }),
    { numRuns: 300 },
  );
});

test('law: what the octets were is what they are afterwards', () => {
  fc.assert(
    fc.property(anyMessage, (octets) => {
      const before = Buffer.from(octets);
      preflight(octets);
      assert.is(before.compare(octets), 0);
    }),
  );
});

test('law: a line end more, or field names in another case, give no error more (S15)', () => {
  fc.assert(
    fc.property(anyMessage, (octets) => {
      // What the end of the octets cuts short, a first line end completes.
      const whole = Buffer.concat([octets, Buffer.from('\r\n')]);
      const longer = Buffer.concat([whole, Buffer.from('\r\n')]);
      assert.ok(preflight(longer).errors.length <= preflight(whole).errors.length);
      const errors = preflight(octets).errors.length;
      const text = Buffer.from(octets).toString('latin1');
      const shouted = text.replace(/^(?:From|To|Subject|DKIM-Signature|Mime-Version):/gim, (name) =>
        name.toUpperCase(),
      );
      assert.is(preflight(Buffer.from(shouted, 'latin1')).errors.length, errors);
    }),
    { numRuns: 300 },
  );
});

test('a message may be as large as the profile allows, and not an octet larger', () => {
  const near = { 'ses-v1': ['ses/message-size-near'], 'ses-v2': ['ses/message-size-unsure'] };
  for (const [profile, most] of [
    ['ses-v1', 10_485_760],
    ['ses-v2', 41_943_040],
  ] as const) {
    assert.equal(spoken(filled(plain, most), { profile }), near[profile]);
    assert.equal(spoken(filled(plain, most + 1), { profile }), ['ses/message-size']);
  }
});

/** Addresses at example.net. */
function people(count: number, prefix = 'p'): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${(index * 37) % 101}@example.net`);
}

test('a message may go to fifty, however they are named, and not to one more', () => {
  const ways: Readonly<Record<string, (all: readonly string[]) => readonly string[]>> = {
    'To, Cc and Bcc': (all) =>
      spoken(
        withFields(
          `To: ${all.slice(0, 10).join(',\r\n ')}`,
          `Cc: ${all.slice(10, 30).join(',\r\n ')}`,
          `Bcc: ${all.slice(30).join(',\r\n ')}`,
        ),
      ),
    'a group': (all) => spoken(withFields(`To: team: ${all.join(',\r\n ')};`)),
    'names and groups': (all) =>
      spoken(withFields(`To: "Doe, Ann" <${all[0]}>, team: ${all.slice(1).join(',\r\n ')};`)),
    destinations: (all) => spoken(plain, { destinations: all }),
    'groups among destinations': (all) =>
      spoken(plain, {
        destinations: [0, 15, 30, 45].map((at) => `team: ${all.slice(at, at + 15).join(', ')};`),
      }),
    envelope: (all) =>
      preflight({ octets: new Uint8Array(plain), envelope: { to: all } }).findings.map(
        ({ rule }) => rule,
      ),
  };
  for (const [name, way] of Object.entries(ways)) {
    assert.equal(way(people(50)), [], name);
    assert.equal(way(people(51)), ['ses/recipient-count'], name);
  }
});

test('repeated recipient fields all count', () => {
  const fields = (count: number) =>
    withFields(`To: ${people(25).join(',\r\n ')}`, `To: ${people(count, 'q').join(',\r\n ')}`);
  assert.equal(spoken(fields(25)), ['rfc5322/duplicate-header']);
  assert.equal(spoken(fields(26)), ['rfc5322/duplicate-header', 'ses/recipient-count']);
});

test('recipients are those of the request where it names any, else those of the fields', () => {
  const count = (given: PreflightOptions) => preflight(plain, given).recipientCount;
  assert.is(count({}), 1);
  assert.is(count({ destinations: [] }), 1);
  assert.is(count({ destinations: people(3) }), 3);
  assert.equal(spoken(withFields('Subject: x'), { destinations: people(1) }), []);
  const nobody = spoken(withFields('To: undisclosed-recipients:;'), { destinations: people(1) });
  assert.equal(nobody, ['address/group-undisclosed']);
  const empty = spoken(withFields('To:'), { destinations: people(1) });
  assert.equal(empty, ['rfc5322/empty-field']);
});

test('a line may hold 998 octets, at the end of the message too', () => {
  for (const [length, expected] of [
    [998, []],
    [999, ['rfc5322/line-too-long']],
  ] as const) {
    const line = 'x'.repeat(length);
    assert.equal(spoken(withBody(`${line}\r\n`)), expected);
    assert.equal(spoken(withBody(line)), expected);
    assert.equal(spoken(withBody(`a\r\n${line}\r\nb\r\n`)), expected);
    assert.equal(spoken(withFields('To: b@example.net', `X: ${line.slice(3)}`)), expected);
  }
});

test('a long line that CRs break is told as CRs; one that they do not break, as both', () => {
  const broken = 'x'.repeat(600);
  assert.equal(spoken(withBody(`${broken}\r${broken}\r\n`)), ['rfc5322/bare-cr']);
  const both = spoken(withBody(`${broken}\r${'x'.repeat(999)}\r\n`));
  assert.equal(both, ['rfc5322/bare-cr', 'rfc5322/line-too-long']);
});

test('one bare CR or LF is one finding, in a field, in a body, in base64', () => {
  const base64 = withFields(
    'To: bob@example.net',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  );
  for (const [octet, rule] of [
    ['\r', 'rfc5322/bare-cr'],
    ['\n', 'rfc5322/bare-lf'],
  ] as const) {
    for (const message of [
      withFields('To: bob@example.net', `Subject: a${octet} b`),
      withBody(`a${octet}b\r\n`),
      withBody(`ab${octet}`),
      base64.replace('Hello', `Wm/D${octet}qw0K`),
    ]) {
      assert.equal(spoken(message), [rule], JSON.stringify(message));
    }
  }
});

test('many bare octets are one finding, which counts them', () => {
  const [finding] = preflight(Buffer.from(withBody('a\rb\rc\rd\r\n'))).findings;
  assert.is(finding?.message, '3 CRs without LF after them, the first here');
});

test('an octet outside 7-bit is found wherever it stands', () => {
  const multipart = fixture('base/attachment.eml').toString('latin1');
  for (let at = 0; at <= multipart.length; at += 7) {
    const message = `${multipart.slice(0, at)}\xe9${multipart.slice(at)}`;
    assert.not.equal(spoken(message), [], String(at));
  }
});

test('an address that is refused for an octet has no second finding for it', () => {
  assert.equal(spoken(withFields('To: zo\xeb@example.net')), ['address/non-ascii-local']);
  assert.equal(spoken(withFields('To: zo\xeb@b\xfccher.example')), ['address/non-ascii-local']);
  assert.equal(spoken(withFields('To: a\0b@example.net')), ['address/local-part-control']);
  assert.equal(spoken(withFields('To: zo\xeb@example.net, Zo\xeb <zoe@example.net>')), [
    'address/non-ascii-local',
    'encoding/raw-8bit-header',
  ]);
});

test('only names the rules that speak, by id or alias', () => {
  const message = withFields('To: bob', 'Subject: a', 'Subject: b');
  assert.equal(spoken(message), ['address/missing-domain', 'rfc5322/duplicate-header']);
  assert.equal(spoken(message, { only: [] }), []);
  assert.equal(spoken(message, { only: ['address/invalid'] }), ['address/missing-domain']);
  assert.equal(spoken(message, { only: ['ses/header-duplicate', 'ses/message-size'] }), [
    'rfc5322/duplicate-header',
  ]);
});

test('severity is set by id or alias, the id before the alias, and off silences', () => {
  const message = withFields('To: bob');
  const severities = (severity: NonNullable<PreflightOptions['severity']>) =>
    preflight(Buffer.from(message), { severity }).findings.map((finding) => finding.severity);
  assert.equal(severities({}), ['error']);
  assert.equal(severities({ 'address/missing-domain': 'info' }), ['info']);
  assert.equal(severities({ 'ses/address-no-at': 'warning' }), ['warning']);
  assert.equal(severities({ 'address/invalid': 'off' }), []);
  for (const both of [
    { 'address/invalid': 'off', 'address/missing-domain': 'info' },
    { 'address/missing-domain': 'info', 'address/invalid': 'off' },
  ] as const) {
    assert.equal(severities(both), ['info']);
  }
});

test('severity brings no rule of SES to another carrier', () => {
  const message = withFields('Bcc: bob@example.net');
  const severity = { 'ses/to-header-required': 'error' } as const;
  assert.equal(spoken(message, { severity, profile: 'smtp' }), []);
});

test('a refusal that is no error is still told', () => {
  const severity = { 'address/missing-domain': 'info' } as const;
  const { refused, ok } = preflight(Buffer.from(withFields('To: bob')), { severity });
  assert.equal([refused, ok], [true, true]);
});

test('an unknown rule is a bad call', () => {
  for (const name of ['ses/nothing', 'toString', '__proto__', '']) {
    const isOurs = (error: unknown) =>
      error instanceof MimewrightError &&
      error.code === 'option-invalid' &&
      /^(?:only|severity): no rule /.test(error.message);
    assert.throws(() => preflight(plain, { only: [name] }), isOurs);
    const severity = Object.fromEntries([[name, 'off'] as const]);
    assert.throws(() => preflight(plain, { severity }), isOurs);
  }
});

test('in a template, placeholders and absent recipients are no faults', () => {
  const template = true;
  for (const message of [
    withFields('Subject: x'),
    withFields('To:'),
    withFields('Bcc: bob@example.net'),
    withFields('To: {{email}}'),
    withFields('To: "{{name}}" <{{email}}>, {{other}}'),
    withFields('To: %TO%', 'Cc: *|CC|*', 'Reply-To: <%= reply %>'),
  ]) {
    assert.not.equal(spoken(message), [], message);
    assert.equal(spoken(message, { template }), [], message);
    assert.equal(spoken(message, { template, profile: 'ses-v2' }), [], message);
  }
  assert.equal(spoken(plain, { template, destinations: ['{{email}}'] }), []);
  const other = withFields('To: {{email}}, bob');
  assert.equal(spoken(other, { template }), ['address/missing-domain']);
});

test('an envelope stands in for destinations and source, and options go before it', () => {
  const octets = new Uint8Array(plain);
  const raw = { octets, envelope: { from: 'ann', to: ['bob'] } };
  const places = (given?: PreflightOptions) =>
    preflight(raw, given).findings.map(({ at }) => (at.in === 'option' ? at.option : at.field));
  assert.equal(places(), ['destinations', 'source']);
  assert.equal(places({ destinations: people(1) }), ['source']);
  assert.equal(places({ destinations: people(1), source: 'ann@example.com' }), []);
});

test('what is no message is a bad call', () => {
  const octets = new Uint8Array(plain);
  for (const [message, name] of [
    [null, 'message'],
    [undefined, 'message'],
    ['text', 'message'],
    [{}, 'message'],
    [{ octets: [] }, 'message'],
    [octets.buffer, 'message'],
    [{ octets }, 'envelope'],
    [{ octets, envelope: null }, 'envelope'],
    [{ octets, envelope: {} }, 'envelope: to'],
    [{ octets, envelope: { to: 'bob@example.net' } }, 'envelope: to'],
    [{ octets, envelope: { to: [null] } }, 'envelope: to[0]'],
    [{ octets, envelope: { to: [], from: 7 } }, 'envelope: from'],
    [{ octets, envelope: { to: [], cc: [] } }, 'envelope'],
  ] as const) {
    assert.throws(
      () => Reflect.apply(preflight, undefined, [message]),
      (error: unknown) => error instanceof MimewrightError && error.message.startsWith(name),
      name,
    );
  }
});

const MANY = 10_000;
const header = 'From: a@b.example\r\nTo: c@d.example\r\n';
const hostile: Readonly<Record<string, string>> = {
  recipients: `From: a@b.example\r\nTo: ${'Kim <kim@b.example>,\r\n '.repeat(MANY)}\r\n\r\n`,
  'bad recipients': `To: ${'k im@b.example,\r\n '.repeat(MANY)}\r\n\r\n`,
  'bad members': `To: ${'g: a b;'.repeat(MANY)}\r\n\r\n`,
  'a bad group': `To: g:${'zo\xeb@b,'.repeat(MANY)};\r\n\r\n`,
  'fields of addresses': 'To: zo\xeb@b\r\n'.repeat(MANY),
  'fields outside ASCII': `${header}${'X: \xe9\r\n'.repeat(MANY)}\r\n`,
  'NULs in addresses': 'To: a\0b@c\r\n'.repeat(MANY),
  'lines that are no fields': `${header}${'stray \xe9\r\nX: y\r\n'.repeat(MANY)}`,
  parts: `Content-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\n\r\n\xe9\r\n'.repeat(MANY)}`,
  levels: 'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n'.repeat(MANY),
  'one octet': 'x'.repeat(1_000_000),
  'one address': `To: ${'x'.repeat(1_000_000)}`,
  'CR only': 'xxxx\r'.repeat(10 * MANY),
  'signed names': `${header}DKIM-Signature: h=${'Date:'.repeat(MANY)}\r\n\r\n`,
  signatures: `${header}${'DKIM-Signature: h=Date:Bcc\r\n'.repeat(MANY)}\r\n`,
  'long fields': `${header}${`X: ${'y'.repeat(1000)}\r\n`.repeat(MANY / 10)}\r\n`,
};

test('time stays linear in thousands of anything (S14)', () => {
  for (const [name, message] of Object.entries(hostile)) {
    assertLinear(name, () => preflight(Buffer.from(message, 'latin1')));
  }
});

/** Every kind of part, with text that is hard to carry. */
const models = fc.record({
  from: arbitraries.mailbox,
  to: fc.array(arbitraries.mailbox, { minLength: 1, maxLength: 5 }),
  cc: fc.array(arbitraries.mailbox, { maxLength: 2 }),
  bcc: fc.array(arbitraries.mailbox, { maxLength: 2 }),
  subject: arbitraries.text,
  text: arbitraries.lines,
  html: fc.option(arbitraries.lines, { nil: undefined }),
  attachments: fc.array(
    fc.record({ content: arbitraries.octets, filename: arbitraries.filename }),
    { maxLength: 2 },
  ),
  note: arbitraries.text,
  date: fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
});

test('law: what the builder makes has no error or warning about form, in any profile (S8)', () => {
  fc.assert(
    fc.property(models, (model) => {
      let draft = compose()
        .from(model.from)
        .to(...model.to)
        .cc(...model.cc)
        .bcc(...model.bcc)
        .subject(model.subject)
        .text(model.text)
        .header('X-Note', model.note)
        .date(model.date);
      if (model.html !== undefined) draft = draft.html(model.html);
      for (const attachment of model.attachments) draft = draft.attach(attachment);
      const raw = draft.build();
      for (const profile of profiles) {
        for (const { rule, severity, message } of preflight(raw, { profile }).findings) {
          const isForm = rulesNamed(rule)[0]?.about === 'form';
          assert.not(isForm && severity !== 'info', `${rule}: ${message}`);
        }
      }
    }),
    { numRuns: 100 },
  );
});

test.run();
