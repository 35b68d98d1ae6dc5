/** One case of a rule as preflight judges it: what the page shows of the rule. */

import type { Finding, SesAnswer } from '../../../lib/preflight/report.ts';
import { preflight } from '../../../lib/preflight/run.ts';
import { fixture } from '../fixture.ts';
import { edited, type RuleCase } from '../rule-cases.ts';

export interface Specimen {
  readonly row: RuleCase;
  /** The clean message, and the same with the edit made. */
  readonly base: Buffer;
  readonly message: Buffer;
  readonly finding: Finding;
}

/**
 * The case that tells most: one with SES's text, else one about octets of a small message, else the
 * first.
 *
 * @throws {Error} when the rule has no case, or its case not the finding.
 */
export function specimenOf(id: string, cases: readonly RuleCase[]): Specimen {
  const rows = cases.filter(({ rule }) => rule === id);
  const small = rows.filter(({ fill, option }) => fill === undefined && option === undefined);
  const row = small.find(({ ses }) => ses !== undefined) ?? small[0] ?? rows[0];
  if (row === undefined) throw new Error(`${id} has no case`);
  const message = edited(row);
  return { row, base: fixture(`base/${row.base}.eml`), message, finding: findingOf(row, message) };
}

/** What SES says to the cases of a rule, each answer once. */
export function sesAnswers(id: string, cases: readonly RuleCase[]): readonly SesAnswer[] {
  const rows = cases.filter(({ rule }) => rule === id);
  const answers = new Map<string, SesAnswer>();
  for (const row of rows) {
    const { ses } = findingOf(row, edited(row));
    if (ses !== undefined) answers.set(JSON.stringify(ses), ses);
  }
  return [...answers.values()];
}

function findingOf(row: RuleCase, message: Buffer): Finding {
  const { rule, options, profile = 'ses-v1' } = row;
  const finding = preflight(message, { ...options, profile }).findings.find(
    (each) => each.rule === rule,
  );
  if (finding === undefined) throw new Error(`${rule} does not find its case`);
  return finding;
}
