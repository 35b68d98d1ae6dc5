/** Recognises the texts of the catalogue within what a program logged. */

import type { SesText } from './ses-text.ts';
import { sesTexts } from './ses-texts.ts';

/** A text of the catalogue as it was found. */
export interface SesTextMatch {
  readonly entry: SesText;
  /** The words found, variable parts filled. */
  readonly text: string;
  /** What stands for each variable part, by name. */
  readonly values: Readonly<Record<string, string>>;
}

/** A longer line is looked at up to here; SES's longest texts quote one mailbox or a list cut short. */
const LOOKED_AT_CHARACTERS = 16_384;

/** Words of a text so common that it must not go on: `Missing domain` is not `Missing domain name`. */
const COMMON_WORDS = 3;

interface Pattern {
  readonly entry: SesText;
  /** Characters that do not vary: of two texts at one place, the one with more is meant. */
  readonly weight: number;
  readonly regExp: RegExp;
}

/** What a variable part looks like, without what a log puts behind it; others end where the text goes on. */
const shapes: Readonly<Record<string, string>> = {
  limit: '[0-9]+',
  octets: '[0-9]+',
  region: '[\\w-]+',
  charset: '[^\\s"\')]*[^\\s"\').,;]',
  encoding: '[^\\s"\')]*[^\\s"\').,;]',
  token: '"[^"\\r\\n]*"|\'[^\'\\r\\n]*\'|\\S*[^\\s"\'),]|\\S',
  identities: '[^\\r\\n]+',
  mailbox: '[^\\r\\n]*',
};

const patterns: readonly Pattern[] = sesTexts.flatMap((entry) => {
  const { text } = entry;
  if (text === undefined) return [];
  return [{ entry, weight: text.replace(/\{\w+\}/g, '').length, regExp: regExpOf(text) }];
});

/** The text of the catalogue that stands first in a line, the most specific one there. */
export function matchSesText(line: string): SesTextMatch | undefined {
  const looked = line.slice(0, LOOKED_AT_CHARACTERS);
  let best: { readonly pattern: Pattern; readonly found: RegExpExecArray } | undefined;
  for (const pattern of patterns) {
    const found = pattern.regExp.exec(looked);
    if (found === null) continue;
    const isBetter =
      best === undefined ||
      found.index < best.found.index ||
      (found.index === best.found.index && pattern.weight > best.pattern.weight);
    if (isBetter) best = { pattern, found };
  }
  if (best === undefined) return undefined;
  const { pattern, found } = best;
  return { entry: pattern.entry, text: found[0], values: { ...found.groups } };
}

/** Whether two texts say the same: SES is not steady in its quotes, its blanks and its last dot. */
export function isSameText(one: string, other: string): boolean {
  return steady(one) === steady(other);
}

function steady(text: string): string {
  return text
    .replaceAll('"', "'")
    .replace(/\s+/g, ' ')
    .replace(/[ .]+$/, '');
}

function regExpOf(text: string): RegExp {
  const isCommon = !text.includes('{') && text.split(' ').length <= COMMON_WORDS;
  const end = text.endsWith(' .') ? '' : '\\.?';
  const body = text
    .replace(/(?<! )\.$/, '')
    .split(/(\{\w+\})/)
    .map(pieceOf)
    .join('');
  return new RegExp(`(?<!\\w)${body}${end}(?!\\w)${isCommon ? '(?! *\\w)' : ''}`);
}

function pieceOf(piece: string): string {
  const name = /^\{(\w+)\}$/.exec(piece)?.[1];
  if (name !== undefined) return `(?<${name}>${shapes[name] ?? '[^\\r\\n]*?'})`;
  return piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/ +/g, ' +');
}
