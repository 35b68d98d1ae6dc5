/** Lines that may change on their way: RFC 2049 §3. */

import { parameterNamed } from '../../../header/parsed-parameter.ts';
import { SPACE, TAB } from '../../../octets/ascii.ts';
import type { Span } from '../../../octets/span.ts';
import type { Entity } from '../../../reader/entity.ts';
import { excerpt } from '../../excerpt.ts';
import { type EntityRule, everywhere } from '../../rule.ts';
import { isEncodedBody, isShownText } from './shown-text.ts';

const LF_FROM = Buffer.from('\nFrom ');
const LONE_DOT = Buffer.from('\r\n.\r\n');
const BLANKS_AT_LINE_END: readonly Buffer[] = [' \r\n', '\t\r\n'].map((text) => Buffer.from(text));
const SIGNATURE = '-- ';

export const fragileLineRules: readonly EntityRule[] = [
  {
    kind: 'entity',
    id: 'encoding/from-line',
    aliases: [],
    about: 'form',
    severity: everywhere('info'),
    summary: 'No line of a body starts with "From "',
    remedy: 'Write the body as quoted-printable, with =46rom: mailbox files put ">" before From.',
    sources: ['RFC 2049 §3', 'RFC 3676 §4.4', 'RFC 4155'],
    check(entity, report, { octets }) {
      if (!isReadable(entity)) return;
      // The line end before the body is the one that ends its header section.
      const start = Math.max(0, entity.body.start - 1);
      const at = octets.subarray(start, entity.body.end).indexOf(LF_FROM);
      if (at === -1) return;
      const from = start + at + 1;
      report(
        { start: from, end: from + 'From '.length, entity },
        'a line that starts with "From "',
      );
    },
  },
  {
    kind: 'entity',
    id: 'encoding/lone-dot-line',
    aliases: [],
    about: 'form',
    severity: everywhere('info'),
    summary: 'No line of a body is a dot alone',
    remedy: 'Write the body as quoted-printable, with =2E: such a line ends a message in SMTP.',
    sources: ['RFC 2049 §3', 'RFC 5321 §4.5.2'],
    check(entity, report, { octets }) {
      if (!isReadable(entity)) return;
      const start = Math.max(0, entity.body.start - 2);
      const at = octets.subarray(start, entity.body.end + 2).indexOf(LONE_DOT);
      if (at === -1) return;
      const dot = start + at + 2;
      report({ start: dot, end: dot + 1, entity }, 'a line that is a dot alone');
    },
  },
  {
    kind: 'entity',
    id: 'encoding/trailing-whitespace',
    aliases: [],
    about: 'form',
    severity: everywhere('info'),
    summary: 'No line of plain text ends in a blank',
    remedy: 'Take the blank out, or write the body as quoted-printable: relays may drop it.',
    sources: ['RFC 2049 §3'],
    check(entity, report, facts) {
      if (entity.mediaType.essence !== 'text/plain' || isEncodedBody(entity)) return;
      if (!isShownText(entity) || isFlowed(entity)) return;
      const found = blanksAtLineEnd(facts.octets, entity.body);
      if (found === undefined) return;
      report({ ...found, entity }, `${excerpt(facts, found)} at the end of a line`);
    },
  },
];

/** True for a body whose lines are those of the content. */
function isReadable({ parts, mediaType, transferEncoding }: Entity): boolean {
  if (parts.length > 0 || mediaType.type === 'multipart') return false;
  return transferEncoding !== 'base64';
}

/** Blanks at line ends say there that the paragraph goes on: RFC 3676 §4.2. */
function isFlowed({ mediaType }: Entity): boolean {
  return parameterNamed(mediaType.parameters, 'format')?.value.toLowerCase() === 'flowed';
}

/** The first, unless it belongs to the line "-- " over a signature: RFC 3676 §4.3. */
function blanksAtLineEnd(octets: Buffer, body: Span): Span | undefined {
  const text = octets.subarray(body.start, body.end);
  for (const blank of BLANKS_AT_LINE_END) {
    for (let at = text.indexOf(blank); at !== -1; at = text.indexOf(blank, at + 1)) {
      const end = at + 1;
      if (text.toString('latin1', Math.max(0, end - SIGNATURE.length), end) === SIGNATURE) continue;
      let start = at;
      while (text[start - 1] === SPACE || text[start - 1] === TAB) start -= 1;
      return { start: body.start + start, end: body.start + end };
    }
  }
  return undefined;
}
