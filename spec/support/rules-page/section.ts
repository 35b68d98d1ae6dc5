/** What the page tells of one rule. */

import { profiles } from '../../../lib/carrier/limits.ts';
import type { SesAnswer } from '../../../lib/preflight/report.ts';
import type { RuleInfo } from '../../../lib/preflight/rule.ts';
import { printable } from '../../../lib/report/printable.ts';
import { ruleAnchor } from '../../../lib/report/rule-section.ts';
import type { RuleCase } from '../rule-cases.ts';
import { code, linked, literal, shortened } from './markdown.ts';
import { showingOf } from './showing.ts';

const CAUSE_CHARACTERS = 200;
const ANSWER_CHARACTERS = 100;

/** Heading with its anchor, what holds, severities, cause, cure, SES's answers, sources, example. */
export function section(rule: RuleInfo, cases: readonly RuleCase[]): string {
  const { id, aliases, summary, remedy, sources } = rule;
  const { place, message, answers, given, example } = showingOf(id, cases);
  const cause = shortened(printable(message), CAUSE_CHARACTERS);
  const points = [
    `Severity: ${severities(rule)}.`,
    `Cause, as in the example: ${code(place + cause)}`,
    `Cure: ${literal(remedy)}`,
    ...answers.map((answer) => `SES ${sesAnswer(answer)}.`),
    ...(aliases.length === 0 ? [] : [`Aliases: ${aliases.map(code).join(', ')}`]),
    `Sources: ${sources.map(linked).join('; ')}`,
    ...(given === '' ? [] : [`Example with ${code(given)}:`]),
  ];
  return [
    `### <a id="${ruleAnchor(id)}"></a>${id}\n`,
    `${literal(summary)}.\n`,
    points.map((point) => `- ${point}\n`).join(''),
    example,
  ].join('\n');
}

/** Each severity with its profiles: `off under ses-v1, ses-v2; warning under smtp; about form`. */
function severities({ severity, about }: RuleInfo): string {
  const each = new Set(profiles.map((profile) => severity[profile]));
  const parts = [...each].map((one) => {
    const own = profiles.filter((profile) => severity[profile] === one);
    return `${one} under ${own.join(', ')}`;
  });
  return [...parts, `about ${about}`].join('; ');
}

/** A text without a refusal is what SES's grammar says where its front end may be milder. */
function sesAnswer({ text, refuses, evidence }: SesAnswer): string {
  const said = text === undefined ? undefined : code(shortened(printable(text), ANSWER_CHARACTERS));
  if (said === undefined)
    return `${refuses ? 'refuses the call' : 'takes the message'} (${evidence})`;
  return `${refuses ? 'refuses the call' : 'may refuse the call'}: ${said} (${evidence})`;
}
