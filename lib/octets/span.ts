/** A stretch of octets. */

/**
 * From `start` up to, and not including, `end`; empty where both are equal.
 *
 * Counts octets of the message, or characters of a text that has one character for each octet.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}
