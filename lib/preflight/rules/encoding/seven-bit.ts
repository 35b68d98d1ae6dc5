/** Octets outside 7-bit: RFC 2045 §2.7, §6.2, RFC 5322 §2.2. */

import { quoted } from '../../../errors.ts';
import { firstNul } from '../../../octets/line-scan.ts';
import type { Span } from '../../../octets/span.ts';
import type { Entity } from '../../../reader/entity.ts';
import type { MessageFacts } from '../../facts.ts';
import { atSes, type EntityRule, everywhere, type MessageRule } from '../../rule.ts';
import { siteOf } from '../../site.ts';
import { isUtf16 } from '../rfc5322/header-state.ts';
import { eightBitRun, octetName } from './eight-bit-run.ts';

const RAW_MESSAGE_PAGE = 'https://docs.aws.amazon.com/ses/latest/dg/send-email-raw.html';

/** Labels of a body that says it is not 7-bit. */
const EIGHT_BIT_LABELS: readonly string[] = ['8bit', 'binary'];

export const sevenBitRules: readonly (EntityRule | MessageRule)[] = [
  {
    kind: 'entity',
    looksIntoAttached: true,
    id: 'encoding/7bit-violation',
    aliases: ['encoding/qp-raw-8bit', 'ses/body-8bit-undeclared', 'ses/qp-invalid'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A body is 7-bit unless it is labelled 8bit or binary',
    remedy: 'Encode the body as quoted-printable or base64 and label it so.',
    sources: ['RFC 2045 §2.7', 'RFC 2045 §6.2', RAW_MESSAGE_PAGE],
    check(entity, report, facts) {
      const { transferEncoding, transferEncodingField } = entity;
      if (EIGHT_BIT_LABELS.includes(transferEncoding) || isUnknown(entity)) return;
      const span = ownEightBitRun(facts, entity);
      if (span === undefined) return;
      const label =
        transferEncodingField === undefined
          ? 'without a transfer encoding'
          : `labelled ${quoted(transferEncoding)}`;
      const message = `${octetName(facts.octets, span)} in a body ${label}`;
      report({ ...span, entity }, message, { refuses: false, evidence: 'documented' });
    },
  },
  {
    kind: 'entity',
    looksIntoAttached: true,
    id: 'encoding/8bit-on-7bit-transport',
    aliases: ['ses/body-8bit', 'dkim/8bit-body-signed'],
    about: 'form',
    // SES takes it, and harms it in tracking; elsewhere servers without 8BITMIME, who are few, refuse it.
    severity: { ...atSes('warning'), smtp: 'info' },
    summary: 'A body is 7-bit, whatever its label',
    remedy: 'Encode the body as quoted-printable or base64: not every hop carries 8-bit octets.',
    sources: [
      'RFC 2045 §6.2',
      'RFC 5321 §2.4',
      'https://github.com/anymail/django-anymail/issues/115',
    ],
    check(entity, report, facts) {
      if (!EIGHT_BIT_LABELS.includes(entity.transferEncoding)) return;
      const span = ownEightBitRun(facts, entity);
      if (span === undefined) return;
      const isSigned = facts.signatures.judged.length > 0;
      const harm = isSigned ? ', and encoding it on the way breaks the DKIM signature' : '';
      const label = quoted(entity.transferEncoding);
      const message = `${octetName(facts.octets, span)} in a body labelled ${label}${harm}`;
      report({ ...span, entity }, message, { refuses: false, evidence: 'observed' });
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
    check(facts, report) {
      if (isUtf16(facts)) return;
      let start = firstNul(facts.octets);
      while (start !== undefined && facts.isSpoiled(start)) {
        start = firstNul(facts.octets, start + 1);
      }
      if (start === undefined) return;
      report(
        siteOf(facts, { start, end: start + 1 }),
        'a NUL, which no line of a message may hold',
      );
    },
  },
];

/** A label that nobody knows is told, and what it would allow nobody can say. */
function isUnknown({ transferEncodingField }: Entity): boolean {
  return transferEncodingField?.defects.some(({ code }) => code === 'cte-unknown') === true;
}

/** Of what an entity holds itself: its body, or the preamble and the epilogue around its parts. */
export function ownEightBitRun({ octets }: MessageFacts, entity: Entity): Span | undefined {
  const { body, parts, preamble, epilogue } = entity;
  const own = parts.length === 0 ? [body] : [preamble, epilogue];
  for (const span of own) {
    const run = span && eightBitRun(octets, span);
    if (run !== undefined) return run;
  }
  return undefined;
}
