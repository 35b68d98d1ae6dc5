/** Names of attachments that providers block or filters score: §1.10 of the lists they publish. */

import { isRefusedExtension } from '../../../carrier/refused-extensions.ts';
import { quoted } from '../../../errors.ts';
import type { MessageFacts } from '../../facts.ts';
import { isAttachment, type NamedEntity } from '../../own-entities.ts';
import { everywhere, type MessageRule, type Site } from '../../rule.ts';
import { blockersOf, disguiseOf, extensionOf } from './blocked-extensions.ts';

/** U+202D and U+202E: other marks of direction stand in names of Arabic and Hebrew. */
const BIDI_OVERRIDE = /[\u202d\u202e]/;
const HTML_NAME = /\.(?:s?html?|xhtml)[. ]*$/i;

const GMAIL = 'https://support.google.com/mail/answer/6590';

export const attachmentNameRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'deliverability/attachment-blocked',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'No attachment has an extension that large providers block',
    remedy: 'Send a link to the file instead; Gmail looks into archives too.',
    sources: [
      GMAIL,
      'Outlook and Exchange: the default list of blocked attachments',
      'measured: rspamd 3.4 MIME_BAD_EXTENSION 2.0',
    ],
    check(facts, report) {
      for (const file of named(facts)) {
        const extension = extensionOf(file.filename) ?? '';
        const blockers = blockersOf(extension);
        if (blockers.length === 0 || isToldElsewhere(facts, extension)) continue;
        if (disguiseOf(file.filename) !== undefined) continue;
        const verb = blockers.length === 1 ? 'blocks' : 'block';
        const message = `${quoted(file.filename)}: ${blockers.join(' and ')} ${verb} .${extension}`;
        report(siteOf(file), message);
      }
    },
  },
  {
    kind: 'message',
    id: 'deliverability/attachment-double-extension',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'No program bears the extension of a document before its own',
    remedy: 'Send a link to the program; filters take such a name for a trick.',
    sources: [GMAIL, 'measured: rspamd 3.4 MIME_DOUBLE_BAD_EXTENSION 3.0'],
    check(facts, report) {
      for (const file of named(facts)) {
        const disguise = disguiseOf(file.filename);
        if (disguise === undefined) continue;
        if (isToldElsewhere(facts, extensionOf(file.filename) ?? '')) continue;
        const message = `${quoted(file.filename)} is a program under the extension of a document, .${disguise}`;
        report(siteOf(file), message);
      }
    },
  },
  {
    kind: 'message',
    id: 'deliverability/attachment-bidi-name',
    aliases: [],
    about: 'choice',
    // The table says error; but no MUST is broken, and no carrier was seen to refuse it.
    severity: everywhere('warning'),
    summary: 'No file name turns its own direction around',
    remedy: 'Take U+202D and U+202E out of the file name.',
    sources: ['measured: rspamd 3.4 MIME_BAD_UNICODE 8.0'],
    check(facts, report) {
      for (const file of named(facts)) {
        if (!BIDI_OVERRIDE.test(file.filename)) continue;
        const visible = file.filename.replace(/\u202d/g, '\\u202d').replace(/\u202e/g, '\\u202e');
        report(siteOf(file), `a file name that overrides the direction of its text: "${visible}"`);
      }
    },
  },
  {
    kind: 'message',
    id: 'deliverability/attachment-html',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'No attachment is an HTML file',
    remedy: 'Send it as a PDF, or a link to it.',
    sources: [
      'measured: SpamAssassin 4.0.1 T_HTML_ATTACH',
      'measured: rspamd 3.4 MIME_BAD_EXTENSION 1.0',
    ],
    check(facts, report) {
      for (const file of named(facts)) {
        if (!isAttachment(file.entity) || !HTML_NAME.test(file.filename)) continue;
        const name = quoted(file.filename);
        report(siteOf(file), `${name}: filters take HTML attachments for phishing`);
      }
    },
  },
];

/** What SES refuses, `ses/attachment-extension` tells. */
function isToldElsewhere({ profile }: MessageFacts, extension: string): boolean {
  return profile !== 'smtp' && isRefusedExtension(extension);
}

/** Names of files; a name on a multipart is nobody's. */
function named(facts: MessageFacts): readonly NamedEntity[] {
  return facts.own.named.filter(({ entity }) => entity.parts.length === 0);
}

function siteOf({ entity, field, parameter }: NamedEntity): Site {
  return { ...parameter.span, entity, field };
}
