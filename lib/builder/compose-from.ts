/** A message from plain data: one builder call, or one for each item, for each member. */

import { recordArgument, textArgument, wrongType } from '../arguments.ts';
import { MimewrightError, naming, quoted } from '../errors.ts';
import { compose } from './compose.ts';
import { locating } from './locating.ts';
import { membersOf } from './members.ts';
import type { MessageBuilder } from './message-builder.ts';
import type {
  AttachedMessageSpec,
  BodySpec,
  ContentSpec,
  HeaderSpec,
  MessageSpec,
  OneOrList,
} from './message-spec.ts';
import type { TextOptions } from './options.ts';
import { contentFrom, dateFrom, octetsFrom } from './spec-values.ts';

/**
 * Starts a message with all that a spec says; more calls may follow.
 *
 * The same message as the calls of the builder's methods would give. Errors are theirs too, and
 * start with the path of the member at fault, as in `attachments[1].filename`.
 *
 * @throws {MimewrightError} `option-invalid` for a member that does not exist, naming the nearest;
 *   `base64-syntax`, `date-invalid`, and the codes of the builder's methods.
 * @example
 * const raw = composeFrom({
 *   from: 'Café Łódź <billing@example.com>',
 *   to: ['zoe@bücher.example', { name: 'Doe, Ann', address: 'ann@example.org' }],
 *   subject: 'Your receipt ☕',
 *   text: 'Total: 12 €',
 *   attachments: [{ filename: 'receipt.pdf', content: { base64: 'JVBERi0xLjcK' } }],
 * }).build();
 */
export function composeFrom(spec: MessageSpec): MessageBuilder {
  const given = membersOf('spec', spec, Object.keys(steps));
  return memberNames.reduce((builder, member) => {
    return given.has(member) ? withMember(builder, spec, member) : builder;
  }, compose());
}

type Member = keyof MessageSpec;
type Step<M extends Member> = (b: MessageBuilder, v: NonNullable<MessageSpec[M]>) => MessageBuilder;

/** Arguments of one call, where a list takes several. */
const CALL_ITEMS = 1_000;

/** In the order in which they are called. */
const steps: { readonly [M in Member]: Step<M> } = {
  from: (b, v) => inOneCall('from', 'From', v, (list) => b.from(...list)),
  sender: (b, v) => locating('sender', 'Sender', () => b.sender(v)),
  to: (builder, v) => inCalls('to', 'To', builder, v, (b, list) => b.to(...list)),
  cc: (builder, v) => inCalls('cc', 'Cc', builder, v, (b, list) => b.cc(...list)),
  bcc: (builder, v) => inCalls('bcc', 'Bcc', builder, v, (b, list) => b.bcc(...list)),
  replyTo: (b, v) => inOneCall('replyTo', 'Reply-To', v, (list) => b.replyTo(...list)),
  returnPath: (b, v) => locating('returnPath', 'Return-Path', () => b.returnPath(v)),
  subject: (b, v) => locating('subject', 'Subject', () => b.subject(v)),
  date: (b, v) => locating('date', 'Date', () => b.date(dateFrom(v, 'Date'))),
  messageId: (b, v) => locating('messageId', 'Message-ID', () => b.messageId(v)),
  inReplyTo: (builder, v) =>
    inCalls('inReplyTo', 'In-Reply-To', builder, v, (b, list) => b.inReplyTo(...list)),
  references: (builder, v) =>
    inCalls('references', 'References', builder, v, (b, list) => b.references(...list)),
  priority: (b, v) => b.priority(v),
  listUnsubscribe: (b, v) => b.listUnsubscribe(v),
  headers: withHeaders,
  ses: (b, v) => naming('ses', () => b.ses(v)),
  text: (b, v) => withBody('text', v, (content, o) => b.text(content, o)),
  html: (b, v) => withBody('html', v, (content, o) => b.html(content, o)),
  amp: (b, v) => b.amp(v),
  calendar: (b, v) => {
    recordArgument('calendar', v);
    const { content, ...o } = v;
    return b.calendar(content, o);
  },
  alternatives: (builder, v) =>
    fold('alternatives', 'alternative', builder, v, (b, part) => {
      const { type, content, ...o } = part;
      return b.alternative(type, contentFrom(content, 'alternative.content'), o);
    }),
  embed: (builder, v) =>
    fold('embed', 'embed', builder, v, (b, part) => b.embed(withContent('embed', part))),
  attachments: (builder, v) =>
    fold('attachments', 'attach', builder, v, (b, part) => b.attach(withContent('attach', part))),
  messages: (builder, v) => fold('messages', 'attachMessage', builder, v, withMessage),
};

const memberNames: readonly Member[] = Object.keys(steps).filter(isMember);

function isMember(name: string): name is Member {
  return Object.hasOwn(steps, name);
}

function withMember<M extends Member>(
  b: MessageBuilder,
  spec: MessageSpec,
  member: M,
): MessageBuilder {
  const value = spec[member];
  return value === undefined || value === null ? b : steps[member](b, value);
}

/** One call with all items, of a method that sets; before it each is tried alone. */
function inOneCall<T>(
  path: string,
  name: string,
  value: OneOrList<T>,
  call: (items: readonly T[]) => MessageBuilder,
): MessageBuilder {
  if (!isList(value)) return locating(path, name, () => call([value]));
  tryEach(path, name, value, call);
  return locating(path, name, () => call(value));
}

/** Calls of a method that adds, for the arguments of one call have to fit the stack. */
function inCalls<T>(
  path: string,
  name: string,
  builder: MessageBuilder,
  value: OneOrList<T>,
  call: (b: MessageBuilder, items: readonly T[]) => MessageBuilder,
): MessageBuilder {
  if (!isList(value)) return locating(path, name, () => call(builder, [value]));
  tryEach(path, name, value, (items) => call(builder, items));
  let b = builder;
  for (let at = 0; at < value.length; at += CALL_ITEMS) {
    b = locating(path, name, () => call(b, value.slice(at, at + CALL_ITEMS)));
  }
  return b;
}

/** Each item in a call of its own, so that an error can say which. */
function tryEach<T>(
  path: string,
  name: string,
  list: readonly T[],
  call: (items: readonly T[]) => MessageBuilder,
): void {
  for (const [at, item] of list.entries()) locating(`${path}[${at}]`, name, () => call([item]));
}

/** One call for each item, which is a plain object. */
function fold<T>(
  path: string,
  name: string,
  builder: MessageBuilder,
  items: readonly T[],
  call: (b: MessageBuilder, item: T) => MessageBuilder,
): MessageBuilder {
  if (!isList(items)) throw wrongType(path, items, 'a list');
  let b = builder;
  for (const [at, item] of items.entries()) {
    b = locating(`${path}[${at}]`, name, () => {
      recordArgument(name, item);
      return call(b, item);
    });
  }
  return b;
}

function isList<T>(value: OneOrList<T>): value is readonly T[] {
  return Array.isArray(value);
}

function withHeaders(builder: MessageBuilder, headers: readonly HeaderSpec[]): MessageBuilder {
  const names = new Set<string>();
  return fold('headers', 'header', builder, headers, (b, header) => {
    const members = membersOf('header', header, ['name', 'text', 'dangerousBody']);
    const lower = textArgument('header.name', members.get('name')).toLowerCase();
    const isRepeated = names.has(lower);
    names.add(lower);
    if (!('dangerousBody' in header)) {
      const { name, text } = header;
      return isRepeated ? b.addHeader(name, text) : b.header(name, text);
    }
    if (members.has('text')) {
      throw new MimewrightError('option-invalid', 'header: it has text or dangerousBody, not both');
    }
    if (isRepeated) {
      const name = quoted(header.name);
      throw new MimewrightError('field-repeated', `header.name: ${name} is in this list already`);
    }
    return b.dangerousHeader(header.name, header.dangerousBody);
  });
}

function withBody(
  name: string,
  body: BodySpec,
  call: (content: string, o: TextOptions) => MessageBuilder,
): MessageBuilder {
  if (typeof body === 'string') return call(body, {});
  recordArgument(name, body);
  const { content, ...o } = body;
  return call(content, o);
}

function withContent<T extends { readonly content: ContentSpec }>(
  name: string,
  part: T,
): T & { readonly content: string | Uint8Array } {
  return { ...part, content: contentFrom(part.content, `${name}.content`) };
}

function withMessage(b: MessageBuilder, { content, ...o }: AttachedMessageSpec): MessageBuilder {
  return b.attachMessage(octetsFrom(content, 'attachMessage.content'), o);
}
