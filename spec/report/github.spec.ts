/** Annotations within GitHub's limits, that nothing in a message can add to. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { filePath, fullText, severities, worstFirst } from '../../lib/report/finding-words.ts';
import { renderGithub, renderGithubSummary } from '../../lib/report/github.ts';
import { printable } from '../../lib/report/printable.ts';
import { manyFindings, namedReports, plain, receipt } from './named-reports.ts';

const test = suite('report/github');

test('a finding is an annotation, the worst first', () => {
  assert.is(
    renderGithub([plain, receipt]),
    `::error file=mail/receipt.eml,line=1,col=10,title=encoding/raw-8bit-header::"é" in the field "From". Write text as encoded-words (RFC 2047), parameters by RFC 2231, all else in ASCII.
::error file=mail/receipt.eml,line=2,col=21,title=address/domain-character::"%25" in a domain: "zoe@mail.example%25!". Correct the domain: letters, digits, hyphens and dots are allowed. SES: Domain contains illegal character (observed)
::error file=mail/receipt.eml,line=10,col=9,title=encoding/7bit-violation::the octet 0xC3 in a body without a transfer encoding. Encode the body as quoted-printable or base64 and label it so.
::error file=mail/receipt.eml,title=address/missing-domain::source: no @domain in the address "x". Complete the address: local-part@domain. Encode the display name only, never the address. SES: Missing final '@domain' (observed)
::warning file=mail/receipt.eml,line=3,col=1,title=deliverability/subject-missing::the field "Subject" is empty. Write a Subject that says what the message is about.
::notice file=mail/receipt.eml,line=4,col=28,title=rfc5322/header-trailing-whitespace::blanks at the end of a line in the field "Comments". Take the blanks out: relays strip them, which breaks DKIM signatures (simple).
`,
  );
  assert.is(renderGithub([plain]), '');
});

function linesOf(text: string): readonly string[] {
  return text.split('\n').slice(0, -1);
}

test('ten of a severity are shown, and the rest is counted once', () => {
  const errors = linesOf(renderGithub([manyFindings(1200)]));
  assert.is(errors.filter((line) => line.startsWith('::error ')).length, 10);
  assert.is(errors[10], '::notice title=mimewright::1,190 more findings are not annotated');
  const infos = manyFindings(10, 'info');
  assert.is(linesOf(renderGithub([infos])).length, 10);
  const eleven = linesOf(renderGithub([manyFindings(11, 'info')]));
  assert.is(eleven.length, 10);
  assert.is(eleven[9], '::notice title=mimewright::2 more findings are not annotated');
  const report = { ...receipt.report, omitted: { 'a/b': 1 } };
  const last = linesOf(renderGithub([{ name: 'a', report }])).at(-1);
  assert.is(last, '::notice title=mimewright::1 more finding is not annotated');
});

/** A workflow command as GitHub's runner takes it apart. */
function command(line: string): { kind: string; properties: Map<string, string>; data: string } {
  const [, kind = '', list = '', data = ''] = /^::([a-z]+) (.*?)::(.*)$/.exec(line) ?? [];
  const properties = list.split(',').map((one): [string, string] => {
    const equals = one.indexOf('=');
    return [one.slice(0, equals), plainText(one.slice(equals + 1))];
  });
  return { kind, properties: new Map(properties), data: plainText(data) };
}

function plainText(text: string): string {
  const plain: Readonly<Record<string, string>> = { '3A': ':', '2C': ',', '0D': '\r', '0A': '\n' };
  return text.replace(/%(3A|2C|0D|0A|25)/g, (_, code: string) => plain[code] ?? '%');
}

test('law: every line is one command, and says what the finding says', () => {
  fc.assert(
    fc.property(namedReports, (reports) => {
      const found = worstFirst(reports);
      const lines = linesOf(renderGithub(reports)).map(command);
      for (const kind of ['error', 'warning', 'notice'])
        assert.ok(lines.filter((line) => line.kind === kind).length <= 10);
      const annotations = lines.filter(({ properties }) => properties.has('file'));
      const omitted = reports.flatMap(({ report }) => Object.values(report.omitted));
      const isAll = annotations.length === found.length && omitted.length === 0;
      assert.is(lines.length - annotations.length, isAll ? 0 : 1);
      const shown = severities.flatMap((severity) => {
        const these = found.filter(({ finding }) => finding.severity === severity);
        return these.slice(0, severity === 'info' && !isAll ? 9 : 10);
      });
      assert.is(annotations.length, shown.length);
      for (const [at, { name, finding }] of shown.entries()) {
        const { kind, properties, data } = annotations[at] ?? command('');
        assert.is(kind, finding.severity === 'info' ? 'notice' : finding.severity);
        assert.is(properties.get('file'), printable(filePath(name)));
        assert.is(properties.get('title'), printable(finding.rule));
        assert.is(properties.size, finding.at.in === 'message' ? 4 : 2);
        assert.is(data, printable(fullText(finding)));
      }
    }),
  );
});

test('a summary leaves out what is clean, and the refused come first', () => {
  const warned = { ...manyFindings(1, 'warning'), name: 'warned.eml' };
  const wrong = { ...manyFindings(1), name: 'wrong.eml' };
  const text = renderGithubSummary([plain, warned, wrong, receipt]);
  assert.equal(text.match(/^#.*/gm), [
    ...['# mimewright', '## ./mail/receipt.eml', '## wrong.eml', '## warned.eml'],
  ]);
  assert.match(text, /^# mimewright\n\n4 messages; SES would refuse 1 of them; 5 errors, /);
});

test('a summary has 1 MiB at most, cut behind a line, and says so', () => {
  const many = renderGithubSummary([manyFindings(20_000)]);
  const octets = Buffer.byteLength(many);
  assert.ok(octets <= 1_048_576 && octets > 1_048_576 - 200);
  assert.match(many, /\|\n\n… cut: GitHub takes 1 MiB\.\n$/);
  const name = '日'.repeat(400_000);
  const short = renderGithubSummary([{ ...receipt, name }]);
  assert.match(short, /^# mimewright\n\n1 message; .*\n\n\n… cut: /);
});

test.run();
