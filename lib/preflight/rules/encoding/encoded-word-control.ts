/** Control characters that encoded-words bring into a field: RFC 2047 §5. */

import type { HeaderField } from '../../../reader/header-field.ts';
import { type EntityRule, everywhere } from '../../rule.ts';

/** Line ends and their like; a TAB is a blank. */
const CONTROL = /[\x00-\x08\x0a-\x1f\x7f]/;

export const encodedWordControlRules: readonly EntityRule[] = [
  {
    kind: 'entity',
    id: 'encoding/encoded-word-control',
    aliases: [],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'No encoded-word hides a line end or another control character',
    remedy: 'Encode the text again without its control characters.',
    sources: ['RFC 2047 §5', 'RFC 5322 §2.2'],
    check(entity, report, facts) {
      for (const field of entity.fields) {
        if (!mayHold(field, facts.octets)) continue;
        for (const { span, text = '' } of field.encodedWords) {
          const [found] = CONTROL.exec(text) ?? [];
          if (found === undefined) continue;
          const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
          report(
            { ...span, entity, field },
            `an encoded-word says the control character 0x${code}, which a reader may take for a line end or for nothing`,
          );
        }
      }
    },
  },
];

/** Words are decoded where there are any. */
function mayHold({ bodySpan: { start, end } }: HeaderField, octets: Buffer): boolean {
  return octets.subarray(start, end).includes('=?', 0, 'latin1');
}
