/** The groups of an address list, and what stands in none: RFC 5322 §3.4. */

import type { Phrase } from './address-list-phrase.ts';
import type { AddressToken } from './address-list-token.ts';
import type { FieldDefects } from './field-defect.ts';
import type { ParsedAddress, ParsedMailbox } from './parsed-address.ts';

interface OpenGroup extends Phrase {
  /** Of the comment before its name, or of the name. */
  readonly start: number;
  readonly colonEnd: number;
  readonly members: ParsedMailbox[];
}

/** Takes addresses in order, and puts those behind a colon into the group that it opens. */
export class AddressGroups {
  readonly addresses: ParsedAddress[] = [];
  readonly #defects: FieldDefects;
  #open: OpenGroup | undefined;
  /** Semicolons to come for colons that opened no group, or one within another. */
  #semicolonsDue = 0;

  constructor(defects: FieldDefects) {
    this.#defects = defects;
  }

  push(mailbox: ParsedMailbox): void {
    (this.#open?.members ?? this.addresses).push(mailbox);
  }

  /** Opens a group; one that is open still ends before it, for groups do not nest. */
  open({ name, span }: Phrase, start: number, colon: AddressToken): void {
    if (this.#open !== undefined) {
      this.#noteColon(colon, 'a group within a group');
      this.#close(this.#open, endOf(this.#open));
    }
    this.#open = { name, span, start, colonEnd: colon.end, members: [] };
  }

  /** Passes over a colon without a name before it. */
  passColon(colon: AddressToken): void {
    this.#noteColon(colon, 'no name');
  }

  /** Ends the group that is open; tells whether there was one. */
  close(semicolon: AddressToken): boolean {
    if (this.#open !== undefined) {
      this.#close(this.#open, semicolon.end);
      return true;
    }
    if (this.#semicolonsDue > 0) this.#semicolonsDue -= 1;
    else this.#defects.note('semicolon-separator', semicolon);
    return false;
  }

  /** Ends the list; `isCut` when a fault has taken what may have been the semicolon. */
  end({ isCut }: { readonly isCut: boolean }): void {
    if (this.#open === undefined) return;
    const end = endOf(this.#open);
    if (!isCut) this.#defects.note('group-syntax', { start: end, end }, 'no ";" at its end');
    this.#close(this.#open, end);
  }

  #noteColon(colon: AddressToken, detail: string): void {
    this.#defects.note('group-syntax', colon, detail);
    this.#semicolonsDue += 1;
  }

  #close({ name, members, start, span: nameSpan }: OpenGroup, end: number): void {
    this.addresses.push({ kind: 'group', name, members, span: { start, end }, nameSpan });
    this.#open = undefined;
  }
}

/** Where a group ends that has no semicolon. */
function endOf({ colonEnd, members }: OpenGroup): number {
  return members.at(-1)?.span.end ?? colonEnd;
}
