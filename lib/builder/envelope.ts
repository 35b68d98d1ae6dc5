/** The envelope that follows from a draft: RFC 5321 §2.3.1. */

import type { Address } from '../model/mailbox.ts';
import type { Envelope } from '../model/message.ts';
import type { Draft } from './draft.ts';

/**
 * To, Cc and Bcc in order, group members in their places, each address once; and the address that
 * bounces go to: the return path, else Sender, else the first of From.
 */
export function envelopeOf({ returnPath, sender, from, to, cc, bcc }: Draft): Envelope {
  const recipients = new Set<string>();
  for (const list of [to, cc, bcc]) addRecipients(recipients, list);
  const reversePath = (returnPath ?? sender ?? from[0])?.address;
  const forwardPaths = Object.freeze([...recipients]);
  return Object.freeze(
    reversePath === undefined ? { to: forwardPaths } : { from: reversePath, to: forwardPaths },
  );
}

function addRecipients(recipients: Set<string>, addresses: readonly Address[]): void {
  for (const address of addresses) {
    if (address.kind === 'group') addRecipients(recipients, address.members);
    else recipients.add(address.address);
  }
}
