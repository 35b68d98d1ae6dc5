/** Specials in display names without quotes: which of them take a name apart, RFC 5322 §3.2.3. */

import type { Span } from '../../../octets/span.ts';
import type { MessageFacts } from '../../facts.ts';

/** Specials in quoted strings are text, and those in comments. */
const QUOTED_STRING_OR_COMMENT = /"(?:[^"\\]|\\[\s\S])*"|\([^()]*\)/g;

/** Those that begin or end an address, a group or a comment. */
const DIVIDING = /[,:;<>()]/;

/**
 * Whether the specials of a display name are such as readers, SES among them, take for text of the
 * name: `@`, `.`, `\` and square brackets.
 *
 * @param span From the first special of the name to the last.
 */
export function areSoftSpecials({ octets }: Pick<MessageFacts, 'octets'>, span: Span): boolean {
  const text = octets.toString('latin1', span.start, span.end);
  return !DIVIDING.test(text.replace(QUOTED_STRING_OR_COMMENT, ''));
}
