/** Lines as a message quotes them. */

import { endOfLine } from '../../../octets/line-scan.ts';
import type { Span } from '../../../octets/span.ts';
import { excerpt } from '../../excerpt.ts';
import type { MessageFacts } from '../../facts.ts';

/** The first line of a span, in quotes and without its line end. */
export function firstLine(facts: MessageFacts, { start, end }: Span): string {
  return excerpt(facts, { start, end: endOfLine(facts.octets, start, end) });
}
