/** A-labels of domains, and what they stand for: RFC 5890 §2.3.2.1, UTS #39. */

import { quoted } from '../../../errors.ts';
import { decodeALabel } from '../../../header/domain.ts';
import { MAX_LABEL_OCTETS } from '../../../header/idna-label.ts';
import { everywhere, type MessageRule } from '../../rule.ts';
import { type AddressCheckRow, checkingAddresses } from './address-check.ts';
import { isWhollyAlike, mixedWord } from './look-alike.ts';

const A_LABEL = /(?<![^.])xn--[^.]*/gi;

/** Controls, blanks and what no character is; signs and emoji are in use, whatever RFC 5892 says. */
const NO_LABEL = /^[\x00-\x7f]*$|[\p{C}\p{Z}]/u;

const rows: readonly AddressCheckRow[] = [
  {
    id: 'address/a-label-invalid',
    aliases: [],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'A label that begins with xn-- is Punycode of something',
    remedy: 'Correct the domain, or write it in Unicode and encode it anew.',
    sources: ['RFC 5891 §5.4', 'RFC 3492'],
    check(address, report) {
      for (const { index: start, 0: label } of aLabels(address.domain)) {
        if (unicodeOf(label) !== undefined) continue;
        const place = address.placeInDomain({ start, end: start + label.length });
        report(place, `${quoted(label)} stands for no label: ${quoted(address.text)}`);
      }
    },
  },
  {
    id: 'address/confusable-domain',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'A domain does not pass for another one',
    remedy: 'Check that the domain is the one you mean; filters take it for a forgery.',
    sources: ['UTS #39 §4', 'RFC 5890 §4.4'],
    check(address, report) {
      for (const { index: start, 0: label } of aLabels(address.domain)) {
        const text = unicodeOf(label);
        if (text === undefined || !isConfusable(text, address.domain)) continue;
        const place = address.placeInDomain({ start, end: start + label.length });
        const message = `${quoted(text)} passes for a Latin name, but has letters of another script`;
        report(place, `${message}: ${quoted(address.text)}`);
      }
    },
  },
];

/** A longer one has a finding of its own. */
function aLabels(domain: string): Iterable<RegExpExecArray> {
  if (!domain.includes('--')) return [];
  return [...domain.matchAll(A_LABEL)].filter(([label]) => label.length <= MAX_LABEL_OCTETS);
}

/** The label in Unicode; undefined for one that is not what its Unicode is encoded to. */
function unicodeOf(label: string): string | undefined {
  const text = decodeALabel(label.toLowerCase());
  return text === undefined || NO_LABEL.test(text) ? undefined : text;
}

/** Under a top-level domain of its own script, a word of that script is no forgery. */
function isConfusable(label: string, domain: string): boolean {
  if (mixedWord(label) !== undefined) return true;
  return isWhollyAlike(label) && !/\.xn--[^.]*$/i.test(domain);
}

/** Rules about internationalized labels. */
export const aLabelRules: readonly MessageRule[] = rows.map(checkingAddresses);
