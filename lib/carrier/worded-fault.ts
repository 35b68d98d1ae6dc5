/** What is wrong with a text, in words, and where in it. */

import type { Span } from '../octets/span.ts';

/** Characters at fault; an empty span where something is missing. */
export interface WordedFault extends Span {
  /** Follows the quoted text, as in `"my set" holds " "; …`. */
  readonly clause: string;
}
