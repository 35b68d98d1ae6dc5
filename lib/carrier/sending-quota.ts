/** How much an account may send: what `GetSendQuota` (v1) and `GetAccount` (v2) answer. */

/**
 * The numbers of one account in one region, as SES tells them. Recipients count, not messages.
 *
 * @see https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas.html (documented)
 */
export interface SendingQuota {
  /** Recipients in any 24 hours; -1 where SES sets no limit. */
  readonly max24HourSend: number;
  /** Recipients sent to in the last 24 hours. */
  readonly sentLast24Hours: number;
  /** Recipients a second; short bursts above it pass. */
  readonly maxSendRate?: number;
}
