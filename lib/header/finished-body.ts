/** Finished field bodies, cut where they may be folded: RFC 5322 §2.2.3, §3.2.1, §3.2.4. */

import { ENCODED_LINE_OCTETS, FIELD_LINE_OCTETS } from '../transfer/line-limits.ts';

/** As writers of dates lay it out: RFC 5322 §3.3. */
const DATE_TIME = /(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? [+-]\d{4}/;
/** A backslash makes the blank behind it text, so a fold there would change it: RFC 5322 §3.2.1. */
const QUOTED_PAIR = /\\.[ \t]*/;
const BLANKS = /[ \t]+/;

/** No longer than a line. */
const QUOTED_STRING = /"(?:[^"\\]|\\.){0,76}"/;
/** RFC 5321 §4.5.3.1.1 */
const QUOTED_LOCAL_PART = /"(?:[^"\\]|\\.){0,64}"(?=@)/;

/**
 * Characters beyond which a body is not cut: no field is that long, and a regular expression may run
 * out of its stack on it.
 */
const BODY_CHARACTERS_MAX = 1_048_576;

const EASY: RegExp = oneOf([QUOTED_STRING, QUOTED_PAIR, DATE_TIME, BLANKS]);
const HARD: RegExp = oneOf([QUOTED_LOCAL_PART, QUOTED_PAIR, DATE_TIME, BLANKS]);

/**
 * Cuts a body before its blanks, so that unfolding gives it back.
 *
 * Whatever grammar the body has, no addr-spec, encoded-word, msg-id, URI, date or quoted pair is cut,
 * and no quoted string that fits on a line: old readers keep the fold within the value.
 *
 * @param body Not empty, no blank at either end.
 * @returns Pieces for `foldField`; the first starts with the blank behind the colon.
 */
export function finishedPieces(body: string): readonly string[] {
  if (body.length > BODY_CHARACTERS_MAX) return [` ${body}`];
  const limit = body.includes('=?') ? ENCODED_LINE_OCTETS : FIELD_LINE_OCTETS;
  return cutBeforeBlanks(` ${body}`, EASY).flatMap((piece) =>
    piece.length <= limit ? [piece] : cutBeforeBlanks(piece, HARD),
  );
}

function cutBeforeBlanks(text: string, tokens: RegExp): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (index === 0 || !/^[ \t]/.test(token)) continue;
    pieces.push(text.slice(start, index));
    start = index;
  }
  pieces.push(text.slice(start));
  return pieces;
}

function oneOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'), 'g');
}
