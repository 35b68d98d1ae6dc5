/** Content-MD5: RFC 1864. */

import { createHash } from 'node:crypto';
import { quoted } from '../../../errors.ts';
import { trimBlanks } from '../../../octets/ascii.ts';
import type { Entity } from '../../../reader/entity.ts';
import { fieldNamed } from '../../../reader/header-field.ts';
import { isMultipart } from '../../own-entities.ts';
import { everywhere, type MessageRule } from '../../rule.ts';
import { wordSite } from '../../type-site.ts';

/** 16 octets as base64. */
const DIGEST = /^[A-Za-z0-9+/]{22}==$/;

export const contentMd5Rules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'mime/content-md5-mismatch',
    aliases: [],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'Content-MD5 is the digest of the decoded content',
    remedy: 'Take the field out, or compute it of the content before its transfer encoding.',
    sources: ['RFC 1864 §2'],
    check(facts, report) {
      for (const entity of facts.own.all) {
        const field = fieldNamed(entity.fields, 'content-md5');
        if (field === undefined || isMultipart(entity)) continue;
        const value = trimBlanks(field.unfolded());
        if (isDigestOf(value, entity)) continue;
        report(wordSite(entity, field), `${quoted(value)} is not the MD5 digest of the content`);
      }
    },
  },
];

/** The line end before a delimiter may have been counted in; so may other line ends than CRLF. */
function isDigestOf(value: string, entity: Entity): boolean {
  if (!DIGEST.test(value)) return false;
  const octets = Buffer.from(entity.octets());
  if (isDigest(value, octets)) return true;
  if (entity.mediaType.type !== 'text') return false;
  const text = octets.toString('latin1').replaceAll('\r\n', '\n');
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  return [body, `${body}\n`].some((lines) =>
    [lines, lines.replaceAll('\n', '\r\n')].some((form) =>
      isDigest(value, Buffer.from(form, 'latin1')),
    ),
  );
}

/** True also where this computer has no MD5, by policy. */
function isDigest(value: string, octets: Buffer): boolean {
  try {
    return createHash('md5').update(octets).digest('base64') === value;
  } catch {
    return true;
  }
}
