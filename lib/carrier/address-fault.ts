/** What can be wrong with an address field at SES: the causes, and SES's own text for each. */

/**
 * Each cause with every text that SES may answer to it. Several causes share a text, so that a
 * report can tell apart what SES does not; `display-name-special` carries the text that SES gives
 * to the rubble of a name whose comma or colon stands outside quotes.
 */
export const addressFaultTexts = {
  'angle-unbalanced': ["Missing '<'", "Missing '>'"],
  'comment-unbalanced': ["Missing '('", "Missing ')'"],
  'display-name-special': [
    "Missing final '@domain'",
    'Local address contains control or whitespace',
    'Local address contains illegal character',
    'Domain contains control or whitespace',
    'Domain contains illegal character',
    'Illegal address',
  ],
  'domain-character': ['Domain contains illegal character'],
  'domain-control': ['Domain contains control or whitespace'],
  'domain-dots': ['Domain starts with dot', 'Domain contains dot-dot', 'Domain ends with dot'],
  'domain-non-ascii': ['Domain contains control or whitespace'],
  'empty-address': ['Empty address'],
  'extra-angle': ['Extra route-addr'],
  'group-unclosed': [
    "Missing final '@domain'",
    'Local address contains control or whitespace',
    'Local address contains illegal character',
    'Domain contains control or whitespace',
    'Domain contains illegal character',
  ],
  'literal-unclosed': ["Missing ']'"],
  'local-part-character': ['Local address contains illegal character'],
  'local-part-control': ['Local address contains control or whitespace'],
  'local-part-non-ascii': ['Local address contains control or whitespace'],
  'missing-at': ["Missing final '@domain'"],
  'missing-domain': ['Missing domain'],
  'missing-local-part': ['Missing local name'],
  'nested-group': ['Nested group'],
  'not-single': ['Illegal address'],
  'quote-position': ['Quote not at start of local address', 'Quote not at end of local address'],
  'quote-unclosed': ["Missing '\"'", 'Unterminated quote'],
  semicolon: ['Illegal semicolon, not in group'],
  'source-route': ['Illegal route-addr'],
} as const;

export type AddressCause = keyof typeof addressFaultTexts;

/** One fault, at the octets at fault; what is absent has an empty span where it belongs. */
export interface AddressFault {
  readonly cause: AddressCause;
  /** What SES says, verbatim. */
  readonly text: string;
  /** Offset of the first octet at fault. */
  readonly start: number;
  /** Offset after the last one. */
  readonly end: number;
}

/** A fault whose text is one of its cause's. */
export function addressFault<Cause extends AddressCause>(
  cause: Cause,
  text: (typeof addressFaultTexts)[Cause][number],
  start: number,
  end: number,
): AddressFault {
  return Object.freeze({ cause, text, start, end });
}
