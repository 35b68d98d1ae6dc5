/** Faults of msg-ids in words: RFC 5322 §3.6.4. */

import type { Defect, DefectCode } from '../../../reader/defect.ts';
import type { HeaderField } from '../../../reader/header-field.ts';
import { excerpt } from '../../excerpt.ts';
import type { MessageFacts } from '../../facts.ts';
import type { Reporter } from '../../rule.ts';
import { ownFaults } from './header-state.ts';

const CODES: ReadonlySet<DefectCode> = new Set<DefectCode>([
  'msg-id-no-domain',
  'msg-id-separator',
  'msg-id-syntax',
]);

/** Reports what is wrong with the msg-ids of a field; of the commas between them, the first. */
export function reportMsgIds(facts: MessageFacts, field: HeaderField, report: Reporter): void {
  // In Message-ID, the second msg-id is told.
  let hasComma = field.kind === 'msg-id';
  for (const fault of ownFaults(facts, field, CODES)) {
    const isComma = fault.code === 'msg-id-separator';
    if (isComma && hasComma) continue;
    hasComma ||= isComma;
    const { start, end } = fault;
    report({ start, end, entity: facts.root, field }, messageOf(facts, fault));
  }
}

function messageOf(facts: MessageFacts, fault: Defect): string {
  const { code, detail } = fault;
  if (code === 'msg-id-separator') return 'a comma between msg-ids; only blanks stand there';
  if (code === 'msg-id-no-domain') return `no "@" in a msg-id: ${excerpt(facts, fault)}`;
  return `${detail ?? 'not <left@right>'}: ${excerpt(facts, fault)}`;
}
