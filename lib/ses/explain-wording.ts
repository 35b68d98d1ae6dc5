/** Explanations in words: where the fault is, and why that is as certain as it is. */

import type { SesText } from '../carrier/ses-text.ts';
import type { SesTextMatch } from '../carrier/ses-text-match.ts';
import { quoted } from '../errors.ts';
import type { Finding } from '../preflight/report.ts';
import type { Place } from './explain-places.ts';

/** Findings that a sentence tells; the rest are counted. */
const TOLD_MOST = 3;

/** `line 4, column 5 (To): "DEBUG: Ann" …`. */
export function causeOfFindings(findings: readonly Finding[]): string {
  const told = findings
    .slice(0, TOLD_MOST)
    .map(({ at, message }) => `${placeName(at)}: ${message}`);
  return `${told.join('; ')}${more(findings.length - TOLD_MOST)}`;
}

/** The cause that the catalogue knows, and where the message holds what the text names. */
export function causeOfPlaces({ cause }: SesText, places: readonly Place[]): string {
  return `${cause}; the text names what stands at ${placeNames(places)}`;
}

/** What usually is the cause, where this message does not hold it, and what else SES refuses in it. */
export function causeOfAbsent(
  match: SesTextMatch,
  places: readonly Place[],
  candidates: readonly Finding[],
): string {
  if (match.entry.isObsolete) return `an obsolete text: ${match.entry.cause}`;
  const others = candidates.length === 0 ? '' : `; SES refuses ${causeOfFindings(candidates)}`;
  return `${absence(places)}; ${usualCause(match)}${others}`;
}

function absence(places: readonly Place[]): string {
  if (places.length === 0) return 'this message does not hold the fault';
  const names = placeNames(places);
  if (places.length > 1) return `at ${names}, but not at fault there`;
  return `this message has the field once, at ${names}: another was added behind it`;
}

/** As the catalogue has it. */
export function usualCause(match: SesTextMatch): string {
  const seen = seenOf(match);
  const inputs = seen.length === 0 ? '' : `; seen for ${seen.join('; ')}`;
  return `usually ${match.entry.cause}${inputs}`;
}

/** Those of the very field, where the text names one. */
function seenOf({ entry, values }: SesTextMatch): readonly string[] {
  const { field } = values;
  const own = entry.seen.filter((input) => field !== undefined && input.includes(field));
  return own.length > 0 ? own : entry.seen;
}

/** An unknown text, and what else may have been the cause. */
export function causeOfUnknown(text: string | undefined, candidates: readonly Finding[]): string {
  const what =
    text === undefined
      ? 'the error holds no text'
      : `not a text that SES is known to use: ${quoted(text)}`;
  if (candidates.length === 0) return `unknown; ${what}`;
  return `unknown; ${what}; SES would refuse this message for: ${causeOfFindings(candidates)}`;
}

/** `line 4, column 5 (To)`, `destinations[2], character 1`. */
export function placeName(place: Place): string {
  if (place.in === 'message') {
    const { line, column, field } = place;
    return `line ${line}, column ${column}${field === undefined ? '' : ` (${field})`}`;
  }
  const { option, index, start } = place;
  return `${option}${index === undefined ? '' : `[${index}]`}, character ${start + 1}`;
}

function placeNames(places: readonly Place[]): string {
  const told = places.slice(0, TOLD_MOST).map(placeName);
  return `${told.join(' and ')}${more(places.length - TOLD_MOST)}`;
}

function more(count: number): string {
  return count > 0 ? ` and ${count} more` : '';
}
