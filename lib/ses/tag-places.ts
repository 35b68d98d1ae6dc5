/** Tags are told of by their place in the list of the request, whatever order a record gives them. */

import type { Finding, Report } from '../preflight/report.ts';
import type { RequestTag } from './read-request.ts';

/** A report whose tags count as in the list; `tags` is the record of the same tags that it is of. */
export function withTagPlaces(
  report: Report,
  list: readonly RequestTag[],
  tags: Readonly<Record<string, string>> = {},
): Report {
  const first = new Map(list.map(({ Name = '' }, index) => [Name, index] as const).reverse());
  const places = Object.keys(tags).map((tag) => first.get(tag) ?? -1);
  if (places.every((place, index) => place === index)) return report;
  const findings = Object.freeze(report.findings.map((finding) => moved(finding, places)));
  const errors = Object.freeze(findings.filter(({ severity }) => severity === 'error'));
  return Object.freeze({ ...report, findings, errors });
}

function moved(finding: Finding, places: readonly number[]): Finding {
  const { at } = finding;
  if (at.in !== 'option' || at.option !== 'tags' || at.index === undefined) return finding;
  const index = places[at.index] ?? at.index;
  return Object.freeze({ ...finding, at: Object.freeze({ ...at, index }) });
}
