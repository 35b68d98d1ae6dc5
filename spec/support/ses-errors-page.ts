/** The page of errors: each text of SES, what it means, what to do, and how that is known. */

import { type SesText, type SesTextSubject, sesTextSubjects } from '../../lib/carrier/ses-text.ts';
import type { RuleInfo } from '../../lib/preflight/rule.ts';
import { ruleAnchor } from '../../lib/report/rule-section.ts';
import { requestRules } from '../../lib/ses/request-rules.ts';
import { code, linked, literal } from './rules-page/markdown.ts';

/** The page is a function of the texts and the rules. */
export function sesErrorsPage(texts: readonly SesText[], rules: readonly RuleInfo[]): string {
  const subjects = sesTextSubjects.map((subject) => {
    const own = texts.filter((entry) => entry.subject === subject);
    return [`## ${titles[subject]}\n`, table(own), ...own.map((entry) => section(entry, rules))];
  });
  return [HEAD, ...subjects.flat()].join('\n');
}

/** What an entry is called: its text, or its codes where there is none. */
export function entryName({ text, codes, smtp }: SesText): string {
  if (text !== undefined) return code(text);
  const all = [...codes.map(code), ...smtp.map((reply) => code(reply))];
  return all.join(', ');
}

const titles: Readonly<Record<SesTextSubject, string>> = {
  address: 'Addresses, in fields and in the request',
  header: 'The header section',
  mime: 'Media types, parameters and parts',
  request: 'Recipients, sizes and tags',
  identity: 'Identities, configuration sets and permissions',
  account: 'Quotas, rates, pauses and outages',
  receiver: 'Receivers, after SES took the message',
};

const HEAD = `# What SES says, and what it means

<!-- Made by \`npm run ses-errors\` from the texts and the rules: do not edit. -->

SES refuses a message with a few words and seldom says which address, field or part it means. Here is each text that it is known
to use, with its cause and its cure. Which octets of a message are at fault tells \`explainSesError\` of \`mimewright/ses\`, and before
anything is sent \`preflight\` of \`mimewright\`:

\`\`\`ts
import { explainSesError } from 'mimewright/ses';

try {
  await ses.send(new SendRawEmailCommand(sendRawEmailInput(raw)));
} catch (error) {
  const { cause, remedy, certainty } = explainSesError(error, raw);
  console.error(cause, remedy, certainty);
}
\`\`\`

It also takes a line of a log or a reply of SMTP as the error, and octets as the message. A part of a text that varies stands in
braces: \`{field}\`.

Evidence: **documented** is what pages of AWS say; **observed** is what an answer of SES, quoted in a public report, says; **inferred** is
what follows from the grammar that its answers match, and nobody was seen quoting it. Not affiliated with Amazon; inferred behaviour
is marked.
`;

function table(entries: readonly SesText[]): string {
  const rows = entries.map((entry) => `| [${cell(entry)}](#${entry.id}) | ${means(entry)} |\n`);
  return `| text or code | it means |\n| --- | --- |\n${rows.join('')}`;
}

function cell(entry: SesText): string {
  return entryName(entry).replaceAll('|', '\\|');
}

function means(entry: SesText): string {
  const mark = marked(entry);
  return `${withCode(entry.cause)}${mark === '' ? '' : ` (${mark})`}`;
}

function marked({ evidence, isObsolete }: SesText): string {
  if (isObsolete) return '**obsolete**';
  return evidence === 'inferred' ? '**inferred**' : '';
}

function section(entry: SesText, rules: readonly RuleInfo[]): string {
  const { id, cause, remedy, seen, evidence, sources, isObsolete } = entry;
  const lines = [
    `- Cause: ${withCode(cause)}.`,
    `- Cure: ${withCode(remedy)}`,
    ...(seen.length === 0 ? [] : [`- Seen for: ${seen.map(withCode).join('; ')}.`]),
    ...comesWith(entry),
    `- Try again: ${retries[entry.retry]}.`,
    ...(entry.rules.length === 0 ? [] : [`- Found by: ${ruleLinks(entry, rules)}.`]),
    `- Evidence: ${evidence === 'inferred' ? '**inferred**' : evidence}${isObsolete ? '; **obsolete**, not said since about 2015' : ''}.`,
    `- Sources: ${sources.map(linked).join(', ')}.`,
  ];
  return `### <a id="${id}"></a>${entryName(entry)}\n\n${lines.join('\n')}\n`;
}

const retries: Readonly<Record<SesText['retry'], string>> = {
  no: 'no, the same call is refused again',
  later: 'later, when that has changed',
  yes: 'yes, after a pause',
};

function comesWith({ text, codes, smtp }: SesText): readonly string[] {
  if (text === undefined) return [];
  const replies = smtp.map((reply) => `SMTP ${code(reply)}`);
  const all = [...codes.map(code), ...replies];
  return all.length === 0 ? [] : [`- Comes with: ${all.join(', ')}.`];
}

function ruleLinks({ rules: ids }: SesText, rules: readonly RuleInfo[]): string {
  return ids
    .map((id) => {
      const isOfRequest = requestRules.some((rule) => rule.id === id);
      if (!isOfRequest && !rules.some((rule) => rule.id === id)) throw new Error(`no rule ${id}`);
      const link = `[${id}](../preflight/rules.md#${ruleAnchor(id)})`;
      return isOfRequest ? `${link} of \`preflightRequest\`` : link;
    })
    .join(', ');
}

/** Prose with its code spans kept. */
function withCode(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((piece) => (/^`.*`$/.test(piece) ? piece : literal(piece)))
    .join('');
}
