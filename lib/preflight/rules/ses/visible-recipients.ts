/** Those whom the fields show beside those whom the request names. */

import { mailboxKey } from '../../../carrier/mailbox-parts.ts';
import { quoted } from '../../../errors.ts';
import { atSes, type MessageRule } from '../../rule.ts';
import { siteOf } from '../../site.ts';
import { fieldMailboxes, type PlacedMailbox, requestMailboxes } from './placed-mailbox.ts';

export const visibleRecipientRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'ses/recipient-header-count',
    aliases: [],
    about: 'choice',
    severity: atSes('info'),
    summary: 'To, Cc and Bcc name at most 50, also beside destinations',
    remedy: 'Shorten the list that is shown, if SES refuses the message.',
    sources: ['https://github.com/arithmetric/aws-lambda-ses-forwarder/issues/44'],
    check(facts, report) {
      const { destinations, recipientCount, recipients, limits } = facts;
      const { most } = limits.recipients;
      if (destinations === undefined || recipientCount > most) return;
      const surplus = recipients[most];
      if (surplus === undefined) return;
      const count = `${recipients.length} recipients in the fields, of ${most} that a message goes to`;
      report(
        siteOf(facts, surplus),
        `${count}: one report says that SES counts them beside destinations`,
        { text: `Recipient count exceeds ${most}.`, refuses: false, evidence: 'inferred' },
      );
    },
  },
  {
    // Batches, a call for each recipient and redirected mail leave people out on purpose: told is only
    // what looks forgotten, a Cc of which nobody is among destinations while all of To are.
    kind: 'message',
    id: 'ses/recipient-not-in-api-list',
    aliases: [],
    about: 'choice',
    severity: atSes('info'),
    summary: 'Who is in Cc gets the message as well as who is in To',
    remedy: 'Add the mailboxes of Cc to destinations: SES sends to nobody else.',
    sources: ['https://github.com/nodemailer/nodemailer-ses-transport/issues/27'],
    check(facts, report) {
      const { destinations, limits } = facts;
      if (destinations === undefined || destinations.length >= limits.recipients.most) return;
      const [first, ...others] = fieldMailboxes(facts, 'cc');
      if (first === undefined) return;
      const named = keysOf(requestMailboxes(facts, 'destinations'));
      const to = [...keysOf(fieldMailboxes(facts, 'to'))];
      if (to.length === 0 || !to.every((key) => named.has(key))) return;
      if ([...keysOf([first, ...others])].some((key) => named.has(key))) return;
      const more = others.length === 0 ? '' : ` and ${others.length} more`;
      report(first.place, `${quoted(first.address)}${more} in Cc, not among destinations`, {
        refuses: false,
        evidence: 'observed',
      });
    },
  },
];

function keysOf(mailboxes: readonly PlacedMailbox[]): ReadonlySet<string> {
  return new Set(mailboxes.map(({ address }) => mailboxKey(address)));
}
