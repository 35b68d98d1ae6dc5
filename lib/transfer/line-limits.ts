/** The line lengths of mail, in octets without the CRLF. */

/** No line may be longer: RFC 5322 §2.1.1, RFC 5321 §4.5.3.1.6. */
export const LINE_OCTETS_MAX = 998;

/** A header field is folded to stay within this wherever its grammar lets it: RFC 5322 §2.1.1. */
export const FIELD_LINE_OCTETS = 78;

/** Encoded lines, and lines that hold an encoded-word: RFC 2045 §6.7, §6.8, RFC 2047 §2. */
export const ENCODED_LINE_OCTETS = 76;
