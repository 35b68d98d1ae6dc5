/** The mailbox simulator of SES, among what makes requests. */

export { simulator } from '../carrier/simulator.ts';
