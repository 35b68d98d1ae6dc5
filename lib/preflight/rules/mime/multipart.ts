/** How a multipart is put together: RFC 2046 §5.1. */

import { quoted } from '../../../errors.ts';
import { endOfLine } from '../../../octets/line-scan.ts';
import type { Span } from '../../../octets/span.ts';
import type { Entity } from '../../../reader/entity.ts';
import { excerpt } from '../../excerpt.ts';
import type { MessageFacts } from '../../facts.ts';
import { type DefectRule, everywhere } from '../../rule.ts';
import { isBoundaryInDoubt } from './field-fault.ts';

const CUT = 'multipart-unterminated';

/** A line that was meant for a delimiter. */
const HYPHENS_AT_LINE_START = /(?:^|[\r\n])(--[^\r\n]+)/;

/** As much of a body as a delimiter is looked for in, to name it. */
const START_OCTETS = 1000;

export const multipartRules: readonly DefectRule[] = [
  {
    kind: 'defect',
    id: 'mime/multipart-no-delimiter',
    aliases: ['ses/boundary-never-opened'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'The body of a multipart holds its delimiter lines',
    remedy: 'Write the parts between lines of "--" and the boundary, or declare a type of text.',
    sources: [
      'RFC 2046 §5.1.1',
      'https://github.com/nodemailer/nodemailer/issues/1440',
      'https://github.com/bbottema/simple-java-mail/issues/259',
    ],
    codes: ['multipart-no-delimiter'],
    describe: ({ entity, facts }) =>
      isBoundaryInDoubt(entity) ? undefined : noDelimiter(facts, entity),
    ses: { text: 'Missing start boundary', refuses: true, evidence: 'observed' },
  },
  {
    kind: 'defect',
    id: 'mime/multipart-empty',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A multipart has a part',
    remedy: 'Write a part before the close delimiter, or take the multipart out.',
    sources: ['RFC 2046 §5.1.1'],
    codes: ['multipart-empty'],
    describe: ({ entity }) => `${entity.mediaType.essence} with a close delimiter and no part`,
  },
  {
    kind: 'defect',
    id: 'mime/multipart-unterminated',
    aliases: ['ses/boundary-not-closed'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A multipart ends in its close delimiter',
    remedy:
      'Write the close delimiter behind the last part; see whether the message was cut short.',
    sources: ['RFC 2046 §5.1.1'],
    codes: ['multipart-unterminated'],
    describe: ({ defect, entity, facts }) => {
      if (isBoundaryInDoubt(entity) || isCutAt(facts, entity, defect.start)) return undefined;
      return `${entity.mediaType.essence} without its close delimiter ${delimiter(entity, '--')}`;
    },
    // Its parser takes the end of the body for the end of the multipart.
    ses: { refuses: false, evidence: 'inferred' },
  },
  {
    kind: 'defect',
    id: 'mime/multipart-continued',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'Nothing of a multipart stands behind its close delimiter',
    remedy: 'Move the close delimiter behind the last part.',
    sources: ['RFC 2046 §5.1.1'],
    codes: ['multipart-continued'],
    describe: ({ defect, entity, facts }) =>
      isClose(facts, entity, defect)
        ? undefined
        : `the delimiter ${delimiter(entity)} behind the close delimiter: readers do not show what follows`,
  },
  {
    kind: 'defect',
    id: 'mime/part-missing-separator',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'An empty line stands between the header section of a part and its body',
    remedy: 'Write an empty line before the body of the part, also where it has no fields.',
    sources: ['RFC 2046 §5.1', 'SpamAssassin MISSING_MIME_HB_SEP'],
    codes: ['part-missing-separator'],
    describe: ({ defect, facts }) =>
      `no empty line before the body of a part, which starts with ${lineAt(facts, defect.start)}`,
  },
];

/** A close delimiter again hides nothing. */
function isClose(
  { octets }: MessageFacts,
  { boundary = '' }: Entity,
  { start, end }: Span,
): boolean {
  return octets.toString('latin1', start, end).trim() !== `--${boundary}`;
}

/** Several that lack their close delimiter at one place have one cause, told of the outermost. */
function isCutAt(facts: MessageFacts, entity: Entity, offset: number): boolean {
  for (const { defects } of facts.own.around(entity)) {
    if (defects.some(({ code, start }) => code === CUT && start === offset)) return true;
  }
  return false;
}

function noDelimiter({ octets }: MessageFacts, entity: Entity): string {
  const { start, end } = entity.body;
  const text = octets.toString('latin1', start, Math.min(end, start + START_OCTETS));
  const other = HYPHENS_AT_LINE_START.exec(text)?.[1];
  const missing = `no line ${delimiter(entity)} in the body of ${entity.mediaType.essence}`;
  return other === undefined ? missing : `${missing}; it has a line ${quoted(other)}`;
}

function delimiter({ boundary }: Entity, end = ''): string {
  return quoted(`--${boundary ?? ''}${end}`);
}

function lineAt(facts: MessageFacts, start: number): string {
  const { octets } = facts;
  return excerpt(facts, { start, end: endOfLine(octets, start, octets.length) });
}
