/** Sections and tables of Markdown, and nothing else. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { renderMarkdown } from '../../lib/report/markdown.ts';
import { namedReports, plain, receipt } from './named-reports.ts';

const test = suite('report/markdown');

test('a message is a section with a table', () => {
  assert.is(
    renderMarkdown([receipt, plain]),
    `2 messages; SES would refuse 1 of them; 4 errors, 1 warning, 1 info.

## ./mail/receipt.eml

SES would refuse it; 4 errors, 1 warning, 1 info. 245 of 10,485,760 octets, 0 of 50 recipients.

| Place | Severity | Rule | What is wrong | What to do |
| --- | --- | --- | --- | --- |
| 1:10 | error | encoding/raw-8bit-header | "é" in the field "From" | Write text as encoded-words (RFC 2047), parameters by RFC 2231, all else in ASCII. |
| 2:21 | error | address/domain-character | "%" in a domain&#58; "zoe&#64;mail.example%!"<br>SES&#58; Domain contains illegal character (observed) | Correct the domain&#58; letters, digits, hyphens and dots are allowed. |
| 3:1 | warning | deliverability/subject-missing | the field "Subject" is empty | Write a Subject that says what the message is about. |
| 4:28 | info | rfc5322/header-trailing-whitespace | blanks at the end of a line in the field "Comments" | Take the blanks out&#58; relays strip them, which breaks DKIM signatures (simple). |
| 10:9 | error | encoding/7bit-violation | the octet 0xC3 in a body without a transfer encoding | Encode the body as quoted-printable or base64 and label it so. |
| source | error | address/missing-domain | no &#64;domain in the address "x"<br>SES&#58; Missing final '&#64;domain' (observed) | Complete the address&#58; local-part&#64;domain. Encode the display name only, never the address. |

## mail/plain.eml

no findings. 124 of 10,485,760 octets, 1 of 50 recipients.
`,
  );
});

test('what is not listed stands below the table', () => {
  const report = { ...receipt.report, omitted: { 'a/b': 2, 'c/d': 3 } };
  const text = renderMarkdown([{ name: 'a', report }]);
  assert.match(text, /\|\n\n… and 2 more of a\/b {2}\n… and 3 more of c\/d {2}\n$/);
});

/** Text in which all that Markdown and HTML read is a reference. */
const TEXT = String.raw`(?:[^&<>\x60*_~[\]#|\\@:{}$\n]|&#\d+;)*`;
const PLACE = String.raw`(?:\d+:\d+|${TEXT})`;
const LINE = new RegExp(
  [
    '',
    `## ${TEXT}`,
    String.raw`(?:\d+ messages; |SES would |no findings|\d+ (?:error|warning|info))[\w ,;.()]*:?[\w ,;.()]*\.`,
    String.raw`\| Place \| Severity \| Rule \| What is wrong \| What to do \|`,
    String.raw`(?:\| --- ){5}\|`,
    String.raw`\| ${PLACE} \| (?:error|warning|info) \| ${TEXT} \| ${TEXT}(?:<br>${TEXT})? \| ${TEXT} \|`,
    `… and [\\d,]+ more of ${TEXT} {2}`,
  ]
    .map((line) => `^${line}$`)
    .join('|'),
);

test('law: every line is one of the layout, and text in it is no markup', () => {
  fc.assert(
    fc.property(namedReports, (reports) => {
      const text = renderMarkdown(reports);
      for (const line of text.split('\n')) assert.match(line, LINE);
      assert.not.match(text, /www\./i);
    }),
  );
});

test.run();
