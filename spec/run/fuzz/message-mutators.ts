/** Mutators of whole messages: put together, put into each other, encoded: RFC 2045, RFC 2046. */

import { anyPlace, type Mutator, replaced } from './mutator.ts';
import type { Random } from './random.ts';

/** The start of one message and the end of another. */
const splice: Mutator = (octets, { random, other }) => {
  const foreign = other();
  const [head, tail] = [anyPlace(octets, random), anyPlace(foreign, random)];
  return Buffer.concat([octets.subarray(0, head), foreign.subarray(tail)]);
};

const insertForeignStretch: Mutator = (octets, { random, other }) => {
  const foreign = other();
  const from = anyPlace(foreign, random);
  const at = anyPlace(octets, random);
  const stretch = foreign.subarray(from, from + random.length(400));
  return replaced(octets, at, at, stretch);
};

const wrapAsMessage: Mutator = (octets, { random }) => {
  const [encoding, content] = random.onceIn(3)
    ? anyEncoding(octets, random)
    : (['8bit', octets] as const);
  const fields = `Content-Type: message/rfc822\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`;
  return Buffer.concat([Buffer.from(fields), content]);
};

const wrapAsPart: Mutator = (octets, { random, other }) => {
  const boundary = random.pick(['x', 'x', '=_1', 'x--', 'a b', `n${random.below(1000)}`]);
  const subtype = random.pick(['mixed', 'alternative', 'related', 'digest', 'signed', 'report']);
  const foreign = random.onceIn(2) ? [`\r\n--${boundary}\r\n`, other()] : [];
  const close = random.onceIn(4) ? '' : `\r\n--${boundary}--\r\n`;
  return Buffer.concat(
    [
      `Content-Type: multipart/${subtype}; boundary="${boundary}"\r\n\r\n--${boundary}\r\n`,
      octets,
      ...foreign,
      close,
    ].map((piece) => Buffer.from(piece)),
  );
};

/** Encodes what stands behind some empty line, and says so before it. */
const encodeBody: Mutator = (octets, { random }) => {
  const emptyLine = octets.indexOf('\r\n\r\n', anyPlace(octets, random));
  if (emptyLine === -1) return octets;
  const [encoding, content] = anyEncoding(octets.subarray(emptyLine + 4), random);
  const field = `\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`;
  return Buffer.concat([octets.subarray(0, emptyLine), Buffer.from(field), content]);
};

function anyEncoding(octets: Buffer, random: Random): readonly [name: string, content: Buffer] {
  if (random.onceIn(2)) {
    const lines = octets.toString('base64').replace(/.{76}/g, '$&\r\n');
    return ['base64', Buffer.from(lines)];
  }
  const escaped = octets
    .toString('latin1')
    .replace(/[^\r\n\t -<>-~]/g, (octet) => `=${octet.charCodeAt(0).toString(16).padStart(2, '0')}`)
    .replace(/[^\r\n]{70}(?=[^\r\n]{3})/g, '$&=\r\n');
  return ['quoted-printable', Buffer.from(escaped)];
}

export const messageMutators: Readonly<Record<string, Mutator>> = {
  splice,
  insertForeignStretch,
  wrapAsMessage,
  wrapAsPart,
  encodeBody,
};
