/** What of a DKIM signature does not outlive SES: RFC 6376 §5.4, SES DKIM pages. */

import { type RewrittenField, rewrittenField } from '../../../carrier/rewritten-fields.ts';
import { quoted } from '../../../errors.ts';
import type { MessageFacts } from '../../facts.ts';
import { atSes, type MessageRule, type Site } from '../../rule.ts';
import { askedList } from './asked-list.ts';

const SIGN_MANUALLY =
  'https://docs.aws.amazon.com/ses/latest/dg/send-email-authentication-dkim-manual.html';

/** SES puts its picture in the place of this, where it tracks. */
const OPEN_MARKER = '{{ses:openTracker}}';
/** What SES makes a link of its own of, where it tracks clicks. */
const LINK = /https?:\/\//i;

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
      for (const { site, touched } of touchedNames(facts)) {
        if (touched.change !== 'replaced') continue;
        report(site, `h= names ${touched.name}, which SES writes anew: the signature will fail`, {
          refuses: false,
          evidence: touched.evidence,
        });
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
      for (const { site, touched } of touchedNames(facts)) {
        const isPresent = facts.fieldsNamed(touched.name.toLowerCase()).length > 0;
        const isRemoved = touched.change === 'removed' && isPresent;
        if (!isRemoved && touched.change !== 'added') continue;
        const deed = isRemoved ? 'takes out' : 'adds';
        report(site, `h= names ${touched.name}, which SES ${deed}: the signature will fail`, {
          refuses: false,
          evidence: touched.evidence,
        });
      }
    },
  },
  {
    kind: 'message',
    id: 'ses/dkim-fragile-canonicalization',
    aliases: [],
    about: 'form',
    severity: atSes('info'),
    summary: 'The header is signed as relaxed, which outlives another folding',
    remedy: 'Sign again with c=relaxed/relaxed; SES itself signs headers as relaxed.',
    sources: ['RFC 6376 §3.4.1', SIGN_MANUALLY],
    check({ signatures: { judged } }, report) {
      for (const one of judged) {
        const { signature, faults, isReadable } = one;
        const isUnknown = faults.some(({ cause }) => cause === 'canonicalization');
        if (!isReadable || isUnknown || signature.header !== 'simple') continue;
        const written = one.valueOf('c');
        const found = written === '' ? 'c= is missing, which means "simple/simple"' : undefined;
        report(
          one.siteOfTag('c'),
          `${found ?? `c= is ${quoted(written)}`}: a header that is folded anew fails`,
          { refuses: false, evidence: 'inferred' },
        );
      }
    },
  },
  {
    kind: 'message',
    id: 'ses/dkim-body-will-change',
    aliases: [],
    about: 'choice',
    severity: atSes('warning'),
    summary: 'A body that is signed is not one that SES tracks',
    remedy: 'Let SES sign by Easy DKIM, or send without tracking.',
    sources: [SIGN_MANUALLY, 'https://docs.aws.amazon.com/ses/latest/dg/faqs-metrics.html'],
    check(facts, report) {
      const { judged } = facts.signatures;
      if (judged.length === 0) return;
      const change = bodyChange(facts);
      if (change === undefined) return;
      for (const one of judged) {
        if (!one.isOfBody) continue;
        report(one.siteOfTag('bh'), `${change}, and bh= is of the body as it stands`, {
          refuses: false,
          evidence: 'inferred',
        });
      }
    },
  },
];

/** Each field that SES touches, at its first name in each `h=` list. */
function touchedNames(
  facts: MessageFacts,
): { readonly site: Site; readonly touched: RewrittenField }[] {
  return facts.signatures.judged.flatMap((signature) => {
    const first = new Map<RewrittenField, Site>();
    for (const { name, span } of signature.names) {
      const touched = rewrittenField(name);
      if (touched !== undefined && !first.has(touched)) first.set(touched, signature.siteOf(span));
    }
    return [...first].map(([touched, site]) => ({ site, touched }));
  });
}

/** What SES will do to the body; with list management, another rule tells of signatures. */
function bodyChange(facts: MessageFacts): string | undefined {
  const { tracking } = facts.options;
  if (tracking === false || askedList(facts) !== undefined) return undefined;
  const { html, plain } = facts.shown;
  if (html.some(({ text }) => text?.includes(OPEN_MARKER))) {
    return `SES puts a picture in the place of ${OPEN_MARKER}`;
  }
  if (tracking !== true) return undefined;
  if (html.length > 0) return 'SES tracks what is in the HTML';
  const hasLink = plain.some(({ text }) => text !== undefined && LINK.test(text));
  return hasLink ? 'SES tracks the links of the text' : undefined;
}
