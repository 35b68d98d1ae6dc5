/** Reports as SARIF 2.1.0, for code scanning. */

import type { RuleInfo } from '../preflight/rule.ts';
import { markdownText } from './markdown-text.ts';
import type { NamedReport } from './named-report.ts';
import { printableJson } from './printable-json.ts';
import { ruleSection } from './rule-section.ts';
import { type Index, LEVELS, messageString, resultsOf, uriOf } from './sarif-result.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** What a log says of the program beside the findings. */
export interface SarifOptions {
  /** The rules, for their help: the `rules` of mimewright; without them, rules have ids alone. */
  readonly rules?: readonly RuleInfo[];
  /** Of mimewright. */
  readonly version?: string;
}

/**
 * One log with one run. Regions have lines and octet offsets, and columns where the octets are given;
 * results have fingerprints that do not move with the lines, and what can be mended its fix.
 *
 * Columns count characters of UTF-8, as SARIF knows no others, so they differ from those of a report
 * behind an octet beyond ASCII.
 *
 * @see SARIF 2.1.0, OASIS Standard
 */
export function renderSarif(
  reports: readonly NamedReport[],
  { rules = [], version }: SarifOptions = {},
): string {
  const found = new Set(reports.flatMap(({ report }) => report.findings.map(({ rule }) => rule)));
  const ids = [...found].sort();
  const heads = new Map(rules.map((rule) => [rule.id, rule]));
  const artifacts = indexOf(new Set(reports.map(({ name }) => uriOf(name))));
  const indices = { ids: indexOf(ids), artifacts };
  const run = {
    tool: {
      driver: {
        name: 'mimewright',
        ...(version !== undefined && { version }),
        rules: ids.map((id) => descriptor(id, heads.get(id))),
      },
    },
    columnKind: 'unicodeCodePoints',
    defaultEncoding: 'UTF-8',
    newlineSequences: ['\r\n', '\n', '\r'],
    artifacts: artifactsOf(reports, artifacts),
    results: reports.flatMap((report) => resultsOf(report, indices)),
  };
  return printableJson({ $schema: SCHEMA, version: '2.1.0', runs: [run] });
}

function indexOf(names: Iterable<string>): Index {
  return new Map([...names].map((name, index) => [name, index]));
}

/** Each path once, as SARIF wants them; where two messages share one, it has no length. */
function artifactsOf(reports: readonly NamedReport[], uris: Index): readonly object[] {
  const lengths = new Map<string, Set<number>>();
  for (const { name, report } of reports) {
    const uri = uriOf(name);
    lengths.set(uri, (lengths.get(uri) ?? new Set()).add(report.sizeOctets));
  }
  return [...uris.keys()].map((uri) => {
    const [length, ...others] = lengths.get(uri) ?? [];
    return { location: { uri }, ...(length !== undefined && others.length === 0 && { length }) };
  });
}

function descriptor(id: string, rule: RuleInfo | undefined): object {
  if (rule === undefined) return { id };
  const whole = `${rule.summary}. ${rule.remedy}`;
  const sources = rule.sources.map((source) => `- ${markdownText(source)}`).join('\n');
  const explained = `Explained in \`${ruleSection(id)}\` of the package.`;
  return {
    id,
    shortDescription: { text: messageString(rule.summary) },
    fullDescription: { text: messageString(whole) },
    help: {
      text: messageString(whole),
      markdown: `${markdownText(whole)}\n\n${sources}\n\n${explained}`,
    },
    defaultConfiguration: { level: levelOf(rule) },
    properties: { tags: [id.slice(0, id.indexOf('/')), rule.about] },
  };
}

/** The worst of the profiles. */
function levelOf({ severity }: RuleInfo): string {
  const given = Object.values(severity);
  if (given.includes('error')) return LEVELS.error;
  return given.includes('warning') ? LEVELS.warning : LEVELS.info;
}
