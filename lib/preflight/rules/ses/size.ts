/** The size of a message: SES quotas. */

import type { Limit } from '../../../carrier/limits.ts';
import type { SesAnswer } from '../../report.ts';
import { atSes, type MessageRule } from '../../rule.ts';

const QUOTAS = 'https://docs.aws.amazon.com/ses/latest/dg/quotas.html';

/** Of the limit. */
const NEAR = 0.9;

/** What is larger has a lower rate by API v2. */
const THROTTLED_OCTETS = 10_485_760;

/**
 * What SES does with a larger message: the text was seen by API v1 alone. By v2 nobody saw the exact
 * number, but this many octets are over the documented 40 MB however they are read.
 */
function refusal({ most, evidence }: Limit, size: number): SesAnswer {
  if (evidence !== 'observed') return { refuses: true, evidence: 'documented' };
  const text = `Message length is more than ${most} bytes long: '${size}'.`;
  return { text, refuses: true, evidence };
}

export const sizeRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'ses/message-size',
    aliases: [],
    about: 'choice',
    severity: atSes('error'),
    summary: 'A message holds at most 10,485,760 octets by API v1, 41,943,040 by v2',
    remedy: 'Send by API v2 what fits there, or send a link in place of the attachment.',
    sources: [QUOTAS, 'https://github.com/aws/aws-sdk-go-v2/issues/1774'],
    check({ octets, limits, root }, report) {
      const { most } = limits.messageOctets;
      const size = octets.length;
      if (size <= most) return;
      report(
        { start: most, end: size, entity: root },
        `the message holds ${size} octets, of ${most} allowed`,
        refusal(limits.messageOctets, size),
      );
    },
  },
  {
    kind: 'message',
    id: 'ses/message-size-unsure',
    aliases: [],
    about: 'choice',
    severity: { 'ses-v1': 'off', 'ses-v2': 'warning', smtp: 'off' },
    summary: 'A message by API v2 is within 40 MB, also where that is 40,000,000 octets',
    remedy: 'Stay below 40,000,000 octets: send a link in place of the attachment.',
    sources: [QUOTAS],
    check({ octets, limits, root }, report) {
      const { most, surely = most } = limits.messageOctets;
      const size = octets.length;
      if (size > most || size <= surely) return;
      report(
        { start: surely, end: size, entity: root },
        `the message holds ${size} octets; 40 MB are allowed, ${surely} or ${most}`,
        { refuses: false, evidence: 'inferred' },
      );
    },
  },
  {
    kind: 'message',
    id: 'ses/message-size-near',
    aliases: [],
    about: 'choice',
    severity: atSes('info'),
    summary: 'A message leaves a tenth of the size that SES takes',
    remedy: 'Leave room for what SES adds: links for tracking make HTML longer.',
    sources: [QUOTAS],
    check({ octets, limits, root }, report) {
      const { most, surely = most } = limits.messageOctets;
      const size = octets.length;
      if (size > surely || size <= most * NEAR) return;
      report(
        { start: 0, end: 0, entity: root },
        `the message holds ${size} octets, of ${most} allowed`,
      );
    },
  },
  {
    kind: 'message',
    id: 'ses/message-size-throttled',
    aliases: [],
    about: 'choice',
    severity: { 'ses-v1': 'off', 'ses-v2': 'info', smtp: 'off' },
    summary: 'A message is not so large that SES sends it slower',
    remedy: 'Expect a lower rate for such messages, or send a link in place of the attachment.',
    sources: [QUOTAS],
    check({ octets, limits, root }, report) {
      const size = octets.length;
      if (size <= THROTTLED_OCTETS || size > limits.messageOctets.most * NEAR) return;
      report(
        { start: 0, end: 0, entity: root },
        `the message holds ${size} octets; SES slows down what is over ${THROTTLED_OCTETS}`,
        { refuses: false, evidence: 'documented' },
      );
    },
  },
  {
    kind: 'message',
    id: 'ses/mime-part-count',
    aliases: [],
    about: 'choice',
    severity: atSes('error'),
    summary: 'A message holds at most 500 MIME parts',
    remedy: 'Put several files into one archive, or send links to them.',
    sources: [QUOTAS, 'https://docs.aws.amazon.com/ses/latest/dg/send-email-raw.html'],
    check({ entities, limits }, report) {
      const { most, evidence } = limits.parts;
      const first = entities[most];
      if (first === undefined) return;
      const { start, end } = first.span;
      report(
        { start, end, entity: first },
        `the message holds ${entities.length} parts, of ${most} allowed`,
        { refuses: true, evidence },
      );
    },
  },
];
