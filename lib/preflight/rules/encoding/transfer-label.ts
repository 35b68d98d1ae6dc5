/** What Content-Transfer-Encoding says: RFC 2045 §6.1, §6.2, §6.4. */

import { isAscii } from 'node:buffer';
import { quoted } from '../../../errors.ts';
import { excerpt } from '../../excerpt.ts';
import type { SesAnswer } from '../../report.ts';
import { type DefectRule, type EntityRule, everywhere } from '../../rule.ts';
import { ownEightBitRun } from './seven-bit.ts';
import { labelSite } from './transfer-label-site.ts';

export const transferLabelRules: readonly (DefectRule | EntityRule)[] = [
  {
    kind: 'entity',
    id: 'encoding/cte-unknown',
    aliases: ['ses/cte-unknown'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A transfer encoding is one of the five of MIME, or private (x-…)',
    remedy: 'Name the encoding that the body is in; what is not encoded is 7bit.',
    sources: ['RFC 2045 §6.1', 'RFC 2045 §6.4'],
    check(entity, report, facts) {
      const field = entity.transferEncodingField;
      const defect = field?.defects.find(({ code }) => code === 'cte-unknown');
      if (field === undefined || defect === undefined) return;
      const { start, end } = defect;
      report(
        { start, end, entity, field },
        `the transfer encoding ${excerpt(facts, defect)}; there are 7bit, 8bit, binary, quoted-printable and base64`,
        unknownEncoding(facts.octets.toString('latin1', start, end)),
      );
    },
  },
  {
    kind: 'defect',
    id: 'encoding/cte-syntax',
    aliases: [],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'Content-Transfer-Encoding holds one word',
    remedy: 'Write the word alone, without quotes and without anything behind it.',
    sources: ['RFC 2045 §6.1'],
    codes: ['cte-syntax'],
    describe: ({ defect, entity, facts }) =>
      entity.transferEncodingField?.defects.some(({ code }) => code === 'cte-unknown')
        ? undefined
        : `${excerpt(facts, defect)}, where one word is due`,
  },
  {
    kind: 'entity',
    id: 'encoding/cte-on-composite',
    aliases: ['ses/cte-on-multipart'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A multipart or an embedded message is not encoded, its parts may be',
    remedy: 'Label it 7bit, and encode the parts that need it.',
    sources: ['RFC 2045 §6.4', 'RFC 2046 §5.2.1'],
    check(entity, report) {
      if (!entity.defects.some(({ code }) => code === 'cte-on-composite')) return;
      const { mediaType, transferEncoding } = entity;
      report(
        labelSite(entity),
        `the transfer encoding ${quoted(transferEncoding)} of ${mediaType.essence}, which may not have it`,
      );
    },
  },
  {
    kind: 'entity',
    id: 'encoding/binary-cte',
    aliases: ['ses/cte-binary'],
    about: 'form',
    // The label alone stops no server; lines beyond 998 octets and NULs have findings of their own.
    severity: everywhere('warning'),
    summary: 'No body is labelled binary',
    remedy: 'Label the body 7bit if it is, else encode it as base64.',
    sources: ['RFC 2045 §6.2', 'RFC 3030 §3'],
    check(entity, report, facts) {
      if (entity.transferEncoding !== 'binary' || ownEightBitRun(facts, entity)) return;
      if (entity.defects.some(({ code }) => code === 'cte-on-composite')) return;
      report(labelSite(entity), 'the transfer encoding "binary", which few servers take');
    },
  },
  {
    kind: 'entity',
    id: 'encoding/8bit-declared-ascii-content',
    aliases: [],
    about: 'form',
    severity: everywhere('info'),
    summary: 'A body labelled 8bit holds octets above 0x7F',
    remedy: 'Label the body 7bit: then no server has to encode it on its way.',
    sources: ['RFC 2045 §6.2', 'RFC 6152 §3'],
    check(entity, report, { octets }) {
      const { transferEncoding, mediaType, body } = entity;
      if (transferEncoding !== '8bit' || entity.parts.length > 0) return;
      if (mediaType.type === 'multipart' || mediaType.type === 'message') return;
      if (!isAscii(octets.subarray(body.start, body.end))) return;
      report(labelSite(entity), 'the transfer encoding "8bit" of a body that is 7-bit');
    },
  },
];

/** What SES says if it decodes the body; nobody was seen to have it say so. */
function unknownEncoding(label: string): SesAnswer {
  return { text: `Unknown encoding: ${label}`, refuses: false, evidence: 'inferred' };
}
