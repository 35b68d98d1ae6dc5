/** The MIME-Version field: RFC 2045 §4. */

import { isBlank } from '../../../octets/ascii.ts';
import type { DefectCode } from '../../../reader/defect.ts';
import { excerpt } from '../../excerpt.ts';
import { type DefectRule, everywhere, type MessageRule } from '../../rule.ts';

/** Fields that mean something under MIME alone. */
const MIME_FIELDS: readonly string[] = ['content-type', 'content-transfer-encoding'];

/** Where lines of a header section are no fields, one of them may have been meant for it. */
const LOST_LINES: ReadonlySet<DefectCode> = new Set<DefectCode>([
  'field-name-invalid',
  'header-line-malformed',
  'leading-continuation',
  'missing-separator',
]);

export const versionRules: readonly (DefectRule | MessageRule)[] = [
  {
    kind: 'message',
    id: 'mime/version-missing',
    aliases: ['ses/mime-version-missing'],
    about: 'form',
    // A MUST of the writer; a reader may take the message for MIME all the same, and most do.
    severity: everywhere('warning'),
    summary: 'A message with MIME fields has a MIME-Version field',
    remedy: 'Write "MIME-Version: 1.0" into the header section.',
    sources: [
      'RFC 2045 §4',
      'measured: rspamd MISSING_MIME_VERSION 2.0',
      'SpamAssassin MIME_HEADER_CTYPE_ONLY',
    ],
    check(facts, report) {
      const { root } = facts;
      const field = root.fields.find(({ lowerName }) => MIME_FIELDS.includes(lowerName));
      const [version] = facts.fieldsNamed('mime-version');
      if (field === undefined || (version && !isBlank(version.unfolded()))) return;
      if (root.defects.some(({ code }) => LOST_LINES.has(code))) return;
      const { end } = version?.bodySpan ?? root.headerSection;
      const missing = version === undefined ? 'without a' : 'with an empty';
      report(
        { start: end, end, entity: root, ...(version !== undefined && { field: version }) },
        `${field.name} ${missing} MIME-Version field, so readers may take the body for plain text`,
      );
    },
  },
  {
    kind: 'defect',
    id: 'mime/version-invalid',
    aliases: [],
    about: 'form',
    // Readers do not look at it; filters do.
    severity: everywhere('warning'),
    summary: 'The MIME version is 1.0',
    remedy: 'Write "MIME-Version: 1.0".',
    sources: ['RFC 2045 §4', 'measured: SpamAssassin BOGUS_MIME_VERSION 1.0'],
    codes: ['version-invalid'],
    describe: ({ defect, entity, facts }) =>
      entity === facts.root
        ? `the MIME version is ${excerpt(facts, defect)}; there is only "1.0"`
        : undefined,
  },
];
