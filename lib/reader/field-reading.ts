/** What one header field says, worked out when somebody asks: its values, its words, its faults. */

import { type ScannedEncodedWords, scanEncodedWords } from '../header/encoded-word-scan.ts';
import { FieldDefects } from '../header/field-defect.ts';
import { decodeUnstructured, textOfOctets } from '../header/octet-text.ts';
import type { ParsedEncodedWord } from '../header/parsed-encoded-word.ts';
import { isBlank, trimBlanks } from '../octets/ascii.ts';
import type { Span } from '../octets/span.ts';
import type { Defect } from './defect.ts';
import { noteCuttingFolds, noteLongWordLines, noteOctetFaults } from './field-faults.ts';
import { type BodyReading, readBody } from './field-grammar.ts';
import { type FieldKind, fieldKindOf } from './field-kind.ts';
import { type FieldValue, placedValue } from './field-value.ts';
import { MAX_PARSED_OCTETS } from './limits.ts';
import { Unfolding } from './unfolding.ts';

/** Fields that may be empty, and those whose grammar is not read here. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['bcc', 'resent-bcc']);
const WITHOUT_GRAMMAR: ReadonlySet<FieldKind> = new Set(['opaque', 'unstructured']);

/** Kinds in which encoded-words mean something. */
const WITH_WORDS: ReadonlySet<FieldKind> = new Set(['addresses', 'unstructured']);

const NO_WORDS: ScannedEncodedWords = { words: [], defects: [] };

const NO_DEFECTS: readonly Defect[] = [];

export class FieldReading {
  readonly kind: FieldKind;
  readonly unfolding: Unfolding;
  readonly #lowerName: string;
  #text: string | undefined;
  #body: BodyReading | undefined;
  #value: FieldValue | undefined;
  #scanned: ScannedEncodedWords | undefined;
  #placedWords: readonly ParsedEncodedWord[] | undefined;
  #defects: readonly Defect[] | undefined;

  constructor(octets: Buffer, lowerName: string, { start, end }: Span) {
    this.#lowerName = lowerName;
    this.kind = fieldKindOf(lowerName);
    this.unfolding = new Unfolding(octets, start, end);
  }

  get text(): string {
    this.#text ??= this.#decode();
    return this.#text;
  }

  /** What lies beyond a bound is noted, not parsed: each octet may become many. */
  get #parsedText(): string {
    return this.unfolding.text.slice(0, MAX_PARSED_OCTETS);
  }

  get value(): FieldValue {
    this.#value ??= placedValue(this.#read().value, this.unfolding);
    return this.#value;
  }

  /** Those that readers decode, and those that stand where they should not. */
  get encodedWords(): readonly ParsedEncodedWord[] {
    this.#placedWords ??= this.#scan().words.map((word) => ({
      ...word,
      span: this.unfolding.spanOf(word.span),
    }));
    return this.#placedWords;
  }

  get defects(): readonly Defect[] {
    this.#defects ??= this.#findDefects();
    return this.#defects;
  }

  #decode(): string {
    const { text } = this.unfolding;
    return WITH_WORDS.has(this.kind) ? decodeUnstructured(text) : textOfOctets(trimBlanks(text));
  }

  #read(): BodyReading {
    this.#body ??= readBody(this.kind, this.#parsedText);
    return this.#body;
  }

  #scan(): ScannedEncodedWords {
    this.#scanned ??= this.#scanStretches();
    return this.#scanned;
  }

  #scanStretches(): ScannedEncodedWords {
    const text = this.#parsedText;
    if (!text.includes('=?')) return NO_WORDS;
    const words: ParsedEncodedWord[] = [];
    const defects = new FieldDefects();
    for (const { context, ...stretch } of this.#read().stretches) {
      const scanned = scanEncodedWords(text, context, stretch);
      for (const word of scanned.words) words.push(word);
      defects.noteAll(scanned.defects);
    }
    return { words: words.sort((a, b) => a.span.start - b.span.start), defects: defects.found };
  }

  #findDefects(): readonly Defect[] {
    const defects = new FieldDefects();
    const { text } = this.unfolding;
    noteOctetFaults(this.unfolding, defects);
    if (text.length > MAX_PARSED_OCTETS) {
      defects.note('field-too-long', { start: MAX_PARSED_OCTETS, end: text.length });
    }
    if (isBlank(text) && !WITHOUT_GRAMMAR.has(this.kind)) {
      this.#noteEmpty(defects);
    } else {
      const { defects: found, solid } = this.#read();
      defects.noteAll(found.filter(({ code }) => !this.#isAllowed(code)));
      if (this.kind === 'addresses' && this.#read().value.addresses?.length === 0) {
        this.#noteEmpty(defects);
      }
      noteCuttingFolds(this.unfolding, solid, defects);
      const scanned = this.#scan();
      defects.noteAll(scanned.defects);
      noteLongWordLines(this.unfolding, scanned.words, this.#lowerName.length + 1, defects);
    }
    if (defects.found.length === 0) return NO_DEFECTS;
    return defects.found
      .map((defect) => ({ ...defect, ...this.unfolding.spanOf(defect) }))
      .sort((a, b) => a.start - b.start);
  }

  #noteEmpty(defects: FieldDefects): void {
    if (MAY_BE_EMPTY.has(this.#lowerName)) return;
    defects.note('empty-field', { start: 0, end: this.unfolding.text.length });
  }

  /** A reverse-path may be null: RFC 5321 §4.5.5. List-Post may say NO: RFC 2369 §3.4. */
  #isAllowed(code: Defect['code']): boolean {
    if (code === 'address-null') return this.#lowerName === 'return-path';
    if (code !== 'uri-no-angle-brackets' || this.#lowerName !== 'list-post') return false;
    return /^[ \t]*NO\b/.test(this.unfolding.text);
  }
}
