/** Messages as careless programs write them: nothing encoded, whatever it is. */

import fc from 'fast-check';
import * as arbitraries from '../../lib/testing/arbitraries.ts';

/** What the author typed, before a program made octets of it. */
export interface NaiveMessage {
  readonly subject: string;
  readonly name: string;
  readonly text: string;
  readonly filename: string;
  readonly attachment: Uint8Array;
  readonly lineEnd: '\r\n' | '\n';
  readonly label: string;
}

/** Text that stands in a field as it is: one blank between words, and no look-alike of a code. */
const plainText: fc.Arbitrary<string> = arbitraries.text
  .map((text) =>
    text
      .replace(/[\s\u0085\ufeff]+/g, ' ')
      .replaceAll('=?', '')
      .trim(),
  )
  .filter((text) => text !== '' && text.isWellFormed());

const label = fc.constantFrom(
  '',
  'Content-Transfer-Encoding: 8bit',
  'content-transfer-encoding:7bit',
);

export const naiveMessage: fc.Arbitrary<NaiveMessage> = fc.record({
  subject: plainText,
  name: plainText.map((text) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim() || 'Zoë'),
  text: arbitraries.lines.map((text) => text.replaceAll('\0', '').replaceAll('--x', '')),
  filename: plainText.map((text) => text.replace(/["\\%'\p{Cc} ]+/gu, ' ').trim() || 'é.txt'),
  attachment: arbitraries.octets,
  lineEnd: fc.constantFrom('\r\n', '\n'),
  label,
});

/** The octets that such a program sends. */
export function naiveOctets(message: NaiveMessage): Buffer {
  const { subject, name, text, filename, attachment, lineEnd, label: encoding } = message;
  const lines = [
    `From: ${name} <ann@example.com>`,
    'To: bob@example.net;carol@example.org',
    `Subject:${subject}`,
    'Mime-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=x/y;',
    ...(encoding === '' ? [] : [encoding]),
    '',
    '--x/y',
    'Content-Type: text/plain; charset=utf-8',
    ...(encoding === '' ? [] : [encoding]),
    '',
    text.replace(/\r{0,2}\n|\r/g, lineEnd),
    '--x/y',
    'Content-Type: application/octet-stream',
    `Content-Disposition: attachment; filename="${filename}"`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(attachment).toString('base64'),
  ];
  return Buffer.from(lines.join(lineEnd));
}
