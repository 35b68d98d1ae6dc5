/** The form of quoted-printable bodies: RFC 2045 §6.7. */

import { CR, EQUALS, LF } from '../../../octets/ascii.ts';
import type { Span } from '../../../octets/span.ts';
import type { Defect } from '../../../reader/defect.ts';
import { ENCODED_LINE_OCTETS } from '../../../transfer/line-limits.ts';
import { excerpt } from '../../excerpt.ts';
import type { MessageFacts } from '../../facts.ts';
import { type EntityRule, everywhere } from '../../rule.ts';
import { isWithinLineLimit } from './base64.ts';
import { bodyRule } from './body-defects.ts';
import { octetName } from './eight-bit-run.ts';

const QP = { encoding: 'quoted-printable', about: 'form' } as const;

/** `=XX` */
const ESCAPE_OCTETS = 3;

export const quotedPrintableRules: readonly EntityRule[] = [
  bodyRule({
    ...QP,
    id: 'encoding/qp-bad-escape',
    aliases: ['ses/qp-invalid'],
    severity: everywhere('error'),
    summary: 'In quoted-printable, "=" starts an escape or a soft line break',
    remedy: 'Write "=" itself as =3D: encode the text, do not only label it.',
    sources: ['RFC 2045 §6.7'],
    code: 'qp-bad-escape',
    describe: (defect, facts) =>
      `${excerpt(facts, escapeSpan(defect, facts))}, where "=" and two hex digits are due`,
  }),
  bodyRule({
    ...QP,
    id: 'encoding/qp-raw-control',
    aliases: ['ses/qp-invalid'],
    // A MUST, but decoders let it pass.
    severity: everywhere('warning'),
    summary: 'Quoted-printable escapes control characters',
    remedy: 'Escape the control character, or take it out of the text.',
    sources: ['RFC 2045 §6.7'],
    code: 'qp-raw-8bit',
    judge: (_, facts) => (defect) => holdsControl(defect, facts),
    describe: (defect, facts) =>
      `${octetName(facts.octets, defect)} in quoted-printable, not escaped`,
  }),
  bodyRule({
    ...QP,
    id: 'encoding/qp-line-length',
    aliases: ['ses/qp-invalid'],
    // A MUST, but Python's email writes lines of 78, and no decoder minds.
    severity: everywhere('info'),
    summary: `A line of quoted-printable holds at most ${ENCODED_LINE_OCTETS} octets`,
    remedy: 'Break the line by a soft line break, "=" at its end.',
    sources: ['RFC 2045 §6.7', 'measured: SpamAssassin 4.0.1 MIME_QP_LONG_LINE 0.0'],
    code: 'qp-line-length',
    judge: () => isWithinLineLimit,
    describe: ({ start, end }) =>
      `a line of quoted-printable of ${end - start} octets, of ${ENCODED_LINE_OCTETS} allowed`,
  }),
  bodyRule({
    ...QP,
    id: 'encoding/qp-trailing-whitespace',
    aliases: ['ses/qp-invalid'],
    // A MUST, but what decoders delete is seen by nobody.
    severity: everywhere('warning'),
    summary: 'No line of quoted-printable ends in a blank',
    remedy: 'Write the last blank of the line as =20 or =09, or take it out.',
    sources: ['RFC 2045 §6.7'],
    code: 'qp-trailing-whitespace',
    judge:
      (_, { octets }) =>
      ({ start }) =>
        octets[start - 1] !== EQUALS,
    describe: (defect, facts) =>
      `${excerpt(facts, defect)} at the end of a line, which decoders delete`,
  }),
  bodyRule({
    ...QP,
    id: 'encoding/qp-lowercase-hex',
    aliases: ['ses/qp-invalid'],
    severity: everywhere('warning'),
    summary: 'The hex digits of quoted-printable are upper case',
    remedy: 'Write the digits A to F in upper case: a decoder need not know others.',
    sources: ['RFC 2045 §6.7'],
    code: 'qp-lowercase-hex',
    describe: (defect, facts) =>
      `${excerpt(facts, { start: defect.start, end: defect.start + ESCAPE_OCTETS })} with hex digits in lower case`,
  }),
  bodyRule({
    ...QP,
    id: 'encoding/qp-dangling-soft-break',
    aliases: ['ses/qp-invalid'],
    // Perl's encoder writes it behind all text without a last line end, and decoders drop it.
    severity: everywhere('info'),
    summary: 'A soft line break has a line behind it',
    remedy: 'Take the last "=" out.',
    sources: ['RFC 2045 §6.7'],
    code: 'qp-dangling-soft-break',
    describe: () => '"=" of a soft line break at the very end of the text',
  }),
];

/** Octets above 0x7F and NULs are told as such, in whatever body they are. */
function holdsControl({ start, end }: Defect, { octets }: MessageFacts): boolean {
  return octets.subarray(start, end).some((octet) => octet > 0 && octet < 0x80);
}

/** The escape that was meant, or what of it stands in the line. */
function escapeSpan({ start }: Defect, { octets }: MessageFacts): Span {
  let end = start + 1;
  while (end < start + ESCAPE_OCTETS && end < octets.length && !isLineEnd(octets[end])) end += 1;
  return { start, end };
}

function isLineEnd(octet: number | undefined): boolean {
  return octet === CR || octet === LF;
}
