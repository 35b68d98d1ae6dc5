/** Reports as text: golden texts, and messages that try to reach the terminal. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { preflight } from '../../lib/preflight/run.ts';
import { renderText } from '../../lib/report/text.ts';
import { fixture } from '../support/fixture.ts';
import { anyMessage, options } from '../support/messages.ts';
import { plain, receipt, UNSAFE } from './named-reports.ts';

const test = suite('report/text');

function report(name: string, octets: Uint8Array = fixture(`foreign/${name}`)) {
  return { name, report: preflight(octets) };
}

test('a message with errors', () => {
  const text = renderText([report('percent-in-domain.eml'), report('dkim-signs-rewritten.eml')]);
  assert.is(
    text,
    `percent-in-domain.eml: SES would refuse it; 1 error
  311 of 10,485,760 octets, 0 of 50 recipients
  2:30  error  "%" in a domain: "Bob Roe <bob@mail.example%!>"  [address/domain-character]
    SES: Domain contains illegal character (observed)
    fix: Correct the domain: letters, digits, hyphens and dots are allowed.

dkim-signs-rewritten.eml: 2 warnings, 1 info
  921 of 10,485,760 octets, 1 of 50 recipients
  2:20  warning  h= names Message-ID, which SES writes anew: the signature will fail  [ses/dkim-signs-rewritten]
    fix: Sign again without Message-ID, Date, Return-Path and Bounces-To in h=.
  2:31  warning  h= names X-SES-SOURCE-ARN, which SES takes out: the signature will fail  [ses/dkim-signs-removed]
    fix: Sign again without X-SES fields, Bcc and Feedback-ID in h=.
  13:19  info  X-SES-SOURCE-ARN without an ARN for From, which SES was seen to ask for though it documents one to be enough  [ses/arn-source-only]
    fix: Name the ARN of the From address too: fromArn, or X-SES-FROM-ARN.

Explained in the package mimewright:
  lib/preflight/rules.md#address-domain-character
  lib/preflight/rules.md#ses-arn-source-only
  lib/preflight/rules.md#ses-dkim-signs-removed
  lib/preflight/rules.md#ses-dkim-signs-rewritten

2 messages; SES would refuse 1 of them; 1 error, 2 warnings, 1 info
`,
  );
});

test('the octets at fault are shown, and several messages are counted', () => {
  assert.is(
    renderText([receipt, plain]),
    `./mail/receipt.eml: SES would refuse it; 4 errors, 1 warning, 1 info
  245 of 10,485,760 octets, 0 of 50 recipients
  1:10  error  "é" in the field "From"  [encoding/raw-8bit-header]
    | From: Caf\\xC3\\xA9 <billing@example.com>␍␊
    |          ^^^^^^^^
    fix: Write text as encoded-words (RFC 2047), parameters by RFC 2231, all else in ASCII.
  2:21  error  "%" in a domain: "zoe@mail.example%!"  [address/domain-character]
    | To: zoe@mail.example%!␍␊
    |                     ^
    SES: Domain contains illegal character (observed)
    fix: Correct the domain: letters, digits, hyphens and dots are allowed.
  3:1  warning  the field "Subject" is empty  [deliverability/subject-missing]
    | Subject:␍␊
    | ^^^^^^^^^^
    fix: Write a Subject that says what the message is about.
  4:28  info  blanks at the end of a line in the field "Comments"  [rfc5322/header-trailing-whitespace]
    | Comments: <b>[x](y)</b> {0}␣␣␍␊
    |                            ^^
    fix: Take the blanks out: relays strip them, which breaks DKIM signatures (simple).
  10:9  error  the octet 0xC3 in a body without a transfer encoding  [encoding/7bit-violation]
    | Hello␉Zo\\xC3\\xAB␍␊
    |         ^^^^^^^^
    fix: Encode the body as quoted-printable or base64 and label it so.
  source  error  no @domain in the address "x"  [address/missing-domain]
    SES: Missing final '@domain' (observed)
    fix: Complete the address: local-part@domain. Encode the display name only, never the address.

mail/plain.eml: no findings
  124 of 10,485,760 octets, 1 of 50 recipients

Explained in the package mimewright:
  lib/preflight/rules.md#address-domain-character
  lib/preflight/rules.md#address-missing-domain
  lib/preflight/rules.md#deliverability-subject-missing
  lib/preflight/rules.md#encoding-7bit-violation
  lib/preflight/rules.md#encoding-raw-8bit-header
  lib/preflight/rules.md#rfc5322-header-trailing-whitespace

2 messages; SES would refuse 1 of them; 4 errors, 1 warning, 1 info
`,
  );
});

test('colours are the caller’s, around names, severities, rules and carets', () => {
  const painted = renderText([receipt], (what, text) => `<${what} ${text}>`);
  assert.ok(painted.startsWith('<name ./mail/receipt.eml>: SES would refuse it'));
  assert.match(painted, / {2}3:1 {2}<warning warning> {2}the field .* {2}<rule \[deliverability/);
  assert.match(painted, /\n {4}\| <warning \^{10}>\n/);
});

test('a clean message is one line, no message none', () => {
  assert.is(
    renderText([report('plain', fixture('base/plain.eml'))]),
    'plain: no findings\n  439 of 10,485,760 octets, 1 of 50 recipients\n',
  );
  assert.is(renderText([]), '');
});

test('a finding about an option names it, and what is not listed is counted', () => {
  const octets = Buffer.from(`From: a@b\r\n${'Subject: x\r\n'.repeat(103)}\r\n`);
  const only = ['rfc5322/duplicate-header', 'address/null'];
  const given = { only, destinations: ['a@b', ''], source: '' };
  const lines = renderText([{ name: 'x', report: preflight(octets, given) }]).split('\n');
  const tail = lines.slice(-12);
  assert.match(
    String(tail[0]),
    /^ {2}destinations\[1\] {2}error {2}no address, but a blank string/,
  );
  assert.match(String(tail[3]), /^ {2}source {2}error/);
  assert.is(tail[6], '  … and 2 more of rfc5322/duplicate-header');
  assert.equal(tail.slice(7), [
    '',
    'Explained in the package mimewright:',
    '  lib/preflight/rules.md#address-null',
    '  lib/preflight/rules.md#rfc5322-duplicate-header',
    '',
  ]);
});

test('what a message holds never reaches the terminal as a control', () => {
  const hostile = '\u001b[2J\u009b31m\u202eevil\u2066\u200f\u2028\ufeff\u{e0041}';
  const octets = Buffer.from(`From: ${hostile}@b\r\nTo: x${hostile}\r\nX${hostile}\r\n\r\n`);
  const name = `a\nb\r${hostile}\ud800.eml`;
  const destinations = [`${hostile}\n`, '\udc00'];
  const text = renderText([{ name, report: preflight(octets, { destinations }) }]);
  assert.not.match(text, UNSAFE);
  assert.match(text, /^a\\u000ab\\u000d\\u001b\[2J\\u009b31m\\u202eevil/);
  assert.match(text, /\\udb40\\udc41/);
});

test('joiners of emoji and scripts stay', () => {
  const family = '\u{1f468}\u200d\u{1f469}';
  const octets = Buffer.from(`From: a@b\r\nTo: ${family}\r\n\r\n`);
  assert.ok(renderText([report('x', octets)]).includes(family));
});

test('law: any report is lines of printable text', () => {
  fc.assert(
    fc.property(anyMessage, options, fc.string({ unit: 'binary' }), (octets, given, name) => {
      const text = renderText([{ name, report: preflight(octets, given) }]);
      assert.ok(text.endsWith('\n'));
      assert.not.match(text, UNSAFE);
    }),
    { numRuns: 200 },
  );
});

test.run();
