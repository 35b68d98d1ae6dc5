/** What the account may still send: SES sending quotas. */

import type { SendingQuota } from '../../../carrier/sending-quota.ts';
import { simulatorRole } from '../../../carrier/simulator.ts';
import { atSes, type MessageRule } from '../../rule.ts';
import { effectiveRecipients } from './placed-mailbox.ts';

const QUOTAS = 'https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas.html';
const ERRORS = 'https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas-errors.html';

export const quotaRules: readonly MessageRule[] = [
  {
    // That SES refuses what fits in part is the plain reading of its pages; seen it has nobody.
    kind: 'message',
    id: 'ses/quota-exceeded',
    aliases: [],
    about: 'choice',
    severity: atSes('error'),
    summary: 'The recipients fit into the quota of 24 hours',
    remedy: 'Send later, to fewer recipients, or ask for a higher quota: SES keeps no mail back.',
    sources: [QUOTAS, ERRORS],
    check(facts, report) {
      const { quota } = facts.options;
      if (quota === undefined || quota.max24HourSend < 0) return;
      const left = leftOf(quota);
      const counted = effectiveRecipients(facts).filter(({ address }) => isCounted(address));
      const surplus = counted[left];
      if (surplus === undefined) return;
      const many = `${counted.length} recipient${counted.length === 1 ? '' : 's'}`;
      report(
        surplus.place,
        `${many}, of ${left} left; ${quota.max24HourSend} are allowed in 24 hours`,
        {
          text: 'Daily message quota exceeded',
          refuses: left === 0,
          evidence: left === 0 ? 'documented' : 'inferred',
        },
      );
    },
  },
  {
    kind: 'message',
    id: 'ses/send-rate',
    aliases: [],
    about: 'choice',
    severity: atSes('info'),
    summary: 'One call has no more recipients than the rate of a second',
    remedy: 'Wait that long before the next call: short bursts pass, lasting ones are refused.',
    sources: [QUOTAS, ERRORS],
    check(facts, report) {
      const rate = facts.options.quota?.maxSendRate;
      if (rate === undefined || facts.recipientCount <= Math.max(rate, 1)) return;
      const recipients = effectiveRecipients(facts);
      const first = recipients[Math.max(Math.floor(rate), 1)];
      if (first === undefined) return;
      const seconds = Math.ceil(recipients.length / rate);
      report(
        first.place,
        `${recipients.length} recipients in one call, at a rate of ${rate} a second: as many as in ${seconds} seconds`,
        { refuses: false, evidence: 'documented' },
      );
    },
  },
];

/** SES tells its numbers with fractions. */
function leftOf({ max24HourSend, sentLast24Hours }: SendingQuota): number {
  return Math.max(0, Math.floor(max24HourSend - sentLast24Hours));
}

/** Those of the simulator count to the rate alone. */
function isCounted(address: string): boolean {
  return simulatorRole(address) !== 'recipient';
}
