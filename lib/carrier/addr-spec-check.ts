/** The test that SES makes of one address, after the list around it was taken apart. */

import { type AddressFault, addressFault } from './address-fault.ts';

/** What the test of one address found. */
export interface AddrSpecCheck {
  /** Noticed while the field is parsed, before SES looks at what stands further right. */
  readonly early?: AddressFault | undefined;
  /** Noticed only when the whole field has been parsed, if nothing was before. */
  readonly late?: AddressFault | undefined;
  /** Octets of a source route, as in `@host:user@host`, that precede the addr-spec. */
  readonly routeOctets: number;
}

/**
 * Tests one address, blanks around it left out.
 *
 * A backslash takes the next character with it, wherever it stands; `.a`, `a.` and `a..b` pass as
 * local parts; what follows a `[` in the domain is not looked at.
 *
 * @param text The address, in angle brackets or not, without them.
 * @param offset Where it stands in the field: offsets of faults count from there.
 * @param place Only an address in angle brackets may have a source route.
 */
export function checkAddrSpec(
  text: string,
  offset: number,
  place: { readonly isAngle: boolean },
): AddrSpecCheck {
  if (text === '') {
    const early = addressFault('empty-address', 'Empty address', offset, offset);
    return { early, routeOctets: 0 };
  }
  const route = place.isAngle && text.startsWith('@') ? readRoute(text, offset) : 0;
  if (typeof route !== 'number') return { early: route, routeOctets: 0 };
  const { early, late, at } = readLocalPart(text, route, offset);
  if (at === undefined) return { early, late, routeOctets: route };
  return { early: domainFault(text, at + 1, offset), late, routeOctets: route };
}

/** Reads `@host,@host:`; the octets it has, or the fault of an element that lacks its `@`. */
function readRoute(text: string, offset: number): number | AddressFault {
  let start = 0;
  for (const { index } of text.matchAll(/[,:]/g)) {
    if (text[start] !== '@') {
      return addressFault('source-route', 'Illegal route-addr', offset + start, offset + index);
    }
    start = index + 1;
    if (text[index] === ':') break;
  }
  return start;
}

interface LocalPart {
  readonly early?: AddressFault;
  readonly late?: AddressFault | undefined;
  /** Where the `@` stands that ends the local part. */
  readonly at?: number;
}

/** Reads up to the `@`, in two states: within a quoted string, and outside. */
function readLocalPart(text: string, start: number, offset: number): LocalPart {
  let late: AddressFault | undefined;
  let quote: number | undefined;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') {
      at += 1;
    } else if (character === '"') {
      late ??= quoteFault(text, at, { isClosing: quote !== undefined }, offset);
      quote = quote === undefined ? at : undefined;
    } else if (quote === undefined) {
      if (character === '@' && at > 0) return { late, at };
      const early = localPartFault(text, at, offset);
      if (early !== undefined) return { early };
    }
  }
  if (quote !== undefined) {
    const start = offset + quote;
    return { early: addressFault('quote-unclosed', 'Unterminated quote', start, start + 1) };
  }
  late ??= addressFault('missing-at', "Missing final '@domain'", offset, offset + text.length);
  return { late };
}

/** A quoted string must be the whole local part, counted from the start of a source route. */
function quoteFault(
  text: string,
  at: number,
  { isClosing }: { readonly isClosing: boolean },
  offset: number,
): AddressFault | undefined {
  const start = offset + at;
  if (isClosing && at + 1 < text.length && text[at + 1] !== '@') {
    return addressFault('quote-position', 'Quote not at end of local address', start, start + 1);
  }
  if (isClosing || at === 0) return undefined;
  return addressFault('quote-position', 'Quote not at start of local address', start, start + 1);
}

const LOCAL_PART_SPECIALS = '()<>,;:\\"[]@';

function localPartFault(text: string, at: number, offset: number): AddressFault | undefined {
  const start = offset + at;
  if (text[at] === '@') {
    return addressFault('missing-local-part', 'Missing local name', start, start);
  }
  const control = controlRun(text, at);
  if (control !== undefined) {
    const cause = control.isAscii ? 'local-part-control' : 'local-part-non-ascii';
    const message = 'Local address contains control or whitespace';
    return addressFault(cause, message, start, offset + control.end);
  }
  if (!LOCAL_PART_SPECIALS.includes(text.charAt(at))) return undefined;
  const message = 'Local address contains illegal character';
  return addressFault('local-part-character', message, start, start + 1);
}

function domainFault(text: string, start: number, offset: number): AddressFault | undefined {
  const from = offset + start;
  if (start >= text.length) return addressFault('missing-domain', 'Missing domain', from, from);
  if (text[start] === '.') {
    return addressFault('domain-dots', 'Domain starts with dot', from, from + 1);
  }
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '[') return undefined;
    const fault = domainCharacterFault(text, at, offset);
    if (fault !== undefined) return fault;
  }
  const end = offset + text.length;
  if (!text.endsWith('.')) return undefined;
  return addressFault('domain-dots', 'Domain ends with dot', end - 1, end);
}

const DOMAIN_CHARACTER = /[A-Za-z0-9.-]/;

function domainCharacterFault(text: string, at: number, offset: number): AddressFault | undefined {
  const start = offset + at;
  const control = controlRun(text, at);
  if (control !== undefined) {
    const cause = control.isAscii ? 'domain-control' : 'domain-non-ascii';
    const message = 'Domain contains control or whitespace';
    return addressFault(cause, message, start, offset + control.end);
  }
  if (!DOMAIN_CHARACTER.test(text.charAt(at))) {
    const message = 'Domain contains illegal character';
    return addressFault('domain-character', message, start, start + 1);
  }
  if (text[at] !== '.' || text[at - 1] !== '.') return undefined;
  return addressFault('domain-dots', 'Domain contains dot-dot', start - 1, start + 1);
}

/** Blanks and controls, or octets outside ASCII, from here on; SES does not tell them apart. */
function controlRun(text: string, at: number): { end: number; isAscii: boolean } | undefined {
  const first = text.charCodeAt(at);
  const isAscii = first <= 0x7f;
  if (first > 0x20 && first < 0x7f) return undefined;
  const run = isAscii ? /[\x00-\x20\x7f]+/y : /[^\x00-\x7f]+/y;
  run.lastIndex = at;
  run.test(text);
  return { end: run.lastIndex, isAscii };
}
