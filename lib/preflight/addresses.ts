/** Every address of the message and of the request, by the carrier's grammar. */

import type { AddressFault } from '../carrier/address-fault.ts';
import { textOfOctets } from '../header/octet-text.ts';
import { isBlank } from '../octets/ascii.ts';
import type { Span } from '../octets/span.ts';
import { AddressList } from './address-excerpt.ts';
import type { AddressField } from './address-field.ts';
import type { MessageFacts } from './facts.ts';
import type { SesAnswer } from './report.ts';
import type { RequestAddress } from './request-addresses.ts';
import type { AddressRule, Reporter, Rule } from './rule.ts';
import { invisibleCharacterRule, isInvisibleFault } from './rules/address/invisible-character.ts';
import { carrierAddressRules } from './rules/address/rules.ts';
import { holdsPlaceholder } from './template.ts';

/** An entry of a request is to be one address, so it is quoted whole, unless it is longer. */
const WHOLE_CHARACTERS = 160;

type ReporterOf = (rule: Rule) => Reporter | undefined;

/** Reports each fault to the rule of its cause. */
export function reportAddresses(facts: MessageFacts, reporterOf: ReporterOf): void {
  for (const field of facts.addressFields) {
    if (!field.isEmpty) reportField(facts, field, reporterOf);
  }
  for (const address of facts.requestAddresses) {
    if (address.isBlank) reportBlank(address, reporterOf);
    else if (!facts.isHeaderLine(address)) reportRequest(facts, address, reporterOf);
  }
}

function reportField(
  { options, root }: MessageFacts,
  { field, text, faults, list }: AddressField,
  reporterOf: ReporterOf,
): void {
  if (faults.length === 0) return;
  const places = placesOf(text, faults);
  for (const fault of faults) {
    const place = places.get(fault);
    if (place === undefined) continue;
    const found = textOfOctets(text.slice(fault.start, fault.end));
    const rule = ruleOf(fault, found);
    const written = list.excerpt(fault);
    if (rule === undefined || (options.template && holdsPlaceholder(written))) continue;
    const message = rule.describe(fault, { found, written });
    const site = { ...field.spanOf(place), entity: root, field };
    reporterOf(rule)?.(site, message, answerTo(rule, fault));
  }
}

function reportRequest(
  { options }: MessageFacts,
  { place, text, faults }: RequestAddress,
  reporterOf: ReporterOf,
): void {
  if (faults.length === 0 || (options.template && holdsPlaceholder(text))) return;
  const list = new AddressList(text, (typed) => typed);
  const isShort = text.length <= WHOLE_CHARACTERS;
  const places = placesOf(text, faults);
  for (const fault of faults) {
    const found = text.slice(fault.start, fault.end);
    const rule = ruleOf(fault, found);
    const at = places.get(fault);
    if (rule === undefined || at === undefined) continue;
    const written = isShort ? text : list.excerpt(fault);
    const message = rule.describe(fault, { found, written });
    const { start, end } = at;
    reporterOf(rule)?.({ ...place, start, end }, message, answerTo(rule, fault));
  }
}

/**
 * Where faults are shown. A name that commas cut into pieces needs one pair of quotes: of its faults,
 * what SES says first is told, at the first comma.
 */
function placesOf(text: string, faults: readonly AddressFault[]): ReadonlyMap<AddressFault, Span> {
  const places = new Map<AddressFault, Span>(faults.map((fault) => [fault, fault]));
  const isPiece = ({ cause, end }: AddressFault): boolean =>
    cause === 'display-name-special' && text[end - 1] === ',';
  const pieces = faults.filter(isPiece).sort((a, b) => a.start - b.start);
  const commas = new Map<AddressFault, Span>();
  let comma: Span = { start: 0, end: 0 };
  let last: Span | undefined;
  for (const piece of pieces) {
    const goesOn = last !== undefined && isBlank(text.slice(last.end, piece.start));
    if (!goesOn) comma = { start: piece.end - 1, end: piece.end };
    commas.set(piece, comma);
    last = piece;
  }
  const told = new Set<Span>();
  for (const fault of commas.size === 0 ? [] : faults) {
    const at = commas.get(fault);
    if (at === undefined) continue;
    if (told.has(at)) places.delete(fault);
    else places.set(fault, at);
    told.add(at);
  }
  return places;
}

function ruleOf(fault: AddressFault, found: string): AddressRule | undefined {
  return isInvisibleFault(fault, found) ? invisibleCharacterRule : byCause.get(fault.cause);
}

function answerTo({ observed }: AddressRule, { text }: AddressFault): SesAnswer {
  return { text, refuses: true, evidence: observed.includes(text) ? 'observed' : 'inferred' };
}

/** What SES was seen to say to an empty one, by member of the request; to blanks, it is inferred. */
const blankAnswers: ReadonlyMap<string, string> = new Map([
  ['destinations', 'Invalid email address .'],
  ['source', "Missing final '@domain'"],
]);

function reportBlank({ place, text, faults }: RequestAddress, reporterOf: ReporterOf): void {
  const rule = byCause.get('empty-address');
  const [fault] = faults;
  if (rule === undefined || fault === undefined) return;
  const observed = blankAnswers.get(place.option);
  reporterOf(rule)?.({ ...place, start: 0, end: text.length }, 'no address, but a blank string', {
    text: observed ?? fault.text,
    refuses: true,
    evidence: observed && text === '' ? 'observed' : 'inferred',
  });
}

const byCause: ReadonlyMap<AddressFault['cause'], AddressRule> = new Map(
  carrierAddressRules.flatMap((rule) => rule.causes.map((cause) => [cause, rule])),
);
