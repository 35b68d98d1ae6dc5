/** The options of a transit, checked, and what follows from them. */

import {
  booleanArgument,
  choiceArgument,
  missing,
  recordArgument,
  textArgument,
} from '../arguments.ts';
import { MimewrightError, naming, quoted } from '../errors.ts';
import { checkDate } from '../header/date-time.ts';
import { domainToAscii } from '../header/domain.ts';
import { parseMsgIds } from '../header/msg-id.ts';
import { PLACEHOLDER } from './transit-placeholder.ts';

/** What SES does to one message, as far as the octets do not say it. */
export interface TransitOptions {
  /**
   * When SES takes the message: its Date. Nothing here has a clock: left out, it is the start of
   * 1970, plainly no real one.
   */
  readonly now?: Date;
  /** As the API returned it, or a whole msg-id; a marked placeholder if left out. */
  readonly messageId?: string;
  /** `us-east-1` if left out. */
  readonly region?: string;
  /** The configuration set tracks opens and clicks; false if left out. */
  readonly tracking?: boolean;
  /**
   * SES's list management is in use; false if left out, also where X-SES-LIST-MANAGEMENT-OPTIONS
   * asks for it: whether SES heeds that field by API v1 is not known.
   */
  readonly listManagement?: boolean;
  /** The domain of an identity with Easy DKIM or BYODKIM; left out, SES signs for itself alone. */
  readonly signingDomain?: string;
  /** A custom MAIL FROM domain; left out, bounces go to SES's own. */
  readonly mailFrom?: string;
  /** Whether SES takes Bcc out is not documented: `kept` if left out. */
  readonly bcc?: 'kept' | 'removed';
  /** Whether the author's own Feedback-ID stays: `kept` if left out, as in the one message seen. */
  readonly feedbackId?: 'kept' | 'replaced';
  /** Whether LF becomes CRLF on the way is not documented: `crlf` if left out. */
  readonly lineEnds?: 'crlf' | 'kept';
}

/** The options with their defaults, and what SES writes of them. */
export interface TransitSettings {
  readonly now: Date;
  readonly region: string;
  /** Without angles. */
  readonly messageId: string;
  /** An addr-spec. */
  readonly returnPath: string;
  readonly tracking: boolean;
  readonly listManagement: boolean;
  readonly signingDomain: string | undefined;
  readonly removesBcc: boolean;
  readonly keepsFeedbackId: boolean;
  readonly mendsLineEnds: boolean;
}

const NAMES: readonly string[] = Object.keys({
  now: true,
  messageId: true,
  region: true,
  tracking: true,
  listManagement: true,
  signingDomain: true,
  mailFrom: true,
  bcc: true,
  feedbackId: true,
  lineEnds: true,
} satisfies Readonly<Record<keyof TransitOptions, true>>);

/** Of a custom one; its left half goes into the Return-Path too, where a line cannot be folded. */
const MSG_ID_OCTETS_MAX = 512;
const DEFAULT_REGION = 'us-east-1';
const REGION = /^[a-z]+(?:-[a-z]+)+-[0-9]+$/;

/** Checks the options. @throws {MimewrightError} as `transit` says. */
export function transitSettings(options: TransitOptions): TransitSettings {
  const members = recordArgument('options', options, NAMES);
  for (const [name, value] of members) {
    if (value === undefined || value === null) throw missing(name, value);
  }
  const given = <T>(name: string, check: (what: string, value: unknown) => T): T | undefined =>
    members.has(name) ? check(name, members.get(name)) : undefined;
  const region = given('region', regionArgument) ?? DEFAULT_REGION;
  const messageId = msgId(given('messageId', textArgument) ?? PLACEHOLDER, region);
  const bounceDomain = given('mailFrom', domainArgument) ?? bounceDomainOf(region);
  return {
    now: given('now', (what, value) => checkDate(value, what)) ?? new Date(0),
    region,
    messageId,
    returnPath: `${messageId.slice(0, messageId.indexOf('@'))}@${bounceDomain}`,
    tracking: given('tracking', booleanArgument) ?? false,
    listManagement: given('listManagement', booleanArgument) ?? false,
    signingDomain: given('signingDomain', domainArgument),
    removesBcc: given('bcc', oneOf('kept', 'removed')) === 'removed',
    keepsFeedbackId: given('feedbackId', oneOf('kept', 'replaced')) !== 'replaced',
    mendsLineEnds: given('lineEnds', oneOf('crlf', 'kept')) !== 'kept',
  };
}

function oneOf(...allowed: readonly string[]): (what: string, value: unknown) => string {
  return (what, value) => choiceArgument(what, value, allowed);
}

function regionArgument(what: string, value: unknown): string {
  const region = textArgument(what, value);
  if (REGION.test(region)) return region;
  throw new MimewrightError(
    'option-invalid',
    `${what}: not the name of a region, such as eu-west-1: ${quoted(region)}`,
  );
}

function domainArgument(what: string, value: unknown): string {
  const domain = textArgument(what, value);
  const ascii = naming(what, () => domainToAscii(domain));
  if (!ascii.startsWith('[')) return ascii;
  throw new MimewrightError('domain-syntax', `${what}: not a domain name: ${quoted(domain)}`);
}

/** What the API returns is the left half: the observed right half differs by region. */
function msgId(typed: string, region: string): string {
  const domain = region === DEFAULT_REGION ? 'email.amazonses.com' : `${region}.amazonses.com`;
  const isWhole = typed.includes('@');
  const [id, ...others] = parseMsgIds(isWhole ? typed : `${typed}@${domain}`, 'messageId');
  if (id !== undefined && id.length > MSG_ID_OCTETS_MAX) {
    throw new MimewrightError('msg-id-syntax', `messageId: too long for SES: ${quoted(typed)}`);
  }
  if (id !== undefined && others.length === 0) return id;
  throw new MimewrightError('msg-id-syntax', `messageId: more than one msg-id: ${quoted(typed)}`);
}

function bounceDomainOf(region: string): string {
  return region === DEFAULT_REGION ? 'amazonses.com' : `${region}.amazonses.com`;
}
