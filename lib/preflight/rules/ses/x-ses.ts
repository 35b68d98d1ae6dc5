/** The X-SES fields beside the members of the request. */

import type { MessageRule } from '../../rule.ts';

export const xSesRules: readonly MessageRule[] = [];
