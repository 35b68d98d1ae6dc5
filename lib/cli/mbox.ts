/** The messages of an mbox file: RFC 4155, with quoted From lines as mboxrd has them. */

const LF = 0x0a;
const FROM = Buffer.from('From ');
const SEPARATOR = Buffer.from('\nFrom ');

/** Whether octets start like an mbox. */
export function isMbox(octets: Uint8Array): boolean {
  return octets.length >= FROM.length && FROM.compare(octets, 0, FROM.length) === 0;
}

/**
 * The messages in order, each without its From line, the blank line behind it, and one `>` of each
 * quoted From line. Octets before the first From line are no message.
 */
export function* mboxMessages(octets: Uint8Array): Generator<Buffer, void, undefined> {
  const box = Buffer.from(octets.buffer, octets.byteOffset, octets.length);
  let from = isMbox(box) ? 0 : nextFrom(box, 0);
  while (from !== undefined) {
    const lineEnd = box.indexOf(LF, from);
    const next = nextFrom(box, from);
    if (lineEnd === -1) return;
    yield unquoted(withoutBlankLine(box.subarray(lineEnd + 1, next)));
    from = next;
  }
}

/** A From line stands behind a blank line. */
function nextFrom(box: Buffer, from: number): number | undefined {
  for (let at = box.indexOf(SEPARATOR, from); at !== -1; at = box.indexOf(SEPARATOR, at + 1)) {
    const isBehindBlank = box[at - 1] === LF || (box[at - 1] === 0x0d && box[at - 2] === LF);
    if (isBehindBlank) return at + 1;
  }
  return undefined;
}

function withoutBlankLine(message: Buffer): Buffer {
  if (message.at(-1) !== LF) return message;
  const end = message.at(-2) === 0x0d ? message.length - 2 : message.length - 1;
  return message[end - 1] === LF ? message.subarray(0, end) : message;
}

function unquoted(message: Buffer): Buffer {
  if (!message.includes('>From ')) return message;
  return Buffer.from(message.toString('latin1').replace(/(^|\n)>(>*From )/g, '$1$2'), 'latin1');
}
