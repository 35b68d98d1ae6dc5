/** Sending authorization: addresses that are another account's to verify. */

import { isCoveredByArn } from '../../../carrier/identities.ts';
import type { MessageFacts } from '../../facts.ts';
import { asked, type Wish } from './asked.ts';

/** What an address is to the message. */
export type SenderRole = 'from' | 'sender' | 'source' | 'return-path';

/** The ARN that is for addresses of a role and no others. */
const ARN_OF: Readonly<Record<SenderRole, Wish | undefined>> = {
  from: 'fromArn',
  sender: undefined,
  source: 'sourceArn',
  'return-path': 'returnPathArn',
};

const ARNS: readonly Wish[] = ['sourceArn', 'fromArn', 'returnPathArn'];

/**
 * True for an address whose identity SES asks another account for. Where its role has an ARN, that
 * counts, and whether they agree the rules about ARNs tell; else any ARN that covers the address.
 *
 * @see https://docs.aws.amazon.com/ses/latest/dg/sending-authorization.html (documented)
 */
export function isAuthorizedElsewhere(
  facts: MessageFacts,
  role: SenderRole,
  address: string,
): boolean {
  const own = ARN_OF[role];
  if (own !== undefined && asked(facts, own) !== undefined) return true;
  return ARNS.some((wish) => isCoveredByArn(asked(facts, wish)?.text ?? '', address));
}
