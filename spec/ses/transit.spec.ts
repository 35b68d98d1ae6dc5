/** Transit: what changes on the way through SES, and all that does not. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compose } from '../../lib/builder/compose.ts';
import { composeFrom } from '../../lib/builder/compose-from.ts';
import { rewrittenField } from '../../lib/carrier/rewritten-fields.ts';
import type { Entity } from '../../lib/reader/entity.ts';
import { read } from '../../lib/reader/read.ts';
import { transit } from '../../lib/ses/transit.ts';
import type { TransitOptions } from '../../lib/ses/transit-options.ts';
import { messageSpec } from '../support/arbitrary-message.ts';
import { plain, throwing, untyped } from '../support/built-message.ts';
import { fixtures } from '../support/fixture.ts';
import { anyMessage } from '../support/messages.ts';
import { readWithMailparser, readWithPostalMime } from '../support/readers.ts';

const test = suite('ses/transit');

const foreign: readonly Buffer[] = [...fixtures('base'), ...fixtures('foreign')].map(
  ([, octets]) => octets,
);

const choice: fc.Arbitrary<TransitOptions> = fc.record(
  {
    now: fc.constant(new Date('2026-11-23T10:00:00Z')),
    messageId: fc.constantFrom('0100018f-abc-000000', '<whole@example.com>'),
    region: fc.constantFrom('us-east-1', 'eu-west-1'),
    tracking: fc.boolean(),
    listManagement: fc.boolean(),
    signingDomain: fc.constantFrom('example.com', 'bücher.example'),
    mailFrom: fc.constant('bounce.example.com'),
    bcc: fc.constantFrom('kept' as const, 'removed' as const),
    feedbackId: fc.constantFrom('kept' as const, 'replaced' as const),
    lineEnds: fc.constantFrom('crlf' as const, 'kept' as const),
  },
  { requiredKeys: [], noNullPrototype: true },
);

/** Whatever the octets, tracking and list management aside. */
const quiet: fc.Arbitrary<TransitOptions> = choice.map(
  ({ tracking: _, listManagement: __, ...rest }) => rest,
);

/** Header sections of what SES touches, with line ends of every kind, and a body. */
const touched: fc.Arbitrary<Uint8Array> = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        ...['Date: x', 'Message-ID: <a@b>', 'Return-Path: <a@b>', 'Bounces-To: a@b', 'Bcc: a@b'],
        ...[
          'X-SES-TENANT: a',
          'x-ses-message-tags : ses:feedback-id-b=c, d=e',
          'X-SES-Outgoing: x',
        ],
        ...[
          'X-SES-LIST-MANAGEMENT-OPTIONS: l;\r\n topic=t',
          'X-SES-SOURCE-ARN:',
          'Feedback-ID: a:b',
        ],
        ...['Feedback-ID: c:d:1.eu-west-1.x:AmazonSES', 'Subject: x', 'List-Unsubscribe: <a:b>'],
        ...['DKIM-Signature: s=mimewright-placeholder; b=x', 'Content-Type: text/html', 'none', ''],
      ),
      fc.constantFrom('\r\n', '\r\n', '\n', '\r', ''),
    ),
    { maxLength: 12 },
  )
  .map((lines) => Buffer.from(lines.flat().join('')));

const octetsToSend: fc.Arbitrary<Uint8Array> = fc.oneof(anyMessage, touched);

function latin1(octets: Uint8Array): string {
  return Buffer.from(octets).toString('latin1');
}

/** The octets of a message as SES is taken to read them. */
function withCrlf(octets: Uint8Array): Buffer {
  return Buffer.from(latin1(octets).replace(/(?<!\r)\n/g, '\r\n'), 'latin1');
}

function bodyOf(octets: Uint8Array, { body } = read(octets)): string {
  return latin1(octets.subarray(body.start, body.end));
}

/** The fields that SES has nothing to do with, octet for octet but for the end of the last line. */
function untouched(octets: Uint8Array): readonly string[] {
  return read(octets)
    .fields.filter(({ lowerName }) => lowerName === 'bcc' || !rewrittenField(lowerName))
    .map(({ span }) => latin1(octets.subarray(span.start, span.end)).replace(/[\r\n]+$/, ''))
    .filter((field) => !field.includes('s=mimewright-placeholder;'));
}

/** Name and body of each field, in order. */
function fieldLines(octets: Uint8Array): readonly string[] {
  return read(octets).fields.map((field) => `${field.name}:${field.unfolded()}`);
}

function bodiesOf(name: string, octets: Uint8Array): readonly string[] {
  return read(octets)
    .fieldsNamed(name)
    .map((field) => field.unfolded().trim());
}

test('what SES writes stands in place of what the author wrote, and the order stays', () => {
  const sent = Buffer.from(
    [
      'Return-Path: <ann@example.com>',
      'message-id: <own@example.com>',
      'From: ann@example.com',
      'Date: Mon, 1 Jan 2024',
      ' 10:00:00 +0100',
      'X-SES-CONFIGURATION-SET: receipts',
      'Subject: Hello',
      'x-ses-message-tags: kind=receipt, ses:feedback-id-a=spring',
      'X-Own: kept',
      '',
      'Hello',
      '',
    ].join('\r\n'),
  );
  const now = new Date('2026-11-23T10:00:00Z');
  const received = transit(sent, { now, messageId: '0100-abc', region: 'eu-west-1' });
  assert.equal(
    fieldLines(received).filter((line) => !line.startsWith('DKIM-Signature:')),
    [
      'Return-Path: <0100-abc@eu-west-1.amazonses.com>',
      'Message-ID: <0100-abc@eu-west-1.amazonses.com>',
      'From: ann@example.com',
      'Date: Mon, 23 Nov 2026 10:00:00 +0000',
      'Subject: Hello',
      'X-Own: kept',
      'X-SES-Outgoing: 2026.11.23-192.0.2.1',
      'Feedback-ID: spring::1.eu-west-1.mimewright-placeholder:AmazonSES',
    ],
  );
  assert.is(bodyOf(received), 'Hello\r\n');
});

test('without options all that SES alone knows is a placeholder', () => {
  const received = transit(plain.toBuffer());
  assert.equal(bodiesOf('message-id', received), ['<mimewright-placeholder@email.amazonses.com>']);
  assert.equal(bodiesOf('return-path', received), ['<mimewright-placeholder@amazonses.com>']);
  assert.equal(bodiesOf('date', received), ['Thu, 1 Jan 1970 00:00:00 +0000']);
});

test('a custom MAIL FROM domain and a whole msg-id are taken as they are', () => {
  const received = transit(plain.toBuffer(), {
    messageId: '<a.b@mail.example>',
    mailFrom: 'Bounce.Example.com',
  });
  assert.equal(bodiesOf('message-id', received), ['<a.b@mail.example>']);
  assert.equal(bodiesOf('return-path', received), ['<a.b@bounce.example.com>']);
});

test('SES signs for itself, and for the domain of the identity; neither is a signature', () => {
  const sent = plain.header('X-Own', 'x').toBuffer();
  const [identity = '', carrier = ''] = bodiesOf(
    'dkim-signature',
    transit(sent, { signingDomain: 'example.com' }),
  );
  const domain = (signature: string): string | undefined => /d=([^;]*);/.exec(signature)?.[1];
  assert.equal([identity, carrier].map(domain), ['example.com', 'amazonses.com']);
  assert.is(bodiesOf('dkim-signature', transit(sent)).length, 1);
  assert.match(carrier, /b=mimewright\/PLACEHOLDER\/not\/a\/signature/);
  assert.match(carrier, /date: feedback-id;/);
  assert.not.match(identity, /feedback-id|x-own/);
});

test("the author's own signature and Feedback-ID stay, unless said otherwise", () => {
  const fields = 'DKIM-Signature: v=1; d=example.com; s=x; b=\r\nFeedback-ID: a:b:c:shop\r\n';
  const sent = Buffer.from(`${fields}From: a@b.example\r\n\r\n`);
  const received = transit(sent);
  assert.ok(latin1(received).includes(fields));
  assert.equal(bodiesOf('feedback-id', received), ['a:b:c:shop']);
  const replaced = bodiesOf('feedback-id', transit(sent, { feedbackId: 'replaced' }));
  assert.equal(replaced, ['::1.us-east-1.mimewright-placeholder:AmazonSES']);
});

test('Bcc stays, unless said otherwise', () => {
  const sent = Buffer.from('From: a@b.example\r\nBcc: c@d.example\r\n\r\n');
  assert.equal(bodiesOf('bcc', transit(sent)), ['c@d.example']);
  assert.equal(bodiesOf('bcc', transit(sent, { bcc: 'removed' })), []);
});

test('LF becomes CRLF, unless said otherwise; a bare CR never does', () => {
  const sent = Buffer.from('From: a@b.example\n\na\nb\rc\n');
  assert.is(bodyOf(transit(sent)), 'a\r\nb\rc\r\n');
  assert.is(bodyOf(transit(sent, { lineEnds: 'kept' })), 'a\nb\rc\n');
});

test('a byte order mark before the fields stays before them, and a second transit changes nothing', () => {
  const received = transit(Buffer.from('\ufeffFrom: a@b.example\r\n\r\nx'));
  assert.match(latin1(received), /^\xef\xbb\xbfReturn-Path: /);
  assert.is(latin1(transit(received)), latin1(received));
});

test('list management replaces List-Unsubscribe and the first two markers of a part', () => {
  const marker = '{{amazonSESUnsubscribeUrl}}';
  const sent = plain
    .listUnsubscribe({ https: 'https://a.example/', oneClick: true })
    .text(`${marker} ${marker} ${marker}`)
    .toBuffer();
  const url = 'https://mimewright-placeholder.invalid/unsubscribe';
  const received = transit(sent, { listManagement: true });
  assert.equal(bodiesOf('list-unsubscribe', received), [`<${url}>`]);
  assert.equal(bodiesOf('list-unsubscribe-post', received), ['List-Unsubscribe=One-Click']);
  assert.is(read(received).text?.trimEnd(), `${url} ${url} ${marker}`);
  assert.is(read(transit(sent)).text?.trimEnd(), `${marker} ${marker} ${marker}`);
});

test('bad calls throw', () => {
  const octets = plain.toBuffer();
  const call = (options: unknown) => () => transit(octets, untyped(options));
  assert.throws(() => transit(untyped('x')), throwing('value-type', /^octets/));
  assert.throws(call({ date: 1 }), throwing('option-invalid', /no member "date"/));
  assert.throws(call({ now: undefined }), throwing('value-missing', /^now/));
  assert.throws(call({ now: 'x' }), throwing('value-type', /^now/));
  assert.throws(call({ now: new Date(Number.NaN) }), throwing('date-invalid', /^now/));
  assert.throws(call({ messageId: 'a b' }), throwing('msg-id-syntax', /messageId/));
  assert.throws(call({ messageId: 'a@b c@d' }), throwing('msg-id-syntax', /more than one/));
  assert.throws(call({ messageId: 'a'.repeat(513) }), throwing('msg-id-syntax', /too long/));
  assert.throws(call({ messageId: 'a\r\nB: c' }), throwing('msg-id-syntax', /messageId/));
  assert.throws(call({ region: 'moon' }), throwing('option-invalid', /region.*"moon"/));
  assert.throws(call({ tracking: 1 }), throwing('value-type', /^tracking/));
  assert.throws(call({ signingDomain: 'a b' }), throwing('domain-syntax', /^signingDomain/));
  assert.throws(call({ mailFrom: '[127.0.0.1]' }), throwing('domain-syntax', /^mailFrom/));
  assert.throws(call({ bcc: 'x' }), throwing('option-invalid', /bcc.*kept, removed/));
});

test('law: whatever the octets, a transit gives the same octets, and a second one changes nothing', () => {
  fc.assert(
    fc.property(octetsToSend, choice, (octets, options) => {
      const received = transit(octets, options);
      assert.equal(transit(octets, options), received);
      assert.is(latin1(transit(received, options)), latin1(received));
    }),
    { numRuns: 500 },
  );
});

test('law: whatever the octets, each field that SES writes is there once, and none that it reads', () => {
  fc.assert(
    fc.property(octetsToSend, choice, (octets, options) => {
      const root = read(transit(octets, options));
      for (const name of ['return-path', 'message-id', 'date', 'x-ses-outgoing']) {
        assert.is(root.fieldsNamed(name).length, 1, name);
      }
      assert.ok(root.field('feedback-id'));
      for (const { lowerName } of root.fields) {
        assert.ok(
          lowerName === 'bcc' || rewrittenField(lowerName)?.change !== 'removed',
          lowerName,
        );
      }
    }),
    { numRuns: 500 },
  );
});

test('law: whatever the octets, the body and every other field stay octet for octet', () => {
  fc.assert(
    fc.property(octetsToSend, quiet, (octets, options) => {
      const sent = options.lineEnds === 'kept' ? octets : withCrlf(octets);
      const received = transit(octets, { ...options, bcc: 'kept' });
      assert.is(bodyOf(received), bodyOf(sent));
      const kept = (fields: readonly string[]) =>
        fields.filter((field) => !/^feedback-id/i.test(field));
      assert.equal(kept(untouched(received)), kept(untouched(sent)));
    }),
    { numRuns: 500 },
  );
});

test('law: of a built message no octet outside the fields of SES changes', () => {
  fc.assert(
    fc.property(messageSpec, quiet, (spec, options) => {
      const sent = composeFrom(spec).toBuffer();
      const received = transit(sent, { ...options, bcc: 'kept' });
      assert.is(bodyOf(received), bodyOf(sent));
      assert.equal(untouched(received), untouched(sent));
    }),
    { numRuns: 100 },
  );
});

test('transit shares no memory with the message', () => {
  const sent = Buffer.from('From: a@b.example\r\n\r\nx');
  const received = transit(sent);
  sent.fill(0);
  assert.is(bodyOf(received), 'x');
});

test('independent readers read the same before and after', async () => {
  for (const read of [readWithPostalMime, readWithMailparser]) {
    for (const sent of fixtures('base').map(([, octets]) => octets)) {
      const received = transit(sent);
      const [before, after] = [await read(sent), await read(received)];
      const { date: _, messageId: __, ...rest } = before;
      const { date: ___, messageId: ____, ...others } = after;
      assert.equal(others, rest);
    }
  }
});

/** The texts of a message, one a leaf. */
function texts(root: Entity): readonly string[] {
  return [...root.walk()].flatMap(({ text }) => text ?? []);
}

const PIXEL = /<img alt="" src="https:\/\/mimewright-placeholder\.invalid\/open" style="[^"]*">/g;
const LINK = /https:\/\/mimewright-placeholder\.invalid\/click\/([^"'\s>]*)/g;

/** With pixel and redirects undone. */
function undone(text: string): string {
  return text
    .replace(PIXEL, '')
    .replace(LINK, (_, url: string) => decodeURIComponent(url).replaceAll('&', '&amp;'));
}

test('law: with tracking on, texts are those that were sent, but for the pixel and the links', () => {
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...foreign), anyMessage), (octets) => {
      const sent = withCrlf(octets);
      const received = transit(sent, { tracking: true });
      assert.equal(texts(read(received)).map(undone), texts(read(sent)).map(undone));
    }),
    { numRuns: 300 },
  );
});

const links = fc
  .array(
    fc.constantFrom(
      ...['<a href="https://a.example/?a=1&amp;b=2">', "<A HREF='http://b.example/é'>", 'ü', ' '],
      ...[
        '<a ses:no-track href=https://c.example>',
        '<a\r\nhref=https://d.example/x>',
        '</a>',
        '\r\n',
      ],
      ...['<!-- <a href="https://e.example"> -->', '<img alt="<a href=\'http://f.example\'>">'],
      ...['</body>', '<a href="mailto:a@b.example">', 'x'.repeat(200)],
    ),
    { maxLength: 20 },
  )
  .map((pieces) => pieces.join(''));

test('law: built HTML keeps all but its tracked links, in every encoding', () => {
  fc.assert(
    fc.property(links, fc.constantFrom('base64', 'quoted-printable'), (html, encoding) => {
      const sent = compose()
        .from('a@b.example')
        .text('plain https://a.example')
        .html(html, {
          encoding: encoding === 'base64' ? 'base64' : 'quoted-printable',
        });
      const octets = sent.toBuffer();
      const received = read(transit(octets, { tracking: true }));
      assert.equal(texts(received).map(undone), texts(read(octets)));
      assert.equal(received.allDefects(), []);
      assert.is(texts(received).join('').match(PIXEL)?.length, 1);
    }),
    { numRuns: 300 },
  );
});

test.run();
