/** Where the body of a field stands, without the blanks around it. */

import { withoutBlanks } from '../../../octets/ascii.ts';
import type { Span } from '../../../octets/span.ts';
import type { HeaderField } from '../../../reader/header-field.ts';

/** The octets that say something; empty where none do. */
export function bodySpan(field: HeaderField): Span {
  return field.spanOf(withoutBlanks(field.unfolded()));
}
