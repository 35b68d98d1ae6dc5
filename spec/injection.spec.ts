/** No string in any place adds a field, a line, a part or a recipient: it is carried, or refused. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compose } from '../lib/builder/compose.ts';
import type { MessageBuilder } from '../lib/builder/message-builder.ts';
import type { TextOptions } from '../lib/builder/options.ts';
import { MimewrightError } from '../lib/errors.ts';
import type { RawMessage } from '../lib/model/message.ts';
import { anyString } from '../lib/testing/arbitraries.ts';
import { assertSevenBitLines, type Skeleton, skeletonOf } from './support/wire.ts';

const test = suite('injection');

const base = compose()
  .from('ann@example.com')
  .to('bob@example.net')
  .subject('subject')
  .text('text')
  .html('html');

/** What puts a string into its place; the same calls, whatever the string. */
type Slot = (value: string) => MessageBuilder;

/** Strings that are text to mail. */
const textSlots: Readonly<Record<string, Slot>> = {
  subject: (value) => base.subject(value),
  'name of From': (name) => base.from({ name, address: 'ann@example.com' }),
  'name of To': (name) => base.without('To').to({ name, address: 'bob@example.net' }),
  'name of Sender': (name) => base.sender({ name, address: 'sam@example.com' }),
  'name of a group': (group) => base.cc({ group, members: ['cat@example.org'] }),
  'name within a group': (name) =>
    base.replyTo({ group: 'g', members: [{ name, address: 'cat@example.org' }] }),
  'text of a field': (value) => base.header('X-Note', value),
  'text of one more field': (value) => base.addHeader('X-More', value),
  filename: (filename) => base.attach({ filename, content: 'x', type: 'text/csv' }),
  'legacy filename': (filename) =>
    base.attach({ filename, content: 'x', type: 'text/csv', legacyNames: true }),
  description: (description) => base.attach({ description, content: 'x', type: 'text/csv' }),
  'filename of an embedded part': (filename) =>
    base.embed({ filename, cid: 'logo', content: 'x', type: 'image/png' }),
  'filename of a message': (filename) =>
    base.attachMessage(Buffer.from('Subject: x\r\n\r\ny'), { filename }),
  'plain text': (value) => base.text(value),
  html: (value) => base.html(value),
  alternative: (value) => base.alternative('text/markdown', value),
  'content of an attachment': (content) => base.attach({ content, type: 'text/csv' }),
  'an attached message': (value) => base.attachMessage(Buffer.from(value)),
};

/** Strings with a grammar of their own. */
const grammarSlots: Readonly<Record<string, Slot>> = {
  'a mailbox of From': (value) => base.from(value),
  'an address of From': (address) => base.from({ name: 'Ann', address }),
  'addresses of To': (value) => base.without('To').to(value),
  'an address of To': (address) => base.without('To').to({ address }),
  'a finished body': (value) => base.dangerousHeader('X-Note', value),
  'msg-id': (value) => base.messageId(value),
  'msg-ids': (value) => base.references(value),
  'List-Id': (value) => base.header('List-Id', value),
  'List-Help': (value) => base.header('List-Help', value),
  'List-Unsubscribe by mail': (mailto) => base.listUnsubscribe({ mailto }),
  'List-Unsubscribe by web': (https) => base.listUnsubscribe({ https, oneClick: true }),
  token: (value) => base.header('Precedence', value),
  'content id': (cid) => base.embed({ cid, content: 'x', type: 'image/png' }),
  'media type': (type) => base.attach({ content: 'x', type }),
  charset: (charset) => base.text('x', { charset }),
  'calendar method': (method) =>
    base.calendar(`BEGIN:VCALENDAR\r\nMETHOD:${method}\r\nEND:VCALENDAR\r\n`, { method }),
  'configuration set': (configurationSet) => base.ses({ configurationSet }),
  'a tag': (value) => base.ses({ tags: { campaign: value } }),
};

const HARMLESS: Readonly<Record<string, string>> = {
  'a mailbox of From': 'Ann <ann@example.com>',
  'an address of From': 'ann@example.com',
  'addresses of To': 'bob@example.net',
  'an address of To': 'bob@example.net',
  'an attached message': 'Subject: x\r\n\r\ny',
  'msg-id': 'a@b.example',
  'msg-ids': 'a@b.example',
  'List-Id': 'News <news.example.com>',
  'List-Help': 'https://example.com/',
  'List-Unsubscribe by mail': 'mailto:u@example.com',
  'List-Unsubscribe by web': 'https://example.com/u',
  'media type': 'application/json',
  charset: 'utf-8',
};

/** Seen in the wild, or made in their likeness. */
const SECURITY_STRINGS: readonly string[] = [
  ...['a\r\nBcc: x@evil.example', 'a\nBcc: x@evil.example', 'a\rBcc: x@evil.example'],
  ...['a\u0085b', 'a\u2028Bcc: x', 'a\r\n\r\n<html>', '"a@b.example" <c@d.example>'],
  ...['x@evil.example>, <y', 'a" <x@evil.example>, "b', 'a\\" <x@evil.example>', '(a'],
  ...['a, x@evil.example', 'Team: x@evil.example;', '=?utf-8?Q?a=0D=0ABcc:_x?=', 'a\u0000b'],
  ...['a"; name="b', 'a\r\nX: y', '\ud800', 'a"\r\nX: y', 'utf-8\r\nX: y', 'X:\r\nBcc', 'a\rb'],
  ...['\u560a\u560dBcc: x@evil.example', '\u760a\u760d', '\u010a\u010dX: y', '\r\r\n', '--=_'],
  ...[
    '"foo@x.example> ORCPT=admin@y.example"@z.example',
    'a@b@c.example',
    'a@b.example(x)c.example',
  ],
  ...[
    '=?utf-8?q?=40evil.com=00?=@b.example',
    "utf-8''a%0D%0ABcc:%20x",
    '__proto__',
    '\r\n.\r\n',
    '.',
  ],
];

/** The message, or undefined where the string was refused; any other error is a failure. */
function attempt(slot: Slot, value: string): RawMessage | undefined {
  try {
    return slot(value).build();
  } catch (error) {
    assert.instance(error, MimewrightError);
    return undefined;
  }
}

function shape({ octets }: RawMessage): Skeleton {
  return skeletonOf(Buffer.from(octets).toString('latin1'));
}

for (const [name, slot] of Object.entries({ ...textSlots, ...grammarSlots })) {
  test(`law: ${name} makes the message that a harmless string makes, or is refused (H6)`, () => {
    const harmless = attempt(slot, HARMLESS[name] ?? 'x');
    assert.ok(harmless, 'the harmless string was refused');
    const due = harmless && shape(harmless);
    fc.assert(
      fc.property(anyString, (value) => {
        const message = attempt(slot, value);
        if (message === undefined) return;
        assertSevenBitLines(message.octets);
        assert.equal(shape(message), due);
        if (name in textSlots) assert.equal(message.envelope, harmless?.envelope);
      }),
      { numRuns: 100, examples: SECURITY_STRINGS.map((value) => [value]) },
    );
  });
}

test('law: a field name is a field name, or is refused (H7)', () => {
  const due = shape(base.header('X-Note', 'x').build());
  fc.assert(
    fc.property(anyString, (name) => {
      const message = attempt((value) => base.header(value, 'x'), name);
      if (message === undefined) return;
      assertSevenBitLines(message.octets);
      const fieldNames = due.fieldNames.map((one) => (one === 'X-Note' ? name : one));
      assert.equal(shape(message), { ...due, fieldNames });
    }),
    {
      numRuns: 200,
      examples: [...SECURITY_STRINGS, '', 'X-A\r\nBcc', 'X:', ' X', 'é'].map((s) => [s]),
    },
  );
});

test('own keys of option objects are names, not prototypes', () => {
  const options: TextOptions = JSON.parse('{"__proto__": {"encoding": "base64"}}');
  assert.throws(
    () => base.text('x', options),
    (error: unknown) => error instanceof MimewrightError && error.code === 'option-invalid',
  );
});

test.run();
