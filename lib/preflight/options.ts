/** What preflight may be told, and how that is checked. */

import {
  booleanArgument,
  choiceArgument,
  missing,
  recordArgument,
  stringArgument,
  wrongType,
} from '../arguments.ts';
import { type Profile, profiles } from '../carrier/limits.ts';
import type { SesOptions } from '../carrier/ses-options.ts';
import { MimewrightError, quoted } from '../errors.ts';
import type { Severity } from './severity.ts';

/**
 * What only the caller knows. The members of {@link SesOptions} are those of the request: addresses
 * among them are judged like those of the message. The envelope of a `RawMessage` stands in for
 * `destinations` and `source` where they are left out.
 */
export interface PreflightOptions extends SesOptions {
  /**
   * Whose rules apply; `ses-v1` if left out. Under `smtp`, another carrier's, no `ses/` rule runs and
   * the limits of the report are those of SES's SMTP endpoint, for comparison.
   */
  readonly profile?: Profile;
  /** The message is a template: placeholders and absent recipients are no faults. */
  readonly template?: boolean;
  /**
   * Severities by rule id or alias; `off` silences a rule, and `refused` no longer counts it. A rule
   * that is off in the profile stays off.
   */
  readonly severity?: Readonly<Record<string, Severity | 'off'>>;
  /** Ids or aliases of the only rules to run, and to count for `ok` and `refused`. */
  readonly only?: readonly string[];
}

const MEMBERS = {
  destinations: checkTexts,
  source: text,
  fromEmailAddress: text,
  replyToAddresses: checkTexts,
  feedbackForwarding: text,
  configurationSet: text,
  tags: (what, value) => texts(what, recordArgument(what, value)),
  tenant: text,
  sourceArn: text,
  fromArn: text,
  returnPathArn: text,
  listManagement: (what, value) =>
    texts(what, recordArgument(what, value, ['contactList', 'topic'])),
  profile: (what, value) => choiceArgument(what, value, profiles),
  template: booleanArgument,
  severity: severityRecord,
  only: checkTexts,
} as const satisfies Readonly<
  Record<keyof PreflightOptions, (what: string, value: unknown) => void>
>;

const SEVERITY_OR_OFF = ['error', 'warning', 'info', 'off'] as const;

/**
 * Holds options to their types.
 *
 * @returns Their own members, read once: nothing that the caller does changes them any more.
 * @throws {MimewrightError} `option-invalid`, `value-type` or `value-missing`, naming the member.
 */
export function checkOptions(options: PreflightOptions): PreflightOptions {
  recordArgument('options', options);
  const own = { ...options };
  const members = recordArgument('options', own, Object.keys(MEMBERS));
  for (const [name, check] of Object.entries(MEMBERS)) {
    if (members.has(name)) check(name, members.get(name));
  }
  return own;
}

/** A list of strings, blank or not. */
export function checkTexts(what: string, value: unknown): void {
  if (value === undefined || value === null) throw missing(what, value);
  if (!Array.isArray(value)) throw wrongType(what, value, 'a list of strings');
  for (const [index, one] of value.entries()) text(`${what}[${index}]`, one);
}

/** A string, blank or not: what is wrong with its content is a finding. */
function text(what: string, value: unknown): void {
  stringArgument(what, value);
}

function texts(what: string, members: ReadonlyMap<string, unknown>): void {
  for (const [name, value] of members) text(`${what}.${name}`, value);
}

function severityRecord(what: string, value: unknown): void {
  for (const [rule, severity] of recordArgument(what, value)) {
    choiceArgument(`${what}[${quoted(rule)}]`, severity, SEVERITY_OR_OFF);
  }
}

/** The error for a rule that does not exist. */
export function unknownRule(what: string, id: string): MimewrightError {
  return new MimewrightError('option-invalid', `${what}: no rule ${quoted(id)}; see rules`);
}
