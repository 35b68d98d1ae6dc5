/** `mimewright explain`: a rule, or what SES said to a message. */

import type { RuleInfo } from '../../index.ts';
import { octetExcerpt, placeName, printable, ruleSection } from '../../report.ts';
import { type Explanation, explainSesError } from '../../ses.ts';
import { type Command, wrapped } from '../command.ts';
import { CLEAN, FAILURE, FINDINGS } from '../exit-status.ts';
import { inputName, onlyFile, readMessage } from '../files.ts';
import type { Io } from '../io.ts';
import { withKeys } from '../judge.ts';
import { judgingOf, judgingOptions } from '../judging-options.ts';
import { keyRecordsOf } from '../key-records.ts';
import type { Arguments } from '../option.ts';
import { toldRules } from '../told-rules.ts';
import { UsageError } from '../usage-error.ts';

export const explainCommand: Command = {
  name: 'explain',
  summary: 'explain a rule, or what SES said to a message',
  usage: "RULE...  |  --error 'TEXT' [OPTION]... FILE|-",
  about: [
    'A RULE is the id of one, its last part, or an alias. TEXT is what SES answered: the error of an SDK, a line of a ' +
      'log, a reply of SMTP. The octets of the message that it means are shown, with the cure, and ' +
      'with how certain that is.',
  ],
  options: [
    { name: 'error', value: 'TEXT', help: 'what SES said' },
    ...judgingOptions.filter(({ name }) => !['only', 'ignore', 'severity'].includes(name)),
  ],
  examples: [
    ['mimewright explain ses/header-once-only', 'what a rule asks for'],
    [
      'mimewright explain --error "Duplicate header \'MIME-Version\'." mail.eml',
      'why a call failed',
    ],
  ],
  statuses: [
    [0, 'explained'],
    [1, 'the text is unknown, or the message does not hold the fault'],
    [2, 'bad usage, or no such rule'],
    [3, 'the file could not be read'],
  ],
  run: (args, io) => (args.has('error') ? explainError(args, io) : explainRules(args, io)),
};

async function explainRules({ operands }: Arguments, io: Io): Promise<number> {
  if (operands.length === 0)
    throw new UsageError('no rule to explain; mimewright rules lists them');
  const found = operands.flatMap((name) => {
    const named = toldRules.filter(({ id, aliases }) =>
      [id, lastPart(id), ...aliases].includes(name),
    );
    if (named.length === 0) {
      throw new UsageError(`no rule ${JSON.stringify(name)}; mimewright rules lists them`);
    }
    return named;
  });
  await io.writeOut(found.map(ruleText).join('\n'));
  return CLEAN;
}

function lastPart(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}

function ruleText({
  id,
  aliases,
  summary,
  remedy,
  severity,
  sources,
  about,
  fixable,
}: RuleInfo): string {
  const levels = Object.entries(severity).map(([profile, level]) => `${profile} ${level}`);
  return [
    id,
    `  ${summary}.`,
    `  ${remedy}`,
    '',
    `  severity  ${levels.join(', ')}`,
    `  about     ${about === 'form' ? 'how a message is written' : 'what its author wants'}`,
    `  fix       ${fixable ? 'mimewright fix mends it' : 'by hand'}`,
    ...(aliases.length > 0 ? [`  also      ${aliases.join(', ')}`] : []),
    ...sources.map((source, at) => `${at === 0 ? '  source    ' : '            '}${source}`),
    `  more      ${ruleSection(id)}`,
  ]
    .map((line) => `${line}\n`)
    .join('');
}

async function explainError(args: Arguments, io: Io): Promise<number> {
  const file = onlyFile(args.operands, 'explain');
  const options = withKeys(await judgingOf(args, {}, io), await keyRecordsOf(args, io));
  const octets = await readMessage(file, io);
  if (octets === undefined) return FAILURE;
  const explanation = explainSesError(args.text('error') ?? '', octets, options);
  await io.writeOut(explanationText(explanation, inputName(file), octets));
  const { certainty } = explanation;
  return certainty === 'unknown' || certainty === 'absent' ? FINDINGS : CLEAN;
}

function explanationText(explanation: Explanation, name: string, octets: Uint8Array): string {
  const { text, cause, remedy, because, evidence, places, candidates, retry, sources } =
    explanation;
  const lines = [
    ...(text === undefined
      ? []
      : [`SES: ${text}${evidence === undefined ? '' : ` (${evidence})`}`, '']),
    `Cause: ${wrapped(cause, 7)}`,
    ...places.flatMap((at) => {
      const excerpt = octetExcerpt(octets, at);
      const line = `  ${name}:${placeName(at)}`;
      return excerpt === undefined
        ? [line]
        : [line, `    | ${excerpt.line}`, `    | ${excerpt.carets}`];
    }),
    `Cure:  ${wrapped(remedy, 7)}`,
    `Sure?  ${wrapped(because, 7)}`,
    ...(retry === undefined ? [] : [`Retry: ${retry}`]),
    ...(candidates.length + sources.length > 0 ? [''] : []),
    ...candidates.map(
      ({ rule, message, at }) => `  candidate ${placeName(at)}: ${message} [${rule}]`,
    ),
    ...sources.map((source) => `  ${source}`),
  ];
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line) => `${printable(line)}\n`)
    .join('');
}
