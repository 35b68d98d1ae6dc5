/** The names of X-SES fields: those that SES reads, and those that it writes into received mail. */

/**
 * The fields that SES reads in a message and takes out of it.
 *
 * @see https://docs.aws.amazon.com/ses/latest/dg/event-publishing-send-email.html (documented)
 */
export const xSesNames = [
  'X-SES-CONFIGURATION-SET',
  'X-SES-MESSAGE-TAGS',
  'X-SES-LIST-MANAGEMENT-OPTIONS',
  'X-SES-SOURCE-ARN',
  'X-SES-FROM-ARN',
  'X-SES-RETURN-PATH-ARN',
  'X-SES-TENANT',
] as const;

/** Lower-case names of {@link xSesNames}. */
const READ: ReadonlySet<string> = new Set(xSesNames.map((name) => name.toLowerCase()));

/** As they stand in mail that SES received or delivered (observed). */
const WRITTEN = /^x-ses-(?:receipt|dkim-signature|outgoing|[a-z-]+-verdict)$/;

/** How the names start, in lower case. */
export const X_SES_PREFIX = 'x-ses-';

/**
 * What SES does with an X-SES field: it reads it, it writes it itself, or it does not know it.
 *
 * @param lowerName Starts with {@link X_SES_PREFIX}.
 */
export function xSesKind(lowerName: string): 'read' | 'written' | 'unknown' {
  if (READ.has(lowerName)) return 'read';
  return WRITTEN.test(lowerName) ? 'written' : 'unknown';
}
