/** Message tags, in X-SES-MESSAGE-TAGS and in the request. */

import type { MessageRule } from '../../rule.ts';

export const tagRules: readonly MessageRule[] = [];
