/** Colours of a text report: what is painted, and how is the caller's affair. */

import type { Severity } from '../preflight/severity.ts';

/** What has a colour of its own. */
export type Painted = Severity | 'name' | 'rule';

/** Puts the marks of a colour around a text, or leaves it as it is. */
export type Paint = (what: Painted, text: string) => string;

/** No colours. */
export function plainPaint(_: Painted, text: string): string {
  return text;
}
