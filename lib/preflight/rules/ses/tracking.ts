/** What open and click tracking can do with the HTML. */

import type { MessageRule } from '../../rule.ts';

export const trackingRules: readonly MessageRule[] = [];
