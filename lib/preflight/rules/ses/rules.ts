/** The rules that only SES has. */

import type { Rule } from '../../rule.ts';
import { attachmentRules } from './attachments.ts';
import { dkimRules } from './dkim.ts';
import { recipientRules } from './recipients.ts';
import { sizeRules } from './size.ts';

export const sesRules: readonly Rule[] = [
  ...attachmentRules,
  ...sizeRules,
  ...recipientRules,
  ...dkimRules,
];
