/** Rules about addresses that the grammar takes: RFC 5321 §4.1.2, §4.5.3.1. */

import type { MessageRule, Reporter, RuleHead } from '../../rule.ts';
import type { WrittenAddress } from '../../written-address.ts';

/** A rule that looks at one address at a time. */
export interface AddressCheckRow extends RuleHead {
  check(address: WrittenAddress, report: Reporter): void;
}

/** The rule of such a row: it looks at all addresses. */
export function checkingAddresses(row: AddressCheckRow): MessageRule {
  return {
    ...row,
    kind: 'message',
    check(facts, report) {
      for (const address of facts.writtenAddresses) row.check(address, report);
    },
  };
}
