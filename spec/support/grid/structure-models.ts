/** Models that differ in their parts and fields: HTML, replies, lists, invitations, forwarded mail. */

import { fixture } from '../fixture.ts';
import type { Model } from './model.ts';
import { ann, bob, note, zoe } from './note.ts';

const html =
  '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Monday</title></head>\n<body><p>Hello Bob,</p>\n<p>the reading room is open on Monday from nine to five.</p><p>Ann</p></body></html>\n';
const invitation = fixture('invitation.ics').toString();
const forwarded = (name: string) => fixture(`base/${name}.eml`).toString('latin1');
const unsubscribe = {
  https: 'https://example.com/unsubscribe?u=42&k=abcdef',
  mailto: 'unsubscribe@example.com',
};
const links =
  'Read on: https://example.com/news\nUnsubscribe: https://example.com/unsubscribe?u=42\n';
const earlier = Array.from({ length: 12 }, (_, at) => `2026111609${at}.question@mail.example.net`);

export const structureModels: readonly Model[] = [
  note('plain'),
  note('html-only', { text: undefined, html }),
  note('alternative', { html }),
  note('alternative-receipt', {
    text: fixture('receipt.txt').toString(),
    html: fixture('receipt.html')
      .toString()
      .replaceAll('cid:logo@example.com', 'https://example.com/logo.png'),
  }),
  note('alternative-newsletter', {
    text: fixture('newsletter.txt').toString(),
    html: fixture('newsletter.html').toString(),
    unsubscribe,
  }),
  note('html-one-line', { html: html.replaceAll('\n', '').replace('nine', 'nine '.repeat(400)) }),
  note('html-long-style', {
    html: html.replace(
      '<title>',
      `<style>${'p { margin: 0; color: #333333 } '.repeat(100)}</style><title>`,
    ),
  }),
  note('html-data-image', {
    html: html.replace(
      '</body>',
      '<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></body>',
    ),
  }),
  note('html-outlook', {
    html: html.replace('<title>', '<!--[if mso]><style>p{margin:0}</style><![endif]--><title>'),
  }),
  note('html-entities', {
    html: html.replace('Hello', 'Caf&eacute; &#8364;5 &nbsp;&zwnj;&#x200C; Hello'),
  }),
  note('html-preheader', {
    html: html.replace(
      '<p>Hello',
      '<div style="display:none">Open on Monday&#847;&zwnj;&nbsp;</div><p>Hello',
    ),
  }),
  note('empty-html', { text: undefined, html: '' }),
  note('html-iso-meta', {
    html: html.replace(
      '<meta charset="utf-8">',
      '<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">',
    ),
  }),
  note('reply', {
    subject: 'Re: Is the reading room open?',
    inReplyTo: earlier[0],
    references: earlier.slice(0, 1),
    text: 'Yes, on Monday.\n\nOn Mon, 16 Nov 2026 at 09:00, Bob Roe <bob@example.net> wrote:\n> Is it open?\n',
  }),
  note('long-thread', {
    subject: 'Re: Is the reading room open?',
    inReplyTo: earlier.at(-1),
    references: earlier,
  }),
  note('forward', { subject: 'Fwd: Is the reading room open?', references: earlier.slice(0, 2) }),
  note('reply-with-ids-of-outlook', {
    subject: 'RE: Is the reading room open?',
    inReplyTo: 'AM0PR08MB1234ABCD5678EF90@AM0PR08MB1234.eurprd08.prod.example.com',
    references: [
      'AM0PR08MB1234ABCD5678EF90@AM0PR08MB1234.eurprd08.prod.example.com',
      'CAFx+9Qz_k=abc-DEF@mail.example.com',
    ],
  }),
  note('auto-reply', {
    subject: 'Re: Is the reading room open?',
    inReplyTo: earlier[0],
    references: earlier.slice(0, 1),
    fields: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
  }),
  note('auto-generated', { fields: { 'Auto-Submitted': 'auto-generated' } }),
  note('list', {
    unsubscribe,
    text: `Hello Bob,\n\nour news of November.\n\n${links}`,
    fields: { 'List-Id': 'News of Example <news.example.com>', Precedence: 'bulk' },
  }),
  note('list-discussion', {
    subject: '[readers] Is the reading room open?',
    to: [{ name: 'Readers', address: 'readers@lists.example.com' }],
    fields: {
      'List-Id': '<readers.lists.example.com>',
      'List-Post': '<mailto:readers@lists.example.com>',
      'List-Help': '<mailto:readers-request@lists.example.com?subject=help>',
      'List-Archive': '<https://lists.example.com/readers>',
      Precedence: 'list',
    },
  }),
  note('list-html', {
    unsubscribe,
    text: links,
    html: html.replace(
      '</body>',
      '<a href="https://example.com/unsubscribe?u=42">Unsubscribe</a></body>',
    ),
  }),
  note('fields', {
    fields: {
      'X-Mailer': 'Example Mailer 1.0',
      'X-Campaign': 'november; id=42',
      Comments: 'Sent by the café of Łódź',
      Keywords: 'news, november',
      Organization: 'Example Ltd.',
      'X-Entity-Ref-ID': '9f1b7a52-7d5e-4d0a-b0f4-3a2e5c1d8f60',
    },
  }),
  note('urgent', {
    fields: { 'X-Priority': '1 (Highest)', Importance: 'high', Priority: 'urgent' },
  }),
  note('long-field', { fields: { 'X-Trace-Data': 'abc=def; '.repeat(60).trim() } }),
  note('long-token-field', { fields: { 'X-Token': 'a1b2c3d4'.repeat(40) } }),
  note('json-field', {
    fields: {
      'X-Data': `{"tags":["${Array.from({ length: 30 }, (_, at) => `tag ${at}`).join('", "')}"]}`,
    },
  }),
  note('read-receipt', { fields: { 'Disposition-Notification-To': 'ann@example.com' } }),
  note('ses-fields', {
    ses: { configurationSet: 'news', tag: ['campaign', 'november'] },
  }),
  note('invitation', { html, invitation: { method: 'REQUEST', content: invitation } }),
  note('invitation-plain', { invitation: { method: 'REQUEST', content: invitation } }),
  note('cancellation', {
    html,
    invitation: {
      method: 'CANCEL',
      content: invitation.replace('METHOD:REQUEST', 'METHOD:CANCEL'),
    },
  }),
  note('forwarded-plain', { forwarded: [forwarded('plain')] }),
  note('forwarded-alternative', { forwarded: [forwarded('alternative')] }),
  note('forwarded-two', { html, forwarded: [forwarded('attachment'), forwarded('cjk')] }),
  note('forwarded-nested', { forwarded: [forwarded('nested')] }),
  note('everything', {
    from: { name: 'Café Łódź', address: 'billing@example.com' },
    to: [zoe, bob],
    cc: [ann],
    replyTo: [ann],
    subject: 'Your receipt ☕ for November',
    text: fixture('receipt.txt').toString(),
    html: fixture('receipt.html').toString(),
    embedded: [
      {
        type: 'image/png',
        filename: 'logo.png',
        cid: 'logo@example.com',
        base64: fixture('logo.png').toString('base64'),
      },
    ],
    attached: [
      {
        type: 'application/pdf',
        filename: 'reçu.pdf',
        base64: fixture('receipt.pdf').subarray(0, 5000).toString('base64'),
      },
    ],
    forwarded: [forwarded('plain')],
    unsubscribe,
  }),
];
