/** Reports for the specs of formatters: one to read, and such as nobody would wish for. */

import fc from 'fast-check';
import type { PreflightOptions } from '../../lib/preflight/options.ts';
import type { Finding, Report } from '../../lib/preflight/report.ts';
import { preflight } from '../../lib/preflight/run.ts';
import type { NamedReport } from '../../lib/report/named-report.ts';
import { anyMessage, options } from '../support/messages.ts';

/** A message with its report; the lines end in CRLF. */
export function named(
  name: string,
  lines: readonly string[],
  given: PreflightOptions = {},
): NamedReport & { readonly octets: Uint8Array } {
  const octets = Buffer.from(`${lines.join('\r\n')}\r\n`);
  return { name, report: preflight(octets, given), octets };
}

/** Findings of every severity, in a field, in a part, and in an option. */
export const receipt: ReturnType<typeof named> = named(
  './mail/receipt.eml',
  [
    'From: Café <billing@example.com>',
    'To: zoe@mail.example%!',
    'Subject:',
    'Comments: <b>[x](y)</b> {0}  ',
    'Date: Mon, 23 Nov 2026 10:00:00 +0000',
    'Message-ID: <1@example.com>',
    'List-Unsubscribe: <mailto:off@example.com>',
    'MIME-Version: 1.0',
    '',
    'Hello\tZoë',
  ],
  {
    source: 'x',
    only: [
      'address/domain-character',
      'encoding/raw-8bit-header',
      'rfc5322/header-trailing-whitespace',
      'address/missing-domain',
      'deliverability/subject-missing',
      'encoding/7bit-violation',
    ],
  },
);

/** One in which nothing is found. */
export const plain: NamedReport = named('mail/plain.eml', [
  'From: a@b.example',
  'To: c@d.example',
  'Subject: hi',
  'Date: Mon, 23 Nov 2026 10:00:00 +0000',
  'Message-ID: <1@b.example>',
  '',
  'hello',
]);

const piece = fc.constantFrom(
  ...['<script>', '</pre>', '"', "'", '&lt;', '&', ']]>', '-->', '<!--', '<b onclick=x>', '\0'],
  ...[
    '::',
    '::error::x',
    '%0A',
    '%25',
    '%',
    ',',
    '\n',
    '\r',
    '\r\n',
    '##[error]',
    ':',
    '=',
    '\x7f',
  ],
  ...['[a](http://x.example)', '](', '{0}', '{', '}', '|', '`', '*', '_', '~', '\\', '$x$', '#1'],
  ...[
    'www.x.example',
    'WWW.',
    '@me',
    ':smile:',
    'https://x.example',
    'javascript:x',
    'é',
    '日',
    '😀',
  ],
  ...[
    '\ufffe',
    '\uffff',
    '\ud800',
    '\udc00',
    '\u2028',
    '\u202e',
    '\u009b31m',
    '\u001b[2J',
    '\ufeff',
  ],
  ...[' ', '/', './', '//', '..', '\u{e0041}', '-', '0'],
);

/** Text that is markup, a command or a control somewhere. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(piece, { maxLength: 6 })
  .map((pieces) => pieces.join(''));

const hostileFinding = fc.record({
  rule: hostileText,
  message: hostileText,
  remedy: hostileText,
  severity: fc.constantFrom('error', 'warning', 'info'),
});

/** The report with other words in it: formatters do not rely on where words come from. */
function reworded(report: Report, words: readonly Partial<Finding>[]): Report {
  const findings = report.findings.map((finding, at) => ({ ...finding, ...words[at] }));
  const errors = findings.filter(({ severity }) => severity === 'error');
  return { ...report, findings, errors, ok: errors.length === 0 };
}

const namedReport: fc.Arbitrary<NamedReport> = fc
  .record({
    name: fc.oneof(hostileText, fc.string({ unit: 'binary' }), fc.constant('mail/a b.eml')),
    octets: anyMessage,
    given: options,
    words: fc.array(hostileFinding, { maxLength: 8 }),
    hasOctets: fc.boolean(),
  })
  .map(({ name, octets, given, words, hasOctets }) => {
    const report = reworded(preflight(octets, given), words);
    return { name, report, ...(hasOctets && { octets }) };
  });

/** None, one or some, with their octets or without. */
export const namedReports: fc.Arbitrary<readonly NamedReport[]> = fc.array(namedReport, {
  maxLength: 3,
});

/** One message with so many findings of one severity. */
export function manyFindings(count: number, severity: Finding['severity'] = 'error'): NamedReport {
  const lines = Array.from({ length: count }, (_, at) => `line ${at} é`);
  const octets = Buffer.from(`${lines.join('\r\n')}\r\n`);
  let start = 0;
  const findings = lines.map((line, at): Finding => {
    const end = start + Buffer.byteLength(line);
    const place = {
      in: 'message',
      start: end - 2,
      end,
      line: at + 1,
      column: end - 1 - start,
    } as const;
    start = end + 2;
    return {
      rule: `a/r${at % 300}`,
      severity,
      message: `fault ${at}`,
      remedy: 'Mend it.',
      at: place,
    };
  });
  const errors = severity === 'error' ? findings : [];
  const report = { ...preflight(octets), ok: errors.length === 0, findings, errors, omitted: {} };
  return { name: 'many.eml', report, octets };
}

/** All that may stand in a terminal beside text and the line ends of the layout. */
export const UNSAFE: RegExp = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
