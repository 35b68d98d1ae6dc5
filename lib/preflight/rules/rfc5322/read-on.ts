/** What SES takes for the header section where no empty line ends it: it reads on into the body. */

import { HYPHEN } from '../../../octets/ascii.ts';
import type { MessageFacts } from '../../facts.ts';
import type { SesAnswer } from '../../report.ts';

/** Enough of what follows to see whether it is a header section. */
const PART_HEADER_OCTETS = 2000;
const CONTENT_TYPE = /^content-type:/im;

const EMPTY_LINE = /\r?\n\r?\n/;

/** SES's limit is not known; proper header sections are far below. */
const LONG_OCTETS = 64 * 1024;

/** What SES says where it reads on into the fields of the first part. */
export const DUPLICATE_TYPE = "Duplicate header 'Content-Type'.";

/** It was seen to say so of a header section without an end, of a size that is not known. */
export const SECTION_TOO_LONG: SesAnswer = {
  text: 'Header section too long.',
  refuses: false,
  evidence: 'observed',
};

/** Whether a second Content-Type comes up, from an offset on, before the next empty line. */
export function hasTypeAgain({ octets, root }: MessageFacts, start: number): boolean {
  if (root.field('Content-Type') === undefined) return false;
  if (octets[start] !== HYPHEN || octets[start + 1] !== HYPHEN) return false;
  const head = octets.toString('latin1', start, start + PART_HEADER_OCTETS);
  return CONTENT_TYPE.test(head.split(EMPTY_LINE, 1)[0] ?? '');
}

/** Whether no empty line is left, from an offset on, so that a long message is all header section. */
export function isAllHeader({ octets, root }: MessageFacts, start: number): boolean {
  const { headerSection, span } = root;
  if (span.end - headerSection.start <= LONG_OCTETS) return false;
  return !octets.includes('\r\n\r\n', start) && !octets.includes('\n\n', start);
}
