/** The mailbox simulator of SES: recipients that act out what can become of mail. */

import { type MailboxParts, mailboxParts } from './mailbox-parts.ts';

/**
 * Recipients that make SES act out a delivery, a bounce and so on, also in the sandbox; `+label`
 * may stand before the `@`. `ooto` delivers and replies out of the office.
 *
 * @see https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html (documented)
 */
export const simulator: Readonly<
  Record<'success' | 'bounce' | 'complaint' | 'ooto' | 'suppressionlist', string>
> = Object.freeze({
  success: 'success@simulator.amazonses.com',
  bounce: 'bounce@simulator.amazonses.com',
  complaint: 'complaint@simulator.amazonses.com',
  ooto: 'ooto@simulator.amazonses.com',
  suppressionlist: 'suppressionlist@simulator.amazonses.com',
});

/** Where they all are. */
export const SIMULATOR_DOMAIN = 'simulator.amazonses.com';

/** The local parts that are acted out. */
export const simulatorParts: readonly string[] = Object.keys(simulator);

/** What an address is to the simulator: one of the five, `+label` or not; another one there; none of it. */
export type SimulatorRole = 'recipient' | 'unknown' | 'none';

/**
 * Tells the simulator's recipients from others: they do not count to the quota of 24 hours, though
 * to the rate, and they may be written to from the sandbox. Another local part there is a true bounce.
 *
 * @param address An addr-spec; that the case of its local part makes no difference is inferred.
 * @see https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html (documented)
 */
export function simulatorRole(address: string): SimulatorRole {
  if (!AT_SIMULATOR.test(address)) return 'none';
  return isActedOut(mailboxParts(address)) ? 'recipient' : 'unknown';
}

const AT_SIMULATOR = /@simulator\.amazonses\.com$/i;

function isActedOut({ localPart }: MailboxParts): boolean {
  const [name = ''] = localPart.toLowerCase().split('+', 1);
  return simulatorParts.includes(name);
}
