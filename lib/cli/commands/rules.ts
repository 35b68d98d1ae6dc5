/** `mimewright rules`: all rules, a line each. */

import type { RuleInfo } from '../../index.ts';
import { oneOf } from '../choice.ts';
import type { Command } from '../command.ts';
import { CLEAN } from '../exit-status.ts';
import type { Io } from '../io.ts';
import type { Arguments } from '../option.ts';
import { toldRules } from '../told-rules.ts';
import { UsageError } from '../usage-error.ts';

export const rulesCommand: Command = {
  name: 'rules',
  summary: 'list the rules with their severities',
  usage: '[OPTION]... [AREA]...',
  about: ['An AREA is what stands before the slash of a rule: address, mime, ses.'],
  options: [
    { name: 'format', short: 'f', value: 'FORMAT', help: 'table, json or markdown (table)' },
  ],
  examples: [['mimewright rules ses', "SES's own rules"]],
  statuses: [
    [0, 'the rules were listed'],
    [2, 'bad usage'],
  ],
  run: runRules,
};

/** Names are those of what `--format` takes. */
const FORMATS: Readonly<Record<string, (listed: readonly RuleInfo[]) => string>> = {
  table,
  json: (listed) => `${JSON.stringify(listed, undefined, 2)}\n`,
  markdown,
};

async function runRules(args: Arguments, io: Io): Promise<number> {
  const render = oneOf('--format', args.text('format') ?? 'table', FORMATS);
  const areas = args.operands.map((area) => `${area.replace(/\/$/, '')}/`);
  const unknown = areas.find((area) => !toldRules.some(({ id }) => id.startsWith(area)));
  if (unknown !== undefined) {
    const known = new Set(toldRules.map(({ id }) => id.slice(0, id.indexOf('/'))));
    const name = JSON.stringify(unknown.slice(0, -1));
    throw new UsageError(`no area ${name}; there are ${[...known].join(', ')}`);
  }
  const isListed = ({ id }: RuleInfo): boolean =>
    areas.length === 0 || areas.some((area) => id.startsWith(area));
  await io.writeOut(render(toldRules.filter(isListed)));
  return CLEAN;
}

function table(listed: readonly RuleInfo[]): string {
  const width = Math.max(0, ...listed.map(({ id }) => id.length));
  return listed
    .map(
      ({ id, severity, summary }) =>
        `${id.padEnd(width)}  ${levels(severity).padEnd(23)}  ${summary}\n`,
    )
    .join('');
}

/** One word where all profiles agree. */
function levels(severity: RuleInfo['severity']): string {
  const all = Object.values(severity);
  const [first = 'off'] = all;
  return all.every((level) => level === first) ? first : all.join('/');
}

function markdown(listed: readonly RuleInfo[]): string {
  const rows = listed.map(
    ({ id, severity, summary }) =>
      `| ${id} | ${levels(severity)} | ${summary.replaceAll('|', '\\|')} |\n`,
  );
  return `| Rule | Severity | What holds |\n| --- | --- | --- |\n${rows.join('')}`;
}
