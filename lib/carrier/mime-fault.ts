/** What can be wrong with a MIME field at SES: the causes, and SES's own text for each. */

import type { Span } from '../octets/span.ts';
import type { Evidence } from './evidence.ts';
import type { MimeToken } from './mime-token.ts';

/**
 * Each cause with SES's text up to what it found. Several causes share a text, so that a report can
 * tell apart what SES does not.
 */
export const mimeFaultTexts = {
  'type-missing': 'Expected MIME type, got ',
  'slash-missing': "Expected '/', got ",
  'subtype-missing': 'Expected MIME subtype, got ',
  'disposition-missing': 'Expected disposition, got ',
  'separator-missing': "Expected ';', got \"",
  'parameter-empty': 'Expected parameter name, got "',
  'parameter-name-missing': 'Expected parameter name, got "',
  'parameter-name-invalid': "Expected '=', got \"",
  'parameter-value-missing': 'Expected parameter value, got "',
  'parameter-equals-missing': "Expected '=', got \"",
  'parameter-value-character': 'Expected parameter value, got "',
  'quote-unclosed': 'Unbalanced quoted string',
  'comment-unclosed': 'Unbalanced comments',
} as const;

export type MimeCause = keyof typeof mimeFaultTexts;

/** The one fault that SES tells of a field, at the octets at fault. */
export interface MimeFault extends Span {
  readonly cause: MimeCause;
  /** What SES says, verbatim, one character for each octet that it quotes. */
  readonly text: string;
  readonly evidence: Evidence;
}

/** Texts that public reports quote of SES; what else its grammar says is inferred. */
const OBSERVED =
  /^(?:Expected '\/', got ;$|Expected disposition, got =$|Expected ';', got "|Expected '=', got "null"$)/;

const EIGHT_BIT = /[\x80-\xff]+/y;

/**
 * A fault at the token that SES stumbles over.
 *
 * @param due Where what is missing belongs: the place, if the next parameter or the end is found.
 */
export function mimeFault(
  body: string,
  cause: MimeCause,
  found: MimeToken,
  due: number = found.start,
): MimeFault {
  if (found.kind === 'open-quote') return fault('quote-unclosed', found, '');
  if (found.kind === 'open-comment') return fault('comment-unclosed', found, '');
  const isAbsent = cause !== 'parameter-empty' && isEndOfParameter(found);
  return fault(cause, isAbsent ? { start: due, end: due } : whole(body, found), found.value);
}

function fault(cause: MimeCause, { start, end }: Span, found: string): MimeFault {
  const lead = mimeFaultTexts[cause];
  const text = lead.endsWith('"') ? `${lead}${found}"` : `${lead}${found}`;
  const evidence = OBSERVED.test(text) ? 'observed' : 'inferred';
  return Object.freeze({ cause, text, evidence, start, end });
}

/** Whether the field, or one parameter of it, ends there. */
export function isEndOfParameter({ kind, value }: MimeToken): boolean {
  return kind === 'end' || (kind === 'special' && value === ';');
}

/** SES quotes one octet of a character beyond ASCII; all octets in a row are at fault. */
function whole(body: string, { start, end }: MimeToken): Span {
  EIGHT_BIT.lastIndex = start;
  return EIGHT_BIT.test(body) ? { start, end: EIGHT_BIT.lastIndex } : { start, end };
}
