/** For each law a sender that breaks it, small enough to see why: ours, with one thing done badly. */

import type { SampleMessage, Sender } from '../../lib/testing.ts';
import { builder, encoders } from '../run/peers/mimewright.ts';

/** Ours, built whole, and then spoiled. */
function spoiled(spoil: (message: string, sample: SampleMessage) => string): Sender {
  return {
    name: 'spoiled',
    build: async (sample) => spoil(await built(sample), sample),
  };
}

/** Ours, of a message that was changed before. */
function misled(change: (message: SampleMessage) => Partial<SampleMessage>): Sender {
  return { name: 'misled', build: (message) => built({ ...message, ...change(message) }) };
}

async function built(message: SampleMessage): Promise<string> {
  return Buffer.from((await builder.build?.(message)) ?? '').toString('latin1');
}

/** Ours, with another encoder of base64. */
function base64(encodeBase64: (content: Buffer) => string): Sender {
  return { ...encoders, encodeBase64: (content) => encodeBase64(Buffer.from(content)) };
}

function quotedPrintable(encode: (text: string) => string): Sender {
  return {
    name: 'quoted-printable',
    encodeQuotedPrintable: async (text) => encode(await quoted(text)),
  };
}

async function quoted(text: string): Promise<string> {
  return Buffer.from((await encoders.encodeQuotedPrintable?.(text)) ?? '').toString('latin1');
}

/** Fields pasted together, as by somebody who never heard of any law. */
const pasted: Sender = {
  name: 'pasted',
  build: ({ from, to, bcc, subject, text, attachments, fields }) =>
    [
      `From: "${from.name ?? ''}" <${from.address}>`,
      `To: ${to.map(({ name = '', address }) => `"${name}" <${address}>`).join(', ')}`,
      ...bcc.map(({ address }) => `Bcc: ${address}`),
      `Subject: ${subject}`,
      ...fields.map((field) => `${field.name}: ${field.text}`),
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      '',
      text,
      ...attachments.flatMap(({ filename, type, content }) => [
        '--x',
        `Content-Type: ${type}`,
        `Content-Disposition: attachment; filename=${filename}`,
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.from(content).toString('base64'),
      ]),
      '--x--',
      '',
    ].join('\r\n'),
};

const parts: Sender = {
  name: 'parts',
  encodedWords: (text) => text,
  formatMailbox: ({ name = '', address }) => `"${name}" <${address.toLowerCase()}>`,
  formatParameter: (name, value) => `${name}*=utf-8''${encodeURI(value).toLowerCase()}`,
  foldField: (name, body) => `${name}: ${body.replace(/ /g, '\r\n')}\r\n`,
};

let counter = 0;

/** By law. */
export const badSenders: Readonly<Record<string, Sender>> = {
  B1: base64((content) => content.subarray(1).toString('base64')),
  B2: base64((content) => content.toString('base64')),
  B3: base64((content) => content.toString('base64url')),
  B4: { ...encoders, base64Octets: (octets) => Math.ceil(octets / 3) * 4 },
  Q1: quotedPrintable((body) => body.replace('=3D', '=')),
  Q2: quotedPrintable((body) => body.replaceAll('=\r\n', '')),
  Q3: quotedPrintable((body) => body.replaceAll('=20', ' ').replaceAll('=09', '\t')),
  Q4: quotedPrintable((body) => body.replace(/=[0-9A-F]{2}/g, (all) => all.toLowerCase())),
  Q5: quotedPrintable((body) => `${body}=`),
  Q6: quotedPrintable((body) => body.replaceAll('\r\n', '\n')),
  Q7: quotedPrintable((body) => body.replaceAll('=46rom ', 'From ').replaceAll('=2E', '.')),
  Q11: quotedPrintable((body) => body.replace(/e/g, '=65')),
  C1: spoiled((message) => message.replaceAll('\r\n', '\n')),
  C2: pasted,
  C6: misled(({ attachments }) => ({ attachments: attachments.slice(1) })),
  B7: misled(({ text }) => ({ text: text.replace(/ +/g, ' ') })),
  H1: parts,
  H2: spoiled((message) => message.replace(/\r\nSubject:/, '\r\n \r\nSubject:')),
  H3: spoiled((message) => message.replace(/\r\n (?=[^\r]*\r\n)/g, ' ')),
  H5: spoiled((message) => message.replace('Subject: ', 'Subject:')),
  H6: pasted,
  H7: pasted,
  H8: pasted,
  W1: misled(({ subject }) => ({ subject: subject.normalize('NFKC') })),
  W2: spoiled((message) => message.replace(/\?=\r\n =\?utf-8\?[QB]\?/g, '')),
  W3: spoiled((message) => message.replace(/(=[C-F][0-9A-F])=/, '$1?=\r\n =?utf-8?Q?=')),
  W4: misled(({ subject }) => ({ subject: subject.trim() || 'x' })),
  W5: spoiled((message) => message.replace(/\r\n (?==\?)/g, '')),
  W6: spoiled((message) => message.replace(/(=\?utf-8\?.*\?=)( <)/, '"$1"$2')),
  W7: spoiled((message) => message.replace(/(From: =\?utf-8\?Q\?)/, '$1,')),
  W8: misled(({ subject }) => ({ subject: `é${subject}` })),
  W9: parts,
  P1: parts,
  P3: spoiled((message) => message.replaceAll('*0*=', '*1*=').replaceAll('*=', '=')),
  P4: parts,
  A1: parts,
  A2: parts,
  A4: parts,
  A8: pasted,
  A3: pasted,
  S1: spoiled((message, { text }) =>
    message.replace(/--=_[^\s-]+(?=\r\n)/, (delimiter) =>
      text.includes('--') ? `${delimiter}\r\n\r\n${text}\r\n${delimiter}` : delimiter,
    ),
  ),
  S2: spoiled((message) => message.replace(/=_\S*?(?="|--|\r)/g, 'x')),
  S3: spoiled((message) => message.replace(/--\r\n$/, '\r\n')),
  S4: pasted,
  S5: spoiled((message) =>
    message.replace('text/plain', 'text/x').replace('text/html', 'text/plain'),
  ),
  S7: misled(({ cc }) => ({ cc: cc.slice(1) })),
  S8: spoiled((message) => message.replace('\r\n', '\n')),
  S10: spoiled((message) => message.replace('1.0', '2.0')),
  S11: { ...builder, sizeOctets: () => 500 },
  S12: spoiled((message) => {
    counter += 1;
    return `X-Count: ${counter}\r\n${message}`;
  }),
  S13: {
    name: 'shouter',
    build: (message) => {
      Object.assign(message, { subject: `${message.subject}!` });
      return built(message);
    },
  },
};
