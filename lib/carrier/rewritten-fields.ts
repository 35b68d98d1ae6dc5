/** The header fields that do not reach the receiver as they were written: RFC 6376 §5.4 meets SES. */

import type { Evidence } from './evidence.ts';

/** One field that SES touches, so that a signature over it fails. */
export interface RewrittenField {
  /** As documented; names compare without regard to case. */
  readonly name: string;
  /** An `added` field breaks the signature also when `h=` names it and the message lacks it. */
  readonly change: 'replaced' | 'removed' | 'added';
  readonly evidence: Evidence;
  /** Page or report that says so. */
  readonly source: string;
}

const GUIDE = 'https://docs.aws.amazon.com/ses/latest/dg';
const SIGN_MANUALLY = `${GUIDE}/send-email-authentication-dkim-manual.html`;
const DELEGATE = `${GUIDE}/sending-authorization-delegate-sender-tasks-email.html`;
const EVENTS = `${GUIDE}/event-publishing-send-email.html`;

/**
 * Every field that SES replaces, removes or adds in any message.
 *
 * List-Unsubscribe and List-Unsubscribe-Post are not here: SES replaces them only in messages that
 * use its list management.
 */
export const rewrittenFields: readonly RewrittenField[] = [
  { name: 'Message-ID', change: 'replaced', evidence: 'documented', source: SIGN_MANUALLY },
  { name: 'Date', change: 'replaced', evidence: 'documented', source: SIGN_MANUALLY },
  { name: 'Return-Path', change: 'replaced', evidence: 'documented', source: SIGN_MANUALLY },
  { name: 'Bounces-To', change: 'replaced', evidence: 'documented', source: SIGN_MANUALLY },
  { name: 'X-SES-CONFIGURATION-SET', change: 'removed', evidence: 'documented', source: EVENTS },
  { name: 'X-SES-MESSAGE-TAGS', change: 'removed', evidence: 'documented', source: EVENTS },
  { name: 'X-SES-SOURCE-ARN', change: 'removed', evidence: 'documented', source: DELEGATE },
  { name: 'X-SES-FROM-ARN', change: 'removed', evidence: 'documented', source: DELEGATE },
  { name: 'X-SES-RETURN-PATH-ARN', change: 'removed', evidence: 'documented', source: DELEGATE },
  {
    name: 'X-SES-LIST-MANAGEMENT-OPTIONS',
    change: 'removed',
    evidence: 'inferred',
    source: `${GUIDE}/sending-email-subscription-management.html`,
  },
  {
    name: 'X-SES-TENANT',
    change: 'removed',
    evidence: 'inferred',
    source: `${GUIDE}/tenants.html`,
  },
  { name: 'Bcc', change: 'removed', evidence: 'inferred', source: SIGN_MANUALLY },
  { name: 'Feedback-ID', change: 'added', evidence: 'inferred', source: SIGN_MANUALLY },
  {
    name: 'X-SES-Outgoing',
    change: 'added',
    evidence: 'observed',
    source:
      'https://github.com/sisimai/set-of-emails/blob/master/maildir/bsd/lhost-amazonses-05.eml',
  },
];

/**
 * What SES does to a field of this name.
 *
 * @param name In any case.
 * @returns Nothing when the field is delivered as it was written.
 */
export function rewrittenField(name: string): RewrittenField | undefined {
  return byName.get(name.toLowerCase());
}

const byName: ReadonlyMap<string, RewrittenField> = new Map(
  rewrittenFields.map((field) => [field.name.toLowerCase(), field]),
);
