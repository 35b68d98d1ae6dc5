/** The rules about the grammar of addresses, one for each cause or for causes with one cure. */

import type { AddressRule } from '../../rule.ts';
import { addrSpecRules } from './addr-spec.ts';
import { listRules } from './list.ts';

export const addressRules: readonly AddressRule[] = [...addrSpecRules, ...listRules];
