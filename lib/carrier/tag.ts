/** Message tags: what SES takes as their names and values, with its own texts. */

/** Characters of a name or value. SES says 255, its documentation 256. */
const TAG_CHARACTERS = 255;

/** Names that SES reads itself, such as `ses:feedback-id-a`; only what follows is tested. */
const RESERVED_PREFIX = 'ses:';

const NAME = /^[A-Za-z0-9_-]+$/;
const VALUE = /^[A-Za-z0-9_.@-]+$/;

/**
 * What SES answers to the name of a message tag.
 *
 * @returns SES's text for the first test that fails, in SES's order; nothing for a good name.
 * @see https://docs.aws.amazon.com/ses/latest/APIReference/API_MessageTag.html
 *   (documented; the texts, 255, and the prefix are observed)
 */
export function tagNameFault(name: string): string | undefined {
  if (name === '') return 'The tag name must be specified.';
  if (name.length > TAG_CHARACTERS) return 'Tag name cannot exceed 255 characters.';
  const tested = name.startsWith(RESERVED_PREFIX) ? name.slice(RESERVED_PREFIX.length) : name;
  if (NAME.test(tested)) return undefined;
  return `Invalid tag name <${name}>: only alphanumeric ASCII characters, '_',  '-' are allowed.`;
}

/**
 * What SES answers to the value of a message tag. A dot and an at sign pass, although the
 * documentation does not name them.
 *
 * @returns SES's text for the first test that fails, in SES's order; nothing for a good value.
 * @see {@link tagNameFault}
 */
export function tagValueFault(value: string): string | undefined {
  if (value === '') return 'The tag value must be specified.';
  if (value.length > TAG_CHARACTERS) return 'Tag value cannot exceed 255 characters.';
  if (VALUE.test(value)) return undefined;
  return `Invalid tag value <${value}>: only alphanumeric ASCII characters, '_',  '-' , '.', '@' are allowed.`;
}
