/** Addresses as a request takes them: what SES would refuse is refused at the call. */

import { missing, textArgument, wrongType } from '../arguments.ts';
import { parseApiRecipient } from '../carrier/address-grammar.ts';
import { MimewrightError, naming, quoted } from '../errors.ts';
import { domainToAscii } from '../header/domain.ts';
import { checkFieldText } from '../header/field-text.ts';

/** The domain of a bare addr-spec, or of one in angle brackets at the end. */
const DOMAIN = /(?<=@)[^@<>()[\]",;:\\\s]+(?=>?\s*$)/;

const NON_ASCII = /[^\x00-\x7f]/;

/**
 * One mailbox as it goes into a request: a domain outside ASCII becomes A-labels, the rest stays.
 *
 * @param what Names the member in the error.
 * @throws {MimewrightError} `address-syntax`, with SES's text where SES would refuse the address;
 *   `address-not-sendable` for a display name outside ASCII; `domain-syntax`; and for what is no
 *   text `value-missing`, `value-type` or `ill-formed-text`.
 */
export function requestAddress(what: string, value: unknown): string {
  const typed = checkFieldText(textArgument(what, value), what, 'address-syntax');
  const address = naming(what, () => typed.replace(DOMAIN, aLabels));
  const { mailboxes, faults } = parse(address);
  const [fault] = faults;
  if (fault !== undefined) {
    throw new MimewrightError(
      'address-syntax',
      `${what}: SES answers ${quoted(fault.text)} to ${quoted(typed)}`,
    );
  }
  if (mailboxes.length !== 1 || mailboxes[0]?.isInGroup === true) {
    throw new MimewrightError(
      'address-syntax',
      `${what} is a group: ${quoted(typed)}; SES counts each member, so give each an entry`,
    );
  }
  if (!NON_ASCII.test(address)) return address;
  throw new MimewrightError(
    'address-not-sendable',
    `${what}: ${quoted(typed)} has a display name outside ASCII; in a request it must be an encoded-word`,
  );
}

/** A list of them, each named by its place, as in `destinations[3]`. */
export function requestAddresses(what: string, value: unknown): string[] {
  if (value === undefined || value === null) throw missing(what, value);
  if (!Array.isArray(value)) throw wrongType(what, value, 'a list of addresses');
  return Array.from(value, (one: unknown, index) => requestAddress(`${what}[${index}]`, one));
}

function aLabels(domain: string): string {
  return NON_ASCII.test(domain) ? domainToAscii(domain) : domain;
}

/** SES's grammar looks at octets. */
function parse(address: string): ReturnType<typeof parseApiRecipient> {
  return parseApiRecipient(Buffer.from(address).toString('latin1'));
}
