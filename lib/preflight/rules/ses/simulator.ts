/** Recipients at the mailbox simulator of SES. */

import { SIMULATOR_DOMAIN, simulatorParts, simulatorRole } from '../../../carrier/simulator.ts';
import { quoted } from '../../../errors.ts';
import type { MessageFacts } from '../../facts.ts';
import { atSes, type MessageRule } from '../../rule.ts';
import { effectiveRecipients } from './placed-mailbox.ts';

const AT_SIMULATOR = /@simulator\.amazonses\.com/i;

export const simulatorRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'ses/recipient-simulator-unknown',
    aliases: [],
    about: 'choice',
    severity: atSes('warning'),
    summary: 'A recipient at the simulator is one that it acts out',
    remedy: 'Write to one of the five, +label or not: any other bounces, and counts as a bounce.',
    sources: ['https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html'],
    check(facts, report) {
      if (!mayHaveSimulator(facts)) return;
      for (const { address, place } of effectiveRecipients(facts)) {
        if (simulatorRole(address) !== 'unknown') continue;
        const allowed = `${simulatorParts.join(', ')} at ${SIMULATOR_DOMAIN}`;
        report(place, `${quoted(address)} is nobody; there are ${allowed}`, {
          refuses: false,
          evidence: 'inferred',
        });
      }
    },
  },
];

/** Spares most messages a list of their recipients. */
function mayHaveSimulator({ addressFields, destinations }: MessageFacts): boolean {
  const places = destinations ?? addressFields;
  return places.some(({ text }) => AT_SIMULATOR.test(text));
}
