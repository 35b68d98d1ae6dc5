/** How the size of a message stands with both APIs, told where it matters. */

import type { Report, SizeReadings } from '../preflight/report.ts';
import { grouped } from './finding-words.ts';

/**
 * One line where an API does not take the message, or would not if it counted the base64 of the
 * request; none else.
 */
export function sizeLines({ requestOctets, sizes }: Report): readonly string[] {
  const [v1, v2] = [sizeVerdict(sizes['ses-v1']), sizeVerdict(sizes['ses-v2'])];
  if (v1 === FITS) return [];
  return [`${grouped(requestOctets)} octets as base64 of a request: by v1 ${v1}, by v2 ${v2}`];
}

const FITS = 'fits';

function sizeVerdict({ fits, fitsAsRequest }: SizeReadings): string {
  if (fitsAsRequest) return FITS;
  return fits ? 'fits (SES does not count the base64)' : 'too large';
}
