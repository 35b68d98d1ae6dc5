/** Placeholders that no template engine has filled in: in names, subjects, greetings and links. */

import { quoted } from '../../../errors.ts';
import type { ParsedAddress, ParsedMailbox } from '../../../header/parsed-address.ts';
import type { Span } from '../../../octets/span.ts';
import type { Entity } from '../../../reader/entity.ts';
import type { HeaderField } from '../../../reader/header-field.ts';
import type { MessageFacts } from '../../facts.ts';
import { everywhere, type MessageRule } from '../../rule.ts';
import { bodySpan } from '../list/body-span.ts';
import { textRuns } from './html-text.ts';

/** As mail engines write them. `[[x]]` is left out: wikis link so. */
const PLACEHOLDER =
  /\{\{[^{}]*\}\}|\$\{[^{}]*\}|<%[^%]*%>|\{%[^%]*%\}|\*\|[^|]*\|\*|%[A-Z][A-Z_]{2,}%/;

/** What JavaScript makes of a name that is not there, or is no text. */
const NO_NAME = /^(?:undefined|null|\[object Object\])(?: (?:undefined|null|\[object Object\]))*$/;

/** What spares the reading of names that hold none of it. */
const MAY_HOLD = /\{[{%]|\$\{|<%|\*\||%[A-Z]|undefined|null|\[object|=\?/;

/** A subject that quotes what others wrote: a reply, or mail of a tracker. */
const QUOTING = /^(?:\[|(?:re|fwd?|aw|wg|sv|tr|rv):)/i;

/** A line that greets a placeholder and says nothing else. */
const GREETING =
  /^\s*(?:hi|hello|hey|dear|good (?:morning|day|evening)|hallo|liebe[r]?|guten tag|sehr geehrte[r]?|bonjour|salut|chère?|hola|estimad[oa]|ciao|gentile|beste|hej|kära?|kjære|olá|car[oa]|prezad[oa]|welcome|thanks|thank you)(?: \p{L}+\.?)?,? *(\{\{[^{}]*\}\}|\$\{[^{}]*\}|<%[^%]*%>|\*\|[^|]*\|\*|%[A-Z][A-Z_]{2,}%)[\s,!.:]*$/iu;

const OPENERS = ['{{', '${', '*|', '<%', 'NAME%'];
const LINK_OPENERS = ['="{{', '="${', '="*|', '="<%'];
const LINK = /\b(?:href|src)$/i;
const LINE_CHARACTERS_MAX = 200;

/** SES fills these in itself where it is asked to. */
const OF_SES = /^\{\{\s*(?:amazonSES|ses:)/;

export const placeholderRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'deliverability/template-unresolved',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'Placeholders are filled in before a message is sent',
    remedy: 'Fill the placeholder in, or preflight the message as a template: { template: true }.',
    sources: ['measured: SpamAssassin 4.0.1 UNRESOLVED_TEMPLATE 3.0'],
    check(facts, report) {
      if (facts.options.template) return;
      for (const { field, span, text } of inFields(facts)) {
        const site = { ...span, entity: facts.root, field };
        report(site, `${quoted(text)} in the field ${quoted(field.name)} looks like a placeholder`);
      }
      const { plain, html } = facts.shown;
      for (const entity of [...plain, ...html]) {
        const text = entity.text ?? '';
        const isHtml = entity.mediaType.subtype === 'html';
        const found = inGreeting(text, isHtml) ?? (isHtml ? inLink(text) : undefined);
        if (found === undefined) continue;
        const site = { ...placeInBody(facts, entity, found), entity };
        report(site, `${quoted(found)} in the text looks like a placeholder`);
      }
    },
  },
];

interface Found {
  readonly field: HeaderField;
  readonly span: Span;
  readonly text: string;
}

function* inFields(facts: MessageFacts): Generator<Found, void, undefined> {
  const [subject] = facts.fieldsNamed('subject');
  if (subject !== undefined && !isQuoting(subject.text.trim())) {
    const text = placeholderIn(subject.text.trim());
    if (text !== undefined) yield { field: subject, span: placeInField(subject, text), text };
  }
  for (const { field, text: written } of facts.addressFields) {
    if (!MAY_HOLD.test(written)) continue;
    const mailbox = field.addresses.flatMap(mailboxes).find(({ name = '' }) => placeholderIn(name));
    if (mailbox === undefined || facts.isSpoiled(mailbox.span.start)) continue;
    const text = placeholderIn(mailbox.name ?? '') ?? '';
    yield { field, span: mailbox.nameSpan ?? mailbox.span, text };
  }
}

function isQuoting(subject: string): boolean {
  return QUOTING.test(subject) && !NO_NAME.test(subject);
}

function mailboxes(address: ParsedAddress): readonly ParsedMailbox[] {
  return address.kind === 'mailbox' ? [address] : address.members;
}

function placeholderIn(name: string): string | undefined {
  return NO_NAME.exec(name)?.[0] ?? PLACEHOLDER.exec(name)?.[0];
}

/** Mail about templates names placeholders anywhere: only who is greeted by one is meant to be filled in. */
function inGreeting(text: string, isHtml: boolean): string | undefined {
  if (!OPENERS.some((opener) => text.includes(opener))) return undefined;
  for (const line of isHtml ? textRuns(text) : firstLine(text)) {
    const found = line.length > LINE_CHARACTERS_MAX ? undefined : GREETING.exec(line)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

function firstLine(text: string): readonly string[] {
  const line = /\S[^\n]*/.exec(text)?.[0];
  return line === undefined ? [] : [line];
}

/** A link that is nothing but a placeholder leads nowhere. */
function inLink(html: string): string | undefined {
  for (const opener of LINK_OPENERS) {
    for (let at = html.indexOf(opener); at !== -1; at = html.indexOf(opener, at + 1)) {
      if (!LINK.test(html.slice(Math.max(0, at - 5), at))) continue;
      const value = html.slice(at + 2, at + 2 + LINE_CHARACTERS_MAX);
      const found = PLACEHOLDER.exec(value);
      if (found?.index === 0 && !OF_SES.test(found[0])) return found[0];
    }
  }
  return undefined;
}

/** Its own octets where they stand there as they are; else the whole body, which is encoded. */
function placeInBody({ octets }: MessageFacts, { body }: Entity, text: string): Span {
  const start = octets.indexOf(text, body.start);
  return start === -1 || start >= body.end ? body : { start, end: start + Buffer.byteLength(text) };
}

function placeInField(field: HeaderField, text: string): Span {
  const start = field.unfolded().indexOf(text);
  return start === -1 ? bodySpan(field) : field.spanOf({ start, end: start + text.length });
}
