/** Mailboxes, groups and lists of them as people type them: RFC 5322 §3.4, without obsolete forms. */

import { MimewrightError, naming, quoted } from '../errors.ts';
import type { Address, Mailbox } from '../model/mailbox.ts';
import { isBlank, trimBlanks, trimBlanksAtEnd, trimBlanksAtStart } from '../octets/ascii.ts';
import { parseAddrSpec } from './addr-spec.ts';
import { checkFieldText } from './field-text.ts';

/** A quoted string, an angle part, a domain literal, a run of text, or a special by itself. */
const TOKEN =
  /"(?:[^"\\]|\\.)*"|<[^<>"]*(?:"(?:[^"\\]|\\.)*"[^<>"]*)*>|\[[^[\]]*\]|[^"<[,:;]+|./gsu;

const HINT =
  'quote the display name, as in "Doe, Ann" <ann@example.com>, or pass { name, address }';

/** The pattern above runs out of stack on texts of some millions of characters. */
const CHARACTERS_MAX = 1_000_000;

/** Unquoted in a display name, these mean something else. */
const SPECIAL = /[()<>[\]:;@\\,"]/;

/**
 * Parses a list of mailboxes and groups, separated by commas.
 *
 * Display names may hold any characters; within quotes also the specials. Comments are refused, for
 * nothing that was typed is dropped. One string is 1,000,000 characters at most.
 *
 * @param what Names the field in errors.
 * @returns At least one address, in order.
 * @throws {MimewrightError} `address-syntax` and the codes of `parseAddrSpec`.
 */
export function parseAddresses(text: string, what: string): Address[] {
  checkFieldText(text, what, 'address-syntax');
  if (text.length > CHARACTERS_MAX) {
    const reason = `it holds ${text.length} characters, of ${CHARACTERS_MAX} allowed in one string`;
    throw fault(what, text, reason);
  }
  return new AddressScanner(text, what).addresses();
}

/** Parses exactly one mailbox. */
export function parseMailbox(text: string, what: string): Mailbox {
  const [address, ...others] = parseAddresses(text, what);
  if (others.length > 0) {
    throw fault(
      what,
      text,
      `it holds ${others.length + 1} addresses where one mailbox is due; ${HINT}`,
    );
  }
  if (address === undefined || address.kind === 'group') {
    throw fault(what, text, 'a group stands where a mailbox is due');
  }
  return address;
}

function fault(what: string, text: string, reason: string): MimewrightError {
  return new MimewrightError(
    'address-syntax',
    `${what}: not a mailbox: ${quoted(text)}: ${reason}`,
  );
}

/** What stands between two separators: the text so far, and its angle part if there is one. */
interface Element {
  words: { readonly text: string; readonly isQuoted: boolean }[];
  angle: string | undefined;
}

/** Walks the tokens once; states are the group that is open and the element that is being read. */
class AddressScanner {
  readonly #text: string;
  readonly #what: string;
  readonly #addresses: Address[] = [];
  #group: { readonly name: string; readonly members: Mailbox[] } | undefined;
  #element: Element = { words: [], angle: undefined };

  constructor(text: string, what: string) {
    this.#text = text;
    this.#what = what;
  }

  addresses(): Address[] {
    let afterGroup = false;
    for (const [token] of this.#text.matchAll(TOKEN)) {
      if (afterGroup && !isBlank(token)) {
        if (token !== ',') throw this.#fault('only a comma may follow the end of a group');
        afterGroup = false;
        this.#element.words = [];
      } else if (token === ',') this.#endElement();
      else if (token === ':') this.#startGroup();
      else if (token === ';') {
        this.#endGroup();
        afterGroup = true;
      } else this.#add(token);
    }
    if (this.#group !== undefined) {
      throw this.#fault(`the colon opens a group that no semicolon ends; ${HINT}`);
    }
    if (!afterGroup) this.#endElement();
    return this.#addresses;
  }

  #add(token: string): void {
    const isQuoted = token.length > 1 && token.startsWith('"');
    const isAngle = token.length > 1 && token.startsWith('<');
    if (this.#element.angle !== undefined) {
      if (isBlank(token)) return;
      throw this.#fault(
        isAngle
          ? 'a second address follows without a comma between'
          : 'text follows the address in angle brackets',
      );
    }
    if (isAngle) {
      this.#element.angle = token.slice(1, -1);
      return;
    }
    if (token === '"') throw this.#fault('a quote is not closed');
    if (token === '<') throw this.#fault('an angle bracket is not closed');
    const word = isQuoted ? token.slice(1, -1).replace(/\\(.)/gu, '$1') : token;
    this.#element.words.push({ text: word, isQuoted });
  }

  #startGroup(): void {
    if (this.#group !== undefined) throw this.#fault('a group within a group');
    if (this.#element.angle !== undefined) throw this.#fault('a colon follows an address');
    const name = this.#displayName();
    if (name === '') throw this.#fault('a colon without the name of a group before it');
    this.#group = { name, members: [] };
    this.#element = { words: [], angle: undefined };
  }

  #endGroup(): void {
    const group = this.#group;
    if (group === undefined) {
      throw this.#fault('a semicolon outside of a group; addresses are separated by commas');
    }
    const isEmpty = this.#element.angle === undefined && isBlank(this.#literalText());
    if (!isEmpty || group.members.length > 0) this.#endElement();
    this.#addresses.push({ kind: 'group', name: group.name, members: group.members });
    this.#group = undefined;
    this.#element = { words: [], angle: undefined };
  }

  #endElement(): void {
    const mailbox = this.#mailbox();
    if (this.#group === undefined) this.#addresses.push(mailbox);
    else this.#group.members.push(mailbox);
    this.#element = { words: [], angle: undefined };
  }

  #mailbox(): Mailbox {
    const { angle } = this.#element;
    if (angle !== undefined) {
      const name = this.#displayName();
      const address = parseAngle(angle, this.#what);
      return name === '' ? { kind: 'mailbox', address } : { kind: 'mailbox', name, address };
    }
    const literal = trimBlanks(this.#literalText());
    if (literal === '') throw this.#fault('an address is missing');
    if (!literal.includes('@')) throw this.#fault(`${quoted(literal)} has no @domain; ${HINT}`);
    if (/[()]/.test(unquotedText(this.#element))) {
      throw this.#fault(`a comment would be lost; ${HINT}`);
    }
    return { kind: 'mailbox', address: naming(this.#what, () => parseAddrSpec(literal)) };
  }

  /** What stands outside quotes loses the blanks around it; within quotes every blank counts. */
  #displayName(): string {
    const special = SPECIAL.exec(unquotedText(this.#element))?.[0];
    if (special !== undefined) {
      throw this.#fault(`${quoted(special)} stands in a display name without quotes; ${HINT}`);
    }
    const { words } = this.#element;
    return words
      .map(({ text, isQuoted }, at) => {
        if (isQuoted) return text;
        const started = at === 0 ? trimBlanksAtStart(text) : text;
        return at + 1 === words.length ? trimBlanksAtEnd(started) : started;
      })
      .join('');
  }

  /** The element as it was typed, quotes included. */
  #literalText(): string {
    return this.#element.words
      .map(({ text, isQuoted }) => (isQuoted ? `"${text.replace(/["\\]/g, '\\$&')}"` : text))
      .join('');
  }

  #fault(reason: string): MimewrightError {
    return fault(this.#what, this.#text, reason);
  }
}

function unquotedText(element: Element): string {
  return element.words.map((word) => (word.isQuoted ? ' ' : word.text)).join('');
}

function parseAngle(angle: string, what: string): Mailbox['address'] {
  if (trimBlanks(angle) !== angle) {
    throw fault(what, `<${angle}>`, 'blanks stand beside the address within its angle brackets');
  }
  return naming(what, () => parseAddrSpec(angle));
}
