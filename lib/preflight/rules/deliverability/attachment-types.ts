/** Attachments whose media type or disposition filters hold against them: RFC 2046 §4, RFC 2183. */

import { quoted } from '../../../errors.ts';
import { isBlank } from '../../../octets/ascii.ts';
import type { Entity } from '../../../reader/entity.ts';
import { fieldNamed, type HeaderField } from '../../../reader/header-field.ts';
import { everywhere, type MessageRule } from '../../rule.ts';
import { typeSite } from '../../type-site.ts';
import { extensionOf } from './blocked-extensions.ts';
import { contradicts } from './extension-types.ts';

export const attachmentTypeRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'deliverability/attachment-type-mismatch',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'The extension of a file name agrees with the media type',
    remedy: 'Write the media type of the file, or give the file the extension of its type.',
    sources: [
      'measured: rspamd 3.4 MIME_BAD_ATTACHMENT 1.6',
      'measured: SpamAssassin 4.0.1 OBFU_TEXT_ATTACH 1.0',
    ],
    check(facts, report) {
      for (const { entity, filename } of facts.own.named) {
        const extension = extensionOf(filename);
        const { essence } = entity.mediaType;
        if (extension === undefined || !contradicts(extension, essence)) continue;
        const field = fieldNamed(entity.fields, 'content-type');
        if (field === undefined || !isRead(field)) continue;
        report(typeSite(entity), `${essence} for a file named ${quoted(filename)}`);
      }
    },
  },
  {
    kind: 'message',
    id: 'deliverability/attachment-no-disposition',
    aliases: [],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'A part of application/octet-stream has a Content-Disposition or a Content-ID',
    remedy: 'Write Content-Disposition: attachment, with the file name.',
    sources: ['measured: rspamd 3.4 CTYPE_MISSING_DISPOSITION 4.0'],
    check(facts, report) {
      const own = facts.own;
      for (const part of own.ofType('application/octet-stream')) {
        if (part === facts.root) continue;
        if (hasField(part, 'content-disposition') || hasField(part, 'content-id')) continue;
        // RFC 3156 §4 and its like give the parts of encrypted and signed mail no disposition.
        const [multipart] = own.around(part);
        if (multipart === undefined || PROTECTED.has(multipart.mediaType.subtype)) continue;
        report(typeSite(part), 'application/octet-stream without Content-Disposition');
      }
    },
  },
];

const PROTECTED: ReadonlySet<string> = new Set(['encrypted', 'signed', 'x-pgp-encrypted']);

/** Where the field could not be read, the type is a guess. */
function isRead(field: HeaderField): boolean {
  if (isBlank(field.unfolded())) return false;
  return !field.defects.some(({ code }) => code === 'content-type-syntax');
}

function hasField({ fields }: Entity, lowerName: string): boolean {
  return fieldNamed(fields, lowerName) !== undefined;
}
