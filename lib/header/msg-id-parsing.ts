/** Reading lists of message identifiers: RFC 5322 §3.6.4, §4.5.4. */

import type { Span } from '../octets/span.ts';
import type { FieldDefect } from './field-defect.ts';
import { type MsgIdContent, takeClosedQuotedString, takeMsgIdContent } from './msg-id-scan.ts';
import { ParameterScanner } from './parameter-scanner.ts';

/** A msg-id as it was read. */
export interface ParsedMsgId {
  /** `left@right` without angles, quotes, comments and blanks; `left` alone where no `@` stands. */
  readonly id: string;
  readonly left: string;
  /** Empty where no `@` stands. */
  readonly right: string;
  /** The angles included. */
  readonly span: Span;
}

/** What a field allows beyond a list of msg-ids. */
export interface MsgIdListOptions {
  /** In-Reply-To and References once held phrases: RFC 5322 §4.5.4. */
  readonly allowsPhrases: boolean;
}

/** Words in a row that are no msg-ids. */
interface Words extends Span {
  /** Whether they are a phrase, which the obsolete grammar lets stand between msg-ids. */
  readonly isPhrase: boolean;
}

const WORD = /[^<(, \t\r\n]+/y;
const PHRASE_WORD = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+$/;
const BARE_ID = /^([^@<>"]+)@([^@<>"]+)>?$/;

/**
 * Parses the msg-ids of Message-ID, In-Reply-To, References or Content-ID.
 *
 * Whatever stands in angles is given, and so is `left@right` without them; what is wrong with it is
 * noted. Total, in linear time.
 *
 * @param text An unfolded field body, one character for each octet.
 * @returns The msg-ids in order, perhaps none.
 */
export function parseMsgIdList(
  text: string,
  options: MsgIdListOptions = { allowsPhrases: true },
): {
  readonly ids: readonly ParsedMsgId[];
  readonly defects: readonly FieldDefect[];
} {
  const list = new MsgIdList(text, options);
  return { ids: list.takeAll(), defects: list.scanner.defects.found };
}

class MsgIdList {
  readonly scanner: ParameterScanner;
  readonly #ids: ParsedMsgId[] = [];
  readonly #allowsPhrases: boolean;
  #words: Words | undefined;

  constructor(text: string, { allowsPhrases }: MsgIdListOptions) {
    this.scanner = new ParameterScanner(text, 0);
    this.#allowsPhrases = allowsPhrases;
  }

  takeAll(): readonly ParsedMsgId[] {
    const { scanner } = this;
    for (scanner.skipCfws(); !scanner.isAtEnd; scanner.skipCfws()) this.#takeNext();
    this.#noteWords();
    if (this.#ids.length === 0 && scanner.defects.found.length === 0) {
      scanner.note('msg-id-syntax', 0, scanner.at, 'no msg-id');
    }
    return this.#ids;
  }

  #takeNext(): void {
    const { scanner } = this;
    const start = scanner.at;
    if (scanner.take('<')) {
      this.#noteWords();
      this.#takeMsgId(start);
    } else if (scanner.take(',')) {
      this.#noteWords();
      scanner.note('msg-id-separator', start, scanner.at);
    } else {
      this.#takeWord(start);
    }
  }

  /** Takes the rest of a msg-id whose first angle stands at `start`. */
  #takeMsgId(start: number): void {
    const { scanner } = this;
    const content = takeMsgIdContent(scanner);
    const isClosed = scanner.take('>');
    const span = { start, end: scanner.at };
    const { left, right } = content;
    const isEmpty = left === '' && right === undefined;
    if (!isClosed) scanner.note('msg-id-syntax', span.start, span.end, 'no ">" behind it');
    else if (isEmpty) scanner.note('msg-id-syntax', span.start, span.end, 'nothing between angles');
    else this.#noteFaults(content, span);
    if (!isEmpty) this.#add(left, right, span);
  }

  #noteFaults({ left, right, isWellFormed }: MsgIdContent, { start, end }: Span): void {
    const { scanner } = this;
    if (right === undefined) {
      scanner.note('msg-id-no-domain', start, end);
    } else if (!isWellFormed) {
      scanner.note('msg-id-syntax', start, end);
    } else if (scanner.text.slice(start, end) !== `<${left}@${right}>`) {
      scanner.note('obsolete-syntax', start, end, 'obs-id-left or obs-id-right');
    }
  }

  #takeWord(start: number): void {
    const { scanner } = this;
    if (scanner.sees('"') && takeClosedQuotedString(scanner) !== undefined) {
      this.#addWord(start, true);
      return;
    }
    WORD.lastIndex = start;
    const word = WORD.exec(scanner.text)?.[0] ?? '';
    scanner.at += word.length;
    const [, left, right] = BARE_ID.exec(word) ?? [];
    if (left === undefined) {
      this.#addWord(start, PHRASE_WORD.test(word));
      return;
    }
    this.#noteWords();
    scanner.note('msg-id-syntax', start, scanner.at, 'no angles around it');
    this.#add(left, right, { start, end: scanner.at });
  }

  #addWord(start: number, isWord: boolean): void {
    const words = this.#words ?? { start, isPhrase: true };
    const isPhrase = words.isPhrase && isWord;
    this.#words = { start: words.start, end: this.scanner.at, isPhrase };
  }

  /** Notes the words since the last msg-id or comma. */
  #noteWords(): void {
    if (this.#words === undefined) return;
    const { start, end, isPhrase } = this.#words;
    if (isPhrase && this.#allowsPhrases)
      this.scanner.note('obsolete-syntax', start, end, 'a phrase among msg-ids');
    else this.scanner.note('msg-id-syntax', start, end, 'not a msg-id');
    this.#words = undefined;
  }

  #add(left: string, right: string | undefined, span: Span): void {
    const id = right === undefined ? left : `${left}@${right}`;
    this.#ids.push({ id, left, right: right ?? '', span });
  }
}
