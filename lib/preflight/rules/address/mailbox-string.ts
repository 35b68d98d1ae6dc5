/** What SES asks of one mailbox as a whole, name and address. */

import { quoted } from '../../../errors.ts';
import type { SesAnswer } from '../../report.ts';
import { atSes, everywhere, type MessageRule } from '../../rule.ts';

/** As written: the display name with its encoded-words, and the address. */
const MAILBOX_OCTETS_MAX = 320;

/** Characters of the mailbox that a message quotes. */
const QUOTED_CHARACTERS = 60;

/** A longer answer of SES, which quotes the mailbox, is left out. */
const ANSWER_CHARACTERS_MAX = 1000;

const LINE_BREAK = /[\r\n]+/;

export const mailboxStringRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'ses/address-length',
    aliases: [],
    about: 'choice',
    severity: atSes('error'),
    summary: 'A mailbox has at most 320 octets, name and address',
    remedy: 'Shorten the display name: encoded, it takes more room than it has letters.',
    sources: ['https://github.com/zulip/zulip/issues/17558'],
    check(facts, report) {
      for (const { field, text, verdict } of facts.addressFields) {
        if (text.length <= MAILBOX_OCTETS_MAX) continue;
        for (const mailbox of verdict.mailboxes) {
          const written = text.slice(mailbox.start, mailbox.end);
          if (written.length <= MAILBOX_OCTETS_MAX) continue;
          const site = { ...field.spanOf(mailbox), entity: facts.root, field };
          report(site, tooLong(written, written.length), refusal(written));
        }
      }
      for (const { place, text, faults } of facts.requestAddresses) {
        const length = Buffer.byteLength(text);
        if (faults.length > 0 || length <= MAILBOX_OCTETS_MAX) continue;
        const whole = { ...place, start: 0, end: text.length };
        report(whole, tooLong(text, length), refusal(text));
      }
    },
  },
  {
    kind: 'message',
    id: 'address/display-name-line-break',
    aliases: ['ses/display-name-line-break'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'An address of the request holds no line break',
    remedy: 'Write a blank in its place: what follows a line break may become a field.',
    sources: ['https://github.com/rdunlop/unicycling-registration/issues/749'],
    check(facts, report) {
      for (const { place, text, faults } of facts.requestAddresses) {
        const found = faults.length > 0 ? null : LINE_BREAK.exec(text);
        if (found === null) continue;
        const { index: start, 0: lineBreak } = found;
        const site = { ...place, start, end: start + lineBreak.length };
        report(site, `a line break in an address of the request: ${quoted(text)}`, {
          text: 'Local address contains control or whitespace',
          refuses: true,
          evidence: 'observed',
        });
      }
    },
  },
];

function tooLong(written: string, octets: number): string {
  const start = `${written.slice(0, QUOTED_CHARACTERS)}…`;
  return `a mailbox of ${octets} octets, of ${MAILBOX_OCTETS_MAX} allowed: ${quoted(start)}`;
}

function refusal(written: string): SesAnswer {
  const text = `Address length is more than ${MAILBOX_OCTETS_MAX} bytes long: '${written}'`;
  const isQuotable = text.length <= ANSWER_CHARACTERS_MAX;
  return { ...(isQuotable && { text }), refuses: true, evidence: 'observed' };
}
