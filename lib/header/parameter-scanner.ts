/** A scanner for tokens, quoted strings and CFWS in field bodies: RFC 2045 §5.1, RFC 5322 §3.2. */

import { type FieldDefectCode, FieldDefects } from './field-defect.ts';

const TOKEN = /[!#$%&'*+\-.0-9A-Z^_`a-z{|}~]*/y;
const BLANKS = /[ \t\r\n]*/y;
const CFWS_START = /[ \t\r\n(]/;
const QUOTE_MARK = /"|\\[\s\S]/g;
const COMMENT_MARK = /[()]|\\[\s\S]/g;
const QUOTED_PAIR = /\\([\s\S])/g;

/** Walks a text once, from left to right, and never stands still on a character it has taken. */
export class ParameterScanner {
  readonly text: string;
  at: number;
  readonly defects: FieldDefects = new FieldDefects();

  constructor(text: string, from: number) {
    this.text = text;
    this.at = from;
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** Whether the next character is `character`. */
  sees(character: string): boolean {
    return this.text[this.at] === character;
  }

  /** Takes `character` if it comes next. */
  take(character: string): boolean {
    if (!this.sees(character)) return false;
    this.at += 1;
    return true;
  }

  /** Takes a token; the empty string where none stands. */
  takeToken(): string {
    return this.#match(TOKEN);
  }

  /** Takes the quoted string that comes next; returns its content without quotes and backslashes. */
  takeQuotedString(): string {
    const start = this.at;
    QUOTE_MARK.lastIndex = start + 1;
    let mark = QUOTE_MARK.exec(this.text);
    while (mark !== null && mark[0] !== '"') mark = QUOTE_MARK.exec(this.text);
    this.at = mark === null ? this.text.length : QUOTE_MARK.lastIndex;
    if (mark === null) this.note('quoted-string-unclosed', start, this.at);
    return this.text.slice(start + 1, mark?.index).replace(QUOTED_PAIR, '$1');
  }

  /** Passes over blanks and comments; a comment without an end runs to the end of the text. */
  skipCfws(): void {
    if (!CFWS_START.test(this.text.charAt(this.at))) return;
    this.#match(BLANKS);
    while (this.sees('(')) {
      this.#skipComment();
      this.#match(BLANKS);
    }
  }

  /** Goes to the next semicolon, or to the end, and returns what was passed over. */
  skipToSemicolon(): string {
    const start = this.at;
    const semicolon = this.text.indexOf(';', start);
    this.at = semicolon === -1 ? this.text.length : semicolon;
    return this.text.slice(start, this.at);
  }

  note(code: FieldDefectCode, start: number, end: number, detail?: string): void {
    this.defects.note(code, { start, end }, detail);
  }

  #skipComment(): void {
    const start = this.at;
    let depth = 0;
    COMMENT_MARK.lastIndex = start;
    for (let mark = COMMENT_MARK.exec(this.text); mark; mark = COMMENT_MARK.exec(this.text)) {
      if (mark[0] === '(') depth += 1;
      if (mark[0] === ')') depth -= 1;
      if (depth > 0) continue;
      this.at = COMMENT_MARK.lastIndex;
      return;
    }
    this.at = this.text.length;
    this.note('comment-unbalanced', start, this.at);
  }

  #match(pattern: RegExp): string {
    const start = this.at;
    pattern.lastIndex = start;
    if (pattern.test(this.text)) this.at = pattern.lastIndex;
    return this.text.slice(start, this.at);
  }
}
