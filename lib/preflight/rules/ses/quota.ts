/** What the account may still send. */

import type { MessageRule } from '../../rule.ts';

export const quotaRules: readonly MessageRule[] = [];
