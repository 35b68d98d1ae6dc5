/** Every rule that a finding may name: those of messages, and those of requests. */

import { type RuleInfo, rules } from '../index.ts';
import { requestRules } from '../ses.ts';

/** Sorted by id. */
export const toldRules: readonly RuleInfo[] = [...rules, ...requestRules].sort((a, b) =>
  a.id < b.id ? -1 : 1,
);
