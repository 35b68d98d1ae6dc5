/** Writing a DKIM-Signature field: RFC 6376 §3.5, folded within RFC 5322 §2.1.1. */

import { foldField } from '../header/folding.ts';

/** Characters of a piece that is not folded: with the blank before it, it has room in a line. */
const PIECE_CHARACTERS = 72;

const NAME = 'DKIM-Signature';

/** Tags in the order they are written. */
export type WrittenTags = readonly (readonly [name: string, value: string])[];

/**
 * The field with its last line end; lines of at most 78 octets wherever a value can be folded.
 *
 * @param tags Those before `h=`, in order.
 * @param names Of `h=`; folded between colons.
 * @param b Base64; the first line of it is of the same length whatever the key.
 */
export function formatSignature(
  tags: WrittenTags,
  { names, bodyHash, b }: { names: readonly string[]; bodyHash: string; b: string },
): string {
  return foldField(NAME, [
    ...tags.map(([name, value]) => ` ${name}=${value};`),
    ...namePieces(names),
    ` bh=${bodyHash};`,
    ...cut(`b=${b}`).map((piece) => ` ${piece}`),
  ]);
}

/** As many names to a piece as have room. */
function namePieces(names: readonly string[]): readonly string[] {
  const pieces: string[] = [];
  let piece = 'h=';
  names.forEach((name, index) => {
    const written = index === names.length - 1 ? `${name};` : `${name}:`;
    if (piece.length + written.length > PIECE_CHARACTERS) {
      pieces.push(` ${piece}`);
      piece = '';
    }
    piece += written;
  });
  return [...pieces, ` ${piece}`];
}

function cut(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += PIECE_CHARACTERS) {
    pieces.push(text.slice(at, at + PIECE_CHARACTERS));
  }
  return pieces;
}
