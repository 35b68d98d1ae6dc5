/** The tokens of address lists: RFC 5322 §3.2, with the specials that should have been quoted. */

import type { Span } from '../octets/span.ts';
import type { FieldDefectCode, FieldDefects } from './field-defect.ts';

const specials = ['<', '>', '@', ',', ':', ';', '.', '[', ']', '\\'] as const;

export interface AddressToken extends Span {
  /** An encoded-word is an atom, unless it holds specials. */
  readonly kind:
    | 'atom'
    | 'encoded-word'
    | 'quoted-string'
    | 'domain-literal'
    | (typeof specials)[number];
}

/** An outermost comment; the span has its parentheses, the content has not. */
export interface Comment extends Span {
  readonly content: Span;
}

const BLANKS = /[ \t\r\n]*/y;
const ATOM = /[^ \t\r\n()<>[\]:;@\\,."]+/y;
const DOT_ATOM = /[^ \t\r\n()<>[\]:;@\\,"]+/y;
const ENCODED_WORD = /=\?[^?=()<>[\]:;@\\,."/\s]+\?[BbQq]\?[^?\s]*\?=/y;
const UNCLOSED_LITERAL = /\[[^ \t\r\n()<>[\]:;@\\,"]*/y;
const QUOTE_MARK = /"|\\[\s\S]/g;
const COMMENT_MARK = /[()]|\\[\s\S]/g;
const LITERAL_MARK = /[[\]]|\\[\s\S]/g;

/** From the first of some spans, which are in order, to the last; undefined where there are none. */
export function hullOf(spans: readonly Span[]): Span | undefined {
  const [first] = spans;
  const last = spans.at(-1);
  return first && last && { start: first.start, end: last.end };
}

/** Notes one defect from the first to the last of what is at fault, unless nothing is. */
export function noteHull(
  defects: FieldDefects,
  code: FieldDefectCode,
  spans: readonly Span[],
  detail?: string,
): void {
  const span = hullOf(spans);
  if (span !== undefined) defects.note(code, span, detail);
}

/** Walks an address list once, from left to right; sets comments aside. */
export class AddressScanner {
  /** Those passed so far, in order. */
  readonly comments: Comment[] = [];
  readonly #text: string;
  readonly #defects: FieldDefects;
  #at = 0;
  #dotAtomEnd = 0;
  #isAfterAt = false;
  #isCut = false;
  #commentsTaken = 0;

  constructor(text: string, defects: FieldDefects) {
    this.#text = text;
    this.#defects = defects;
  }

  /** Whether a quoted string or a comment without an end has taken the rest of the text. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /** The next token that is no comment; undefined at the end. */
  next(): AddressToken | undefined {
    for (;;) {
      this.#at = this.#endOf(BLANKS);
      const character = this.#text[this.#at];
      if (character === undefined) return undefined;
      if (character === '(') this.#takeComment();
      else if (character === ')') this.#passParenthesis();
      else return this.#takeToken(character);
    }
  }

  /** The comments before a token, or to the end, that nobody has taken. */
  takeComments(end: AddressToken | undefined): readonly Comment[] {
    const first = this.#commentsTaken;
    const limit = end?.start ?? this.#text.length;
    while ((this.comments[this.#commentsTaken]?.start ?? limit) < limit) this.#commentsTaken += 1;
    return this.comments.slice(first, this.#commentsTaken);
  }

  #takeToken(character: string): AddressToken {
    const start = this.#at;
    const kind = this.#kindOf(character);
    this.#at = this.#endOfToken(kind);
    this.#isAfterAt = kind === '@';
    return { kind, start, end: this.#at };
  }

  /**
   * A bracket opens a literal behind an `@` alone; elsewhere it is text that lacks quotes.
   *
   * QUIRK: specials within an encoded-word are its text (RFC 2047 §5(3) forbids them in a phrase):
   * what some readers show as a name must not be an address to us.
   */
  #kindOf(character: string): AddressToken['kind'] {
    if (character === '"') return 'quoted-string';
    if (character === '[' && this.#isAfterAt) return 'domain-literal';
    if (character === '=' && this.#endOf(ENCODED_WORD) > this.#endOfDotAtom()) {
      return 'encoded-word';
    }
    return specials.find((special) => special === character) ?? 'atom';
  }

  /** Looked for once in each run of dots and atoms, however many words start in it. */
  #endOfDotAtom(): number {
    if (this.#at >= this.#dotAtomEnd) this.#dotAtomEnd = this.#endOf(DOT_ATOM);
    return this.#dotAtomEnd;
  }

  #endOfToken(kind: AddressToken['kind']): number {
    if (kind === 'atom') return this.#endOf(ATOM);
    if (kind === 'encoded-word') return this.#endOf(ENCODED_WORD);
    if (kind === 'quoted-string') {
      return this.#endOfQuotedString() ?? this.#cut('quoted-string-unclosed');
    }
    if (kind === 'domain-literal') return this.#endOfLiteral() ?? this.#endOf(UNCLOSED_LITERAL);
    return this.#at + 1;
  }

  #takeComment(): void {
    const start = this.#at;
    const closed = this.#endOfComment();
    this.#at = closed ?? this.#cut('comment-unbalanced');
    const contentEnd = closed === undefined ? this.#at : closed - 1;
    this.comments.push({ start, end: this.#at, content: { start: start + 1, end: contentEnd } });
  }

  #passParenthesis(): void {
    this.#at += 1;
    this.#defects.note('comment-unbalanced', { start: this.#at - 1, end: this.#at });
  }

  /** Takes all that is left, save the blanks at its end. */
  #cut(code: 'quoted-string-unclosed' | 'comment-unbalanced'): number {
    let end = this.#text.length;
    while (' \t\r\n'.includes(this.#text.charAt(end - 1))) end -= 1;
    this.#isCut = true;
    this.#defects.note(code, { start: this.#at, end });
    return end;
  }

  #endOfQuotedString(): number | undefined {
    for (const { mark, end } of this.#marks(QUOTE_MARK)) if (mark === '"') return end;
    return undefined;
  }

  #endOfComment(): number | undefined {
    let depth = 1;
    for (const { mark, end } of this.#marks(COMMENT_MARK)) {
      if (mark === '(') depth += 1;
      if (mark === ')') depth -= 1;
      if (depth === 0) return end;
    }
    return undefined;
  }

  /** Another opening bracket ends the search: a field of them takes no second look at any. */
  #endOfLiteral(): number | undefined {
    for (const { mark, end } of this.#marks(LITERAL_MARK)) {
      if (mark === ']') return end;
      if (mark === '[') return undefined;
    }
    return undefined;
  }

  /** Matches behind the next character, with the offset behind each. */
  *#marks(pattern: RegExp): Generator<{ readonly mark: string; readonly end: number }> {
    pattern.lastIndex = this.#at + 1;
    for (let match = pattern.exec(this.#text); match; match = pattern.exec(this.#text)) {
      yield { mark: match[0], end: pattern.lastIndex };
    }
  }

  #endOf(pattern: RegExp): number {
    pattern.lastIndex = this.#at;
    return pattern.test(this.#text) ? pattern.lastIndex : this.#at;
  }
}
