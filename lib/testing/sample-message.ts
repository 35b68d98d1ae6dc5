/** Arbitrary neutral messages, for laws of whole messages. */

import fc from 'fast-check';
import { filename, lines, octets, text } from './arbitraries.ts';
import type { SampleAttachment, SampleField, SampleMailbox, SampleMessage } from './sender.ts';

/** A message that every sender writes; laws change one member of it. */
export const plainMessage: SampleMessage = {
  from: { name: 'Ann', address: 'ann@example.com' },
  to: [{ name: 'Bob', address: 'bob@example.net' }],
  cc: [],
  bcc: [],
  subject: 'Hello',
  text: 'Hello',
  attachments: [],
  fields: [],
};

/** A text without a charset is ASCII; its line ends are octets like all others. */
const asciiLines = lines.map((content) => Buffer.from(content.replace(/[^\t\r\n -~]/g, 'x')));

const attachment: fc.Arbitrary<SampleAttachment> = fc
  .tuple(
    filename,
    fc.oneof(
      fc.tuple(fc.constantFrom('application/octet-stream', 'image/png'), octets),
      fc.tuple(fc.constantFrom('text/plain', 'text/csv'), asciiLines),
    ),
  )
  .map(([name, [type, content]]) => ({ filename: name, type, content }));

const field: fc.Arbitrary<SampleField> = fc.record(
  { name: fc.constantFrom('X-Note', 'X-Campaign', 'Comments'), text },
  { noNullPrototype: true },
);

/** What every sender takes; of harder ones, a law of addresses tells. */
export const plainAddress: fc.Arbitrary<string> = fc
  .tuple(
    fc.stringMatching(/^[a-z]{1,8}(?:[.+_-][a-z0-9]{1,8}){0,2}$/),
    fc.constantFrom('example.com', 'xn--bcher-kva.example', 'a.b-c.example'),
  )
  .map((parts) => parts.join('@'));

const mailbox: fc.Arbitrary<SampleMailbox> = fc.record(
  { name: text, address: plainAddress },
  { requiredKeys: ['address'], noNullPrototype: true },
);

const content = lines.filter((all) => all !== '');

/** Any message that a sender has to carry: every text is well-formed, every address correct. */
export const sampleMessage: fc.Arbitrary<SampleMessage> = fc.record(
  {
    from: mailbox,
    to: fc.array(mailbox, { minLength: 1, maxLength: 3 }),
    cc: fc.array(mailbox, { maxLength: 2 }),
    bcc: fc.array(mailbox, { maxLength: 2 }),
    subject: text,
    text: content,
    html: content,
    attachments: fc.array(attachment, { maxLength: 2 }),
    fields: fc.uniqueArray(field, { maxLength: 2, selector: ({ name }) => name }),
  },
  {
    requiredKeys: ['from', 'to', 'cc', 'bcc', 'subject', 'text', 'attachments', 'fields'],
    noNullPrototype: true,
  },
);
