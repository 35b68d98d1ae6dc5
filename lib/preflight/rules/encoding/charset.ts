/** Text that is not what its charset says: RFC 2046 §4.1.2, RFC 3629. */

import { quoted } from '../../../errors.ts';
import type { Span } from '../../../octets/span.ts';
import { asBuffer } from '../../../octets/view.ts';
import type { Defect, DefectCode } from '../../../reader/defect.ts';
import type { Entity } from '../../../reader/entity.ts';
import { canonicalCharset, decodeText } from '../../../transfer/charset.ts';
import { firstEightBitRun, firstUndecodable } from '../../../transfer/charset-faults.ts';
import { excerpt } from '../../excerpt.ts';
import type { MessageFacts } from '../../facts.ts';
import { type EntityRule, everywhere } from '../../rule.ts';
import { encodedPlace } from './encoded-place.ts';
import { charsetParameter, isEncodedBody, isShownText, isSoundlyEncoded } from './shown-text.ts';

export const charsetRules: readonly EntityRule[] = [
  {
    kind: 'entity',
    id: 'encoding/charset-invalid-bytes',
    aliases: ['ses/charset-mismatch'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'Text is valid in the charset that it is labelled with',
    remedy: 'Write the text in that charset, or name the charset that it is in.',
    sources: ['RFC 2046 §4.1.2', 'RFC 3629 §3'],
    check(entity, report, facts) {
      const defect = shownDefect(entity, 'charset-invalid-bytes');
      if (defect !== undefined) {
        const place = placeOf(facts, entity, defect, undecodable);
        const message = `${octetsOf(facts, place)}: no text of the charset ${quoted(charsetOf(entity))}`;
        report({ ...place, entity }, message);
      }
      for (const field of entity.fields) {
        const found = field.defects.find(({ code }) => code === 'charset-invalid-bytes');
        if (found === undefined) continue;
        const { start, end } = found;
        report(
          { start, end, entity, field },
          `${excerpt(facts, found)} is not valid in its charset`,
        );
      }
    },
  },
  {
    kind: 'entity',
    id: 'encoding/charset-us-ascii-8bit',
    aliases: ['ses/charset-mismatch'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'Text labelled us-ascii holds no octet above 0x7F',
    remedy: 'Name the charset that the text is in, utf-8 for instance.',
    sources: ['RFC 2046 §4.1.2'],
    check(entity, report, facts) {
      // Without a charset, it is the label that is missing; without an encoding, the 8-bit is told.
      if (charsetParameter(entity) === undefined || isSevenBitLabel(entity)) return;
      const defect = shownDefect(entity, 'charset-us-ascii-8bit');
      if (defect === undefined) return;
      const place = placeOf(facts, entity, defect, eightBit);
      const message = `${octetsOf(facts, place)} in text of the charset ${quoted(charsetOf(entity))}`;
      report({ ...place, entity }, message);
    },
  },
  {
    kind: 'entity',
    id: 'encoding/charset-mislabelled',
    aliases: ['ses/charset-mismatch'],
    about: 'form',
    // Found by the look of the text: certain, but not by the letter of any standard.
    severity: everywhere('warning'),
    summary: 'UTF-8 is labelled as utf-8',
    remedy: 'Label the text as utf-8.',
    sources: ['RFC 2046 §4.1.2'],
    check(entity, report, facts) {
      const defect = shownDefect(entity, 'charset-mislabelled');
      if (defect !== undefined) {
        const place = placeOf(facts, entity, defect, eightBit);
        report({ ...place, entity }, `UTF-8 in text of the charset ${quoted(charsetOf(entity))}`);
      }
      for (const field of entity.fields) {
        const found = field.defects.find(({ code }) => code === 'charset-mislabelled');
        if (found === undefined || facts.isSpoiled(found.start)) continue;
        const { start, end } = found;
        report(
          { start, end, entity, field },
          `${excerpt(facts, found)} holds ${found.detail ?? 'UTF-8'}`,
        );
      }
    },
  },
];

/** The defect of that code in text that readers show: nobody decodes what is attached. */
function shownDefect(entity: Entity, code: DefectCode): Defect | undefined {
  if (!isShownText(entity)) return undefined;
  const found = entity.contentDefects.find((defect) => defect.code === code);
  return found !== undefined && isSoundlyEncoded(entity) ? found : undefined;
}

function isSevenBitLabel({ transferEncoding }: Entity): boolean {
  return !['8bit', 'binary', 'quoted-printable', 'base64'].includes(transferEncoding);
}

/** Of an encoded body the reader gives the whole; the octets at fault are looked for again. */
function placeOf(
  facts: MessageFacts,
  entity: Entity,
  { start, end }: Defect,
  find: (decoded: Uint8Array, charset: string) => Span | undefined,
): Span {
  if (!isEncodedBody(entity)) return { start, end };
  const found = find(entity.octets(), charsetOf(entity));
  if (found === undefined || found.end === found.start) return { start, end };
  return encodedPlace(facts, entity, found);
}

function eightBit(decoded: Uint8Array): Span | undefined {
  return firstEightBitRun(decoded);
}

function undecodable(decoded: Uint8Array, label: string): Span {
  const charset = canonicalCharset(label) ?? label;
  return firstUndecodable(decoded, charset, decodeText(decoded, charset)?.text ?? '');
}

function charsetOf(entity: Entity): string {
  return charsetParameter(entity)?.value.trim() || 'us-ascii';
}

/** As written: `"=E9"` of quoted-printable, else the octets in hexadecimal. */
function octetsOf(facts: MessageFacts, place: Span): string {
  const octets = asBuffer(facts.octets.subarray(place.start, Math.min(place.end, place.start + 4)));
  const isReadable = octets.every((octet) => octet >= 0x20 && octet < 0x7f);
  if (isReadable) return excerpt(facts, place);
  return `0x${octets.toString('hex').toUpperCase()}`;
}
