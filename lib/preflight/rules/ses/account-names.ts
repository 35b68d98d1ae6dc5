/** Configuration sets and tenants by name. */

import type { MessageRule } from '../../rule.ts';

export const accountNameRules: readonly MessageRule[] = [];
