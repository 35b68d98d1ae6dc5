/** Characters in addresses that nobody sees: RFC 5892. */

import type { AddressFault } from '../../../carrier/address-fault.ts';
import { quoted } from '../../../errors.ts';
import type { AddressRule } from '../../rule.ts';
import { addressRule } from './address-rule.ts';
import { codePointName, isInvisible } from './invisible.ts';

/** It has no cause of its own: to the carrier's grammar, such a character is one outside ASCII. */
export const invisibleCharacterRule: AddressRule = addressRule({
  id: 'address/invisible-character',
  aliases: ['address/invalid'],
  causes: [],
  observed: [],
  summary: 'An address holds no character that nobody sees',
  remedy: 'Take the character out; it comes along with copied text.',
  sources: ['RFC 5892'],
  describe: (_, { found, written }) =>
    `${codePointName(found)}, which nobody sees, in an address: ${quoted(written)}`,
});

/** Whether all that is outside ASCII at a fault is such characters. */
export function isInvisibleFault({ cause }: AddressFault, found: string): boolean {
  const isNonAscii = cause === 'local-part-non-ascii' || cause === 'domain-non-ascii';
  return isNonAscii && isInvisible(found);
}
