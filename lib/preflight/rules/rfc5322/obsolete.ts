/** Obsolete forms in addresses and msg-ids: RFC 5322 §4.4, §4.5. */

import { excerpt } from '../../excerpt.ts';
import { type DefectRule, everywhere, type Noticed } from '../../rule.ts';
import { isPlaceholder } from './header-state.ts';

export const obsoleteRules: readonly DefectRule[] = [
  {
    kind: 'defect',
    id: 'rfc5322/obsolete-syntax',
    aliases: [],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'Addresses and msg-ids are written without obsolete forms',
    remedy: 'Write it without the obsolete form: no blanks within, no empty elements, no phrases.',
    sources: ['RFC 5322 §4.4', 'RFC 5322 §4.5'],
    codes: ['obsolete-syntax'],
    describe: (noticed) => {
      const { defect, facts } = noticed;
      if (!isOfMessage(noticed) || isWrittenBySes(noticed) || isCut(noticed)) return undefined;
      return `${defect.detail}: ${excerpt(facts, defect)}`;
    },
  },
];

/** What an embedded message says, somebody else wrote. */
function isOfMessage({ entity, field, facts }: Noticed): boolean {
  return entity === facts.root && field !== undefined && !isPlaceholder(facts, field);
}

function isWrittenBySes({ field, facts }: Noticed): boolean {
  return field?.lowerName === 'message-id' && facts.profile !== 'smtp';
}

/** A blank within it comes from a fold, which is told. */
function isCut({ defect, field }: Noticed): boolean {
  return (
    field?.defects.some(
      ({ code, start, end }) =>
        code === 'fold-inside-token' && start < defect.end && defect.start < end,
    ) === true
  );
}
