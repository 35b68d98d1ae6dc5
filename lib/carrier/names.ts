/** Names of what stands in the account: configuration sets, tenants, contact lists, topics. */

import type { WordedFault } from './worded-fault.ts';

/** Characters of a name. */
const NAME_CHARACTERS = 64;

/**
 * Why SES does not take a text as the name of a configuration set, tenant, contact list or topic.
 *
 * @returns Nothing for a good name.
 * @see https://docs.aws.amazon.com/ses/latest/dg/quotas.html (documented: 64 of `[A-Za-z0-9_-]`)
 */
export function nameFault(name: string): WordedFault | undefined {
  if (name === '') return { clause: 'is empty; 1 to 64 characters are allowed', start: 0, end: 0 };
  const found = /[^A-Za-z0-9_-]/u.exec(name);
  if (found !== null) {
    const [character] = found;
    const clause = `holds ${JSON.stringify(character)}; A to Z, a to z, 0 to 9, _ and - are allowed`;
    return { clause, start: found.index, end: found.index + character.length };
  }
  if (name.length <= NAME_CHARACTERS) return undefined;
  const clause = `has ${name.length} characters; 64 are allowed`;
  return { clause, start: NAME_CHARACTERS, end: name.length };
}

/**
 * What SES answers to the name of a configuration set that it does not find.
 *
 * @see https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html
 *   (documented: ConfigurationSetDoesNotExist)
 */
export function unknownConfigurationSetText(name: string): string {
  return `Configuration set <${name}> does not exist.`;
}
