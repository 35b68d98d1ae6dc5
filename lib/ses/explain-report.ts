/** What preflight says of a message that a call failed for, whatever the caller passed. */

import type { Profile } from '../carrier/limits.ts';
import type { SesTextMatch } from '../carrier/ses-text-match.ts';
import { MimewrightError, quoted } from '../errors.ts';
import type { RawMessage } from '../model/message.ts';
import { messageParts, withEnvelope } from '../preflight/envelope.ts';
import { checkOptions, type PreflightOptions } from '../preflight/options.ts';
import type { Finding } from '../preflight/report.ts';
import { look } from '../preflight/run.ts';
import type { ErrorWords } from './explain-words.ts';

export interface Examined {
  readonly report: { readonly findings: readonly Finding[] };
  /** Absent where the message is none. */
  readonly octets?: Buffer;
  /** Those of the call, with the envelope and the profile. */
  readonly options: PreflightOptions;
  /** What of the arguments could not be used. */
  readonly complaint?: string;
}

/** Codes that only API v2 has. */
const V2_CODES: ReadonlySet<string> = new Set([
  'BadRequestException',
  'NotFoundException',
  'TooManyRequestsException',
  'LimitExceededException',
  'SendingPausedException',
  'AccountSuspendedException',
]);

/** Never throws. */
export function examined(
  message: Uint8Array | RawMessage,
  options: PreflightOptions,
  words: ErrorWords,
  match: SesTextMatch | undefined,
): Examined {
  const [checked, optionsFault] = attempt(() => checkOptions(options));
  const [parts, messageFault] = attempt(() => messageParts(message));
  const complaint = [
    ...(messageFault === undefined ? [] : [`the message was not looked at: ${messageFault}`]),
    ...(optionsFault === undefined ? [] : [`the options were left aside: ${optionsFault}`]),
  ].join('; ');
  const told = { ...(complaint !== '' && { complaint }) };
  if (parts === undefined) return { report: { findings: [] }, options: {}, ...told };
  const { template, severity, only, ...rest } = checked ?? {};
  const profile = profileOf(rest, words, match);
  const whole: PreflightOptions = withEnvelope(parts, { ...rest, profile });
  const { octets } = parts;
  const [report = { findings: [] }] = attempt(() => look(octets, whole).report);
  return { report, octets, options: whole, ...told };
}

/** SMTP has the texts of API v1 and the size of v2. */
function profileOf(
  { profile, fromEmailAddress, feedbackForwarding, replyToAddresses }: PreflightOptions,
  { code = '' }: ErrorWords,
  match: SesTextMatch | undefined,
): Profile {
  if (profile !== undefined && profile !== 'smtp') return profile;
  const isSmtpSize = match?.entry.id === 'message-is-too-long';
  const hasV2Member = fromEmailAddress ?? feedbackForwarding ?? replyToAddresses;
  const isV2 = V2_CODES.has(code) || isSmtpSize || hasV2Member !== undefined;
  return isV2 ? 'ses-v2' : 'ses-v1';
}

function attempt<T>(
  step: () => T,
): readonly [value: T, fault?: never] | readonly [value: undefined, fault: string] {
  try {
    return [step()];
  } catch (error) {
    return [undefined, faultIn(error)];
  }
}

/** What a getter of the caller throws may be anything. */
function faultIn(error: unknown): string {
  try {
    return error instanceof MimewrightError ? error.message : quoted(error);
  } catch {
    return 'an error that tells nothing';
  }
}
