/** Domains of addresses as they go on the wire: RFC 5321 §4.1.2 and §4.1.3, RFC 5891. */

import punycode from 'punycode/punycode.js';
import { MimewrightError, quoted } from '../errors.ts';
import { isAddressLiteral } from './address-literal.ts';
import { keepsBidiRule } from './bidi-rule.ts';
import { labelFault, MAX_LABEL_OCTETS, mapLabel } from './idna-label.ts';

/** Octets of a name without the root's: RFC 1035 §3.1 (255 with the length octets at both ends). */
const MAX_NAME_OCTETS = 253;
/** No name of 253 octets is typed in more; beyond it nothing is mapped or normalized. */
const MAX_TYPED_CHARACTERS = 1000;

/** A name that is already what it would become, save its case: no A-label, a letter to begin the last. */
const PLAIN_NAME =
  /^(?:(?!..--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*(?!..--)[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** What other readers take for an IPv4 address, also in forms such as `0x7f.1`. */
const NUMBER = /^(?:[0-9]+|0x[0-9a-f]*)$/;

/**
 * The lower-case A-label form of a host name, an internationalized name, or an address literal.
 *
 * Names are mapped and checked as UTS #46 does, without its transitional forms; beyond it, symbols,
 * emoji and joiners are refused. What is accepted comes back unchanged when it is passed in again.
 *
 * @param domain What stands after the `@`: no blanks, comments, or dot at the end.
 * @returns At most 253 octets of ASCII, or a literal in its brackets.
 * @throws {MimewrightError} `domain-syntax` when it is none of the three.
 * @see RFC 5890 §2.3.2.1 (A-labels); RFC 5893 (right to left); UTS #46
 * @example
 * domainToAscii('Bücher.example'); // 'xn--bcher-kva.example'
 */
export function domainToAscii(domain: string): string {
  if (domain.length > MAX_TYPED_CHARACTERS) throw notADomain(domain, 'it is too long for one');
  const lowered = domain.toLowerCase();
  if (lowered.length <= MAX_NAME_OCTETS && PLAIN_NAME.test(lowered)) return lowered;
  if (domain.startsWith('[')) return addressLiteral(domain);
  return hostName(domain);
}

/** @see RFC 5321 §4.1.3 */
function addressLiteral(domain: string): string {
  const content = /^\[(.*)\]$/.exec(domain)?.[1] ?? '';
  if (isAddressLiteral(content)) return `[${content.toLowerCase().replace('ipv6:', 'IPv6:')}]`;
  throw notADomain(domain, 'the address in brackets is malformed');
}

function hostName(domain: string): string {
  const labels = domain.split(/[.\u3002\uFF0E\uFF61]/).map((typed) => unicodeLabel(domain, typed));
  if (!keepsBidiRule(labels)) throw notADomain(domain, 'its directions mix (RFC 5893)');
  const asciiLabels = labels.map(asciiLabel);
  const name = asciiLabels.join('.');
  if (asciiLabels.some((label) => label.length > MAX_LABEL_OCTETS)) {
    throw notADomain(domain, `a label is longer than ${MAX_LABEL_OCTETS} octets`);
  }
  if (name.length > MAX_NAME_OCTETS) throw notADomain(domain, `it has ${name.length} octets`);
  if (NUMBER.test(asciiLabels.at(-1) ?? '')) throw notADomain(domain, 'its last label is a number');
  return name;
}

/** A label mapped, an A-label decoded, and either of them checked. */
function unicodeLabel(domain: string, typed: string): string {
  const mapped = mapLabel(typed);
  const label = mapped.startsWith('xn--') ? decodeALabel(mapped) : mapped;
  if (label === undefined) throw notADomain(domain, `${quoted(mapped)} is not an A-label`);
  const fault = labelFault(label);
  if (fault !== undefined) throw notADomain(domain, fault);
  return label;
}

/**
 * The label that an A-label stands for, if it is mapped already and gives the same A-label again; its
 * characters are not checked.
 *
 * @param label In lower case, `xn--` included.
 * @see RFC 5891 §5.4
 */
export function decodeALabel(label: string): string | undefined {
  if (label.length > MAX_LABEL_OCTETS) return undefined;
  try {
    const decoded = punycode.decode(label.slice('xn--'.length));
    return mapLabel(decoded) === decoded && asciiLabel(decoded) === label ? decoded : undefined;
  } catch {
    return undefined;
  }
}

function asciiLabel(label: string): string {
  return /^[a-z0-9-]*$/.test(label) ? label : `xn--${punycode.encode(label)}`;
}

function notADomain(domain: string, reason: string): MimewrightError {
  return new MimewrightError(
    'domain-syntax',
    `not a domain: ${quoted(domain)} (${reason}); allowed are labels of letters, digits and inner hyphens, ` +
      'of up to 63 octets each and 253 in all, or [192.0.2.1], or [IPv6:2001:db8::1]',
  );
}
