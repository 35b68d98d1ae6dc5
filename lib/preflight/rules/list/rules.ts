/** The rules about mailing lists and bulk mail: RFC 2369, RFC 2919, RFC 8058. */

import type { Rule } from '../../rule.ts';
import { bulkRules } from './bulk.ts';
import { listFieldRules } from './list-fields.ts';
import { unsubscribeRules } from './unsubscribe.ts';
import { uriRules } from './uris.ts';

export const listRules: readonly Rule[] = [
  ...uriRules,
  ...unsubscribeRules,
  ...bulkRules,
  ...listFieldRules,
];
