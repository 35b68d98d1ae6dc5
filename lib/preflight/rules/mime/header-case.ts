/** Spellings of fields that mean the same to readers, and not to a filter. */

import { quoted } from '../../../errors.ts';
import type { Span } from '../../../octets/span.ts';
import type { HeaderField } from '../../../reader/header-field.ts';
import { everywhere, type MessageRule } from '../../rule.ts';

/** Names that rspamd looks for in this very case, and how they are mostly written. */
const USUAL_NAMES: ReadonlyMap<string, string> = new Map([
  ['Mime-Version', 'MIME-Version'],
  ['X-mailer', 'X-Mailer'],
]);

const CAPITAL_BIT = /^[ \t]*([78]B\w*)/;

export const headerCaseRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'mime/header-case',
    aliases: [],
    about: 'form',
    severity: everywhere('info'),
    summary: 'MIME-Version, X-Mailer and 7bit are written in their usual case',
    remedy: 'Write it in the usual case.',
    sources: ['rspamd MV_CASE 0.5', 'rspamd XM_CASE 0.5', 'rspamd CTE_CASE 0.5'],
    check({ root }, report) {
      for (const field of root.fields) {
        const usual = USUAL_NAMES.get(field.name);
        const site = usual === undefined ? undefined : { ...field.nameSpan, entity: root, field };
        if (site) report(site, `${quoted(field.name)}, mostly written ${usual}: rspamd scores it`);
      }
      const { transferEncodingField: field } = root;
      const label = field && capitalLabel(field);
      if (field === undefined || label === undefined) return;
      const message = `${quoted(label.text)}, mostly written in lower case: rspamd scores it`;
      report({ ...label.span, entity: root, field }, message);
    },
  },
];

function capitalLabel(
  field: HeaderField,
): { readonly text: string; readonly span: Span } | undefined {
  const match = CAPITAL_BIT.exec(field.unfolded());
  const text = match?.[1];
  if (!match || text === undefined) return undefined;
  const end = match[0].length;
  return { text, span: field.spanOf({ start: end - text.length, end }) };
}
