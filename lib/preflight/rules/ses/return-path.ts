/** Where bounces go: Return-Path beside the request's own address for them. */

import { mailboxKey } from '../../../carrier/mailbox-parts.ts';
import { quoted } from '../../../errors.ts';
import type { MessageFacts } from '../../facts.ts';
import { atSes, type MessageRule } from '../../rule.ts';
import { fieldMailboxes, requestMailboxes } from './placed-mailbox.ts';

const HEADER_FIELDS = 'https://docs.aws.amazon.com/ses/latest/dg/header-fields.html';
const API_V1 = 'https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html';
const FEEDBACK =
  'https://docs.aws.amazon.com/ses/latest/dg/monitor-sending-activity-using-notifications-email.html';

export const returnPathRules: readonly MessageRule[] = [
  {
    // Where the request names the same address, nothing is lost that anybody would miss.
    kind: 'message',
    id: 'ses/return-path-replaced',
    aliases: [],
    about: 'choice',
    severity: atSes('info'),
    summary: 'The address for bounces stands in the request',
    remedy: 'Pass it as source (API v1) or feedbackForwarding (API v2), and take the field out.',
    sources: [HEADER_FIELDS, FEEDBACK],
    check(facts, report) {
      if (facts.options[bounceOption(facts)] !== undefined) return;
      const [first] = fieldMailboxes(facts, 'return-path');
      if (first === undefined) return;
      report(
        first.place,
        `bounces go to ${quoted(first.address)}; SES delivers an address of its own in its place`,
        { refuses: false, evidence: 'documented' },
      );
    },
  },
  {
    kind: 'message',
    id: 'ses/return-path-ignored',
    aliases: [],
    about: 'choice',
    severity: atSes('warning'),
    summary: 'Return-Path and the request name one address for bounces',
    remedy: 'Take Return-Path out, or pass its address in the request.',
    sources: [API_V1, FEEDBACK],
    check(facts, report) {
      const [first] = fieldMailboxes(facts, 'return-path');
      if (first === undefined) return;
      const option = bounceOption(facts);
      const [winner] = requestMailboxes(facts, option);
      if (winner === undefined || mailboxKey(winner.address) === mailboxKey(first.address)) return;
      report(
        first.place,
        `bounces go to ${quoted(winner.address)} of ${option}, not to ${quoted(first.address)}`,
        { refuses: false, evidence: option === 'source' ? 'documented' : 'inferred' },
      );
    },
  },
  {
    kind: 'message',
    id: 'ses/return-path-empty',
    aliases: [],
    about: 'choice',
    severity: atSes('warning'),
    summary: 'Return-Path names an address',
    remedy: 'Take the field out: SES writes its own, and nobody knows what it makes of "<>".',
    sources: [HEADER_FIELDS],
    check(facts, report) {
      if (facts.fieldsNamed('return-path').length === 0) return;
      for (const { field, verdict, faults } of facts.addressFields) {
        // Of all that SES's grammar faults, a field has but the null reverse-path for itself.
        if (field.lowerName !== 'return-path' || faults.length === verdict.faults.length) continue;
        const site = { ...field.span, entity: facts.root, field };
        report(site, 'Return-Path is the null reverse-path', {
          refuses: false,
          evidence: 'inferred',
        });
      }
    },
  },
];

/** What wins over Return-Path: each API has its own member. */
function bounceOption({ profile }: MessageFacts): 'source' | 'feedbackForwarding' {
  return profile === 'ses-v2' ? 'feedbackForwarding' : 'source';
}
