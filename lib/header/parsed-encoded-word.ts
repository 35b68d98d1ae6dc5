/** An encoded-word as it was read: RFC 2047 §2, RFC 2231 §5. */

import type { Span } from '../octets/span.ts';

/** One encoded-word, in its place. */
export interface ParsedEncodedWord {
  /** From `=?` to behind `?=`, in the text that was scanned. */
  readonly span: Span;
  /** As written, without the language. */
  readonly charset: string;
  /** The tag behind the `*` of the charset, as written: RFC 2231 §5. */
  readonly language: string | undefined;
  readonly encoding: 'B' | 'Q';
  /**
   * What it says by itself, with U+FFFD for octets that are nothing in its charset; undefined where
   * the charset is unknown or the payload cannot be decoded.
   */
  readonly text: string | undefined;
}
