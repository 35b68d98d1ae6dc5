/** How many rules there are, by area, as the README tells it. */

import type { RuleInfo } from 'mimewright';

const PLACE = /(?<=<!-- rules -->\n)[\s\S]*(?=<!-- \/rules -->)/;

/** The Markdown with the paragraph between its marks made anew. */
export function withRuleCounts(markdown: string, rules: readonly RuleInfo[]): string {
  return markdown.replace(PLACE, () => `\n${paragraph(rules)}\n`);
}

function paragraph(rules: readonly RuleInfo[]): string {
  const areas = [...new Set(rules.map(areaOf))];
  const counts = areas.map((area) => {
    const count = rules.filter((rule) => areaOf(rule) === area).length;
    return `[${area}](lib/preflight/rules.md#${area}) ${count}`;
  });
  return (
    `There are ${rules.length} rules: ${counts.join(', ')}.\n` +
    '[The page of rules](lib/preflight/rules.md) has a cause, a cure, sources and an example for each;\n' +
    '[how to read a report](lib/preflight/reading-a-report.md) explains the rest. `rules` lists them for programs.\n'
  );
}

function areaOf({ id }: RuleInfo): string {
  return id.slice(0, id.indexOf('/'));
}
