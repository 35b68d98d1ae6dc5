/** Rules that give a name and a cure to the faults of a DKIM-Signature field. */

import { quoted } from '../../../errors.ts';
import type { MessageSignature } from '../../message-signature.ts';
import type { MessageRule } from '../../rule.ts';
import type { ToldFault } from '../../signature-faults.ts';

const PRINTABLE = /^[\t\x20-\x7e]*$/;
const ENCODED_WORD = /=\?[^?]+\?[bq]\?/i;

/** A rule of faults: what they are, and how they are worded. */
export interface FaultRow extends Omit<MessageRule, 'kind' | 'about' | 'check'> {
  readonly causes: readonly ToldFault['cause'][];
  /** The message, with what stands at fault in quotes. */
  readonly describe: (found: string, fault: ToldFault, signature: MessageSignature) => string;
}

/** The rule of a row; each fault is told where it stands. */
export function faultRule({ causes, describe, ...head }: FaultRow): MessageRule {
  return {
    kind: 'message',
    about: 'form',
    ...head,
    check({ signatures: { judged } }, report) {
      for (const signature of judged) {
        for (const fault of signature.faults) {
          if (!causes.includes(fault.cause)) continue;
          const found = signature.field.unfolded().slice(fault.start, fault.end);
          // Octets that no field may hold, and encoded-words, are told by other rules.
          if (!PRINTABLE.test(found) || ENCODED_WORD.test(found)) continue;
          report(signature.siteOf(fault), describe(quoted(found), fault, signature));
        }
      }
    },
  };
}
