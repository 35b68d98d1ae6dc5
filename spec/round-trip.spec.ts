/** What was written is read: every message model, through the encoder and back. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { encodeMessage } from '../lib/encoder/encode.ts';
import { parseAddrSpec } from '../lib/header/addr-spec.ts';
import { parseMsgIds } from '../lib/header/msg-id.ts';
import type { ParsedMailbox } from '../lib/header/parsed-address.ts';
import { parseUri } from '../lib/header/uri.ts';
import type { Field } from '../lib/model/field.ts';
import type { Address, Mailbox } from '../lib/model/mailbox.ts';
import type { AttachedMessage, Leaf, Message, Multipart, Part } from '../lib/model/message.ts';
import type { Entity } from '../lib/reader/entity.ts';
import type { HeaderField } from '../lib/reader/header-field.ts';
import { read } from '../lib/reader/read.ts';
import { serialize } from '../lib/serializer/serialize.ts';
import * as arbitrary from '../lib/testing/arbitraries.ts';
import { canonicalText } from '../lib/transfer/canonical-text.ts';

const test = suite('round-trip');

const mailbox: fc.Arbitrary<Mailbox> = arbitrary.mailbox.map(({ name, address }) => ({
  kind: 'mailbox',
  ...(name !== undefined && { name }),
  address: parseAddrSpec(address),
}));

const address: fc.Arbitrary<Address> = fc.oneof(
  mailbox,
  fc.record(
    {
      kind: fc.constant('group' as const),
      name: arbitrary.text,
      members: fc.array(mailbox, { maxLength: 3 }),
    },
    { noNullPrototype: true },
  ),
);

const msgId = fc
  .stringMatching(/^[a-z0-9.]{1,30}@[a-z0-9]{1,20}$/)
  .filter((id) => !/^\.|\.\.|\.@/.test(id));

const field: fc.Arbitrary<Field> = fc.oneof(
  fc.record({
    name: fc.constantFrom('Subject', 'X-Note', 'Comments'),
    kind: fc.constant('text' as const),
    text: arbitrary.text,
  }),
  fc.record({
    name: fc.constantFrom('From', 'To', 'Reply-To', 'Resent-To'),
    kind: fc.constant('addresses' as const),
    addresses: fc.array(address, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    name: fc.constantFrom('In-Reply-To', 'References'),
    kind: fc.constant('msg-ids' as const),
    ids: fc
      .array(msgId, { minLength: 1, maxLength: 4 })
      .map((ids) => parseMsgIds(ids.join(' '), '')),
  }),
  fc.record({
    name: fc.constant('Date'),
    kind: fc.constant('date' as const),
    date: fc.date({
      min: new Date('1900-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    }),
  }),
  fc.record({
    name: fc.constant('List-Unsubscribe'),
    kind: fc.constant('uris' as const),
    uris: fc
      .array(fc.webUrl({ withQueryParameters: true }), { minLength: 1, maxLength: 3 })
      .map((uris) => uris.map((uri) => parseUri(uri, ''))),
  }),
);

const type = fc.constantFrom(
  { type: 'text', subtype: 'plain' },
  { type: 'text', subtype: 'html' },
  { type: 'application', subtype: 'octet-stream' },
  { type: 'image', subtype: 'png' },
);

const parameters = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom('charset', 'format', 'x-note'),
    value: arbitrary.text,
  }),
  { selector: ({ name }) => name, maxLength: 2 },
);

const disposition = fc.record(
  { type: fc.constantFrom('inline' as const, 'attachment' as const), filename: arbitrary.filename },
  { requiredKeys: ['type'], noNullPrototype: true },
);

const leaf: fc.Arbitrary<Leaf> = fc
  .record(
    {
      kind: fc.constant('leaf' as const),
      mediaType: fc
        .tuple(type, parameters)
        .map(([names, list]) => ({ ...names, parameters: list })),
      isText: fc.boolean(),
      content: arbitrary.octets,
      disposition,
      contentId: fc.constantFrom('logo', 'logo@host'),
      description: arbitrary.text,
    },
    { requiredKeys: ['kind', 'mediaType', 'isText', 'content'], noNullPrototype: true },
  )
  .map((one) =>
    one.isText
      ? { ...one, content: Buffer.from(canonicalText(Buffer.from(one.content).toString())) }
      : one,
  );

const attachedMessage: fc.Arbitrary<AttachedMessage> = fc.record(
  {
    kind: fc.constant('message' as const),
    octets: fc.constant(Buffer.from('Subject: inner\r\n\r\nhello\r\n')),
    disposition,
  },
  { noNullPrototype: true },
);

const { part } = fc.letrec<{ part: Part; multipart: Multipart }>((tie) => ({
  part: fc.oneof({ depthSize: 'small' }, leaf, attachedMessage, tie('multipart')),
  multipart: fc.record({
    kind: fc.constant('multipart' as const),
    subtype: fc.constantFrom('mixed' as const, 'related' as const, 'alternative' as const),
    parts: fc.array(tie('part'), { minLength: 1, maxLength: 4 }),
  }),
}));

const message: fc.Arbitrary<Message> = fc.record({
  fields: fc.array(field, { maxLength: 5 }),
  body: part,
});

test('law: a message that is written and read is the same message (S7)', () => {
  fc.assert(
    fc.property(message, (model) => {
      const root = read(serialize(encodeMessage(model)));
      const fields = root.fields.filter(({ lowerName }) => !/^(content|mime)-/.test(lowerName));
      const kinds = model.fields.map(({ kind }) => kind);
      assert.equal(
        fields.map((field, at) => [field.name, asRead(field, kinds[at])]),
        model.fields.map((field) => [field.name, asWritten(field)]),
      );
      assertPart(root, model.body);
    }),
    { numRuns: 200 },
  );
});

/** What the model above may say that is no good mail: any charset, a name of blanks, a short cid. */
const saidByTheModel = /^(charset-.*|display-name-empty|msg-id-no-domain|no-final-crlf)$/;

test('law: what is written is read without a defect', () => {
  fc.assert(
    fc.property(message, (model) => {
      const found = read(serialize(encodeMessage(model))).allDefects();
      assert.equal(
        found.filter(({ code }) => !saidByTheModel.test(code)),
        [],
      );
    }),
    { numRuns: 200 },
  );
});

function asWritten(field: Field): unknown {
  if (field.kind === 'text') return field.text;
  if (field.kind === 'addresses') return field.addresses;
  if (field.kind === 'msg-ids') return field.ids;
  if (field.kind === 'uris') return field.uris;
  if (field.kind === 'date') return Math.floor(field.date.getTime() / 1000) * 1000;
  throw new Error(`no arbitrary makes ${field.kind}`);
}

function asRead(field: HeaderField, kind: Field['kind'] | undefined): unknown {
  if (kind === 'text') return field.text;
  if (kind === 'addresses') return field.addresses.map(comparableAddress);
  if (kind === 'msg-ids') return field.msgIds.map(({ id }) => id);
  if (kind === 'uris') return field.uris.map(({ uri }) => uri);
  return field.date?.date.getTime();
}

function comparableAddress(address: HeaderField['addresses'][number]): unknown {
  if (address.kind === 'mailbox') return comparableMailbox(address);
  const { kind, name, members } = address;
  return { kind, name, members: members.map(comparableMailbox) };
}

function comparableMailbox({ kind, name, address }: ParsedMailbox): unknown {
  return name === undefined ? { kind, address } : { kind, name, address };
}

function assertPart(entity: Entity | undefined, written: Part): void {
  assert.ok(entity);
  if (written.kind === 'multipart') {
    assert.is(entity.mediaType.essence, `multipart/${written.subtype}`);
    assert.is(entity.parts.length, written.parts.length);
    for (const [at, child] of written.parts.entries()) assertPart(entity.parts[at], child);
    return;
  }
  assert.is(entity.disposition?.type, written.disposition?.type);
  assert.is(entity.filename, written.disposition?.filename);
  assert.is(entity.field('Content-Description')?.text, written.description);
  if (written.kind === 'message') {
    assert.is(entity.mediaType.essence, 'message/rfc822');
    assert.ok(Buffer.from(entity.octets()).equals(written.octets));
    return;
  }
  const { mediaType, content, contentId } = written;
  assert.is(entity.mediaType.essence, `${mediaType.type}/${mediaType.subtype}`);
  for (const { name, value } of mediaType.parameters) {
    assert.is(entity.mediaType.parameters.find((one) => one.name === name)?.value, value);
  }
  assert.is(entity.contentId, contentId);
  assert.equal(
    Buffer.from(entity.octets()).toString('latin1'),
    Buffer.from(content).toString('latin1'),
  );
}

test.run();
