/** The parts of a sender that it does not show, taken out of messages that it builds. */

import type { Entity } from '../reader/entity.ts';
import { read } from '../reader/read.ts';
import { leavesOf, octetsOf } from './readings.ts';
import { plainMessage } from './sample-message.ts';
import type { SampleMessage, Sender } from './sender.ts';

/** Thrown where a built message does not hold what was looked for, since the sender chose another way. */
export class NotWritten extends Error {}

/** The sender with each part that its messages can show. */
export function withDerivedParts(sender: Sender): Sender {
  const { build } = sender;
  if (build === undefined) return sender;
  const built = async (change: Partial<SampleMessage>): Promise<Built> => {
    const octets = octetsOf(await build({ ...plainMessage, ...change }));
    return { octets, root: read(octets) };
  };
  return {
    encodeBase64: async (content) =>
      bodyUnder('base64', 1, await built({ attachments: [{ ...attachment, content }] })),
    encodeQuotedPrintable: async (text) => bodyUnder('quoted-printable', 0, await built({ text })),
    encodedWords: async (subject) => bodyOf('Subject', await built({ subject })),
    formatMailbox: async (mailbox) => bodyOf('To', await built({ to: [mailbox] })),
    formatParameter: async (name, value) => {
      if (name !== 'filename') throw new NotWritten();
      return filenameIn(await built({ attachments: [{ ...attachment, filename: value }] }));
    },
    ...sender,
  };
}

interface Built {
  readonly octets: Buffer;
  readonly root: Entity;
}

const attachment = {
  filename: 'x.bin',
  type: 'application/octet-stream',
  content: Buffer.from('x'),
};

/** The encoded body of a leaf under that encoding: the text is the first, an attachment the second. */
function bodyUnder(encoding: string, at: number, { octets, root }: Built): Uint8Array {
  const leaf = leavesOf(root)[at];
  if (leaf?.transferEncoding !== encoding) throw new NotWritten();
  return octets.subarray(leaf.body.start, leaf.body.end);
}

/** The body of a field as it stands, folds and all. */
function bodyOf(name: string, { octets, root }: Built): string {
  const { bodySpan } = root.field(name) ?? {};
  if (bodySpan === undefined) throw new NotWritten();
  return octets.toString('utf8', bodySpan.start, bodySpan.end);
}

function filenameIn({ octets, root }: Built): string {
  const field = [...root.walk()].findLast(({ filename }) => filename !== undefined);
  const { bodySpan } = field?.field('Content-Disposition') ?? {};
  if (bodySpan === undefined) throw new NotWritten();
  const body = octets.toString('utf8', bodySpan.start, bodySpan.end);
  return body.slice(body.indexOf(';') + 1);
}
