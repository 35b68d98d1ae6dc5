/** The string of an option whose characters a place of a finding counts. */

import type { PreflightOptions } from '../../lib/preflight/options.ts';
import type { OptionPlace } from '../../lib/preflight/report.ts';

/**
 * Of a list, the string at the index; of tags, `name=value` of the tag at the index; of list
 * management, what the X-SES field would say.
 */
export function optionText(
  options: PreflightOptions,
  { option, index = 0 }: Pick<OptionPlace, 'option' | 'index'>,
): string {
  if (option === 'tags') return Object.entries(options.tags ?? {})[index]?.join('=') ?? '';
  if (option === 'listManagement') {
    const { contactList = '', topic } = options.listManagement ?? {};
    return topic === undefined ? contactList : `${contactList}; topic=${topic}`;
  }
  const value = options[option];
  return String(Array.isArray(value) ? value[index] : value);
}
