/** Models with files: attached under many types and names, embedded in HTML. */

import { fixture } from '../fixture.ts';
import type { File, Model } from './model.ts';
import { each, note } from './note.ts';

const base64 = (content: string | Buffer) => Buffer.from(content).toString('base64');
const pdfOctets = base64(fixture('receipt.pdf').subarray(0, 5000));
const pngOctets = base64(fixture('logo.png'));
const zipOctets = base64(Buffer.from('504b0506000000000000000000000000000000000000', 'hex'));
const pdf: File = { type: 'application/pdf', filename: 'receipt.pdf', base64: pdfOctets };
const logo: File = { type: 'image/png', filename: 'logo.png', base64: pngOctets };

const office = 'application/vnd.openxmlformats-officedocument';
const files: Readonly<Record<string, File>> = {
  pdf,
  png: logo,
  jpeg: {
    type: 'image/jpeg',
    filename: 'photo.jpg',
    base64: base64(Buffer.from('ffd8ffe000104a46494600010100', 'hex')),
  },
  gif: {
    type: 'image/gif',
    filename: 'dot.gif',
    base64: base64('GIF89a\x01\x00\x01\x00\x00\x00\x00;'),
  },
  svg: {
    type: 'image/svg+xml',
    filename: 'logo.svg',
    base64: base64('<svg xmlns="http://www.w3.org/2000/svg"/>\n'),
  },
  webp: {
    type: 'image/webp',
    filename: 'photo.webp',
    base64: base64('RIFF\x1a\x00\x00\x00WEBPVP8L'),
  },
  csv: { type: 'text/csv', filename: 'prices.csv', base64: base64('name,price\r\ncoffee,5\r\n') },
  'csv-utf8': { type: 'text/csv', filename: 'prices.csv', base64: base64('name,price\ncafé,5\n') },
  txt: { type: 'text/plain', filename: 'notes.txt', base64: base64('Notes\nof Monday\n') },
  'txt-long-line': {
    type: 'text/plain',
    filename: 'log.txt',
    base64: base64(`${'entry '.repeat(400)}\n`),
  },
  json: { type: 'application/json', filename: 'data.json', base64: base64('{"name":"café"}') },
  xml: {
    type: 'application/xml',
    filename: 'invoice.xml',
    base64: base64('<?xml version="1.0" encoding="UTF-8"?>\n<a>é</a>\n'),
  },
  zip: { type: 'application/zip', filename: 'archive.zip', base64: zipOctets },
  gzip: {
    type: 'application/gzip',
    filename: 'backup.tar.gz',
    base64: base64(Buffer.from('1f8b0800000000000003', 'hex')),
  },
  docx: { type: `${office}.wordprocessingml.document`, filename: 'letter.docx', base64: zipOctets },
  xlsx: { type: `${office}.spreadsheetml.sheet`, filename: 'prices.xlsx', base64: zipOctets },
  doc: {
    type: 'application/msword',
    filename: 'letter.doc',
    base64: base64(Buffer.from('d0cf11e0a1b11ae1', 'hex')),
  },
  mp3: {
    type: 'audio/mpeg',
    filename: 'song.mp3',
    base64: base64(Buffer.from('49443303000000000000', 'hex')),
  },
  mp4: {
    type: 'video/mp4',
    filename: 'film.mp4',
    base64: base64(Buffer.from('0000001866747970', 'hex')),
  },
  ics: { type: 'text/calendar', filename: 'invite.ics', base64: base64(fixture('invitation.ics')) },
  vcf: {
    type: 'text/vcard',
    filename: 'ann.vcf',
    base64: base64('BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ann Doe\r\nEND:VCARD\r\n'),
  },
  binary: {
    type: 'application/octet-stream',
    filename: 'data.bin',
    base64: base64(Buffer.from(Array.from({ length: 600 }, (_, at) => at % 256))),
  },
  empty: { type: 'application/octet-stream', filename: 'empty.bin', base64: '' },
  'pgp-key': {
    type: 'application/pgp-keys',
    filename: 'ann.asc',
    base64: base64(
      '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmDMEXX==\n-----END PGP PUBLIC KEY BLOCK-----\n',
    ),
  },
  described: { ...pdf, description: 'The receipt of Monday' },
};

const fileNames: Readonly<Record<string, string>> = {
  blanks: 'receipt of monday.pdf',
  accents: 'reçu-d’été.pdf',
  umlauts: 'Straße-Übersicht.pdf',
  japanese: '領収書.pdf',
  hebrew: 'קבלה.pdf',
  emoji: 'party 🎉.pdf',
  quotes: 'the "big" receipt.pdf',
  parentheses: 'receipt (1).pdf',
  brackets: 'receipt [final].pdf',
  comma: 'Roe, Bob.pdf',
  'semicolon-and-equals': 'a=b;c.pdf',
  apostrophe: "ann's receipt.pdf",
  percent: '100%.pdf',
  dots: 'v1.2.3.receipt.pdf',
  capitals: 'RECEIPT.PDF',
  long: `${'receipt-of-monday-'.repeat(6)}end.pdf`,
  'long-accents': `${'reçu-d-été-'.repeat(10)}fin.pdf`,
  'no-extension': 'receipt',
  number: '20261117.pdf',
  'date-and-version': 'Report 2026.11.17 v2.pdf',
};

const shows = (...cids: readonly string[]) =>
  `<!DOCTYPE html>\n<html><body><p>Hello Bob, the reading room is open on Monday.</p>${cids
    .map((cid) => `<img src="cid:${cid}" alt="">`)
    .join('')}</body></html>\n`;

const embedded = (cid: string, filename = `${cid.split('@')[0]}.png`): File => ({
  ...logo,
  cid,
  filename,
});

export const fileModels: readonly Model[] = [
  ...each('file', files, (file) => ({ attached: [file] })),
  ...each('file-name', fileNames, (filename) => ({ attached: [{ ...pdf, filename }] })),
  note('three-files', { attached: [pdf, { ...pdf, filename: 'invoice.pdf' }, logo] }),
  note('file-and-html', {
    html: '<p>Hello Bob, the reading room is open on Monday from nine to five. Ann</p>\n',
    attached: [pdf],
  }),
  note('file-to-html-only', {
    text: undefined,
    html: '<p>The reading room is open.</p>\n',
    attached: [pdf],
  }),
  note('embedded', { html: shows('logo@example.com'), embedded: [embedded('logo@example.com')] }),
  note('embedded-short-cid', { html: shows('logo'), embedded: [embedded('logo')] }),
  note('two-embedded', {
    html: shows('a@example.com', 'b@example.com'),
    embedded: [embedded('a@example.com'), embedded('b@example.com')],
  }),
  note('embedded-uuid', {
    html: shows('9f1b7a52-7d5e-4d0a-b0f4-3a2e5c1d8f60'),
    embedded: [embedded('9f1b7a52-7d5e-4d0a-b0f4-3a2e5c1d8f60', 'logo.png')],
  }),
  note('embedded-in-html-only', {
    text: undefined,
    html: shows('logo@example.com'),
    embedded: [embedded('logo@example.com')],
  }),
  note('embedded-and-file', {
    html: shows('logo@example.com'),
    embedded: [embedded('logo@example.com')],
    attached: [pdf],
  }),
  note('embedded-accented-name', {
    html: shows('logo@example.com'),
    embedded: [embedded('logo@example.com', 'logo-été.png')],
  }),
  note('embedded-as-background', {
    html: '<html><body><div style="background:url(cid:bg@example.com)">Hello Bob, the reading room is open on Monday.</div></body></html>\n',
    embedded: [embedded('bg@example.com')],
  }),
];
