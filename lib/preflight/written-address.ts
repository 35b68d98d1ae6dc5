/** The addresses that the message's own fields and the request name, as far as they are addresses. */

import { parseAddressList } from '../header/address-list-parsing.ts';
import type { ParsedMailbox } from '../header/parsed-address.ts';
import { isAscii } from '../octets/ascii.ts';
import type { Span } from '../octets/span.ts';
import type { Entity } from '../reader/entity.ts';
import type { HeaderField } from '../reader/header-field.ts';
import type { AddressField } from './address-field.ts';
import type { PreflightOptions } from './options.ts';
import type { OptionPlace } from './report.ts';
import type { RequestAddress } from './request-addresses.ts';
import { holdsPlaceholder } from './template.ts';

/** The facts of a message as far as they are needed here. */
export interface AddressSource {
  readonly octets: Buffer;
  readonly options: PreflightOptions;
  readonly root: Entity;
  readonly addressFields: readonly AddressField[];
  readonly requestAddresses: readonly RequestAddress[];
  readonly soundMailboxes: readonly FieldMailbox[];
  isSpoiled(offset: number): boolean;
}

/** Octets of a field, or characters of an option. */
export type AddressPlace =
  | (Span & { readonly entity: Entity; readonly field: HeaderField })
  | OptionPlace;

/** Where an address comes from, and how its stretches become places of findings. */
export interface Origin {
  readonly field?: HeaderField;
  readonly request?: RequestAddress;
  placeOf(span: Span): AddressPlace;
}

/** One addr-spec in ASCII, without comments and blanks, that no fault of the grammar touches. */
export class WrittenAddress {
  /** As written, quotes included. */
  readonly text: string;
  /** Unquoted. */
  readonly localPart: string;
  readonly domain: string;
  readonly origin: Origin;
  readonly #span: Span;

  constructor(text: string, { localPart, domain, addressSpan }: ParsedMailbox, origin: Origin) {
    this.text = text;
    this.localPart = localPart;
    this.domain = domain;
    this.origin = origin;
    this.#span = addressSpan;
  }

  get isLocalQuoted(): boolean {
    return this.text.startsWith('"');
  }

  /** The place of the whole. */
  get place(): AddressPlace {
    return this.origin.placeOf(this.#span);
  }

  /** The place of the local part, quotes included. */
  get localPlace(): AddressPlace {
    const { start, end } = this.#span;
    return this.origin.placeOf({ start, end: end - this.domain.length - 1 });
  }

  /** The place of the domain. */
  get domainPlace(): AddressPlace {
    return this.placeInDomain({ start: 0, end: this.domain.length });
  }

  /** The place of a stretch of the domain. */
  placeInDomain({ start, end }: Span): AddressPlace {
    const domainStart = this.#span.end - this.domain.length;
    return this.origin.placeOf({ start: domainStart + start, end: domainStart + end });
  }
}

/** Those of all address fields of the message's header section, then those of the request. */
export function writtenAddresses(facts: AddressSource): readonly WrittenAddress[] {
  const found: WrittenAddress[] = [];
  for (const { field, mailbox } of facts.soundMailboxes) {
    const { start, end } = mailbox.addressSpan;
    const text = facts.octets.toString('latin1', start, end);
    if (!isWholeAddress(facts, text, mailbox)) continue;
    const placeOf = (span: Span): AddressPlace => ({ ...span, entity: facts.root, field });
    found.push(new WrittenAddress(text, mailbox, { field, placeOf }));
  }
  for (const request of facts.requestAddresses) {
    if (request.faults.length === 0) pushRequest(facts, request, found);
  }
  return found;
}

/** A mailbox of the message's header section. */
export interface FieldMailbox {
  readonly field: HeaderField;
  readonly mailbox: ParsedMailbox;
}

/** The mailboxes of all address fields that the carrier's grammar does not fault, in order. */
export function soundMailboxes(facts: AddressSource): readonly FieldMailbox[] {
  const found: FieldMailbox[] = [];
  for (const field of facts.root.fields) {
    if (field.kind !== 'addresses') continue;
    for (const address of field.addresses) {
      if (address.kind === 'mailbox') found.push({ field, mailbox: address });
      else for (const mailbox of address.members) found.push({ field, mailbox });
    }
  }
  if (facts.addressFields.every(({ faults }) => faults.length === 0)) return found;
  return found.filter(({ mailbox }) => !facts.isSpoiled(mailbox.addressSpan.start));
}

function pushRequest(facts: AddressSource, request: RequestAddress, found: WrittenAddress[]): void {
  const origin = { request, placeOf: (span: Span) => ({ ...request.place, ...span }) };
  for (const address of parseAddressList(request.text).addresses) {
    for (const mailbox of address.kind === 'group' ? address.members : [address]) {
      const { start, end } = mailbox.addressSpan;
      const text = request.text.slice(start, end);
      if (isWholeAddress(facts, text, mailbox)) {
        found.push(new WrittenAddress(text, mailbox, origin));
      }
    }
  }
}

/** Where the octets before the `@` or behind it are not what was read, a comment or blank is among them. */
function isWholeAddress({ options }: AddressSource, text: string, mailbox: ParsedMailbox): boolean {
  const { domain } = mailbox;
  if (domain === '' || !isAscii(text) || !text.endsWith(`@${domain}`)) return false;
  return options.template !== true || !holdsPlaceholder(text);
}
