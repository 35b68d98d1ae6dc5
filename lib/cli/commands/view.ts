/** `mimewright view`: what a message is made of. */

import { type Entity, preflight, type Report, read } from '../../index.ts';
import { grouped, printable, renderHtml } from '../../report.ts';
import type { Command } from '../command.ts';
import { CLEAN, FAILURE } from '../exit-status.ts';
import { inputName, onlyFile, readMessage, writeMessage } from '../files.ts';
import type { Io } from '../io.ts';
import { profileOf, profileOption } from '../judging-options.ts';
import type { Arguments } from '../option.ts';

/** Octets of a field that are shown. */
const FIELD_CHARACTERS = 2000;

export const viewCommand: Command = {
  name: 'view',
  summary: 'show what a message is made of: fields, parts, sizes',
  usage: '[OPTION]... FILE|-',
  about: [
    'The fields of the header section as readers decode them, the MIME tree with the octets of each ' +
      'part as written and as decoded, and how much of what SES takes is used.',
  ],
  options: [
    { name: 'folded', help: 'show fields as they are written too, line by line' },
    { name: 'html', value: 'FILE', help: 'write a page for browsers instead, with the findings' },
    profileOption,
  ],
  examples: [
    ['mimewright view newsletter.eml', 'in the terminal'],
    ['mimewright view --html newsletter.html newsletter.eml', 'as a page'],
  ],
  statuses: [
    [0, 'the message was shown'],
    [2, 'bad usage'],
    [3, 'a file could not be read or written'],
  ],
  run: runView,
};

async function runView(args: Arguments, io: Io): Promise<number> {
  const file = onlyFile(args.operands, 'view');
  const options = profileOf(args, io);
  const octets = await readMessage(file, io);
  if (octets === undefined) return FAILURE;
  const report = preflight(octets, options);
  const name = inputName(file);
  const page = args.text('html');
  if (page !== undefined) {
    const html = Buffer.from(renderHtml([{ name, report, octets }]));
    return (await writeMessage(page, html, io)) ? CLEAN : FAILURE;
  }
  const lines = [
    name,
    '',
    ...fieldLines(octets, args.has('folded')),
    '',
    ...treeLines(report),
    '',
    ...budgetLines(report),
  ];
  await io.writeOut(lines.map((line) => `${printable(line)}\n`).join(''));
  return CLEAN;
}

function fieldLines(octets: Uint8Array, isFolded: boolean): readonly string[] {
  const { fields }: Entity = read(octets);
  return fields.flatMap(({ name, text, span }) => {
    const line = `${name}: ${text.trim().slice(0, FIELD_CHARACTERS)}`;
    if (!isFolded) return [line];
    const written = Buffer.from(octets.subarray(span.start, span.end)).toString('latin1');
    return [
      line,
      ...written
        .split(/\r?\n/)
        .slice(0, -1)
        .map((folded) => `    | ${folded}`),
    ];
  });
}

function treeLines({ parts }: Report): readonly string[] {
  const heading = ['part', 'encoding', 'octets', ''] as const;
  const rows = parts.map(({ path, type, encoding, octets, decodedOctets, filename, cid }) => {
    const depth = path === '' ? 0 : path.split('.').length;
    const name = [filename, cid && `cid:${cid}`].filter((one) => one !== undefined).join(' ');
    const sizes =
      octets === decodedOctets ? grouped(octets) : `${grouped(octets)} > ${grouped(decodedOctets)}`;
    return [
      `${'  '.repeat(Math.min(depth, 20))}${path} ${type}`.trimEnd(),
      encoding,
      sizes,
      name,
    ] as const;
  });
  const table = [heading, ...rows];
  const widths = [0, 1, 2].map((column) =>
    Math.max(...table.map((row) => (row[column] ?? '').length)),
  );
  return table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function budgetLines(report: Report): readonly string[] {
  const { sizeOctets, requestOctets, recipientCount, recipientLimit, sizes, parts } = report;
  const used = (limit: number): string => `${((sizeOctets / limit) * 100).toFixed(1)} %`;
  return [
    `${grouped(sizeOctets)} octets, ${grouped(requestOctets)} as base64 in a request`,
    `${used(sizes['ses-v1'].limitOctets)} of what API v1 takes, ${used(sizes['ses-v2'].limitOctets)} of API v2`,
    `${parts.length} ${parts.length === 1 ? 'part' : 'parts'}, ${recipientCount} of ${recipientLimit} recipients`,
  ];
}
