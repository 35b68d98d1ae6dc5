/** Verified identities and the sandbox: who may send, and to whom. */

import type { MessageRule } from '../../rule.ts';

export const identityRules: readonly MessageRule[] = [];
