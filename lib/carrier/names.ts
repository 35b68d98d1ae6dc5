/** Names of what stands in the account: configuration sets, tenants, contact lists, topics. */

/** Characters of a name. */
const NAME_CHARACTERS = 64;

/**
 * Why SES does not take a text as the name of a configuration set, tenant, contact list or topic.
 *
 * @returns A clause that follows the quoted name, as in `"my set" holds " "; …`; nothing for a good
 *   name.
 * @see https://docs.aws.amazon.com/ses/latest/dg/quotas.html (documented: 64 of `[A-Za-z0-9_-]`)
 */
export function nameFault(name: string): string | undefined {
  if (name === '') return 'is empty; 1 to 64 characters are allowed';
  const character = /[^A-Za-z0-9_-]/u.exec(name)?.[0];
  if (character !== undefined) {
    return `holds ${JSON.stringify(character)}; A to Z, a to z, 0 to 9, _ and - are allowed`;
  }
  if (name.length > NAME_CHARACTERS) return `has ${name.length} characters; 64 are allowed`;
  return undefined;
}
