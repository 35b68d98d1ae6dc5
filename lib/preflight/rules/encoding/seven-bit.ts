/** Octets outside 7-bit: RFC 2045 §2.7, §6.2, RFC 5322 §2.2. */

import { isAscii } from 'node:buffer';
import type { Span } from '../../../model/span.ts';
import { firstNonAscii, firstNul } from '../../../octets/line-scan.ts';
import type { Entity } from '../../../reader/entity.ts';
import type { MessageFacts } from '../../facts.ts';
import { type EntityRule, everywhere, type MessageRule } from '../../rule.ts';
import { siteOf } from '../../site.ts';

const RAW_MESSAGE_PAGE = 'https://docs.aws.amazon.com/ses/latest/dg/send-email-raw.html';

export const sevenBitRules: readonly (EntityRule | MessageRule)[] = [
  {
    kind: 'entity',
    id: 'encoding/7bit-violation',
    aliases: ['ses/body-8bit-undeclared'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A body labelled 7bit, or not labelled, is 7-bit',
    remedy: 'Encode the body as quoted-printable or base64 and label it so.',
    sources: ['RFC 2045 §2.7', 'RFC 2045 §6.2', RAW_MESSAGE_PAGE],
    fixable: false,
    check(entity, report, facts) {
      if (['8bit', 'binary'].includes(entity.transferEncoding)) return;
      const span = eightBitRun(facts, leafBody(entity));
      if (span === undefined) return;
      const label = entity.transferEncodingField === undefined ? 'no' : entity.transferEncoding;
      report(
        { ...span, entity },
        `octets outside 7-bit under ${label === 'no' ? 'no transfer encoding' : label}, the first ${hex(facts, span)}`,
        { refuses: false, evidence: 'documented' },
      );
    },
  },
  {
    kind: 'entity',
    id: 'encoding/8bit-on-7bit-transport',
    aliases: ['ses/body-8bit'],
    about: 'form',
    severity: { 'ses-v1': 'warning', 'ses-v2': 'warning', smtp: 'error' },
    summary: 'A body is 7-bit, whatever its label',
    remedy: 'Encode the body as quoted-printable or base64.',
    sources: [
      'RFC 2045 §6.2',
      'RFC 5321 §2.4',
      'https://github.com/anymail/django-anymail/issues/115',
    ],
    fixable: false,
    check(entity, report, facts) {
      if (!['8bit', 'binary'].includes(entity.transferEncoding)) return;
      const span = eightBitRun(facts, leafBody(entity));
      if (span === undefined) return;
      report(
        { ...span, entity },
        `octets outside 7-bit under ${entity.transferEncoding}, the first ${hex(facts, span)}; SES mangles them when it edits the body`,
        { refuses: false, evidence: 'observed' },
      );
    },
  },
  {
    kind: 'entity',
    id: 'encoding/raw-8bit-header',
    aliases: ['ses/header-raw-non-ascii', 'ses/display-name-raw-non-ascii'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A header field is ASCII',
    remedy: 'Write text as encoded-words (RFC 2047) and parameters by RFC 2231.',
    sources: [
      'RFC 5322 §2.2',
      'RFC 2047 §1',
      RAW_MESSAGE_PAGE,
      'https://github.com/aws/aws-sdk-js/issues/1585',
    ],
    fixable: false,
    check(entity, report, facts) {
      const { start, end } = entity.headerSection;
      if (isAscii(facts.octets.subarray(start, end))) return;
      for (const field of entity.fields) {
        const span = eightBitRun(facts, field.span);
        if (span === undefined || isJudgedAddress(facts, span)) continue;
        report({ ...span, entity, field }, `octets outside ASCII, the first ${hex(facts, span)}`, {
          refuses: false,
          evidence: 'observed',
        });
      }
    },
  },
  {
    kind: 'message',
    id: 'encoding/nul',
    aliases: ['ses/body-nul'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A message holds no NUL',
    remedy: 'Encode the body as base64; take the NUL out of a header field.',
    sources: ['RFC 2045 §2.7', 'RFC 5322 §2.1'],
    fixable: false,
    check(facts, report) {
      const start = firstNul(facts.octets);
      if (start === undefined) return;
      report(siteOf(facts, { start, end: start + 1 }), 'a NUL; this is the first');
    },
  },
];

/** The body of an entity that has no parts; what holds parts is judged part by part. */
function leafBody({ body, parts }: Entity): Span {
  return parts.length === 0 ? body : { start: body.start, end: body.start };
}

/** The first octets outside ASCII within a span, as far as they stand together. */
function eightBitRun({ octets }: MessageFacts, { start, end }: Span): Span | undefined {
  const first = firstNonAscii(octets.subarray(start, end));
  if (first === undefined) return undefined;
  let behind = start + first;
  while (behind < end && (octets[behind] ?? 0) > 0x7f) behind += 1;
  return { start: start + first, end: behind };
}

/** An address that is refused for these octets has been reported already. */
function isJudgedAddress({ addressFields }: MessageFacts, { start }: Span): boolean {
  return addressFields.some(({ field, verdict }) =>
    verdict.faults.some((fault) => {
      const span = field.spanOf(fault);
      return span.start <= start && start < span.end;
    }),
  );
}

function hex({ octets }: MessageFacts, { start }: Span): string {
  return `0x${(octets[start] ?? 0).toString(16).toUpperCase()}`;
}
