/** What preflight may be told, and how that is checked. */

import {
  booleanArgument,
  choiceArgument,
  dateArgument,
  recordArgument,
  stringArgument,
} from '../arguments.ts';
import { type Profile, profiles } from '../carrier/limits.ts';
import type { SendingQuota } from '../carrier/sending-quota.ts';
import type { SesOptions } from '../carrier/ses-options.ts';
import { MimewrightError, quoted } from '../errors.ts';
import {
  checkTexts,
  type DkimKeys,
  dkimRecord,
  listManagementRecord,
  quotaRecord,
  severityRecord,
  textRecord,
} from './option-values.ts';
import type { Severity } from './severity.ts';

/**
 * What only the caller knows. The members of {@link SesOptions} are those of the request: addresses
 * among them are judged like those of the message. The envelope of a `RawMessage` stands in for
 * `destinations` and `source` where they are left out; by API v2, which has no `source`, for
 * `feedbackForwarding` unless bounces go to the From address.
 */
export interface PreflightOptions extends SesOptions {
  /**
   * Whose rules apply; `ses-v1` if left out. Under `smtp`, another carrier's, no `ses/` rule runs and
   * the limits of the report are those of SES's SMTP endpoint, for comparison.
   */
  readonly profile?: Profile;
  /** Where the request goes, as in `eu-west-1`: ARNs are held against it, and SES's texts name it. */
  readonly region?: string;
  /**
   * Domains and addresses that are verified there, all of them. A domain covers its subdomains and
   * every address in both; the local part of an address keeps its case. Left out, nothing is said of
   * what is verified.
   */
  readonly identities?: readonly string[];
  /** The account is in the sandbox: recipients must be verified, or those of the simulator. */
  readonly sandbox?: boolean;
  /** The configuration set tracks opens or clicks, so SES edits the bodies of text parts. */
  readonly tracking?: boolean;
  /** What the account may still send. */
  readonly quota?: SendingQuota;
  /** The keys of signatures: with them, signatures are verified and not only looked at. */
  readonly dkim?: DkimKeys;
  /** What the message is for; only what is said to be `bulk` must carry what bulk mail carries. */
  readonly kind?: MailKind;
  /** When the message is sent: without it, nothing is said of times that lie ahead or behind. */
  readonly now?: Date;
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

/** Mail that one person asked for by what they did, or the same mail to many. */
export type MailKind = (typeof mailKinds)[number];
const mailKinds = ['transactional', 'bulk'] as const;

type Member = keyof PreflightOptions;
type Values = Required<PreflightOptions>;
type Own<M extends Member> = { -readonly [K in M]?: Values[K] };

const MEMBERS: { readonly [M in Member]: (what: string, value: unknown) => Values[M] } = {
  destinations: checkTexts,
  source: stringArgument,
  fromEmailAddress: stringArgument,
  replyToAddresses: checkTexts,
  feedbackForwarding: stringArgument,
  configurationSet: stringArgument,
  tags: textRecord,
  tenant: stringArgument,
  sourceArn: stringArgument,
  fromArn: stringArgument,
  returnPathArn: stringArgument,
  listManagement: listManagementRecord,
  endpointId: stringArgument,
  profile: (what, value) => choiceArgument(what, value, profiles),
  region: stringArgument,
  identities: checkTexts,
  sandbox: booleanArgument,
  tracking: booleanArgument,
  quota: quotaRecord,
  dkim: dkimRecord,
  kind: (what, value) => choiceArgument(what, value, mailKinds),
  now: dateArgument,
  template: booleanArgument,
  severity: severityRecord,
  only: checkTexts,
};

/**
 * Holds options to their types.
 *
 * @returns A copy of their own members, each read once and then checked: what passed is what is used,
 *   whatever the caller's lists and records answer later.
 * @throws {MimewrightError} `option-invalid`, `value-type` or `value-missing`, naming the member.
 */
export function checkOptions(options: PreflightOptions): PreflightOptions {
  const members = recordArgument('options', options, Object.keys(MEMBERS));
  const own: Own<Member> = {};
  for (const name of Object.keys(MEMBERS).filter(isMember)) {
    if (members.has(name)) keep(own, name, members.get(name));
  }
  return own;
}

function isMember(name: string): name is Member {
  return Object.hasOwn(MEMBERS, name);
}

function keep<M extends Member>(own: Own<M>, name: M, value: unknown): void {
  own[name] = MEMBERS[name](name, value);
}

/** The error for a rule that does not exist. */
export function unknownRule(what: string, id: string): MimewrightError {
  return new MimewrightError('option-invalid', `${what}: no rule ${quoted(id)}; see rules`);
}
