/** What display names say and should not: characters that deceive, and what filters score. */

import { quoted } from '../../../errors.ts';
import { decodeALabel } from '../../../header/domain.ts';
import { everywhere, type MessageRule } from '../../rule.ts';
import { codePointName, hiddenCharacter, strayBidiControl } from './invisible.ts';
import { mixedWord } from './look-alike.ts';
import { AUTHOR_FIELDS, checkingNames, FROM, type NameCheckRow } from './name-check.ts';

const WEB_ADDRESS = /(?:^|[\s("'<])(?:https?:\/\/|www\.)/i;
const DOMAIN_BEHIND_AT = /(?<![\s@])@((?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]+)/u;

const rows: readonly NameCheckRow[] = [
  {
    id: 'address/display-name-is-address',
    aliases: [],
    severity: everywhere('info'),
    summary: 'A display name in From is more than the address again',
    remedy: 'Write a name that people know, or none.',
    sources: ['rspamd FROM_DN_EQ_ADDR 1.0'],
    fields: FROM,
    describe(name, { address }) {
      const isSame = name.trim().toLowerCase() === address.toLowerCase();
      return isSame ? `the address as its own display name: ${quoted(name)}` : undefined;
    },
  },
  {
    id: 'address/display-name-spoof',
    aliases: [],
    severity: everywhere('warning'),
    summary: 'A display name in From names no address at another domain',
    remedy: 'Take the address out of the name, or send from it.',
    sources: ['measured: rspamd FROM_NEQ_DISPLAY_NAME 4.0, SPOOF_DISPLAY_NAME 8.0'],
    fields: FROM,
    describe(name, { domain, address }) {
      const named = name.includes('@') ? DOMAIN_BEHIND_AT.exec(name)?.[1] : undefined;
      if (named === undefined || areRelated(named, domain)) return undefined;
      return `an address at ${quoted(named)} in the display name of ${quoted(address)}`;
    },
  },
  {
    // A bare domain is the name of many a company (Booking.com), and no fault.
    id: 'address/display-name-url',
    aliases: [],
    severity: everywhere('warning'),
    summary: 'A display name in From holds no web address',
    remedy: 'Write a name; links belong into the body.',
    sources: ['rspamd R_HTTP_URL_IN_FROM 5.0'],
    fields: FROM,
    describe: (name) =>
      WEB_ADDRESS.test(name) ? `a web address in a display name: ${quoted(name)}` : undefined,
  },
  {
    // A warning, where the standard's table says error: nothing refuses it. Marks, and embeddings that
    // are ended, are how names in Arabic or Hebrew are written beside others.
    id: 'address/display-name-bidi',
    aliases: [],
    severity: everywhere('warning'),
    summary: 'A display name turns no text but its own around',
    remedy: 'Take the control character out, or end what it begins (U+202C, U+2069).',
    sources: ['UAX #9', 'UTS #39'],
    fields: AUTHOR_FIELDS,
    describe(name) {
      const control = strayBidiControl(name);
      if (control === undefined) return undefined;
      return `${codePointName(control)}, which turns text around, in the display name ${quoted(name)}`;
    },
  },
  {
    id: 'address/display-name-invisible',
    aliases: [],
    severity: everywhere('warning'),
    summary: 'A display name holds nothing that nobody sees',
    remedy: 'Take the character out.',
    sources: ['UTS #39'],
    fields: AUTHOR_FIELDS,
    describe(name) {
      const hidden = hiddenCharacter(name);
      if (hidden === undefined) return undefined;
      return `${codePointName(hidden)}, which nobody sees, in the display name ${quoted(name)}`;
    },
  },
  {
    id: 'address/display-name-mixed-script',
    aliases: [],
    severity: everywhere('warning'),
    summary: 'A word of a display name passes for no other word',
    remedy: 'Write the word in one script.',
    sources: ['UTS #39 §5'],
    fields: AUTHOR_FIELDS,
    describe(name) {
      const word = mixedWord(name);
      if (word === undefined) return undefined;
      return `the word ${quoted(word)} mixes Latin letters with look-alikes of another script`;
    },
  },
  {
    id: 'address/display-name-quotes',
    aliases: [],
    severity: everywhere('info'),
    summary: 'People see the display name in From without quotes and surplus blanks',
    remedy: 'Write the name as people should see it.',
    sources: ['rspamd FROM_NAME_EXCESS_SPACE 1.0'],
    fields: FROM,
    describe(name) {
      if (/^(['"]).+\1$/s.test(name)) return `quotes that people will see: ${quoted(name)}`;
      const hasSurplus = name.includes('  ') || name.trim() !== name;
      return hasSurplus && name.trim() !== '' ? `surplus blanks: ${quoted(name)}` : undefined;
    },
  },
];

/** The same domain, or both under one name: without a list of suffixes, that is the last two labels. */
function areRelated(named: string, real: string): boolean {
  return parentOf(named) === parentOf(real);
}

function parentOf(domain: string): string {
  const labels = domain.toLowerCase().split('.').slice(-2);
  return labels
    .map((label) => (label.startsWith('xn--') && decodeALabel(label)) || label)
    .join('.');
}

/** Rules about what display names say. */
export const nameContentRules: readonly MessageRule[] = rows.map(checkingNames);
