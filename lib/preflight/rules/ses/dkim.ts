/** Fields in a DKIM signature that SES rewrites, removes or adds: RFC 6376 §5.4, SES DKIM pages. */

import { type RewrittenField, rewrittenField } from '../../../carrier/rewritten-fields.ts';
import { parseTagList, signedFieldNames } from '../../../dkim/tag-list.ts';
import type { Span } from '../../../octets/span.ts';
import type { HeaderField } from '../../../reader/header-field.ts';
import type { MessageFacts } from '../../facts.ts';
import { atSes, type MessageRule } from '../../rule.ts';

const SIGN_MANUALLY =
  'https://docs.aws.amazon.com/ses/latest/dg/send-email-authentication-dkim-manual.html';

export const dkimRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'ses/dkim-signs-rewritten',
    aliases: ['dkim/mutable-header-signed'],
    about: 'form',
    severity: atSes('warning'),
    summary: 'A signature does not cover the fields that SES writes anew',
    remedy: 'Sign again without Message-ID, Date, Return-Path and Bounces-To in h=.',
    sources: [SIGN_MANUALLY],
    check(facts, report) {
      for (const { field, span, touched } of touchedNames(facts)) {
        if (touched.change !== 'replaced') continue;
        report(
          { ...span, entity: facts.root, field },
          `h= names ${touched.name}, which SES writes anew: the signature will fail`,
          { refuses: false, evidence: touched.evidence },
        );
      }
    },
  },
  {
    kind: 'message',
    id: 'ses/dkim-signs-removed',
    aliases: ['dkim/mutable-header-signed'],
    about: 'form',
    severity: atSes('warning'),
    summary: 'A signature does not cover the fields that SES takes out or adds',
    remedy: 'Sign again without X-SES fields, Bcc and Feedback-ID in h=.',
    sources: [
      SIGN_MANUALLY,
      'https://docs.aws.amazon.com/ses/latest/dg/sending-authorization-delegate-sender-tasks-email.html',
    ],
    check(facts, report) {
      for (const { field, span, touched } of touchedNames(facts)) {
        const isPresent = facts.fieldsNamed(touched.name.toLowerCase()).length > 0;
        const isRemoved = touched.change === 'removed' && isPresent;
        if (!isRemoved && touched.change !== 'added') continue;
        const deed = isRemoved ? 'takes out' : 'adds';
        report(
          { ...span, entity: facts.root, field },
          `h= names ${touched.name}, which SES ${deed}: the signature will fail`,
          { refuses: false, evidence: touched.evidence },
        );
      }
    },
  },
];

/** Each field that SES touches, at its first name in each `h=` list. */
function touchedNames(
  facts: MessageFacts,
): { readonly field: HeaderField; readonly span: Span; readonly touched: RewrittenField }[] {
  return facts.fieldsNamed('dkim-signature').flatMap((field) => {
    const h = parseTagList(field.unfolded()).get('h');
    const seen = new Set<RewrittenField>();
    return (h === undefined ? [] : signedFieldNames(h)).flatMap(({ name, span }) => {
      const touched = rewrittenField(name);
      if (touched === undefined || seen.has(touched)) return [];
      seen.add(touched);
      return [{ field, span: field.spanOf(span), touched }];
    });
  });
}
