/** Escapes of string literals that were meant for line ends: RFC 5322 §2.2. */

import { quoted } from '../../../errors.ts';
import { everywhere, type MessageRule } from '../../rule.ts';
import { escapeHidingTo, LITERAL_LINE_END } from './header-state.ts';

export const literalEscapeRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'rfc5322/literal-escape',
    aliases: ['ses/literal-escape'],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'Header fields are separated by line ends, not by a written \\n',
    remedy: 'Write CRLF itself: in a shell or in JSON within JSON, escapes stay text.',
    sources: ['RFC 5322 §2.2', 'https://github.com/aws/aws-sdk-ruby/issues/1526'],
    check(facts, report) {
      const { octets, root } = facts;
      const { start, end } = root.headerSection;
      if (!octets.subarray(start, end).includes('\\n')) return;
      // SES asks for the To field that is hidden so: a rule of its own tells that.
      const told = facts.profile === 'smtp' ? undefined : escapeHidingTo(facts)?.field;
      for (const field of root.fields) {
        if (field === told) continue;
        const found = LITERAL_LINE_END.exec(field.unfolded());
        if (found === null) continue;
        const { index, 0: written } = found;
        report(
          { ...field.spanOf({ start: index, end: index + written.length }), entity: root, field },
          `the characters ${written} where a line should end, in the field ${quoted(field.name)}`,
        );
      }
    },
  },
];
