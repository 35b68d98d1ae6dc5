/** Line ends and line lengths: RFC 5322 §2.1.1, §2.3, RFC 5321 §2.3.8, §4.5.3.1.6. */

import { CR, LF } from '../../../octets/ascii.ts';
import { LINE_OCTETS_MAX } from '../../../transfer/line-limits.ts';
import { excerpt } from '../../excerpt.ts';
import type { MessageFacts } from '../../facts.ts';
import { type DefectRule, everywhere, type MessageRule, type Rule } from '../../rule.ts';
import { siteOf } from '../../site.ts';
import { isUtf16, whereNotWritten } from './header-state.ts';

const lineChecks: readonly MessageRule[] = [
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
    check(facts, report) {
      const { bareCr, firstBareCr } = facts.lineEnds;
      if (firstBareCr === undefined || isUtf16(facts) || areTold(facts, CR, bareCr)) return;
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
    aliases: [],
    about: 'form',
    severity: { 'ses-v1': 'warning', 'ses-v2': 'warning', smtp: 'error' },
    summary: 'An LF is preceded by a CR, where other lines end in CRLF',
    remedy: 'End lines with CRLF.',
    sources: ['RFC 5322 §2.3', 'RFC 5321 §2.3.8'],
    check(facts, report) {
      const { bareLf, firstBareLf } = facts.lineEnds;
      if (firstBareLf === undefined || isAllLf(facts) || isUtf16(facts)) return;
      if (areTold(facts, LF, bareLf)) return;
      const site = siteOf(facts, { start: firstBareLf, end: firstBareLf + 1 });
      report(
        site,
        bareLf === 1
          ? 'an LF without CR before it'
          : `${bareLf} LFs without CR before them, the first here`,
      );
    },
  },
  {
    kind: 'message',
    id: 'rfc5322/lf-only',
    aliases: ['ses/line-ending-lf'],
    about: 'form',
    // Python's default, which many send without a complaint of SES (inferred); SMTP clients mend it.
    severity: everywhere('warning'),
    summary: 'Lines end in CRLF, not in LF alone',
    remedy: 'End lines with CRLF, or make sure that your client does.',
    sources: ['RFC 5322 §2.3', 'RFC 5321 §2.3.8'],
    check(facts, report) {
      const { bareLf, firstBareLf } = facts.lineEnds;
      if (firstBareLf === undefined || !isAllLf(facts)) return;
      const site = siteOf(facts, { start: firstBareLf, end: firstBareLf + 1 });
      report(site, bareLf === 1 ? 'the line ends in LF' : `all ${bareLf} lines end in LF`);
    },
  },
];

const lineDefects: readonly DefectRule[] = [
  {
    kind: 'defect',
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
    codes: ['line-too-long'],
    describe: ({ defect: { start, end } }) =>
      `a line of ${end - start} octets, of ${LINE_OCTETS_MAX} allowed`,
    ses: { refuses: false, evidence: 'observed' },
  },
  {
    kind: 'defect',
    id: 'rfc5322/smuggling-sequence',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'The line ends around a lone dot are CRLF',
    remedy:
      'End lines with CRLF: some servers end the message here and take the rest for commands.',
    sources: ['RFC 5321 §4.1.1.4', 'CVE-2023-51764', 'https://www.postfix.org/smtp-smuggling.html'],
    codes: ['smuggling-sequence'],
    describe: ({ defect, facts }) =>
      isAllLf(facts)
        ? undefined
        : `a lone dot between line ends that are not both CRLF: ${excerpt(facts, defect)}`,
  },
  {
    kind: 'defect',
    id: 'rfc5322/no-final-crlf',
    aliases: [],
    about: 'form',
    // SES's APIs take the octets as they are, and SMTP cannot end DATA without a CRLF: clients add it.
    severity: whereNotWritten('info'),
    summary: 'The last line ends with CRLF',
    remedy: 'End the last line with CRLF, or send with a client that adds it.',
    sources: ['RFC 5321 §4.1.1.4'],
    codes: ['no-final-crlf'],
    describe: ({ facts }) => (isUtf16(facts) ? undefined : 'no CRLF behind the last line'),
  },
];

export const lineRules: readonly Rule[] = [...lineChecks, ...lineDefects];

/** Mail in the form of files: whoever sends it must make all its line ends CRLF, these too. */
function isAllLf({ lineEnds: { crlf, bareCr } }: MessageFacts): boolean {
  return crlf === 0 && bareCr === 0;
}

/** True when all bare ones stand around lone dots, which are told to be at fault. */
function areTold(facts: MessageFacts, lineEnd: number, count: number): boolean {
  let told = 0;
  for (const { code, start, end } of facts.root.lineDefects) {
    if (code !== 'smuggling-sequence') continue;
    for (let at = start; at < end; at += 1) if (isBare(facts.octets, at, lineEnd)) told += 1;
  }
  return told >= count;
}

function isBare(octets: Buffer, at: number, lineEnd: number): boolean {
  if (octets[at] !== lineEnd) return false;
  return lineEnd === CR ? octets[at + 1] !== LF : octets[at - 1] !== CR;
}
