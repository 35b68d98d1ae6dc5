/** A command: how it is used, and what it does. */

import type { Io } from './io.ts';
import type { Arguments, Option } from './option.ts';

export interface Command {
  readonly name: string;
  /** One line for the list of commands, without a full stop. */
  readonly summary: string;
  /** What stands behind the name. */
  readonly usage: string;
  /** Paragraphs that say what it does. */
  readonly about: readonly string[];
  readonly options: readonly Option[];
  readonly examples: readonly (readonly [line: string, meaning: string])[];
  /** Variables of the environment that it heeds. */
  readonly variables?: readonly (readonly [names: string, meaning: string])[];
  /** What the statuses mean here. */
  readonly statuses: readonly (readonly [status: number, meaning: string])[];
  /** @returns The exit status. */
  run(args: Arguments, io: Io): Promise<number>;
}

/** Columns of a terminal that help is laid out for. */
const COLUMNS = 79;
const MARGIN = 6;
/** Options longer than this stand on a line of their own. */
const NAME_COLUMNS = 26;

/** The help of a command: usage, what it does, its options, examples and exit statuses. */
export function helpOf({
  name,
  summary,
  usage,
  about,
  options,
  examples,
  variables = [],
  statuses,
}: Command): string {
  return [
    wrapped(`mimewright ${name}: ${summary}.`, 0),
    wrapped(`Usage: mimewright ${name} ${usage}`, 7),
    ...about.map((paragraph) => wrapped(paragraph, 0)),
    ...groupsOf([...options, HELP]).map(
      ([title, group]) => `${title}:\n${group.map(optionHelp).join('\n')}`,
    ),
    ...(variables.length === 0 ? [] : [`Environment:\n${variables.map(variableText).join('\n')}`]),
    `Exit status:\n${statuses.map(([status, meaning]) => `  ${status}  ${wrapped(meaning, 5)}`).join('\n')}`,
    ...(examples.length === 0 ? [] : [`Examples:\n${examples.map(exampleText).join('\n')}`]),
  ]
    .map((block) => `${block}\n`)
    .join('\n');
}

/** Options under their headings, in the order in which these come first. */
function groupsOf(options: readonly Option[]): readonly (readonly [string, readonly Option[]])[] {
  const titles = new Set(options.map(titleOf));
  return [...titles].map((title) => [title, options.filter((one) => titleOf(one) === title)]);
}

function titleOf({ group = 'Options' }: Option): string {
  return group;
}

const HELP: Option = { name: 'help', short: 'h', help: 'this text' };

function optionHelp({ name, short, value, repeats, help }: Option): string {
  const letters = short === undefined ? '' : `-${short}, `;
  const written = `  ${letters}--${name}${value === undefined ? '' : ` ${value}`}`;
  const text = wrapped(`${help}${repeats === true ? '; may be repeated' : ''}`, NAME_COLUMNS);
  if (written.length + 2 > NAME_COLUMNS) return `${written}\n${' '.repeat(NAME_COLUMNS)}${text}`;
  return written.padEnd(NAME_COLUMNS) + text;
}

function variableText([names, meaning]: readonly [string, string]): string {
  return `  ${names}`.padEnd(NAME_COLUMNS) + wrapped(meaning, NAME_COLUMNS);
}

function exampleText([line, meaning]: readonly [string, string]): string {
  return `  ${line}\n${' '.repeat(MARGIN)}${wrapped(meaning, MARGIN)}`;
}

/** Words in lines; all but the first are indented. */
export function wrapped(text: string, indent: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > COLUMNS) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`);
}
