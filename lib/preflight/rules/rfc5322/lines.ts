/** Line ends and line lengths: RFC 5322 §2.1.1, §2.3, RFC 5321 §2.3.8, §4.5.3.1.6. */

import { CR } from '../../../octets/ascii.ts';
import type { Span } from '../../../octets/span.ts';
import { LINE_OCTETS_MAX } from '../../../transfer/line-limits.ts';
import type { MessageFacts } from '../../facts.ts';
import { everywhere, type MessageRule } from '../../rule.ts';
import { siteOf } from '../../site.ts';

export const lineRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'rfc5322/line-too-long',
    aliases: ['ses/line-length', 'ses/header-line-length'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A line holds at most 998 octets before its CRLF',
    remedy: 'Fold the header field, or encode the body as quoted-printable or base64.',
    sources: [
      'RFC 5322 §2.1.1',
      'RFC 5321 §4.5.3.1.6',
      'https://docs.aws.amazon.com/ses/latest/APIReference/API_RawMessage.html',
    ],
    fixable: false,
    check(facts, report) {
      for (const { start, end } of facts.longLines) {
        if (isBrokenByCrs(facts, { start, end })) continue;
        report(
          siteOf(facts, { start, end }),
          `a line of ${end - start} octets, of ${LINE_OCTETS_MAX} allowed`,
          { refuses: false, evidence: 'observed' },
        );
      }
    },
  },
  {
    kind: 'message',
    id: 'rfc5322/bare-cr',
    aliases: ['ses/header-bare-cr', 'ses/body-bare-cr'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A CR is followed by an LF',
    remedy: 'End lines with CRLF; encode a body that needs a CR of its own.',
    sources: [
      'RFC 5322 §2.3',
      'RFC 5321 §2.3.8',
      'https://github.com/arithmetric/aws-lambda-ses-forwarder/issues/51',
    ],
    fixable: false,
    check(facts, report) {
      const { bareCr, firstBareCr } = facts.lineEnds;
      if (firstBareCr === undefined) return;
      const site = siteOf(facts, { start: firstBareCr, end: firstBareCr + 1 });
      report(
        site,
        bareCr === 1
          ? 'a CR without LF after it'
          : `${bareCr} CRs without LF after them, the first here`,
      );
    },
  },
  {
    kind: 'message',
    id: 'rfc5322/bare-lf',
    aliases: ['ses/line-ending-lf'],
    about: 'form',
    severity: { 'ses-v1': 'warning', 'ses-v2': 'warning', smtp: 'error' },
    summary: 'An LF is preceded by a CR',
    remedy: 'End lines with CRLF.',
    sources: ['RFC 5322 §2.3', 'RFC 5321 §2.3.8'],
    fixable: false,
    check(facts, report) {
      const { bareLf, firstBareLf } = facts.lineEnds;
      if (firstBareLf === undefined) return;
      const site = siteOf(facts, { start: firstBareLf, end: firstBareLf + 1 });
      report(
        site,
        bareLf === 1
          ? 'an LF without CR before it'
          : `${bareLf} LFs without CR before them, the first here`,
      );
    },
  },
];

/** Where CRs alone are meant to end lines, they are the fault, and not the length. */
function isBrokenByCrs({ octets }: MessageFacts, { start, end }: Span): boolean {
  let lineStart = start;
  while (end - lineStart > LINE_OCTETS_MAX) {
    const cr = octets.lastIndexOf(CR, lineStart + LINE_OCTETS_MAX);
    if (cr < lineStart) return false;
    lineStart = cr + 1;
  }
  return true;
}
