/** A parameter as it was read: RFC 2045 §5.1, RFC 2231. */

import type { Parameter } from '../model/media-type.ts';
import type { Span } from '../octets/span.ts';

/** A parameter with all that its writing said. */
export interface ParsedParameter extends Parameter {
  /** In lower case, without the marks of RFC 2231. */
  readonly name: string;
  /**
   * Unquoted; where it was extended, decoded. Octets above 0x7F of a plain value stay what they
   * were in the text that was parsed.
   */
  readonly value: string;
  /** From the name to the end of the value; of joined segments, from the first to the last. */
  readonly span: Span;
  /** True when it was written as `name*=` or in segments of which one is `name*0*=`. */
  readonly isExtended: boolean;
  /** As written, of an extended value that names one. */
  readonly charset: string | undefined;
  /** As written, of an extended value that names one. */
  readonly language: string | undefined;
}

/** The parameter of that name, which is given in lower case. */
export function parameterNamed(
  parameters: readonly ParsedParameter[],
  name: string,
): ParsedParameter | undefined {
  return parameters.find((parameter) => parameter.name === name);
}
