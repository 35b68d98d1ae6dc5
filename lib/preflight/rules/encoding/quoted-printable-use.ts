/** Whether quoted-printable suits the content: RFC 2045 §6.7. */

import { CR, EQUALS, LF } from '../../../octets/ascii.ts';
import type { Entity } from '../../../reader/entity.ts';
import { base64Octets } from '../../../transfer/base64.ts';
import type { MessageFacts } from '../../facts.ts';
import { type EntityRule, everywhere } from '../../rule.ts';

/** Types that are never lines of text, but those that are XML. */
const BINARY_TYPES =
  /^(?:image|audio|video|font)\/(?!.*\+xml$)|^application\/(?:pdf|zip|gzip|x-gzip|x-zip-compressed)$/;

/** As for the choice of our own writer. */
const WORTH = 1.2;

/** In a shorter body it is not worth a word. */
const OCTETS_MIN = 1000;

export const quotedPrintableUseRules: readonly EntityRule[] = [
  {
    kind: 'entity',
    id: 'encoding/qp-on-binary',
    aliases: [],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'Content that is no text has its CRs and LFs escaped in quoted-printable',
    remedy: 'Encode the content as base64.',
    sources: ['RFC 2045 §6.7'],
    check(entity, report, facts) {
      const { mediaType, transferEncoding } = entity;
      if (transferEncoding !== 'quoted-printable' || !BINARY_TYPES.test(mediaType.essence)) return;
      const start = firstHardBreak(facts, entity);
      if (start === undefined) return;
      const end =
        facts.octets[start] === CR && facts.octets[start + 1] === LF ? start + 2 : start + 1;
      report(
        { start, end, entity },
        `a line end of quoted-printable that becomes data of ${mediaType.essence}`,
      );
    },
  },
  {
    kind: 'entity',
    id: 'encoding/qp-wasteful',
    aliases: [],
    about: 'choice',
    severity: everywhere('info'),
    summary: 'Quoted-printable is not much longer than base64 would be',
    remedy: 'Encode the content as base64: it is shorter.',
    sources: ['RFC 2045 §6'],
    check(entity, report) {
      if (entity.transferEncoding !== 'quoted-printable') return;
      if (entity.mediaType.type === 'multipart') return;
      const { start, end } = entity.body;
      if (end - start < OCTETS_MIN) return;
      const inBase64 = base64Octets(entity.decodedOctets);
      if (end - start < inBase64 * WORTH) return;
      report(
        { start, end, entity },
        `${end - start} octets of quoted-printable, which are ${inBase64} in base64`,
      );
    },
  },
];

/** The first line end that no soft break makes; the one at the very end belongs to the delimiter. */
function firstHardBreak({ octets }: MessageFacts, { body }: Entity): number | undefined {
  const text = octets.subarray(body.start, body.end);
  for (let lf = text.indexOf(LF); lf !== -1; lf = text.indexOf(LF, lf + 1)) {
    const lineEnd = text[lf - 1] === CR ? lf - 1 : lf;
    if (lf + 1 < text.length && text[lineEnd - 1] !== EQUALS) return body.start + lineEnd;
  }
  return undefined;
}
