/** Verified identities and the sandbox: who may send, and to whom. */

import { quoted } from '../../../errors.ts';
import { atSes, type MessageRule } from '../../rule.ts';
import { identityCheck, type Unverified } from './identity-check.ts';

const CREATING = 'https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html';
const TROUBLESHOOTING =
  'https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html';

const DOCUMENTED = { evidence: 'documented' } as const;

export const identityRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'ses/identity-unverified',
    aliases: [],
    about: 'choice',
    severity: atSes('error'),
    summary: 'From, Sender and the address for bounces are verified',
    remedy: 'Verify the address or its domain in this region, or send from one that is verified.',
    sources: [TROUBLESHOOTING, 'https://github.com/mageplaza/magento-2-smtp/issues/152'],
    check(facts, report) {
      for (const failed of identityCheck(facts).senders) {
        if (failed.otherCase !== undefined) continue;
        const { mailbox, answer } = failed;
        report(mailbox.place, `${described(failed)} is no verified identity, nor in one`, answer);
      }
    },
  },
  {
    // An error, where the table has a warning: SES refuses it like any address that is not verified.
    kind: 'message',
    id: 'ses/identity-local-part-case',
    aliases: [],
    about: 'choice',
    severity: atSes('error'),
    summary: 'A sender is written in the case in which it is verified',
    remedy: 'Write the local part as it is verified: its case counts.',
    sources: [CREATING],
    check(facts, report) {
      for (const failed of identityCheck(facts).senders) {
        const { mailbox, otherCase, answer } = failed;
        if (otherCase === undefined) continue;
        const message = `${described(failed)} is not verified, but ${quoted(otherCase)} is`;
        report(mailbox.place, message, answer.refuses ? { ...answer, ...DOCUMENTED } : answer);
      }
    },
  },
  {
    // Who is verified only identities tell: of a recipient, sandbox alone says nothing.
    kind: 'message',
    id: 'ses/sandbox-recipient',
    aliases: [],
    about: 'choice',
    severity: atSes('error'),
    summary: 'In the sandbox, recipients are verified or of the simulator',
    remedy: 'Verify the recipient, write to the simulator, or ask for production access.',
    sources: [
      'https://docs.aws.amazon.com/ses/latest/dg/request-production-access.html',
      TROUBLESHOOTING,
    ],
    check(facts, report) {
      for (const failed of identityCheck(facts).recipients) {
        const { mailbox, otherCase, answer } = failed;
        const but = otherCase === undefined ? '' : `, but ${quoted(otherCase)} is`;
        report(mailbox.place, `${described(failed)} is not verified${but}`, answer);
      }
    },
  },
];

function described({ mailbox, alsoIn }: Unverified): string {
  const others = alsoIn.length === 0 ? '' : ` (also in ${alsoIn.join(', ')})`;
  return `${quoted(mailbox.address)}${others}`;
}
