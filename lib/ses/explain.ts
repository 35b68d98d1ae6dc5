/** From a failing call to SES, to the octets at fault and the cure. */

import type { SesRetry, SesText } from '../carrier/ses-text.ts';
import { matchSesText, type SesTextMatch } from '../carrier/ses-text-match.ts';
import { sesTexts } from '../carrier/ses-texts.ts';
import type { RawMessage } from '../model/message.ts';
import type { PreflightOptions } from '../preflight/options.ts';
import { type Chosen, chosenFindings } from './explain-findings.ts';
import { namedPlaces, type Place } from './explain-places.ts';
import { type Examined, examined } from './explain-report.ts';
import {
  causeOfAbsent,
  causeOfFindings,
  causeOfPlaces,
  causeOfUnknown,
  usualCause,
} from './explain-wording.ts';
import { type ErrorWords, errorWords } from './explain-words.ts';
import type { Certainty, Explanation } from './explanation.ts';

/**
 * Says what a failed call to SES means: the cause, the octets at fault, the cure, how certain that
 * is, and whether the same call may succeed.
 *
 * Knows the texts of {@link sesTexts}; of any other it says that it is unknown. Never throws: where
 * the message or the options cannot be used, the explanation says so. Of the options, `severity`,
 * `only` and `template` are left aside: what SES refused, it refused. Without `profile`, the code of
 * the error tells which API was called.
 *
 * @param error What the SDK threw or rejected with, a line of a log, or a reply of SMTP.
 * @param message The octets that were sent, or the {@link RawMessage}.
 * @param options What the request said beside the message.
 * @example
 * try {
 *   await ses.send(new SendRawEmailCommand(sendRawEmailInput(raw)));
 * } catch (error) {
 *   const { cause, remedy, certainty } = explainSesError(error, raw);
 *   console.error(cause); // 'line 3, column 5 (To): a display name with ":" …'
 * }
 */
export function explainSesError(
  error: unknown,
  message: Uint8Array | RawMessage,
  options: PreflightOptions = {},
): Explanation {
  const words = errorWords(error);
  const match = matched(words);
  const look = examined(message, options, words, match);
  return match === undefined ? unknown(words, look) : known(words, match, look);
}

/** By its text; where none is known, by its code. */
function matched(words: ErrorWords): SesTextMatch | undefined {
  for (const text of words.texts) {
    const match = matchSesText(text);
    if (match !== undefined) return match;
  }
  const { code, reply, texts, status = 0 } = words;
  const entry =
    sesTexts.find((one) => isByCode(one) && code !== undefined && one.codes.includes(code)) ??
    sesTexts.find((one) => isByCode(one) && reply !== undefined && one.smtp.includes(reply)) ??
    sesTexts.find((one) => status >= 500 && one.codes.includes('ServiceUnavailable'));
  return entry && { entry, text: texts[0] ?? '', values: {} };
}

function isByCode({ text }: SesText): boolean {
  return text === undefined;
}

function known(words: ErrorWords, match: SesTextMatch, look: Examined): Explanation {
  const { entry } = match;
  const isNever = entry.isObsolete === true;
  const chosen = isNever ? NOTHING : chosenFindings(match, look.report);
  const { findings } = chosen;
  const named = findings.length > 0 ? [] : placesIn(look, match);
  const places = findings.length > 0 ? findings.map(({ at }) => at) : named;
  const certainty = certaintyOf(match, chosen, named, look);
  const isSettled = certainty === 'found' || certainty === 'account';
  return frozen(words, look, {
    known: true,
    text: match.text,
    cause: causeOf(match, chosen, named, certainty, look),
    remedy: findings[0]?.remedy ?? entry.remedy,
    certainty,
    because: reasonOf(match, certainty, findings.length > 0, look),
    evidence: entry.evidence,
    places,
    findings,
    candidates: isSettled || isNever ? [] : chosen.candidates,
    retry: entry.retry,
    sources: entry.sources,
  });
}

const NOTHING: Chosen = { findings: [], isExact: false, candidates: [] };

function placesIn({ octets, options }: Examined, match: SesTextMatch): readonly Place[] {
  return octets === undefined ? [] : namedPlaces(match, octets, options);
}

function certaintyOf(
  { entry, values }: SesTextMatch,
  { findings, isExact }: Chosen,
  named: readonly Place[],
  { options }: Examined,
): Certainty {
  if (findings.length > 0) return isExact ? 'found' : 'likely';
  const isOfAccount = isByCode(entry)
    ? entry.subject === 'identity'
    : isUntoldIdentity(entry, options);
  if (entry.subject === 'account' || isOfAccount) return 'account';
  return named.length > 0 && values.field === undefined ? 'likely' : 'absent';
}

/** It names no address, and nobody says which are verified. */
function isUntoldIdentity({ id }: SesText, { identities }: PreflightOptions): boolean {
  return id === 'email-address-not-verified-unnamed' && identities === undefined;
}

function causeOf(
  match: SesTextMatch,
  { findings, candidates }: Chosen,
  named: readonly Place[],
  certainty: Certainty,
  { octets }: Examined,
): string {
  if (findings.length > 0) return causeOfFindings(findings);
  if (certainty === 'likely') return causeOfPlaces(match.entry, named);
  if (certainty === 'account') return match.entry.cause;
  return octets === undefined ? usualCause(match) : causeOfAbsent(match, named, candidates);
}

function reasonOf(
  { entry }: SesTextMatch,
  certainty: Certainty,
  isByFinding: boolean,
  { octets, options }: Examined,
): string {
  if (entry.isObsolete) return 'SES has not said this since about 2015';
  if (certainty === 'likely' && !isByFinding) return 'the text itself names what stands there';
  if (isUntoldIdentity(entry, options) && certainty === 'account') return PASS_IDENTITIES;
  if (certainty !== 'absent') return reasons[certainty];
  if (octets === undefined) return '';
  const isUntold = options.destinations === undefined && options.source === undefined;
  return isUntold ? `${reasons.absent}; ${PASS_OPTIONS}` : reasons.absent;
}

const PASS_IDENTITIES =
  'only the account knows what is verified: pass identities, and sandbox, as options';
const PASS_OPTIONS = 'pass what the request said as options too: destinations, source and so on';

const reasons: Readonly<Record<Certainty, string>> = {
  found: 'what stands there gives this text',
  likely: 'what stands there fits the text, though other causes give it too',
  absent:
    'no such fault in these octets with these options; compare them with what was really sent',
  account: 'the text is not about the message',
  unknown: 'nobody was seen quoting such a text of SES',
};

function unknown(words: ErrorWords, look: Examined): Explanation {
  const candidates = look.report.findings.filter(({ ses }) => ses?.refuses === true);
  const [text] = words.texts;
  const retry = retryOf(words);
  return frozen(words, look, {
    known: false,
    ...(text !== undefined && { text }),
    cause: causeOfUnknown(text, candidates),
    remedy:
      candidates[0] === undefined
        ? 'Look whether SES answers or something before it, and look the text up there.'
        : 'Cure the candidates first: each of them is refused, whatever this text means.',
    certainty: 'unknown',
    because: text === undefined ? '' : reasons.unknown,
    places: [],
    findings: [],
    candidates,
    ...(retry !== undefined && { retry }),
    sources: [],
  });
}

/** Where SES says that the call itself is bad, the same call stays bad. */
function retryOf({ code, reply, status = 0 }: ErrorWords): SesRetry | undefined {
  const isRefusal = ['InvalidParameterValue', 'BadRequestException', 'MessageRejected'].includes(
    code ?? '',
  );
  if (isRefusal || reply?.startsWith('5')) return 'no';
  return reply?.startsWith('4') || status === 429 ? 'yes' : undefined;
}

/** In the order in which they are read. */
function frozen(
  { code, reply }: ErrorWords,
  { complaint }: Examined,
  explanation: Omit<Explanation, 'code'>,
): Explanation {
  const { known, text, cause, remedy, certainty, because, ...rest } = explanation;
  const named = code ?? reply;
  return Object.freeze({
    known,
    ...(text !== undefined && { text }),
    ...(named !== undefined && { code: named }),
    cause,
    remedy,
    certainty,
    because: [because, complaint].filter((reason) => reason).join('; '),
    ...rest,
    places: Object.freeze([...rest.places]),
    findings: Object.freeze([...rest.findings]),
    candidates: Object.freeze([...rest.candidates]),
    sources: Object.freeze([...rest.sources]),
  });
}
