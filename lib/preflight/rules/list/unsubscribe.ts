/** List-Unsubscribe and its Post: RFC 2369 §3.2, RFC 8058. */

import { parseTagList, signedFieldNames } from '../../../dkim/tag-list.ts';
import { isBlank, trimBlanks } from '../../../octets/ascii.ts';
import type { HeaderField } from '../../../reader/header-field.ts';
import { excerpt } from '../../excerpt.ts';
import type { MessageFacts } from '../../facts.ts';
import { everywhere, type MessageRule } from '../../rule.ts';
import { bodySpan } from './body-span.ts';

const ONE_CLICK = 'List-Unsubscribe=One-Click';
const URI_LIST_DEFECT = /^uri-/;

/*
 * RFC 8058 says MUST, and the table says error: but the mail arrives and is shown, without the button
 * that unsubscribes. So each of these is a warning.
 */
export const unsubscribeRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'list/post-value',
    aliases: ['ses/unsubscribe-post-value'],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'List-Unsubscribe-Post says List-Unsubscribe=One-Click',
    remedy: 'Write List-Unsubscribe-Post: List-Unsubscribe=One-Click.',
    sources: ['RFC 8058 §3.1', 'RFC 8058 §5'],
    check(facts, report) {
      const [post] = facts.fieldsNamed('list-unsubscribe-post');
      if (post === undefined || hasOneClickValue(post)) return;
      const span = bodySpan(post);
      report(
        { ...span, entity: facts.root, field: post },
        `${excerpt(facts, span)} is not the one value that it may have: "${ONE_CLICK}"`,
      );
    },
  },
  {
    kind: 'message',
    id: 'list/post-without-https',
    aliases: ['ses/unsubscribe-post-alone'],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'A message with List-Unsubscribe-Post has an https URI in List-Unsubscribe',
    remedy: 'Write an https URI that takes a POST into List-Unsubscribe, or leave the Post out.',
    sources: ['RFC 8058 §3.1', 'https://support.google.com/a/answer/81126'],
    check(facts, report) {
      const post = oneClickPost(facts);
      if (post === undefined) return;
      const [field] = facts.fieldsNamed('list-unsubscribe');
      const isToldOf = field?.defects.some(({ code }) => URI_LIST_DEFECT.test(code));
      if (isToldOf || field?.uris.some(({ uri }) => /^https?:/i.test(uri))) return;
      report(
        { ...post.span, entity: facts.root, field: post },
        field === undefined || isBlank(field.unfolded())
          ? 'List-Unsubscribe-Post without List-Unsubscribe'
          : `no https URI for it in List-Unsubscribe: ${excerpt(facts, bodySpan(field))}`,
      );
    },
  },
  {
    kind: 'message',
    id: 'list/uri-http',
    aliases: ['ses/unsubscribe-syntax'],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'The URI for one-click unsubscribing is an https URI',
    remedy: 'Write an https URI: readers offer one click for nothing else.',
    sources: ['RFC 8058 §3.1'],
    check(facts, report) {
      // Without the Post, a page to visit may be http: RFC 2369 knows no better.
      const [field] = facts.fieldsNamed('list-unsubscribe');
      if (field === undefined || oneClickPost(facts) === undefined) return;
      if (field.uris.some(({ uri }) => /^https:/i.test(uri))) return;
      const http = field.uris.find(({ uri }) => /^http:/i.test(uri));
      if (http === undefined) return;
      const site = { ...http.span, entity: facts.root, field };
      report(site, `one click needs https: ${excerpt(facts, http.span)}`);
    },
  },
  {
    kind: 'message',
    id: 'list/post-before-unsubscribe',
    aliases: ['ses/unsubscribe-order'],
    about: 'form',
    severity: everywhere('info'),
    summary: 'List-Unsubscribe-Post stands behind List-Unsubscribe',
    remedy: 'Swap the two fields.',
    sources: ['https://github.com/aws/aws-sdk-js/issues/4655'],
    check(facts, report) {
      const [post] = facts.fieldsNamed('list-unsubscribe-post');
      const [field] = facts.fieldsNamed('list-unsubscribe');
      if (post === undefined || field === undefined || post.span.start > field.span.start) return;
      report(
        { ...post.span, entity: facts.root, field: post },
        'List-Unsubscribe-Post stands before List-Unsubscribe; a reader was seen to offer no button',
      );
    },
  },
  {
    kind: 'message',
    id: 'list/one-click-not-signed',
    aliases: [],
    about: 'choice',
    // SES adds a signature over the fields that are there; whether Post is among them, nobody tells.
    severity: { 'ses-v1': 'off', 'ses-v2': 'off', smtp: 'warning' },
    summary: 'A signature covers List-Unsubscribe and List-Unsubscribe-Post',
    remedy: 'Sign again with List-Unsubscribe and List-Unsubscribe-Post in h=.',
    sources: ['RFC 8058 §4'],
    check(facts, report) {
      if (oneClickPost(facts) === undefined) return;
      const lists = facts.fieldsNamed('dkim-signature').flatMap((field) => {
        const h = parseTagList(field.unfolded()).tags.get('h');
        if (h === undefined) return [];
        const names = new Set(signedFieldNames(h).map(({ name }) => name.toLowerCase()));
        const lacking = PAIR.filter((name) => !names.has(name.toLowerCase()));
        return [{ field, span: field.spanOf(h.valueSpan), lacking }];
      });
      const [first] = lists;
      if (first === undefined || lists.some(({ lacking }) => lacking.length === 0)) return;
      report(
        { ...first.span, entity: facts.root, field: first.field },
        `h= lacks ${first.lacking.join(' and ')}: readers offer one click only for signed fields`,
      );
    },
  },
];

const PAIR = ['List-Unsubscribe', 'List-Unsubscribe-Post'];

/** As in all grammars of the RFCs, case does not matter. */
function hasOneClickValue(post: HeaderField): boolean {
  return trimBlanks(post.unfolded()).toLowerCase() === ONE_CLICK.toLowerCase();
}

/** The first Post, if it says what it must. */
function oneClickPost(facts: MessageFacts): HeaderField | undefined {
  const [post] = facts.fieldsNamed('list-unsubscribe-post');
  return post !== undefined && hasOneClickValue(post) ? post : undefined;
}
