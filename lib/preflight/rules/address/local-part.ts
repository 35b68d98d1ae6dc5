/** Local parts and whole addresses that the grammar takes and others may not: RFC 5321 §4.5.3.1. */

import { quoted } from '../../../errors.ts';
import { atSes, everywhere, type MessageRule } from '../../rule.ts';
import { type AddressCheckRow, checkingAddresses } from './address-check.ts';
import { DOMAIN_OCTETS_MAX } from './domain.ts';

/** RFC 5321 §4.5.3.1.1. */
const LOCAL_PART_OCTETS_MAX = 64;

/** A path is 256 octets with its angles: RFC 5321 §4.5.3.1.3. */
const ADDR_SPEC_OCTETS_MAX = 254;

const DOT_ATOM_CHARACTERS = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+$/;

const rows: readonly AddressCheckRow[] = [
  {
    // A warning, where the standard's table says error: these are the sizes that every server must
    // take, and bounce addresses of services are longer every day.
    id: 'address/local-too-long',
    aliases: ['ses/address-rfc-length'],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'A local part has at most 64 octets',
    remedy: 'Use a shorter address: a server need not take a longer local part.',
    sources: ['RFC 5321 §4.5.3.1.1'],
    check(address, report) {
      const length = localOctets(address);
      if (length <= LOCAL_PART_OCTETS_MAX) return;
      const size = `${length} octets, of ${LOCAL_PART_OCTETS_MAX} that every server takes`;
      report(address.localPlace, `a local part of ${size}: ${quoted(address.text)}`);
    },
  },
  {
    id: 'address/too-long',
    aliases: ['ses/address-rfc-length'],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'An address has at most 254 octets',
    remedy: 'Use a shorter address: a server need not take a longer one.',
    sources: ['RFC 5321 §4.5.3.1.3'],
    check(address, report) {
      const { text, domain } = address;
      if (text.length <= ADDR_SPEC_OCTETS_MAX || domain.length > DOMAIN_OCTETS_MAX) return;
      if (localOctets(address) > LOCAL_PART_OCTETS_MAX) return;
      const size = `${text.length} octets, of ${ADDR_SPEC_OCTETS_MAX} that every server takes`;
      report(address.place, `an address of ${size}: ${quoted(text)}`);
    },
  },
  {
    id: 'address/quoted-local',
    aliases: ['ses/address-local-quoted'],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'A local part needs no quotes',
    remedy: 'Take the quotes out where the local part needs none; else use another address.',
    sources: [
      'RFC 5321 §4.1.2',
      'RFC 5322 §3.4.1',
      'https://github.com/IQSS/dataverse/issues/4490',
    ],
    check(address, report) {
      if (!address.isLocalQuoted) return;
      const needless = isDotAtom(address.localPart) ? ', which it does not need' : '';
      report(address.localPlace, `a local part in quotes${needless}: ${quoted(address.text)}`);
    },
  },
  {
    id: 'ses/address-local-punycode',
    aliases: [],
    about: 'choice',
    severity: atSes('warning'),
    summary: 'A local part is not written in Punycode',
    remedy: 'Use another address: Punycode is for domains only.',
    sources: ['https://docs.aws.amazon.com/ses/latest/dg/send-email-raw.html'],
    check(address, report) {
      if (!/^xn--/i.test(address.localPart)) return;
      report(address.localPlace, `a local part in Punycode: ${quoted(address.text)}`, {
        refuses: false,
        evidence: 'documented',
      });
    },
  },
];

function localOctets({ text, domain }: { readonly text: string; readonly domain: string }): number {
  return text.length - domain.length - 1;
}

function isDotAtom(text: string): boolean {
  return DOT_ATOM_CHARACTERS.test(text) && !`.${text}.`.includes('..');
}

/** Rules about the local part of an address, and about its length. */
export const localPartRules: readonly MessageRule[] = rows.map(checkingAddresses);
