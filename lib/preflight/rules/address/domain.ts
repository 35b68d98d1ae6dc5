/** Domains that the grammar takes and mail does not reach: RFC 5321 §2.3.5, §4.1.3, RFC 1035 §2.3.4. */

import { quoted } from '../../../errors.ts';
import { isAddressLiteral } from '../../../header/address-literal.ts';
import { MAX_LABEL_OCTETS } from '../../../header/idna-label.ts';
import type { MessageRule } from '../../rule.ts';
import { everywhere } from '../../rule.ts';
import { type AddressCheckRow, checkingAddresses } from './address-check.ts';

/** Octets of a name without the root's: RFC 1035 §3.1 allows 255 with the length octets at both ends. */
export const DOMAIN_OCTETS_MAX = 253;

const LONG_LABEL = new RegExp(`[^.]{${MAX_LABEL_OCTETS + 1},}`);
const HYPHEN_AT_END = /(?<![^.])-|-(?![^.])/;
const DIGITS_LAST = /\.[0-9]+$/;
const IPV4 = /^[0-9]{1,3}(?:\.[0-9]{1,3}){3}$/;

/**
 * Top-level names that are set aside for no mail at all. `example` and `example.com` are left in
 * peace: they are what demos, docs and tests show.
 */
const RESERVED = /(?:^|\.)(?:invalid|localhost|test)$/i;

const rows: readonly AddressCheckRow[] = [
  {
    id: 'address/unqualified-domain',
    aliases: ['ses/address-domain-single-label'],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'A domain is fully qualified',
    remedy: 'Write the whole domain: ann@mail.example.com.',
    sources: [
      'RFC 5321 §2.3.5',
      'https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html',
    ],
    check(address, report) {
      const { domain, text } = address;
      if (domain.includes('.') || domain.startsWith('[')) return;
      report(address.domainPlace, `a domain of one label: ${quoted(text)}`);
    },
  },
  {
    id: 'address/domain-too-long',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A domain has at most 253 octets',
    remedy: 'Correct the domain: the DNS holds no longer one.',
    sources: ['RFC 1035 §3.1', 'RFC 5321 §4.5.3.1.2'],
    check(address, report) {
      const { length } = address.domain;
      if (length <= DOMAIN_OCTETS_MAX) return;
      const message = `a domain of ${length} octets, of ${DOMAIN_OCTETS_MAX} allowed: ${quoted(address.domain)}`;
      report(address.domainPlace, message);
    },
  },
  {
    id: 'address/label-too-long',
    aliases: ['ses/address-domain-hyphen'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A label of a domain has at most 63 octets',
    remedy: 'Correct the domain: the DNS holds no longer label.',
    sources: ['RFC 1035 §2.3.4'],
    check(address, report) {
      const { domain } = address;
      const isTold = domain.length > DOMAIN_OCTETS_MAX || domain.startsWith('[');
      if (isTold || domain.length <= MAX_LABEL_OCTETS) return;
      const found = LONG_LABEL.exec(domain);
      if (found === null) return;
      const { index: start, 0: label } = found;
      const place = address.placeInDomain({ start, end: start + label.length });
      const size = `${label.length} octets, of ${MAX_LABEL_OCTETS} allowed`;
      report(place, `a label of ${size}: ${quoted(label)}`);
    },
  },
  {
    // A warning, where the standard's table says error: the DNS resolves such names of hosts.
    id: 'address/label-hyphen',
    aliases: ['address/label-invalid', 'ses/address-domain-hyphen'],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'A label of a domain begins and ends with a letter or digit',
    remedy: 'Take the hyphen out.',
    sources: ['RFC 1123 §2.1', 'RFC 5321 §4.1.2'],
    check(address, report) {
      const { domain, text } = address;
      if (!domain.includes('-') || domain.startsWith('[')) return;
      const start = HYPHEN_AT_END.exec(domain)?.index;
      if (start === undefined) return;
      const place = address.placeInDomain({ start, end: start + 1 });
      report(place, `a hyphen at an end of a label: ${quoted(text)}`);
    },
  },
  {
    id: 'address/domain-literal',
    aliases: ['ses/address-domain-literal'],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'An address names its domain, not a host by number',
    remedy: 'Write a domain: few servers take mail for an address literal.',
    sources: ['RFC 5321 §4.1.3'],
    check(address, report) {
      const { domain, origin } = address;
      if (!domain.startsWith('[')) return;
      const isTold = origin.request === undefined && !isAddressLiteral(domain.slice(1, -1));
      if (isTold) return;
      report(address.domainPlace, `an address literal as the domain: ${quoted(address.text)}`);
    },
  },
  {
    id: 'address/numeric-tld',
    aliases: [],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'The last label of a domain is no number',
    remedy: 'Correct the domain: no top-level domain is a number, and an IP address is no domain.',
    sources: ['RFC 3696 §2', 'RFC 1123 §2.1'],
    check(address, report) {
      const { domain, text } = address;
      if (domain.startsWith('[')) return;
      const start = DIGITS_LAST.exec(domain)?.index;
      if (start === undefined) return;
      const what = IPV4.test(domain) ? 'an IP address' : 'a number';
      const from = IPV4.test(domain) ? 0 : start + 1;
      const place = address.placeInDomain({ start: from, end: domain.length });
      report(place, `${what} ${from === 0 ? 'as' : 'at the end of'} a domain: ${quoted(text)}`);
    },
  },
  {
    id: 'address/reserved-domain',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'An address is not under a name that is reserved for no mail',
    remedy: 'Write a real domain: no mail reaches one under invalid, localhost or test.',
    sources: ['RFC 2606 §2', 'RFC 6761 §6'],
    check(address, report) {
      const { domain, text } = address;
      if (!domain.includes('.')) return;
      const found = RESERVED.exec(domain);
      if (found === null) return;
      const start = found.index + 1;
      const place = address.placeInDomain({ start, end: domain.length });
      report(place, `a domain that no mail reaches: ${quoted(text)}`);
    },
  },
];

/** Rules about the domain of an address. */
export const domainRules: readonly MessageRule[] = rows.map(checkingAddresses);
