/** What stands before the first header field of a message and should not: RFC 5322 §2.1, §2.2. */

import { CR, LF } from '../../../octets/ascii.ts';
import type { Span } from '../../../octets/span.ts';
import type { MessageFacts } from '../../facts.ts';
import { type DefectRule, everywhere } from '../../rule.ts';
import { firstLine } from './first-line.ts';
import { isUtf16 } from './header-state.ts';

export const startRules: readonly DefectRule[] = [
  {
    kind: 'defect',
    id: 'rfc5322/empty-input',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A message holds octets',
    remedy: 'Pass the octets of a message: header fields, an empty line, a body.',
    sources: ['RFC 5322 §2.1', 'RFC 5322 §3.6'],
    codes: ['empty-input'],
    describe: ({ defect: { start, end } }) =>
      start === end ? 'no octets' : `white space alone, ${end - start} octets of it`,
  },
  {
    kind: 'defect',
    id: 'rfc5322/bom-at-start',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'The first octet is that of a field name, no byte order mark',
    remedy: 'Write the message without a byte order mark, and not in UTF-16.',
    sources: ['RFC 5322 §2.2'],
    codes: ['bom-at-start'],
    describe: ({ facts }) =>
      `a byte order mark of ${isUtf16(facts) ? 'UTF-16' : 'UTF-8'} before the first field name`,
  },
  {
    kind: 'defect',
    id: 'rfc5322/leading-blank-line',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'The first line is a header field',
    remedy: 'Take out the empty lines before the first header field.',
    sources: ['RFC 5322 §2.1'],
    codes: ['leading-blank-line'],
    // Of an attached message that is empty, nothing is lost.
    describe: ({ entity: { body }, facts }) =>
      isBlank(facts, body)
        ? undefined
        : 'an empty first line; all header fields behind it become text of the body',
  },
  {
    kind: 'defect',
    id: 'rfc5322/leading-continuation',
    aliases: ['ses/header-leading-fold'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'The first line starts with a field name, not with a blank',
    remedy: 'Take out the blanks before the first field name.',
    sources: ['RFC 5322 §2.2.3'],
    codes: ['leading-continuation'],
    describe: ({ defect, facts }) =>
      `a continuation line with no field before it: ${firstLine(facts, defect)}`,
  },
  {
    kind: 'defect',
    id: 'rfc5322/mbox-from-line',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A message starts without the separator line of a mailbox file',
    remedy: 'Take out the line; it is no part of the message.',
    sources: ['RFC 5322 §2.2', 'RFC 4155'],
    codes: ['mbox-from-line'],
    describe: ({ defect, facts }) =>
      `the separator line of a mailbox file: ${firstLine(facts, defect)}`,
  },
];

function isBlank({ octets }: MessageFacts, { start, end }: Span): boolean {
  for (let at = start; at < end; at += 1) if (octets[at] !== CR && octets[at] !== LF) return false;
  return true;
}
