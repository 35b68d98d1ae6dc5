/** Addr-specs as they are sent: RFC 5322 §3.4.1, RFC 5321 §4.1.2. */

import { MimewrightError, naming, quoted } from '../errors.ts';
import type { AddrSpec } from '../model/mailbox.ts';
import { domainToAscii } from './domain.ts';
import { quotedString } from './phrase.ts';

/** RFC 5321 §4.5.3.1.1. */
const LOCAL_PART_OCTETS_MAX = 64;

/** A path is 256 octets with its angles: RFC 5321 §4.5.3.1.3. */
const ADDR_SPEC_OCTETS_MAX = 254;

const DOT_ATOM = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const QUOTED = /^"(?:[ !#-[\]-~]|\\[ -~])*"$/;
/** What readers that decode too much take for an encoded-word. */
const LOOK_ALIKE = /=\?[^?]*\?[bq]\?/i;

const FIRST_ODD = /[^A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]/u;

/**
 * Parses `local@domain`, strictly: what comes back is what goes on the wire.
 *
 * The local part stays as it is but for quotes that it does not need; the domain becomes A-labels in
 * lower case. No comments, no blanks around the parts, no obsolete forms.
 *
 * @throws {MimewrightError} `address-syntax`, `address-not-sendable` (a local part outside ASCII),
 * or `domain-syntax`; the message quotes the address and says what is allowed.
 */
export function parseAddrSpec(text: string): AddrSpec {
  const at = text.lastIndexOf('@');
  if (at === -1) throw fault(text, 'it has no @ with a domain after it');
  if (at === 0) throw fault(text, 'nothing stands before the @');
  const localPart = parseLocalPart(text.slice(0, at), text);
  const domain = parseDomain(text.slice(at + 1), text);
  const addrSpec = `${localPart}@${domain}`;
  if (addrSpec.length > ADDR_SPEC_OCTETS_MAX) {
    throw fault(text, `it takes ${addrSpec.length} octets, of ${ADDR_SPEC_OCTETS_MAX} allowed`);
  }
  return addrSpec as AddrSpec;
}

function parseLocalPart(localPart: string, whole: string): string {
  const isPlain = localPart.length <= LOCAL_PART_OCTETS_MAX && DOT_ATOM.test(localPart);
  if (isPlain && !localPart.includes('=?')) return localPart;
  const bare = QUOTED.test(localPart) ? unquoteIfAtom(localPart) : localPart;
  if (bare.length > LOCAL_PART_OCTETS_MAX) {
    throw fault(
      whole,
      `its local part holds ${bare.length} characters, of ${LOCAL_PART_OCTETS_MAX} allowed`,
    );
  }
  if (LOOK_ALIKE.test(bare)) {
    throw new MimewrightError(
      'address-not-sendable',
      `${quoted(whole)} has a local part that some readers decode as an encoded-word, to another address`,
    );
  }
  if (DOT_ATOM.test(bare) || QUOTED.test(bare)) return bare;
  if (/[^\x00-\x7f]/.test(bare)) {
    throw new MimewrightError(
      'address-not-sendable',
      `${quoted(whole)} has a local part outside ASCII: SES has no SMTPUTF8, and Punycode is for domains alone`,
    );
  }
  throw fault(whole, localPartReason(bare));
}

/** `"ann"@b.example` and `ann@b.example` are the same mailbox; the plain form is the safe one. */
function unquoteIfAtom(quotedPart: string): string {
  const content = quotedPart.slice(1, -1).replace(/\\(.)/g, '$1');
  return DOT_ATOM.test(content) ? content : quotedString(content);
}

function localPartReason(localPart: string): string {
  if (localPart.includes('"'))
    return 'a quoted local part is quoted as a whole, "like this"@domain';
  const odd = FIRST_ODD.exec(localPart)?.[0];
  if (odd !== undefined) {
    return `its local part holds ${quoted(odd)}; allowed are letters, digits, dots and !#$%&'*+/=?^_\`{|}~-`;
  }
  return 'dots in its local part must stand between other characters';
}

function parseDomain(domain: string, whole: string): string {
  if (domain === '') throw fault(whole, 'nothing stands after the @');
  return naming(
    () => `in ${quoted(whole)}`,
    () => domainToAscii(domain),
  );
}

function fault(text: string, reason: string): MimewrightError {
  return new MimewrightError('address-syntax', `not an addr-spec: ${quoted(text)}: ${reason}`);
}
