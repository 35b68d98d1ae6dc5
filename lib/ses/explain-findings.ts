/** Which findings of a report explain a text of SES. */

import type { SesText } from '../carrier/ses-text.ts';
import { isSameText, matchSesText, type SesTextMatch } from '../carrier/ses-text-match.ts';
import type { Finding, Report } from '../preflight/report.ts';

export interface Chosen {
  readonly findings: readonly Finding[];
  /** They give this very text, or the text has no other cause. */
  readonly isExact: boolean;
  /** The other findings that SES refuses. */
  readonly candidates: readonly Finding[];
}

/** Texts that SES gives to addresses, whatever is wrong with them. */
const VAGUE: ReadonlySet<string> = new Set([
  'invalid-email-address',
  'invalid-email-address-named',
  'invalid-rcpt-to-address-provided',
  'smtp-501',
]);

/** The findings that give the text itself; else those of its pattern; else those of its rules. */
export function chosenFindings(match: SesTextMatch, report: Pick<Report, 'findings'>): Chosen {
  const { findings } = report;
  const refusing = findings.filter(isRefusing);
  const exact = findings.filter(({ ses }) => isTextOf(match.text, ses?.text));
  const exactRefusing = exact.filter(isRefusing);
  if (exactRefusing.length > 0) return chosen(exactRefusing, true, refusing);
  const fitting = [
    exact,
    refusing.filter(({ ses }) => entryOf(ses?.text) === match.entry),
    findings.filter((finding) => isOfRules(match.entry, finding)),
    findings.filter((finding) => isSameInOtherPlace(match.entry, finding)),
    refusing.filter(({ ses }) => VAGUE.has(match.entry.id) && isOfAddress(ses?.text)),
  ].find(({ length }) => length > 0);
  return chosen(fitting ?? [], isOfOneCause(match.entry), refusing);
}

function chosen(
  findings: readonly Finding[],
  isExact: boolean,
  refusing: readonly Finding[],
): Chosen {
  const candidates = refusing.filter((finding) => !findings.includes(finding));
  return { findings, isExact, candidates };
}

function isRefusing({ ses }: Finding): boolean {
  return ses?.refuses === true;
}

function isTextOf(text: string, other: string | undefined): boolean {
  return other !== undefined && isSameText(text, other);
}

function entryOf(text: string | undefined): SesText | undefined {
  return text === undefined ? undefined : matchSesText(text)?.entry;
}

/** A finding of a rule that has several texts is told by its own. */
function isOfRules(entry: SesText, { rule, ses }: Finding): boolean {
  const isTold = ses?.refuses === true && entryOf(ses.text)?.rules.includes(rule) === true;
  return entry.rules.includes(rule) && (isOfOneCause(entry) || !isTold);
}

/** The same fault where SES words it otherwise. */
function isSameInOtherPlace({ id, rules }: SesText, { rule, ses }: Finding): boolean {
  const other = entryOf(ses?.text)?.id;
  return other !== undefined && OTHER_PLACES.get(id) === other && rules.includes(rule);
}

/**
 * A comma in a name makes two addresses where one is due, and in a list an address without domain;
 * of senders, SES names those that fail where it is told the region.
 */
const OTHER_PLACES: ReadonlyMap<string, string> = new Map([
  ['illegal-address', 'missing-final-domain'],
  ['email-address-not-verified-unnamed', 'email-address-not-verified'],
]);

function isOfAddress(text: string | undefined): boolean {
  return entryOf(text)?.subject === 'address';
}

/** What is said in other words than those of API v1, to one fault alone. */
function isOfOneCause({ id, subject, codes, text }: SesText): boolean {
  if (subject === 'receiver' || OTHER_WORDS.has(id)) return true;
  return text !== undefined && codes.length === 0;
}

/** Documented, where SES was seen to say something else. */
const OTHER_WORDS: ReadonlySet<string> = new Set(['there-are-no-recipients-specified']);
