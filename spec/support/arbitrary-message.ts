/** Arbitrary messages as specs: any member, any text, any octets. */

import fc from 'fast-check';
import type { AttachmentSpec, MessageSpec } from '../../lib/builder/message-spec.ts';
import { addrSpec, filename, lines, mailbox, octets, text } from '../../lib/testing/arbitraries.ts';

const list = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(item, { maxLength: 3 });
const address = fc.oneof(
  mailbox,
  fc.record({ group: text, members: list(mailbox) }, { noNullPrototype: true }),
);
const msgId = fc.stringMatching(/^[a-z0-9]{1,20}@[a-z0-9]{1,20}$/);
const encoding = fc.constantFrom('base64' as const, 'quoted-printable' as const);
const header = fc.record(
  { name: fc.constantFrom('X-A', 'X-B', 'x-a', 'Thread'), text },
  { noNullPrototype: true },
);
const body = fc.oneof(
  lines,
  fc.record(
    { content: lines, encoding, charset: fc.constant('utf-8') },
    { requiredKeys: ['content'], noNullPrototype: true },
  ),
);

/** Octets as JSON holds them, or text. */
const content = fc.oneof(
  lines,
  octets.map((all) => ({ base64: Buffer.from(all).toString('base64') })),
);
const type = fc.constantFrom('text/plain', 'text/x; a=b', 'application/x', 'image/png');

/** Names beside `.eml`, whose content must be a message. */
const attachment: fc.Arbitrary<AttachmentSpec> = fc.record(
  { content, filename, type, description: text, encoding, legacyNames: fc.boolean() },
  { requiredKeys: ['content', 'type'], noNullPrototype: true },
);

const member: { readonly [M in keyof MessageSpec]-?: fc.Arbitrary<NonNullable<MessageSpec[M]>> } = {
  from: mailbox,
  sender: mailbox,
  to: fc.oneof(addrSpec, list(address)),
  cc: list(address),
  bcc: list(mailbox),
  replyTo: mailbox,
  returnPath: mailbox,
  subject: text,
  date: fc
    .date({ min: new Date(0), max: new Date('2100'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  messageId: msgId,
  inReplyTo: fc.oneof(msgId, list(msgId)),
  references: list(msgId),
  priority: fc.constantFrom('high', 'normal', 'low'),
  listUnsubscribe: fc.constant({
    https: 'https://a.example/',
    mailto: 'a@b.example',
    oneClick: true,
  }),
  headers: list(header),
  ses: fc.constant({ tenant: 'a', tags: { a: 'b', c: 'd' } }),
  text: body,
  html: body,
  amp: lines,
  calendar: lines.map((rest) => ({
    content: `METHOD:X\r\nA:${rest}`,
    method: 'X',
    attachAs: 'x.ics',
  })),
  alternatives: list(
    fc.record(
      { type: fc.constantFrom('text/x', 'application/x'), content },
      { noNullPrototype: true },
    ),
  ),
  embed: fc.constantFrom(
    [],
    [{ cid: 'a', content: 'x', filename: 'ä' }],
    [
      { cid: 'a', content: 'x' },
      { cid: 'b@c', content: 'y' },
    ],
  ),
  attachments: list(attachment),
  messages: list(
    fc.constantFrom(
      { content: { base64: '' } },
      { content: { base64: 'RnJvbTogYUBiCgr8Cg==' }, filename: 'ä' },
    ),
  ),
};

/** Specs of messages that lack nothing: what each method takes, alone and beside all others. */
export const messageSpec: fc.Arbitrary<MessageSpec> = fc.record(member, {
  requiredKeys: ['from', 'html'],
  noNullPrototype: true,
});
