/** The rules about DKIM signatures in a message: RFC 6376, RFC 8301, RFC 8463. */

import type { Rule } from '../../rule.ts';
import { bodyRules } from './body.ts';
import { domainRules } from './domains.ts';
import { keyRules } from './keys.ts';
import { signedFieldRules } from './signed-fields.ts';
import { tagRules } from './tags.ts';
import { timeRules } from './times.ts';
import { verificationRules } from './verification.ts';

export const dkimRules: readonly Rule[] = [
  ...tagRules,
  ...keyRules,
  ...domainRules,
  ...signedFieldRules,
  ...bodyRules,
  ...timeRules,
  ...verificationRules,
];
