/** ARNs of sending authorization, in X-SES fields and in the request. */

import type { MessageRule } from '../../rule.ts';

export const arnRules: readonly MessageRule[] = [];
