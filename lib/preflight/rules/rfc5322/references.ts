/** In-Reply-To and References: RFC 5322 §3.6.4. */

import { everywhere, type MessageRule } from '../../rule.ts';
import { hasLostFields } from './header-state.ts';
import { reportMsgIds } from './msg-id-faults.ts';

export const referenceRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'rfc5322/references-syntax',
    aliases: [],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'In-Reply-To and References hold msg-ids with blanks between',
    remedy: 'Write the Message-IDs of the thread, each in angle brackets, with blanks between.',
    sources: ['RFC 5322 §3.6.4', 'RFC 5322 §4.5.4'],
    check(facts, report) {
      for (const name of ['in-reply-to', 'references']) {
        for (const field of facts.fieldsNamed(name)) reportMsgIds(facts, field, report);
      }
    },
  },
  {
    kind: 'message',
    id: 'rfc5322/reply-without-references',
    aliases: [],
    about: 'choice',
    severity: everywhere('info'),
    // References without In-Reply-To is left alone: several parents, or a thread that is no reply.
    summary: 'A reply has References beside In-Reply-To',
    remedy: 'Write References: those of the parent and its Message-ID.',
    sources: ['RFC 5322 §3.6.4'],
    check(facts, report) {
      const [field] = facts.fieldsNamed('in-reply-to');
      if (field === undefined || field.msgIds.length === 0) return;
      if (facts.fieldsNamed('references').length > 0 || hasLostFields(facts)) return;
      const { end } = field.span;
      report(
        { start: end, end, entity: facts.root },
        'In-Reply-To without References, by which some readers put threads together',
      );
    },
  },
];
