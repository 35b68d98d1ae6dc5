/** Reading address lists: RFC 5322 §3.4 with the obsolete forms of §4.4, RFC 6854. */

import type { Span } from '../octets/span.ts';
import {
  type AnglePart,
  addrSpecWithin,
  type Element,
  emptyElement,
  piecesOf,
} from './address-list-element.ts';
import { AddressGroups } from './address-list-groups.ts';
import {
  isMailto,
  readAngleMailbox,
  readBareMailbox,
  silenced,
  startsRoute,
} from './address-list-mailbox.ts';
import { type AddressNotes, readPhrase } from './address-list-phrase.ts';
import { AddressScanner, type AddressToken, noteHull } from './address-list-token.ts';
import { type FieldDefect, FieldDefects } from './field-defect.ts';
import type { ParsedAddress, ParsedMailbox } from './parsed-address.ts';

export interface ParsedAddressList {
  /** In order. */
  readonly addresses: readonly ParsedAddress[];
  /** Runs of unquoted words of display names. */
  readonly phrases: readonly Span[];
  /** Content of outermost comments, without their parentheses. */
  readonly comments: readonly Span[];
  /** Those of display names, quotes included. */
  readonly quotedStrings: readonly Span[];
  readonly defects: readonly FieldDefect[];
}

/**
 * Parses a list of mailboxes and groups, as it stands in `From`, `To` and their like.
 *
 * Total, in linear time. The structure is settled before anything is decoded: no quoted string,
 * comment or encoded-word adds an address. A quoted string or comment without an end takes the rest
 * of the list, and its defect stands for all that the rest may lack.
 *
 * QUIRK: bare words and commas before a mailbox with angle brackets are its name, as the writer of
 * `Doe, Ann <ann@b.example>` meant; the grammar has no list in which they could be anything else.
 *
 * @param text An unfolded field body, one character for each octet; spans count its characters.
 */
export function parseAddressList(text: string): ParsedAddressList {
  return new AddressListParser(text).parse();
}

type Tokens = readonly AddressToken[];

/** Walks the tokens once; states are the group that is open and the element that is being read. */
class AddressListParser {
  readonly #notes: AddressNotes;
  readonly #scanner: AddressScanner;
  readonly #groups: AddressGroups;
  #element: Element = emptyElement();
  /** The comma before the element, unless a defect stands there already. */
  #comma: AddressToken | undefined;
  /** The end of the address before the element, where no separator stands between. */
  #behind: number | undefined;

  constructor(text: string) {
    const defects = new FieldDefects();
    this.#notes = { text, phrases: [], quotedStrings: [], defects, muted: new FieldDefects() };
    this.#scanner = new AddressScanner(text, defects);
    this.#groups = new AddressGroups(defects);
  }

  parse(): ParsedAddressList {
    for (let token = this.#scanner.next(); token; token = this.#scanner.next()) {
      if (!this.#takeInAngle(token)) this.#take(token);
    }
    this.#endElement(undefined);
    this.#groups.end(this.#scanner);
    const { phrases, quotedStrings, defects } = this.#notes;
    const comments = this.#scanner.comments.map(({ content }) => content);
    const { addresses } = this.#groups;
    return { addresses, phrases, comments, quotedStrings, defects: defects.found };
  }

  #take(token: AddressToken): void {
    if (token.kind === '<') this.#openAngle(token);
    else if (token.kind === '>') this.#passAngle(token);
    else if (token.kind === ',') this.#takeComma(token);
    else if (token.kind === ':') this.#takeColon(token);
    else if (token.kind === ';') this.#takeSemicolon(token);
    else this.#takeWord(token);
  }

  /** Takes what belongs to the angle brackets that are open, if any are. */
  #takeInAngle(token: AddressToken): boolean {
    const { angle } = this.#element;
    if (angle === undefined || angle.close !== undefined) return false;
    const { kind } = token;
    if (kind === '>') {
      this.#element.angle = { ...angle, close: token };
      return true;
    }
    const isComma = kind === ',' && !startsRoute(angle.tokens[0] ?? token);
    if (kind === '<' || kind === ';' || isComma) return false;
    angle.tokens.push(token);
    return true;
  }

  #takeWord(word: AddressToken): void {
    if (this.#element.angle !== undefined) this.#endElement(word);
    this.#element.words.push(word);
    this.#element.hasAt ||= word.kind === '@';
  }

  #openAngle(open: AddressToken): void {
    const { angle } = this.#element;
    if (angle !== undefined && angle.close === undefined && angle.tokens.length === 0) {
      this.#notes.defects.note('unbalanced-angle', angle.open);
    } else if (angle !== undefined) this.#endElement(open);
    this.#element.angle = { open, tokens: [], close: undefined };
  }

  #passAngle(close: AddressToken): void {
    this.#notes.defects.note('unbalanced-angle', close);
    this.#element.isExcused = true;
  }

  #takeComma(comma: AddressToken): void {
    const { words, angle, hasAt } = this.#element;
    if (words.length > 0 && angle === undefined && !hasAt) words.push(comma);
    else this.#endElement(comma);
  }

  #takeColon(colon: AddressToken): void {
    if (this.#element.angle !== undefined) this.#endElement(colon);
    this.#endWordsBeforeName();
    const { words } = this.#element;
    if (words.length === 0) {
      this.#groups.passColon(colon);
    } else if (isMailto(words, this.#notes.text)) {
      noteHull(this.#notes.defects, 'mailto-prefix', [...words, colon]);
      this.#element = { ...emptyElement(), isExcused: true };
    } else this.#openGroup(words, colon);
  }

  /** The name of a group has no commas: they end what stands in front of them. */
  #endWordsBeforeName(): void {
    const { words } = this.#element;
    const at = words.findLastIndex(({ kind }) => kind === ',');
    if (at === -1) return;
    this.#element.words = words.slice(0, at);
    this.#endElement(words[at]);
    this.#element.words = words.slice(at + 1);
  }

  #openGroup(words: Tokens, colon: AddressToken): void {
    this.#noteMissingComma();
    const [comment = colon] = this.#scanner.takeComments(colon);
    const phrase = readPhrase(words, this.#notes);
    if (phrase !== undefined) {
      this.#groups.open(phrase, Math.min(phrase.span.start, comment.start), colon);
    }
    this.#separate(undefined);
    this.#element = emptyElement();
  }

  #takeSemicolon(semicolon: AddressToken): void {
    this.#endElement(semicolon);
    if (this.#groups.close(semicolon)) this.#behind = semicolon.end;
  }

  /** Ends the element at a separator, at a token that lacks one before it, or with the list. */
  #endElement(end: AddressToken | undefined): void {
    const { words, angle } = this.#element;
    if (angle !== undefined) this.#endAngle(words, angle, end);
    else for (const piece of piecesOf(words, end)) this.#endWords(piece.words, piece.end);
    this.#element = emptyElement();
  }

  #endAngle(words: Tokens, angle: AnglePart, end: AddressToken | undefined): void {
    const { defects } = this.#notes;
    if (angle.close === undefined) defects.note('unbalanced-angle', angle.open);
    const comments = this.#scanner.takeComments(end);
    const mailbox = readAngleMailbox(words, angle, comments, this.#notesOfElement());
    this.#push(mailbox);
    const isParted = angle.close === undefined || end?.kind === ',' || end?.kind === ';';
    this.#separate(end);
    if (!isParted) this.#behind = mailbox.span.end;
  }

  /** Ends words between two commas: they are several mailboxes where more commas are missing. */
  #endWords(words: Tokens, end: AddressToken | undefined): void {
    if (words.length === 0) {
      this.#endEmpty(end);
      return;
    }
    let from = 0;
    while (from < words.length) {
      const place = addrSpecWithin(words, from);
      const name = words.slice(from, place?.start);
      const addrSpec = place === undefined ? [] : words.slice(place.start, place.end);
      from = place?.end ?? words.length;
      this.#endBare(name, addrSpec, words[from] ?? end);
    }
    this.#separate(end);
  }

  #endBare(name: Tokens, addrSpec: Tokens, end: AddressToken | undefined): void {
    const isExcused = this.#element.isExcused && name.length > 0;
    const notes = isExcused ? silenced(this.#notes) : this.#notesOfElement();
    const comments = this.#scanner.takeComments(end);
    if (addrSpec.length === 0 && this.#behind !== undefined) {
      noteHull(notes.defects, 'address-invalid', name, 'text behind an address');
      return;
    }
    const mailbox = readBareMailbox(name, addrSpec, comments, notes);
    this.#push(mailbox);
    this.#behind = mailbox.span.end;
  }

  #endEmpty(end: AddressToken | undefined): void {
    this.#scanner.takeComments(end);
    const isComma = end?.kind === ',';
    const surplus = isComma && this.#behind === undefined ? end : this.#comma;
    this.#separate(end);
    if (surplus === undefined || this.#element.isExcused) return;
    this.#notes.defects.note('obsolete-syntax', surplus, 'an empty list element');
    this.#comma = undefined;
  }

  #separate(end: AddressToken | undefined): void {
    this.#comma = end?.kind === ',' ? end : undefined;
    this.#behind = undefined;
  }

  #push(mailbox: ParsedMailbox): void {
    this.#noteMissingComma();
    this.#groups.push(mailbox);
  }

  #noteMissingComma(): void {
    if (this.#behind === undefined) return;
    const place = { start: this.#behind, end: this.#behind };
    this.#notesOfElement().defects.note('missing-comma', place);
  }

  /** What took the rest of the list away silences the defects of the element that it stands in. */
  #notesOfElement(): AddressNotes {
    return this.#scanner.isCut ? silenced(this.#notes) : this.#notes;
  }
}
