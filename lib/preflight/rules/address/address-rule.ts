/** What all rules about the grammar of addresses have in common. */

import { quoted } from '../../../errors.ts';
import { type AddressRule, everywhere } from '../../rule.ts';

/** What differs from rule to rule. */
export type AddressRow = Pick<
  AddressRule,
  | 'id'
  | 'aliases'
  | 'causes'
  | 'observed'
  | 'summary'
  | 'remedy'
  | 'sources'
  | 'describe'
  | 'noticed'
>;

const ANSWERED_GRAMMAR = "the address grammar that SES's answers match";

/** A rule of such a row: an error of form, everywhere. */
export function addressRule(row: AddressRow): AddressRule {
  return {
    ...row,
    kind: 'address',
    about: 'form',
    severity: everywhere('error'),
    sources: [...row.sources, ANSWERED_GRAMMAR],
  };
}

/** A character as people speak of it: `a blank`, `the control character 0x07`, `"_"`. */
export function characterName(text: string): string {
  const [character = ''] = text;
  if (character === ' ') return 'a blank';
  if (character === '\t') return 'a TAB';
  const code = character.codePointAt(0) ?? 0;
  if (code > 0x20 && code !== 0x7f) return quoted(character);
  return `the control character 0x${code.toString(16).toUpperCase().padStart(2, '0')}`;
}
