/** How bad a finding is. */

/**
 * `error`: refused by the carrier, or a MUST broken so that a receiver refuses, mis-splits or alters
 * the message. `warning`: that may happen, or it is shown or scored badly. `info`: worth knowing.
 */
export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];
