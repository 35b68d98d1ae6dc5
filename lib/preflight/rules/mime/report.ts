/** Reports for programs: RFC 6522, RFC 3464, RFC 8098. */

import { quoted } from '../../../errors.ts';
import { parameterNamed } from '../../../header/parsed-parameter.ts';
import type { Entity } from '../../../reader/entity.ts';
import { fieldNamed } from '../../../reader/header-field.ts';
import { hasClearParts, isDoubtful } from '../../own-entities.ts';
import { everywhere, type MessageRule } from '../../rule.ts';
import { parameterPlace, typeSite, wordSite } from '../../type-site.ts';

const REPORT = 'multipart/report';

/** Text for people, the report, and what it is about. */
const PARTS_MAX = 3;

const SEVEN_BIT_TYPES: readonly string[] = [
  'message/delivery-status',
  'message/disposition-notification',
];
const ENCODINGS: readonly string[] = ['base64', 'quoted-printable'];

export const reportRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'mime/report-type-missing',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A multipart/report has a report-type',
    remedy: 'Add report-type=delivery-status, or what the subtype of the second part is.',
    sources: ['RFC 6522 §3'],
    check(facts, report) {
      for (const entity of facts.own.ofType(REPORT)) {
        if (parameterNamed(entity.mediaType.parameters, 'report-type') !== undefined) continue;
        const field = fieldNamed(entity.fields, 'content-type');
        if (field === undefined || field.defects.length > 0) continue;
        report(parameterPlace(entity, field), `a ${quoted(REPORT)} without a report-type`);
      }
    },
  },
  {
    kind: 'message',
    id: 'mime/report-structure',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A multipart/report is text, a report, and perhaps the message it is about',
    remedy: 'Write two or three parts, the second one of the subtype that report-type names.',
    sources: ['RFC 6522 §3'],
    check(facts, report) {
      for (const entity of facts.own.ofType(REPORT)) {
        if (!hasClearParts(entity) || entity.parts.length === 0) continue;
        const [, second] = entity.parts;
        const surplus = entity.parts[PARTS_MAX];
        if (second === undefined) {
          report(typeSite(entity), `a ${quoted(REPORT)} with one part, of 2 or 3`);
        } else if (surplus !== undefined) {
          report(typeSite(surplus), `a fourth part in a ${quoted(REPORT)}, of 2 or 3`);
        } else {
          const wanted = mismatch(entity, second);
          if (wanted === undefined) continue;
          const { essence } = second.mediaType;
          report(typeSite(second), `${quoted(essence)} where report-type is ${quoted(wanted)}`);
        }
      }
    },
  },
  {
    kind: 'message',
    id: 'mime/dsn-not-7bit',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'The fields of a report are 7bit',
    remedy: 'Write the part as 7bit.',
    sources: ['RFC 3464 §2.1', 'RFC 8098 §3.1'],
    check(facts, report) {
      for (const essence of SEVEN_BIT_TYPES) {
        for (const entity of facts.own.ofType(essence)) {
          const { transferEncoding, transferEncodingField: field } = entity;
          if (field === undefined || !ENCODINGS.includes(transferEncoding)) continue;
          const message = `${quoted(transferEncoding)} for ${quoted(essence)}, which is always 7bit`;
          report(wordSite(entity, field), message);
        }
      }
    },
  },
];

/** The report-type, if the second part is of another; RFC 6533 and RFC 8460 write more around it. */
function mismatch({ mediaType, fields }: Entity, second: Entity): string | undefined {
  const type = parameterNamed(mediaType.parameters, 'report-type');
  const field = fieldNamed(fields, 'content-type');
  if (type === undefined || field === undefined || isDoubtful(field, type)) return undefined;
  const wanted = type.value.toLowerCase();
  const subtype = second.mediaType.subtype.replace(/^global-|\+.*$/g, '');
  return subtype === wanted ? undefined : type.value;
}
