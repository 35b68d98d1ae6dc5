/** Fields that stand in the body, since an empty line before them ended the header section. */

import { quoted } from '../../../errors.ts';
import { everywhere, type MessageRule } from '../../rule.ts';

/** Enough of a body to see its first line. */
const START_OCTETS = 200;

/** The body may quote other fields of another message; these say how the body itself is read. */
const FIELD = /^(From|Subject|MIME-Version|Content-Type|Content-Transfer-Encoding):[ \t]*\S/i;

export const bodyStartRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'rfc5322/field-in-body',
    aliases: [],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'The body does not start with a field of the message',
    remedy: 'Take out the empty line amid the header section.',
    sources: ['RFC 5322 §2.1'],
    check(facts, report) {
      const { start, end } = facts.root.body;
      const text = facts.octets.toString('latin1', start, Math.min(end, start + START_OCTETS));
      const [line, name] = FIELD.exec(text) ?? [];
      // What the header section has already is quoted, as in a forwarded message.
      if (line === undefined || name === undefined) return;
      if (facts.fieldsNamed(name.toLowerCase()).length > 0 || facts.root.fields.length === 0)
        return;
      report(
        { start, end: start + name.length + 1, entity: facts.root },
        `the body starts with ${quoted(`${name}:`)}, which the header section lacks: readers show it as text`,
      );
    },
  },
];
