/** The table of `npm run peers`: a row for each law, a column for each sender. */

import type { Law, Verdict } from '../../../lib/testing.ts';

/** What the laws found of one sender, in the order of the laws. */
export interface Column {
  readonly name: string;
  readonly verdicts: readonly Verdict[];
}

const SAID: Readonly<Record<Verdict['kind'], string>> = {
  holds: 'holds',
  broken: 'BROKEN',
  untried: '-',
};

/** Lines of a table in Markdown, its columns aligned. */
export function tableOf(laws: readonly Law[], columns: readonly Column[]): readonly string[] {
  const head = ['law', 'what should hold', 'source', ...columns.map(({ name }) => name)];
  const rows = laws.map(({ id, states, source }, at) => [
    id,
    states,
    source,
    ...columns.map(({ verdicts }) => SAID[verdicts[at]?.kind ?? 'untried']),
  ]);
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => widthOf(row[at]))));
  const rule = widths.map((width) => '-'.repeat(width));
  return [head, rule, ...rows].map((row) => lineOf(row, widths));
}

/** Lines that tell what broke each law, of laws whose counterexamples are of no use to an attacker. */
export function faultsOf(laws: readonly Law[], columns: readonly Column[]): readonly string[] {
  return laws.flatMap(({ id, isExploitable }, at) =>
    columns.flatMap(({ name, verdicts }) => {
      const verdict = verdicts[at];
      if (verdict?.kind !== 'broken' || isExploitable) return [];
      return `${id} ${name}: ${shortened(verdict.fault)}`;
    }),
  );
}

const CHARACTERS_MAX = 80;

function shortened(text: string): string {
  return text.length > CHARACTERS_MAX ? `${text.slice(0, CHARACTERS_MAX)}…` : text;
}

function lineOf(cells: readonly string[], widths: readonly number[]): string {
  return `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
}

function widthOf(cell = ''): number {
  return cell.length;
}
