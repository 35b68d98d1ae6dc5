/** The table of rules in the README. */

import type { RuleInfo } from 'mimewright';

const PLACE = /(?<=<!-- rules -->\n)[\s\S]*(?=<!-- \/rules -->)/;

/** The Markdown with the table between its marks made anew. */
export function withRuleTable(markdown: string, rules: readonly RuleInfo[]): string {
  return markdown.replace(PLACE, () => `\n${ruleTable(rules)}\n`);
}

function ruleTable(rules: readonly RuleInfo[]): string {
  const head =
    '| rule | what should hold | ses-v1 | ses-v2 | smtp |\n| --- | --- | --- | --- | --- |\n';
  return head + rules.map(row).join('');
}

function row({ id, summary, severity }: RuleInfo): string {
  const { 'ses-v1': v1, 'ses-v2': v2, smtp } = severity;
  return `| \`${id}\` | ${literal(summary)} | ${v1} | ${v2} | ${smtp} |\n`;
}

/** Text that Markdown shows as it is. */
function literal(text: string): string {
  return text.replace(/[\\`*_<>[\]|]/g, '\\$&');
}
