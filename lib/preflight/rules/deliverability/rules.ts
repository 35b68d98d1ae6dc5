/** The rules about what filters and providers were seen or say to hold against mail. */

import type { Rule } from '../../rule.ts';
import { attachmentNameRules } from './attachment-names.ts';
import { attachmentTypeRules } from './attachment-types.ts';
import { contentRules } from './content.ts';
import { placeholderRules } from './placeholders.ts';
import { senderRules } from './sender.ts';
import { subjectRules } from './subject.ts';

export const deliverabilityRules: readonly Rule[] = [
  ...subjectRules,
  ...placeholderRules,
  ...contentRules,
  ...attachmentNameRules,
  ...attachmentTypeRules,
  ...senderRules,
];
