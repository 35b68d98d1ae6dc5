/** An address field of a message, and what the carrier's grammar makes of it. */

import type { AddressFault } from '../carrier/address-fault.ts';
import { parseAddressField } from '../carrier/address-grammar.ts';
import type { AddressVerdict } from '../carrier/address-verdict.ts';
import { textOfOctets } from '../header/octet-text.ts';
import { isBlank } from '../octets/ascii.ts';
import type { Span } from '../octets/span.ts';
import type { HeaderField } from '../reader/header-field.ts';
import { AddressList } from './address-excerpt.ts';

/** Fields that SES parses as lists of addresses. */
export const ADDRESS_FIELDS: ReadonlySet<string> = new Set([
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'bcc',
  'return-path',
]);

/** Fields that name who gets the message. */
const RECIPIENT_FIELDS: ReadonlySet<string> = new Set(['to', 'cc', 'bcc']);

/** The null reverse-path is an address to RFC 5322 §3.6.7, and what SES says of it is unknown. */
const NULL_REVERSE_PATH = /^[ \t]*<[ \t]*>[ \t]*$/;

export class AddressField {
  readonly field: HeaderField;
  /** Unfolded, one character for each octet. */
  readonly text: string;
  readonly verdict: AddressVerdict;
  #list: AddressList | undefined;
  #spoiled: readonly Span[] | undefined;

  constructor(field: HeaderField) {
    this.field = field;
    this.text = field.unfolded();
    this.verdict = parseAddressField(this.text);
  }

  get namesRecipients(): boolean {
    return RECIPIENT_FIELDS.has(this.field.lowerName);
  }

  get isEmpty(): boolean {
    return isBlank(this.text);
  }

  /** Those of the verdict, as far as they are faults in this field. */
  get faults(): readonly AddressFault[] {
    const isNullPath = this.field.lowerName === 'return-path' && NULL_REVERSE_PATH.test(this.text);
    return isNullPath ? [] : this.verdict.faults;
  }

  get list(): AddressList {
    this.#list ??= new AddressList(this.text, textOfOctets);
    return this.#list;
  }

  /** The octets of the message that a fault told already spoils, in order. */
  get spoiled(): readonly Span[] {
    this.#spoiled ??= this.faults
      .map((fault) => this.field.spanOf(this.list.spoiledBy(fault)))
      .sort((a, b) => a.start - b.start);
    return this.#spoiled;
  }

  /** Whether octets of the message are in what a fault spoils, or border on it. */
  isToldAt({ start, end }: Span): boolean {
    let low = 0;
    let high = this.spoiled.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.spoiled[middle]?.end ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    const next = this.spoiled[low];
    return next !== undefined && next.start <= end;
  }
}
