/** Forms of mailboxes that SES takes and the standards or filters do not: RFC 5322 §3.4, §4.4. */

import { type DefectRule, everywhere, type Noticed } from '../../rule.ts';
import { namingInAddresses } from './noticed-address.ts';

type DefectRow = Omit<DefectRule, 'kind' | 'about'>;

const rows: readonly DefectRow[] = [
  {
    ...namingInAddresses(['address-invalid'], ({ found }, noticed) => {
      const { detail } = noticed.defect;
      if (isOfBrokenWord(found, noticed)) return undefined;
      if (/=\?.*@/s.test(found))
        return `an address in an encoded-word, where none is read: ${found}`;
      return `not an address${detail === undefined ? '' : ` (${detail})`}: ${found}`;
    }),
    id: 'address/mailbox-syntax',
    aliases: ['address/invalid'],
    severity: everywhere('error'),
    summary: 'What stands between two commas is one mailbox or group',
    remedy: 'Write ann@example.com or Ann <ann@example.com>, and commas between mailboxes.',
    sources: ['RFC 5322 §3.4', 'measured: SpamAssassin TO_MALFORMED, rspamd FROM_INVALID 2.0'],
  },
  {
    ...namingInAddresses(
      ['dot-misplaced'],
      ({ written }, { defect }) =>
        `a dot at an end of the ${partOf(defect.detail)}, or two in a row: ${written}`,
      { refuses: false, evidence: 'inferred' },
    ),
    id: 'address/dot-misplaced',
    aliases: ['ses/address-local-dots'],
    // Old mobile mail in Japan has such addresses: SES takes them, and what is behind it may not.
    severity: { 'ses-v1': 'warning', 'ses-v2': 'warning', smtp: 'error' },
    summary: 'Dots in an address stand between other characters',
    remedy: 'Correct the address; if it is right, quote the local part: "ann."@example.com.',
    sources: ['RFC 5322 §3.2.3', 'RFC 5322 §3.4.1'],
  },
  {
    ...namingInAddresses(['comment-in-address'], ({ written }, { entity, facts }) =>
      entity === facts.root ? `a comment or blank within an address: ${written}` : undefined,
    ),
    id: 'address/comment-in-address',
    aliases: [],
    severity: everywhere('warning'),
    summary: 'An address holds no comments and no blanks',
    remedy: 'Take it out: ann@example.com.',
    sources: ['RFC 5322 §3.4.1', 'RFC 5322 §4.4', 'measured: SpamAssassin FROM_WSP_TRAIL 1.0'],
  },
  {
    ...namingInAddresses(
      ['domain-literal-invalid'],
      ({ found, written }) => `no IP address between the brackets ${found}: ${written}`,
    ),
    id: 'address/domain-literal-syntax',
    aliases: ['address/invalid'],
    severity: everywhere('error'),
    summary: 'A domain in square brackets is an IP address',
    remedy: 'Write [192.0.2.1] or [IPv6:2001:db8::1]; better a domain.',
    sources: ['RFC 5321 §4.1.3'],
  },
];

/** An encoded-word in place of an address, or the end of one around it, is told as such. */
function isOfBrokenWord(found: string, { defect, field }: Noticed): boolean {
  return (
    field?.defects.some(({ code, start, end }) =>
      code === 'encoded-word-syntax'
        ? found === '"?="'
        : code === 'encoded-word-in-addr-spec' && start < defect.end && defect.start < end,
    ) === true
  );
}

function partOf(detail: string | undefined): string {
  return detail === undefined ? 'local part' : 'domain';
}

/** Rules about the form of mailboxes, by what the reader noted. */
export const mailboxRules: readonly DefectRule[] = rows.map((row) => ({
  ...row,
  kind: 'defect',
  about: 'form',
}));
