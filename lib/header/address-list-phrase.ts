/** Display names in address lists: RFC 5322 §3.2.5 and §4.1, RFC 2047 §5(3). */

import type { Span } from '../octets/span.ts';
import { decodedText, unquoted } from './address-list-text.ts';
import { type AddressToken, hullOf, noteHull } from './address-list-token.ts';
import type { FieldDefects } from './field-defect.ts';

const ENCODED_WORD = /=\?[^?\s]+\?[BbQq]\?[^?\s]*\?=/g;

/** What reading an address list leaves behind, beside the addresses. */
export interface AddressNotes {
  readonly text: string;
  readonly phrases: Span[];
  readonly quotedStrings: Span[];
  readonly defects: FieldDefects;
  /** Takes what another fault has caused, and is forgotten. */
  readonly muted: FieldDefects;
}

export interface Phrase {
  /** Decoded and unquoted. */
  readonly name: string;
  readonly span: Span;
}

/**
 * Reads the words of a display name; undefined where there are none.
 *
 * Specials among them are text. Encoded-words are decoded one run of unquoted words at a time, and
 * after the structure is known: whatever they hold is text of the name.
 *
 * QUIRK: those within a quoted string are decoded too (RFC 2047 §5 calls them plain text), since
 * Python's email, postal-mime and mailparser show them so. A quoted local part is never decoded:
 * that would make another address of it.
 */
export function readPhrase(
  words: readonly AddressToken[],
  notes: AddressNotes,
): Phrase | undefined {
  const span = hullOf(words);
  if (span === undefined) return undefined;
  const name = runsOf(words, notes.text)
    .map((run) => readRun(run, notes))
    .join('');
  noteUnquoted(words, notes);
  if (name.trim() === '') notes.defects.note('display-name-empty', span);
  return { name, span };
}

/** A quoted string, or the unquoted words between two of them or two comments. */
interface Run extends Span {
  readonly isQuoted: boolean;
  readonly isSeparated: boolean;
  readonly words: string[];
  end: number;
}

function runsOf(tokens: readonly AddressToken[], text: string): readonly Run[] {
  const runs: Run[] = [];
  for (const { kind, start, end } of tokens) {
    const last = runs.at(-1);
    const isQuoted = kind === 'quoted-string';
    const gap = text.slice(last?.end ?? start, start);
    const word = text.slice(start, end);
    if (last === undefined || last.isQuoted || isQuoted || gap.includes('(')) {
      runs.push({ isQuoted, isSeparated: gap !== '', words: [word], start, end });
    } else {
      last.words.push(gap === '' ? word : ` ${word}`);
      last.end = end;
    }
  }
  return runs;
}

function readRun({ isQuoted, isSeparated, words, start, end }: Run, notes: AddressNotes): string {
  (isQuoted ? notes.quotedStrings : notes.phrases).push({ start, end });
  const octets = words.join('');
  return (isSeparated ? ' ' : '') + decodedText(isQuoted ? unquoted(octets) : octets);
}

/** One defect for each name: quotes around it cure them all. */
function noteUnquoted(words: readonly AddressToken[], { text, defects }: AddressNotes): void {
  const isSpecial = ({ kind }: AddressToken): boolean =>
    !['atom', 'encoded-word', 'quoted-string', '.'].includes(kind);
  const coded = codedDots(words, text);
  const isDot = ({ kind, start }: AddressToken): boolean => kind === '.' && !coded.has(start);
  const code = words.some(isSpecial) ? 'unquoted-specials' : 'unquoted-dot';
  noteHull(defects, code, words.filter(code === 'unquoted-dot' ? isDot : isSpecial));
}

/** Where dots stand within encoded-words; that they may not, the check of those says. */
function codedDots(words: readonly AddressToken[], text: string): ReadonlySet<number> {
  const coded = new Set<number>();
  const { start = 0, end = 0 } = hullOf(words) ?? {};
  for (const { index, 0: word } of text.slice(start, end).matchAll(ENCODED_WORD)) {
    for (let dot = word.indexOf('.'); dot !== -1; dot = word.indexOf('.', dot + 1)) {
      coded.add(start + index + dot);
    }
  }
  return coded;
}
