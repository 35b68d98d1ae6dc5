/** What bulk mail must carry: Gmail's, Yahoo's and Outlook's rules for those who send it. */

import type { MessageFacts } from '../../facts.ts';
import { everywhere, type MessageRule } from '../../rule.ts';
import { holdsPlaceholder } from '../../template.ts';
import { absentField, hasLostFields } from '../rfc5322/header-state.ts';

const GMAIL = 'https://support.google.com/a/answer/81126';
const YAHOO = 'https://senders.yahooinc.com';
const SES_BLOG =
  'https://aws.amazon.com/blogs/messaging-and-targeting/using-one-click-unsubscribe-with-amazon-ses/';

export const bulkRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'list/unsubscribe-missing',
    aliases: ['ses/unsubscribe-missing'],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'Bulk mail has a List-Unsubscribe field',
    remedy: 'Write List-Unsubscribe with an https URI, and List-Unsubscribe-Post behind it.',
    sources: [GMAIL, YAHOO, SES_BLOG],
    check(facts, report) {
      if (!isOwnBulk(facts)) return;
      if (facts.fieldsNamed('list-unsubscribe').length > 0) return;
      if (facts.fieldsNamed('list-unsubscribe-post').length > 0) return;
      report(absentField(facts), 'bulk mail without List-Unsubscribe');
    },
  },
  {
    kind: 'message',
    id: 'list/one-click-missing',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'Bulk mail lets people unsubscribe with one click',
    remedy: 'Write List-Unsubscribe-Post: List-Unsubscribe=One-Click, with an https URI for it.',
    sources: ['RFC 8058 §3.1', GMAIL, YAHOO, SES_BLOG],
    check(facts, report) {
      if (!isOwnBulk(facts)) return;
      if (facts.fieldsNamed('list-unsubscribe-post').length > 0) return;
      const [field] = facts.fieldsNamed('list-unsubscribe');
      if (field === undefined) return;
      const { end } = field.span;
      report(
        { start: end, end, entity: facts.root },
        'bulk mail with List-Unsubscribe but no List-Unsubscribe-Post',
      );
    },
  },
  {
    kind: 'message',
    id: 'list/body-link-missing',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'Bulk mail shows a link to unsubscribe',
    remedy:
      'Write a link to unsubscribe where readers see it: Gmail asks for it beside the fields.',
    sources: [GMAIL],
    check(facts, report) {
      if (facts.options.kind !== 'bulk') return;
      // Words for it are in any language: what is sure is a body that links to nothing at all.
      const { plain, html, isCertain } = facts.shown;
      const last = [...plain, ...html].at(-1);
      if (last === undefined || !isCertain) return;
      if ([...plain, ...html].some(({ text = '' }) => mayLink(text))) return;
      const { end } = last.body;
      const site = { start: end, end, entity: last };
      report(site, 'bulk mail without any link in its text, so with none to unsubscribe');
    },
  },
];

/** SES writes both fields itself where it manages the list. */
function isOwnBulk(facts: MessageFacts): boolean {
  if (facts.options.kind !== 'bulk' || hasLostFields(facts)) return false;
  if (facts.profile === 'smtp') return true;
  const isAsked = facts.profile === 'ses-v2' && facts.options.listManagement !== undefined;
  return !isAsked && facts.fieldsNamed('x-ses-list-management-options').length === 0;
}

function mayLink(text: string): boolean {
  const isLink = /:\/\/|mailto:|www\.|@|href|[\p{L}\p{N}]\.\p{L}{2,}/iu.test(text);
  return isLink || holdsPlaceholder(text);
}
