/** The builder itself: calls in, a draft of checked values, a message out. */

import { booleanArgument, choiceArgument, missing, textArgument } from '../arguments.ts';
import { onceOnlyFieldNames } from '../carrier/once-only-fields.ts';
import type { SesFields } from '../carrier/x-ses-fields.ts';
import { encodeMessage } from '../encoder/encode.ts';
import { MimewrightError, quoted } from '../errors.ts';
import { checkDate } from '../header/date-time.ts';
import { checkFieldText } from '../header/field-text.ts';
import { parseMsgIds } from '../header/msg-id.ts';
import type { Field } from '../model/field.ts';
import type { Leaf, Part, RawMessage } from '../model/message.ts';
import { serialize, serializedOctets } from '../serializer/serialize.ts';
import { mailboxFrom, withAdded } from './address-input.ts';
import { alternativeLeaf, attachedMessage, attachmentPart, embeddedLeaf } from './attachments.ts';
import { calendarLeaves } from './calendar.ts';
import { type Draft, EMPTY_DRAFT, withoutField } from './draft.ts';
import { envelopeOf } from './envelope.ts';
import type { FieldOptions } from './fields.ts';
import { checkFieldName, finishedField, parseField } from './header-grammar.ts';
import { textLeaf } from './leaf.ts';
import { listUnsubscribeFields } from './list-unsubscribe.ts';
import { membersOf } from './members.ts';
import { checkContentId, completeMessage } from './message.ts';
import type { BuildOptions, MessageBuilder } from './message-builder.ts';
import * as options from './options.ts';
import { mergedSesFields } from './ses-fields.ts';

export class DraftBuilder implements MessageBuilder {
  readonly #draft: Draft;

  constructor(draft: Draft = EMPTY_DRAFT) {
    this.#draft = draft;
  }

  from(...mailboxes: readonly options.MailboxInput[]): DraftBuilder {
    if (mailboxes.length === 0) throw missing('From', undefined);
    return this.#with({ from: mailboxes.map((mailbox) => mailboxFrom(mailbox, 'From')) });
  }

  sender(mailbox: options.MailboxInput): DraftBuilder {
    return this.#with({ sender: mailboxFrom(mailbox, 'Sender') });
  }

  to(...addresses: readonly options.AddressInput[]): DraftBuilder {
    return this.#with({ to: withAdded(this.#draft.to, addresses, 'To') });
  }

  cc(...addresses: readonly options.AddressInput[]): DraftBuilder {
    return this.#with({ cc: withAdded(this.#draft.cc, addresses, 'Cc') });
  }

  bcc(...addresses: readonly options.AddressInput[]): DraftBuilder {
    return this.#with({ bcc: withAdded(this.#draft.bcc, addresses, 'Bcc') });
  }

  replyTo(...addresses: readonly options.AddressInput[]): DraftBuilder {
    if (addresses.length === 0) throw missing('Reply-To', undefined);
    return this.#with({ replyTo: withAdded([], addresses, 'Reply-To') });
  }

  returnPath(mailbox: options.MailboxInput): DraftBuilder {
    return this.#with({ returnPath: mailboxFrom(mailbox, 'Return-Path') });
  }

  subject(text: string): DraftBuilder {
    return this.#with({ subject: checkFieldText(textArgument('Subject', text), 'Subject') });
  }

  date(when: Date): DraftBuilder {
    return this.#with({ date: checkDate(when, 'Date') });
  }

  messageId(id: string): DraftBuilder {
    const [messageId, ...others] = parseMsgIds(textArgument('Message-ID', id), 'Message-ID');
    if (messageId === undefined || others.length > 0) {
      throw new MimewrightError('msg-id-syntax', `Message-ID: more than one msg-id: ${quoted(id)}`);
    }
    return this.#with({ messageId });
  }

  inReplyTo(...ids: readonly string[]): DraftBuilder {
    const added = ids.flatMap((id) => parseMsgIds(textArgument('In-Reply-To', id), 'In-Reply-To'));
    return this.#with({ inReplyTo: [...this.#draft.inReplyTo, ...added] });
  }

  references(...ids: readonly string[]): DraftBuilder {
    const added = ids.flatMap((id) => parseMsgIds(textArgument('References', id), 'References'));
    return this.#with({ references: [...this.#draft.references, ...added] });
  }

  header(name: string, text: string): DraftBuilder {
    return this.#withField(parseField(textArgument('field name', name), textArgument(name, text)));
  }

  addHeader(name: string, text: string): DraftBuilder {
    const field = parseField(textArgument('field name', name), textArgument(name, text));
    if (onceOnlyFieldNames.has(name.toLowerCase())) {
      throw new MimewrightError('field-repeated', `${name} may occur only once: use header()`);
    }
    return this.#with({ others: [...this.#draft.others, field] });
  }

  dangerousHeader(name: string, body: string): DraftBuilder {
    return this.#withField(
      finishedField(textArgument('field name', name), textArgument(name, body)),
    );
  }

  listUnsubscribe(uris: options.ListUnsubscribeOptions): DraftBuilder {
    const draft = ['List-Unsubscribe', 'List-Unsubscribe-Post'].reduce(withoutField, this.#draft);
    const others = [...draft.others, ...listUnsubscribeFields(uris)];
    return new DraftBuilder(Object.freeze({ ...draft, others }));
  }

  priority(level: options.Priority): DraftBuilder {
    const choice = choiceArgument('priority', level, options.priorities);
    const draft = ['X-Priority', 'Importance'].reduce(withoutField, this.#draft);
    if (choice === 'normal') return new DraftBuilder(draft);
    const number = choice === 'high' ? '1' : '5';
    const fields: Field[] = [
      { kind: 'tokens', name: 'X-Priority', tokens: [number] },
      { kind: 'tokens', name: 'Importance', tokens: [choice] },
    ];
    return new DraftBuilder(Object.freeze({ ...draft, others: [...draft.others, ...fields] }));
  }

  ses(fields: SesFields): DraftBuilder {
    return this.#with({ ses: mergedSesFields(this.#draft.ses, fields) });
  }

  text(content: string, o: options.TextOptions = {}): DraftBuilder {
    return this.#with({ text: body('text', content, 'text/plain', o) });
  }

  html(content: string, o: options.TextOptions = {}): DraftBuilder {
    return this.#with({ html: body('html', content, 'text/html', o) });
  }

  amp(content: string): DraftBuilder {
    return this.#with({ amp: body('amp', content, 'text/x-amp-html', {}) });
  }

  calendar(content: string, o: options.CalendarOptions): DraftBuilder {
    const { calendarAttachment: _, ...draft } = this.#draft;
    return new DraftBuilder(Object.freeze({ ...draft, ...calendarLeaves(content, o) }));
  }

  alternative(
    mediaType: string,
    content: string | Uint8Array,
    o: options.PartOptions = {},
  ): DraftBuilder {
    const part = this.#checked(alternativeLeaf(mediaType, content, o));
    return this.#with({ alternatives: [...this.#draft.alternatives, part] });
  }

  embed(part: options.EmbedInput): DraftBuilder {
    const embedded = [...this.#draft.embedded, this.#checked(embeddedLeaf(part))];
    return this.#with({ embedded });
  }

  attach(part: options.AttachInput): DraftBuilder {
    const attachments = [...this.#draft.attachments, this.#checked(attachmentPart(part))];
    return this.#with({ attachments });
  }

  attachMessage(
    message: Uint8Array | RawMessage | MessageBuilder,
    o: { readonly filename?: string } = {},
  ): DraftBuilder {
    const built = message instanceof DraftBuilder ? message.build() : message;
    return this.#with({ attachments: [...this.#draft.attachments, attachedMessage(built, o)] });
  }

  without(...fieldNames: readonly string[]): DraftBuilder {
    for (const name of fieldNames) checkFieldName(textArgument('field name', name));
    return new DraftBuilder(fieldNames.reduce(withoutField, this.#draft));
  }

  build(o: BuildOptions = {}): RawMessage {
    const members = membersOf('build', o, ['keepBcc']);
    const keepsBcc = members.has('keepBcc') && booleanArgument('keepBcc', members.get('keepBcc'));
    return Object.freeze({ octets: this.#octets({ keepsBcc }), envelope: envelopeOf(this.#draft) });
  }

  toBuffer(): Buffer {
    return this.#octets({ keepsBcc: false });
  }

  sizeOctets(): number {
    return serializedOctets(encodeMessage(completeMessage(this.#draft, { keepsBcc: false })));
  }

  #octets(o: FieldOptions): Buffer<ArrayBuffer> {
    return serialize(encodeMessage(completeMessage(this.#draft, o), { isBuild: true }));
  }

  #with(change: Partial<Draft>): DraftBuilder {
    return new DraftBuilder(Object.freeze({ ...this.#draft, ...change }));
  }

  #checked<P extends Part>(part: P): P {
    checkContentId(part, this.#draft);
    return part;
  }

  #withField(field: Field): DraftBuilder {
    const draft = withoutField(this.#draft, field.name);
    return new DraftBuilder(Object.freeze({ ...draft, others: [...draft.others, field] }));
  }
}

function body(what: string, content: string, type: string, o: options.TextOptions): Leaf {
  const members = membersOf(what, o, ['charset', 'encoding']);
  const leaf = { what, content, type, encoding: members.get('encoding') };
  return textLeaf(leaf, members.get('charset'));
}
