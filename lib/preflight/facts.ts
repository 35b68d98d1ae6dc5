/** What rules look at: the message as read, and what is computed of it once. */

import { type Limits, type Profile, sesLimits } from '../carrier/limits.ts';
import type { LineEnds } from '../octets/line-scan.ts';
import type { Span } from '../octets/span.ts';
import { asBuffer } from '../octets/view.ts';
import type { Entity } from '../reader/entity.ts';
import { fieldsByName } from '../reader/fields-by-name.ts';
import type { HeaderField } from '../reader/header-field.ts';
import { read } from '../reader/read.ts';
import { ADDRESS_FIELDS, AddressField } from './address-field.ts';
import { CidSurvey } from './cid-survey.ts';
import { dataFault } from './data-fault.ts';
import { inOrderAt } from './in-order.ts';
import { faultyMimeFields, type MimeField } from './mime-fields.ts';
import type { PreflightOptions } from './options.ts';
import { OwnEntities } from './own-entities.ts';
import { fieldPrefix, type RequestAddress, requestAddresses } from './request-addresses.ts';
import { type ShownParts, shownParts } from './shown-parts.ts';
import { type SignatureSurvey, surveySignatures } from './signatures.ts';
import {
  type FieldMailbox,
  soundMailboxes,
  type WrittenAddress,
  writtenAddresses,
} from './written-address.ts';

/** Each member is computed when a rule first asks, and once. */
export class MessageFacts {
  readonly octets: Buffer;
  readonly options: PreflightOptions;
  readonly profile: Profile;
  readonly limits: Limits;
  readonly root: Entity;
  /** What the octets are in place of a message. */
  readonly dataFault: string | undefined;
  #entities: readonly Entity[] | undefined;
  #own: OwnEntities | undefined;
  #cids: CidSurvey | undefined;
  #shown: ShownParts | undefined;
  #fields: ReadonlyMap<string, readonly HeaderField[]> | undefined;
  #mimeFields: readonly MimeField[] | undefined;
  #addressFields: readonly AddressField[] | undefined;
  #soundMailboxes: readonly FieldMailbox[] | undefined;
  #writtenAddresses: readonly WrittenAddress[] | undefined;
  #requestAddresses: readonly RequestAddress[] | undefined;
  #destinations: readonly RequestAddress[] | undefined;
  #recipients: readonly Span[] | undefined;
  #signatures: SignatureSurvey | undefined;

  constructor(octets: Uint8Array, options: PreflightOptions) {
    this.octets = asBuffer(octets);
    this.options = options;
    this.profile = options.profile ?? 'ses-v1';
    this.limits = sesLimits[this.profile];
    this.root = read(octets);
    this.dataFault = dataFault(this.octets);
  }

  /** All entities in the order of the message, each multipart before its parts. */
  get entities(): readonly Entity[] {
    this.#entities ??= [...this.root.walk()];
    return this.#entities;
  }

  /** What the author wrote, not what is within attached messages. */
  get own(): OwnEntities {
    this.#own ??= new OwnEntities(this.root);
    return this.#own;
  }

  /** The parts that HTML of the author refers to. */
  get cids(): CidSurvey {
    this.#cids ??= new CidSurvey(this.own, this.options);
    return this.#cids;
  }

  /** What readers show of the message as its text, and what as files. */
  get shown(): ShownParts {
    this.#shown ??= shownParts(this.own);
    return this.#shown;
  }

  /** The Content-Type and Content-Disposition fields of the author in which something was noticed. */
  get mimeFields(): readonly MimeField[] {
    this.#mimeFields ??= faultyMimeFields(this.octets, this.own.all);
    return this.#mimeFields;
  }

  /** The address fields of the message's own header section. */
  get addressFields(): readonly AddressField[] {
    this.#addressFields ??= this.root.fields
      .filter(({ lowerName }) => ADDRESS_FIELDS.has(lowerName))
      .map((field) => new AddressField(field));
    return this.#addressFields;
  }

  /** The mailboxes of the header section that no fault of the carrier's grammar touches. */
  get soundMailboxes(): readonly FieldMailbox[] {
    this.#soundMailboxes ??= soundMailboxes(this);
    return this.#soundMailboxes;
  }

  /** The addresses of the header section and of the request that are whole, and ASCII. */
  get writtenAddresses(): readonly WrittenAddress[] {
    this.#writtenAddresses ??= writtenAddresses(this);
    return this.#writtenAddresses;
  }

  get requestAddresses(): readonly RequestAddress[] {
    this.#requestAddresses ??= requestAddresses(this.options, this.profile);
    return this.#requestAddresses;
  }

  get lineEnds(): LineEnds {
    return this.root.lineEnds;
  }

  /** The DKIM signatures whose faults are told. */
  get signatures(): SignatureSurvey {
    this.#signatures ??= surveySignatures(this);
    return this.#signatures;
  }

  /** The recipients that the request names; undefined when the header fields decide. */
  get destinations(): readonly RequestAddress[] | undefined {
    this.#destinations ??= this.requestAddresses.filter(isDestination);
    return this.#destinations.length === 0 ? undefined : this.#destinations;
  }

  /** The octets of each mailbox in To, Cc and Bcc, members of groups too, in the order of the message. */
  get recipients(): readonly Span[] {
    this.#recipients ??= this.addressFields
      .filter(({ namesRecipients }) => namesRecipients)
      .flatMap(({ field, verdict }) => verdict.mailboxes.map((mailbox) => field.spanOf(mailbox)));
    return this.#recipients;
  }

  /** How many get the message: those whom the request names, else those whom the fields name. */
  get recipientCount(): number {
    const named = this.destinations;
    if (named === undefined) return this.recipients.length;
    return named.reduce((sum, { recipientCount }) => sum + recipientCount, 0);
  }

  /** The sender that the request itself names: each API has another member for it. */
  get requestSender(): string | undefined {
    return this.profile === 'ses-v2' ? this.options.fromEmailAddress : this.options.source;
  }

  /** True for an octet of an address that is told to be faulty: it has no further finding. */
  isSpoiled(offset: number): boolean {
    const at = inOrderAt(this.addressFields, offset, ({ field }) => field.span);
    return at !== undefined && inOrderAt(at.spoiled, offset, (span) => span) !== undefined;
  }

  /** True for a destination that SES refuses since it starts like a field: `To: ann@example.com`. */
  isHeaderLine(address: RequestAddress): boolean {
    const isSes = this.profile !== 'smtp';
    return isSes && isDestination(address) && fieldPrefix(address) !== undefined;
  }

  /** The fields of the message's own header section that have a name, given in lower case. */
  fieldsNamed(lowerName: string): readonly HeaderField[] {
    this.#fields ??= fieldsByName(this.root.fields);
    return this.#fields.get(lowerName) ?? [];
  }
}

function isDestination({ place }: RequestAddress): boolean {
  return place.option === 'destinations';
}
