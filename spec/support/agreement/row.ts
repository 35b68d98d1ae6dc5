/** A row of the table of agreement: a valid form, what it says, and who reads it otherwise. */

import type { Facts } from './facts.ts';
import type { Fault, ReaderName } from './faults.ts';

/** Readers with a fault, and what they give instead of the facts, or the error that they raise. */
export type Deviation = readonly [
  readers: readonly ReaderName[],
  fault: Fault,
  says: Facts | string,
];

/**
 * The section that decides; the message, one character for each octet, LF for each line end, or
 * its header section alone; the facts as the standard has them; and those who read it otherwise.
 */
export type Row = readonly [
  source: string,
  message: string,
  is: Facts,
  but?: readonly Deviation[] | undefined,
];

/** The octets of a row's message. */
export function octetsOf([, message]: Row): Buffer {
  const whole = message.includes('\n\n') ? message : `${message}\n\ntext\n`;
  return Buffer.from(whole.replaceAll('\n', '\r\n'), 'latin1');
}
