/** The size of a message: SES quotas. */

import { atSes, type MessageRule } from '../../rule.ts';

export const sizeRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'ses/message-size',
    aliases: [],
    about: 'choice',
    severity: atSes('error'),
    summary: 'A message holds at most 10,485,760 octets by API v1, 41,943,040 by v2',
    remedy: 'Send by API v2 what fits there, or send a link in place of the attachment.',
    sources: [
      'https://docs.aws.amazon.com/ses/latest/dg/quotas.html',
      'https://github.com/aws/aws-sdk-go-v2/issues/1774',
    ],
    fixable: false,
    check({ octets, limits, root }, report) {
      const { most, evidence } = limits.messageOctets;
      const size = octets.length;
      if (size <= most) return;
      report(
        { start: most, end: size, entity: root },
        `the message holds ${size} octets, of ${most} allowed`,
        {
          text: `Message length is more than ${most} bytes long: '${size}'.`,
          refuses: true,
          evidence,
        },
      );
    },
  },
];
