/** Octets outside ASCII in header sections: RFC 5322 §2.2, RFC 2047 §1. */

import { isAscii, isUtf8 } from 'node:buffer';
import { quoted } from '../../../errors.ts';
import type { Span } from '../../../octets/span.ts';
import type { DefectCode } from '../../../reader/defect.ts';
import type { Entity } from '../../../reader/entity.ts';
import type { HeaderField } from '../../../reader/header-field.ts';
import type { MessageFacts } from '../../facts.ts';
import { inOrderAt } from '../../in-order.ts';
import type { SesAnswer } from '../../report.ts';
import { type EntityRule, everywhere } from '../../rule.ts';
import { codePointName, isInvisible } from '../address/invisible.ts';
import { eightBitRun, octetName } from './eight-bit-run.ts';

const LOST: SesAnswer = { refuses: false, evidence: 'observed' };

export const rawHeaderRules: readonly EntityRule[] = [
  {
    kind: 'entity',
    looksIntoAttached: true,
    id: 'encoding/raw-8bit-header',
    aliases: [
      'encoding/raw-header-not-utf8',
      'encoding/smtputf8-needed',
      'ses/header-raw-non-ascii',
      'ses/display-name-raw-non-ascii',
      'ses/parameter-raw-non-ascii',
    ],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A header field is ASCII',
    remedy: 'Write text as encoded-words (RFC 2047), parameters by RFC 2231, all else in ASCII.',
    sources: [
      'RFC 5322 §2.2',
      'RFC 2047 §1',
      'https://docs.aws.amazon.com/ses/latest/dg/send-email-raw.html',
      'https://github.com/aws/aws-sdk-js/issues/1585',
    ],
    check(entity, report, facts) {
      const { octets } = facts;
      const { start, end } = entity.headerSection;
      if (isAscii(octets.subarray(start, end))) return;
      // Of names and of lines that are no fields, the rules of their form tell; of attached messages, none.
      const isOwn = facts.own.has(entity);
      for (const field of entity.fields) {
        const run = unspoiledRun(facts, field, isOwn ? field.bodySpan : field.span);
        if (run === undefined) continue;
        const message = `${runName(octets, run)} in the field ${quoted(field.name)}`;
        report({ ...run, entity, field }, message, LOST);
      }
      for (const stray of isOwn ? [] : strayLines(entity)) {
        const run = eightBitRun(octets, stray);
        if (run === undefined) continue;
        report({ ...run, entity }, `${runName(octets, run)} in a header section`, LOST);
      }
    },
  },
];

const EIGHT_BIT_RUN = /[\x80-\xff]+/g;

/** Faults whose finding says of octets outside ASCII what to do with them. */
const TELLING: readonly DefectCode[] = [
  'content-type-syntax',
  'disposition-syntax',
  'encoded-word-bad-payload',
  'parameter-syntax',
  'parameter-unquoted',
];

/** The first octets outside ASCII, but for those that have been told already. */
function unspoiledRun(
  facts: MessageFacts,
  { defects }: HeaderField,
  { start, end }: Span,
): Span | undefined {
  const told = defects.filter(({ code }) => TELLING.includes(code));
  for (const { index, 0: run } of facts.octets
    .toString('latin1', start, end)
    .matchAll(EIGHT_BIT_RUN)) {
    const first = start + index;
    if (facts.isSpoiled(first) || inOrderAt(told, first, (span) => span)) continue;
    return { start: first, end: first + run.length };
  }
  return undefined;
}

/** The characters, if they are UTF-8, else their first octet. */
function runName(octets: Buffer, run: Span): string {
  const found = octets.subarray(run.start, run.end);
  const text = found.toString();
  if (isInvisible(text)) return `${codePointName(text)}, which nobody sees,`;
  if (isUtf8(found)) return quoted(text);
  return `${octetName(octets, run)}, which is not even UTF-8,`;
}

/** The lines of a header section that belong to no field; a byte order mark is told as such. */
function* strayLines({ headerSection, fields, defects }: Entity): Generator<Span, void, undefined> {
  const mark = defects.find(({ code }) => code === 'bom-at-start');
  let start = mark?.end ?? headerSection.start;
  for (const { span } of fields) {
    if (span.start > start) yield { start, end: span.start };
    start = span.end;
  }
  if (headerSection.end > start) yield { start, end: headerSection.end };
}
