/** List management and the placeholder of its unsubscribe link. */

import type { MessageRule } from '../../rule.ts';

export const listManagementRules: readonly MessageRule[] = [];
