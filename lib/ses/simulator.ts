/** The mailbox simulator of SES. */

/**
 * Recipients that make SES act out a delivery, a bounce and so on, also in the sandbox; `+label`
 * may stand before the `@`. `ooto` delivers and replies out of the office.
 *
 * @see https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html
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
