/** The walk that SES makes through an address field: where each address begins and ends. */

import type { Span } from '../octets/span.ts';
import { angleEnd, commentEnd, literalEnd, quoteEnd, trimmed } from './address-delimiters.ts';
import { type AddressFault, addressFault } from './address-fault.ts';

/** One address or closed group, not yet tested. */
export interface AddressElement {
  /** From its first octet to its last: display name, angle brackets and comments included. */
  readonly whole: Span;
  /** What SES takes for the address: may be empty, has no blanks at its ends. */
  readonly address: Span;
  /** What stands before the angle brackets, unless it is empty. */
  readonly displayName: Span | undefined;
  /** The angle bracket that opened last; in a group, since the last comma. */
  readonly angle: number | undefined;
  /** The colon that opened a group. */
  readonly colon: number | undefined;
  /** Whether a semicolon closed it. */
  readonly isGroup: boolean;
  /** Whether a comma followed that colon. */
  readonly hasMemberComma: boolean;
  /** The comma after it. */
  readonly comma: number | undefined;
}

export interface AddressWalk {
  readonly elements: readonly AddressElement[];
  /** What ended the walk before the end of the field. */
  readonly fault?: AddressFault;
}

/**
 * Takes a list of addresses apart.
 *
 * Total, in linear time. Elements without an octet, as between two commas, are left out. A group
 * becomes an element when its semicolon comes, one that is never closed at the end of the field.
 *
 * @param body Unfolded.
 */
export function walkAddresses(body: string, { start, end }: Span): AddressWalk {
  const walk: Walk = { body, end, at: start, elements: [], open: undefined };
  while (walk.at < end) {
    const fault = (steps.get(body.charAt(walk.at)) ?? begin)(walk);
    if (fault !== undefined) return { elements: walk.elements, fault };
    walk.at += 1;
  }
  finish(walk);
  return { elements: walk.elements };
}

interface Walk {
  readonly body: string;
  readonly end: number;
  at: number;
  readonly elements: AddressElement[];
  open: OpenElement | undefined;
}

interface OpenElement {
  readonly start: number;
  addressStart: number;
  /** Set by whatever ends the address before its element ends: a comment or `>`. */
  addressEnd: number | undefined;
  displayName: Span | undefined;
  angle: number | undefined;
  colon: number | undefined;
  hasMemberComma: boolean;
}

/** Looks at one octet; moves on to the closing one of what it opens. */
type Step = (walk: Walk) => AddressFault | undefined;

const steps: ReadonlyMap<string, Step> = new Map<string, Step>([
  [' ', skip],
  ['\t', skip],
  ['\r', skip],
  ['\n', skip],
  ['(', comment],
  [')', ({ at }) => addressFault('comment-unbalanced', "Missing '('", at, at + 1)],
  ['<', angle],
  ['>', ({ at }) => addressFault('angle-unbalanced', "Missing '<'", at, at + 1)],
  ['"', quote],
  ['[', literal],
  [':', colon],
  [';', semicolon],
  [',', comma],
]);

function skip(): undefined {}

function begin(walk: Walk): undefined {
  open(walk);
}

function open(walk: Walk): OpenElement {
  walk.open ??= {
    start: walk.at,
    addressStart: walk.at,
    addressEnd: undefined,
    displayName: undefined,
    angle: undefined,
    colon: undefined,
    hasMemberComma: false,
  };
  return walk.open;
}

function comment(walk: Walk): AddressFault | undefined {
  const { body, at, end } = walk;
  const close = commentEnd(body, { start: at, end });
  if (close === undefined) {
    return addressFault('comment-unbalanced', "Missing ')'", at, at + 1);
  }
  if (walk.open !== undefined) walk.open.addressEnd ??= at;
  walk.at = close;
  return undefined;
}

function angle(walk: Walk): AddressFault | undefined {
  const { body, at, end } = walk;
  if (walk.open?.angle !== undefined) return extraAngle(walk);
  const { close, quote } = angleEnd(body, { start: at, end });
  if (quote !== undefined) return addressFault('quote-unclosed', "Missing '\"'", quote, quote + 1);
  if (close === undefined) return addressFault('angle-unbalanced', "Missing '>'", at, at + 1);
  const element = open(walk);
  element.angle = at;
  walk.at = close;
  if (element.colon !== undefined) return undefined;
  const name = trimmed(body, { start: element.start, end: at });
  if (name.start < name.end) element.displayName = name;
  element.addressStart = at + 1;
  element.addressEnd = close;
  return undefined;
}

function extraAngle({ body, at, end }: Walk): AddressFault {
  const { close = end - 1 } = angleEnd(body, { start: at, end });
  return addressFault('extra-angle', 'Extra route-addr', at, close + 1);
}

function quote(walk: Walk): AddressFault | undefined {
  const { body, at, end } = walk;
  open(walk);
  const close = quoteEnd(body, { start: at, end });
  if (close === undefined) return addressFault('quote-unclosed', "Missing '\"'", at, at + 1);
  walk.at = close;
  return undefined;
}

function literal(walk: Walk): AddressFault | undefined {
  const { body, at, end } = walk;
  open(walk);
  const close = literalEnd(body, { start: at, end });
  if (close === undefined) return addressFault('literal-unclosed', "Missing ']'", at, at + 1);
  walk.at = close;
  return undefined;
}

function colon(walk: Walk): AddressFault | undefined {
  const element = open(walk);
  if (element.colon !== undefined) {
    return addressFault('nested-group', 'Nested group', walk.at, walk.at + 1);
  }
  element.colon = walk.at;
  return undefined;
}

function semicolon(walk: Walk): AddressFault | undefined {
  if (walk.open === undefined) return undefined;
  if (walk.open.colon === undefined) {
    const text = 'Illegal semicolon, not in group';
    return addressFault('semicolon', text, walk.at, walk.at + 1);
  }
  walk.open.addressEnd = walk.at + 1;
  finish(walk);
  return undefined;
}

function comma(walk: Walk): undefined {
  if (walk.open === undefined) return;
  if (walk.open.colon === undefined) {
    finish(walk, { comma: walk.at });
    return;
  }
  walk.open.hasMemberComma = true;
  walk.open.angle = undefined;
}

/** Makes an element of the open one, up to the octet that the walk stands at. */
function finish(walk: Walk, { comma }: { readonly comma?: number } = {}): void {
  const { body, at, open } = walk;
  if (open === undefined) return;
  const { start, addressStart, addressEnd = at, displayName, angle, colon, hasMemberComma } = open;
  walk.elements.push({
    whole: trimmed(body, { start, end: Math.max(at, addressEnd) }),
    address: trimmed(body, { start: addressStart, end: addressEnd }),
    displayName,
    angle,
    colon,
    isGroup: addressEnd > at, // only a semicolon belongs to the address that it ends
    hasMemberComma,
    comma,
  });
  walk.open = undefined;
}
