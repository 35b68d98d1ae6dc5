/** The rules that only SES has. */

import type { Rule } from '../../rule.ts';
import { accountNameRules } from './account-names.ts';
import { arnRules } from './arns.ts';
import { attachmentRules } from './attachments.ts';
import { dkimRules } from './dkim.ts';
import { identityRules } from './identities.ts';
import { listManagementRules } from './list-management.ts';
import { quotaRules } from './quota.ts';
import { rawDataRule } from './raw-data.ts';
import { recipientRules } from './recipients.ts';
import { returnPathRules } from './return-path.ts';
import { senderRules } from './senders.ts';
import { simulatorRules } from './simulator.ts';
import { sizeRules } from './size.ts';
import { tagRules } from './tags.ts';
import { trackingRules } from './tracking.ts';
import { visibleRecipientRules } from './visible-recipients.ts';
import { xSesRules } from './x-ses.ts';

export const sesRules: readonly Rule[] = [
  rawDataRule,
  ...attachmentRules,
  ...sizeRules,
  ...recipientRules,
  ...visibleRecipientRules,
  ...simulatorRules,
  ...senderRules,
  ...returnPathRules,
  ...identityRules,
  ...quotaRules,
  ...xSesRules,
  ...accountNameRules,
  ...tagRules,
  ...arnRules,
  ...listManagementRules,
  ...trackingRules,
  ...dkimRules,
];
