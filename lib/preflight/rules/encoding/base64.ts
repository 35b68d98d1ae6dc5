/** The form of base64 bodies: RFC 2045 §6.8, RFC 4648 §3. */

import type { Defect } from '../../../reader/defect.ts';
import type { Entity } from '../../../reader/entity.ts';
import { ENCODED_LINE_OCTETS, LINE_OCTETS_MAX } from '../../../transfer/line-limits.ts';
import { excerpt } from '../../excerpt.ts';
import type { MessageFacts } from '../../facts.ts';
import { type EntityRule, everywhere } from '../../rule.ts';
import { bodyRule } from './body-defects.ts';

const BASE64 = { encoding: 'base64', about: 'form' } as const;

const INNER_PADDING = 'data behind the padding';

export const base64Rules: readonly EntityRule[] = [
  bodyRule({
    ...BASE64,
    id: 'encoding/base64-alphabet',
    aliases: ['ses/base64-invalid'],
    // Some decoders pass over such an octet, some stop at it: what they give differs.
    severity: everywhere('error'),
    summary: 'Base64 holds characters of its alphabet alone',
    remedy: 'Encode the content again as base64, and let nothing add text to the body.',
    sources: ['RFC 2045 §6.8', 'RFC 4648 §3.3'],
    code: 'base64-alphabet',
    judge: (entity, facts) => {
      const end = endOf(entity);
      return (defect) => isForeign(defect) && !isToldElsewhere(defect, facts) && defect.start < end;
    },
    describe: (defect, facts) =>
      `${excerpt(facts, defect)} in base64, which holds A-Z, a-z, 0-9, "+" and "/" alone`,
  }),
  bodyRule({
    ...BASE64,
    id: 'encoding/base64-url-alphabet',
    aliases: ['ses/base64-invalid'],
    severity: everywhere('error'),
    summary: 'Base64 in mail has "+" and "/", not "-" and "_"',
    remedy: 'Encode the content as base64 of MIME, not as the URL-safe kind.',
    sources: ['RFC 2045 §6.8', 'RFC 4648 §5'],
    code: 'base64-url-alphabet',
    judge: isBeforePadding,
    describe: (defect, facts) =>
      `${excerpt(facts, defect)} of the URL-safe alphabet, where "+" and "/" are due`,
  }),
  bodyRule({
    ...BASE64,
    id: 'encoding/base64-padding',
    aliases: ['ses/base64-invalid'],
    severity: everywhere('error'),
    summary: 'Base64 is padded with "=" to groups of four, at its end alone',
    remedy: 'Encode the whole content at once; let nothing be cut off its end or added to it.',
    sources: ['RFC 2045 §6.8', 'RFC 4648 §3.2'],
    code: 'base64-padding',
    judge: ({ contentDefects }) => {
      const isForeignTold = contentDefects.some(isForeign);
      // The URL-safe kind is written without padding.
      const isUrlSafe = contentDefects.some(({ code }) => code === 'base64-url-alphabet');
      return ({ detail }) =>
        detail === INNER_PADDING || !(isForeignTold || (isUrlSafe && detail === 'missing'));
    },
    describe: paddingMessage,
  }),
  bodyRule({
    ...BASE64,
    id: 'encoding/base64-line-length',
    aliases: ['ses/base64-line-length'],
    // A MUST, but every decoder takes such lines: they cost points with filters.
    severity: everywhere('warning'),
    summary: `A line of base64 holds at most ${ENCODED_LINE_OCTETS} characters`,
    remedy: `Break the base64 into lines of ${ENCODED_LINE_OCTETS} characters.`,
    sources: [
      'RFC 2045 §6.8',
      'measured: SpamAssassin 4.0.1 BASE64_LENGTH_79_INF 1.4',
      'https://github.com/andris9/mimelib/issues/39',
    ],
    code: 'base64-line-length',
    judge: () => isWithinLineLimit,
    describe: ({ start, end }) =>
      `a line of base64 of ${end - start} characters, of ${ENCODED_LINE_OCTETS} allowed`,
  }),
  bodyRule({
    ...BASE64,
    id: 'encoding/base64-noncanonical',
    aliases: [],
    severity: everywhere('info'),
    summary: 'Bits of base64 that hold no data are zero',
    remedy: 'Encode the content again: a strict decoder may refuse it.',
    sources: ['RFC 4648 §3.5'],
    code: 'base64-noncanonical',
    judge: ({ contentDefects }) => {
      const isPadded = contentDefects.every(({ code }) => code !== 'base64-padding');
      return () => isPadded;
    },
    describe: (defect, facts) =>
      `${excerpt(facts, defect)} at the end of base64 has bits beyond the data that are not zero`,
  }),
  bodyRule({
    ...BASE64,
    id: 'encoding/base64-blank-line',
    aliases: [],
    severity: everywhere('info'),
    summary: 'Base64 has no empty line within',
    remedy: 'Take the empty line out: some decoders stop there.',
    sources: ['RFC 2045 §6.8'],
    code: 'base64-blank-line',
    judge: isBeforePadding,
    describe: () => 'an empty line within base64',
  }),
];

/** A line beyond 998 octets has a finding as such. */
export function isWithinLineLimit({ start, end }: Defect): boolean {
  return end - start <= LINE_OCTETS_MAX;
}

function paddingMessage({ start, end, detail }: Defect): string {
  const written = JSON.stringify('='.repeat(Math.min(end - start, 4)));
  if (detail === INNER_PADDING) {
    return `${written} and then more text: decoders stop at the padding, or read on`;
  }
  if (detail === 'missing') return 'base64 that ends without its padding';
  if (detail === 'too much') return `${written} more than the last group of four needs`;
  return 'base64 that ends in a group of one character: its end is cut off';
}

/** Decoders pass over blanks, RFC 2045 §6.8. */
function isForeign({ code, detail }: Defect): boolean {
  return code === 'base64-alphabet' && detail !== 'a blank';
}

/** Octets above 0x7F, and NULs. */
function isToldElsewhere({ start, end }: Defect, { octets }: MessageFacts): boolean {
  return octets.subarray(start, end).every((octet) => octet > 0x7f || octet === 0);
}

function isBeforePadding(entity: Entity): (defect: Defect) => boolean {
  const end = endOf(entity);
  return ({ start }) => start < end;
}

/** Where padding ends the base64, though text follows; that is one fault, whatever the text holds. */
function endOf({ contentDefects }: Entity): number {
  return contentDefects.find(({ detail }) => detail === INNER_PADDING)?.start ?? Infinity;
}
