/** The page of rules: contents, then each area with a table and a section for each rule. */

import { rules } from '../../../lib/preflight/catalogue.ts';
import type { RuleInfo } from '../../../lib/preflight/rule.ts';
import { ruleAnchor } from '../../../lib/report/rule-section.ts';
import { requestRules } from '../../../lib/ses/request-rules.ts';
import type { RuleCase } from '../rule-cases.ts';
import { literal } from './markdown.ts';
import { section } from './section.ts';

/** The rules of messages and those of requests, sorted by id. */
export const toldRules: readonly RuleInfo[] = [...rules, ...requestRules].sort((a, b) =>
  a.id < b.id ? -1 : 1,
);

/** The page is a function of the rules and their cases. */
export function rulesPage(rules: readonly RuleInfo[], cases: readonly RuleCase[]): string {
  const areas = rulesByArea(rules);
  return [
    HEAD,
    contents(areas),
    ...[...areas].map(([area, own]) => areaText(area, own, cases)),
  ].join('\n');
}

/** The rules of each area, in their order. */
export function rulesByArea(rules: readonly RuleInfo[]): ReadonlyMap<string, readonly RuleInfo[]> {
  const areas = new Map<string, RuleInfo[]>();
  for (const rule of rules) {
    const area = rule.id.slice(0, rule.id.indexOf('/'));
    areas.set(area, [...(areas.get(area) ?? []), rule]);
  }
  return areas;
}

/** What the areas are about; a rule of an area that is not here has no page. */
const SUBJECTS: Readonly<Record<string, string>> = {
  address: 'mailboxes, in header fields and in the request: RFC 5322 §3.4, and SES’s own grammar',
  deliverability: 'what receivers score, hide or block: measured, or documented by a provider',
  dkim: 'signatures, and what breaks them on the way: RFC 6376, RFC 8301, RFC 8463',
  encoding: 'charsets, transfer encodings and encoded-words: RFC 2045 §6, RFC 2047',
  list: 'mailing lists and bulk mail: RFC 2369, RFC 2919, RFC 8058',
  mime: 'media types, parameters, parts and boundaries: RFC 2045, RFC 2046, RFC 2183, RFC 2231',
  rfc5322: 'lines and header fields: RFC 5322',
  ses: 'what only Amazon SES has: sizes, counts, once-only fields; off under smtp',
};

const HEAD = `# The rules of preflight

<!-- Made by \`npm run rules\` from the rules and their cases: do not edit. -->

What each rule holds a message to, how bad a fault is by profile, its cause, its cure, who says so, and an example. How to read
a report is told in [reading-a-report.md](reading-a-report.md).

An example is one edit of a clean message: \`-\` is the line that was, \`+\` the line at fault, and carets stand under the octets at
fault (its first two lines), or where an absent thing belongs. The cause is what a report says of it, after line and column. Octets that would not be seen
are shown: \`␍\` CR, \`␊\` LF, \`␉\` TAB, \`␀\` NUL, and \`<C3>\` an octet outside 7-bit. A CRLF is shown only where it is at fault or a blank
stands before it; long lines are cut, at \`…\`. An input is what \`preflightRequest\` of \`mimewright/ses\` takes, and has the rules that it alone tells of.
`;

function contents(areas: ReadonlyMap<string, readonly RuleInfo[]>): string {
  const counts = [...areas].map(([area, own]) => {
    return `| [${area}](#${area}) | ${own.length} | ${literal(subjectOf(area))} |\n`;
  });
  return `| area | rules | about |\n| --- | --- | --- |\n${counts.join('')}`;
}

function areaText(area: string, rules: readonly RuleInfo[], cases: readonly RuleCase[]): string {
  const sections = rules.map((rule) => section(rule, cases));
  return [`## ${area}\n`, table(rules), ...sections].join('\n');
}

function table(rules: readonly RuleInfo[]): string {
  const head =
    '| rule | what should hold | ses-v1 | ses-v2 | smtp |\n| --- | --- | --- | --- | --- |\n';
  return head + rules.map(row).join('');
}

function row({ id, summary, severity }: RuleInfo): string {
  const { 'ses-v1': v1, 'ses-v2': v2, smtp } = severity;
  const link = `[${id}](#${ruleAnchor(id)})`;
  return `| ${link} | ${literal(summary)} | ${v1} | ${v2} | ${smtp} |\n`;
}

function subjectOf(area: string): string {
  const subject = SUBJECTS[area];
  if (subject === undefined) throw new Error(`the area ${area} has no subject`);
  return subject;
}
