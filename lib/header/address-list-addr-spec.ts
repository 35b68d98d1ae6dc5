/** Addr-specs in address lists: RFC 5322 §3.4.1, with the obsolete forms of §4.4. */

import { isBlank, trimBlanks } from '../octets/ascii.ts';
import type { Span } from '../octets/span.ts';
import { unquoted } from './address-list-text.ts';
import { type AddressToken, hullOf, noteHull } from './address-list-token.ts';
import { isAddressLiteral } from './address-literal.ts';
import type { FieldDefects } from './field-defect.ts';
import { textOfOctets } from './octet-text.ts';
import { quotedString } from './phrase.ts';

/** What a mailbox has of its address. */
export interface AddressParts {
  readonly address: string;
  readonly localPart: string;
  readonly domain: string;
  readonly addressSpan: Span;
}

type Tokens = readonly AddressToken[];

const NON_ASCII = /[^\x00-\x7f]/;
const NO_ATEXT = /[\x00-\x20\x7f()<>[\]:;@\\,"]/;

/** No address, at a place. */
export function noAddress(at: number): AddressParts {
  return { address: '', localPart: '', domain: '', addressSpan: { start: at, end: at } };
}

/** Whether tokens are words with dots between, as far as they are: a local part. */
export function isLocalPart(tokens: Tokens): boolean {
  return tokens.length > 0 && isDotted(tokens, ['atom', 'quoted-string']);
}

/**
 * Reads tokens as one addr-spec; undefined where there are none.
 *
 * What is none keeps its text as a local part without a domain, so it names nobody: of `a@b@c`
 * neither half is the address.
 *
 * @param room Where it stands, blanks and comments at its ends included that do not belong there.
 */
export function readAddrSpec(
  text: string,
  tokens: Tokens,
  defects: FieldDefects,
  room?: Span,
): AddressParts | undefined {
  const addressSpan = hullOf(tokens);
  if (addressSpan === undefined) return undefined;
  const at = tokens.findIndex(({ kind }) => kind === '@');
  const local = at === -1 ? tokens : tokens.slice(0, at);
  const domain = at === -1 ? [] : tokens.slice(at + 1);
  if (!isLocalPart(local) || !isDomain(domain)) {
    defects.note('address-invalid', addressSpan);
    return parts(textOfOctets(written(text, tokens)), '', addressSpan);
  }
  if (domain.length === 0) defects.note('address-missing-domain', addressSpan);
  noteLocalPart(text, local, defects);
  noteDomain(text, domain, defects);
  noteGaps(text, tokens, room ?? addressSpan, defects);
  return parts(localPartOf(text, local), domainOf(text, domain), addressSpan);
}

function parts(localPart: string, domain: string, addressSpan: Span): AddressParts {
  const local = isDotAtom(localPart) ? localPart : quotedString(localPart);
  return { address: domain === '' ? local : `${local}@${domain}`, localPart, domain, addressSpan };
}

/** No single pattern: one with a group that repeats would run out of stack on a million atoms. */
function isDotAtom(text: string): boolean {
  return text !== '' && !NO_ATEXT.test(text) && !`.${text}.`.includes('..');
}

function isDomain(tokens: Tokens): boolean {
  const [first] = tokens;
  return (tokens.length === 1 && first?.kind === 'domain-literal') || isDotted(tokens, ['atom']);
}

/** Whether there are words of some kinds and dots alone, and no word directly behind another. */
function isDotted(tokens: Tokens, words: readonly AddressToken['kind'][]): boolean {
  return tokens.every(({ kind }, at) => {
    return kind === '.' || (words.includes(kind) && !words.includes(tokens[at - 1]?.kind ?? '.'));
  });
}

function localPartOf(text: string, tokens: Tokens): string {
  const words = tokens.map(({ kind, start, end }) => {
    const word = text.slice(start, end);
    return kind === 'quoted-string' ? unquoted(word) : word;
  });
  return textOfOctets(words.join(''));
}

/** As written, without blanks at the ends of a literal. */
function domainOf(text: string, tokens: Tokens): string {
  const domain = textOfOctets(tokens.map(({ start, end }) => text.slice(start, end)).join(''));
  return domain.endsWith(']') ? `[${trimBlanks(domain.slice(1, -1))}]` : domain;
}

/** Tokens as they were written, with one blank for what stood between. */
function written(text: string, tokens: Tokens): string {
  const words = tokens.map(({ start, end }, at) => {
    const isSeparated = at > 0 && tokens[at - 1]?.end !== start;
    return (isSeparated ? ' ' : '') + text.slice(start, end);
  });
  return words.join('');
}

function noteLocalPart(text: string, tokens: Tokens, defects: FieldDefects): void {
  noteDots(tokens, defects);
  noteNonAscii('non-ascii-local', text, tokens, defects);
  const quoted = tokens.filter(({ kind }) => kind === 'quoted-string');
  if (tokens.length > 1) {
    noteHull(defects, 'obsolete-syntax', quoted, 'a quoted word in a local part');
  }
}

function noteDomain(text: string, tokens: Tokens, defects: FieldDefects): void {
  const [first] = tokens;
  if (first?.kind !== 'domain-literal') {
    noteDots(tokens, defects, 'in the domain');
    noteNonAscii('non-ascii-domain', text, tokens, defects);
  } else if (!isBracketedLiteral(domainOf(text, tokens))) {
    defects.note('domain-literal-invalid', first);
  }
}

function isBracketedLiteral(domain: string): boolean {
  return domain.endsWith(']') && isAddressLiteral(domain.slice(1, -1));
}

function noteNonAscii(
  code: 'non-ascii-local' | 'non-ascii-domain',
  text: string,
  tokens: Tokens,
  defects: FieldDefects,
): void {
  const span = hullOf(tokens);
  const isOdd = tokens.some(({ start, end }) => NON_ASCII.test(text.slice(start, end)));
  if (span !== undefined && isOdd) defects.note(code, span);
}

function noteDots(tokens: Tokens, defects: FieldDefects, detail?: string): void {
  const misplaced = tokens.filter(({ kind }, at) => {
    return (
      kind === '.' &&
      ((tokens[at - 1]?.kind ?? '.') === '.' || (tokens[at + 1]?.kind ?? '.') === '.')
    );
  });
  noteHull(defects, 'dot-misplaced', misplaced, detail);
}

/** Blanks and comments between the tokens: beside a dot the blanks are an obsolete production. */
function noteGaps(text: string, tokens: Tokens, room: Span, defects: FieldDefects): void {
  const taken = tokens.reduce((sum, { start, end }) => sum + end - start, 0);
  if (taken === room.end - room.start) return;
  const atDots: Span[] = [];
  const others: Span[] = [];
  let last: { readonly kind: AddressToken['kind'] | undefined; readonly end: number } = {
    kind: undefined,
    end: room.start,
  };
  for (const token of [...tokens, { kind: undefined, start: room.end, end: room.end }]) {
    const gap = { start: last.end, end: token.start };
    const between = text.slice(gap.start, gap.end);
    const isAtDot = token.kind === '.' || last.kind === '.';
    if (between.includes('(')) others.push(gap);
    else if (between !== '' && isBlank(between)) (isAtDot ? atDots : others).push(gap);
    last = token;
  }
  noteHull(defects, 'obsolete-syntax', atDots, 'a blank beside a dot');
  noteHull(defects, 'comment-in-address', others);
}
