/** The envelope that follows from a draft: RFC 5321 §2.3.1. */

import { mailboxesOf } from '../model/mailbox.ts';
import type { Envelope } from '../model/message.ts';
import type { Draft } from './draft.ts';

/**
 * To, Cc and Bcc in order, group members in their places, each address once; and the address that
 * bounces go to: the return path, else Sender, else the first of From.
 */
export function envelopeOf({ returnPath, sender, from, to, cc, bcc }: Draft): Envelope {
  const recipients = mailboxesOf([...to, ...cc, ...bcc]).map(({ address }) => address);
  const reversePath = (returnPath ?? sender ?? from[0])?.address;
  const forwardPaths = Object.freeze([...new Set(recipients)]);
  return Object.freeze(
    reversePath === undefined ? { to: forwardPaths } : { from: reversePath, to: forwardPaths },
  );
}
