/** The pieces of a message in the order of its octets: RFC 5322 §2.1, RFC 2046 §5.1.1. */

import type { Span } from '../../lib/octets/span.ts';
import type { Entity } from '../../lib/reader/entity.ts';

/** A stretch of an entity; the separator is the empty line, which may be missing. */
export interface Piece {
  readonly kind:
    | 'header-section'
    | 'separator'
    | 'body'
    | 'preamble'
    | 'delimiter'
    | 'part'
    | 'epilogue';
  readonly span: Span;
}

/** What one entity consists of, each part in one piece; in the order the tree gives, not sorted. */
export function piecesOf(entity: Entity): readonly Piece[] {
  const { headerSection, body } = entity;
  const content = contentPieces(entity);
  return [
    { kind: 'header-section', span: headerSection },
    { kind: 'separator', span: { start: headerSection.end, end: body.start } },
    ...(content.length > 0 ? content : [{ kind: 'body', span: body } as const]),
  ];
}

/** What a whole message consists of: each part stands as its own pieces. */
export function* allPiecesOf(entity: Entity): Generator<Piece> {
  let part = 0;
  for (const piece of piecesOf(entity)) {
    const inner = piece.kind === 'part' ? entity.parts[part++] : undefined;
    if (inner === undefined) yield piece;
    else yield* allPiecesOf(inner);
  }
}

/** Of a leaf, nothing. */
function contentPieces({ preamble, epilogue, delimiters, parts }: Entity): readonly Piece[] {
  const pieces: Piece[] = [];
  if (preamble !== undefined) pieces.push({ kind: 'preamble', span: preamble });
  for (let at = 0; at < Math.max(delimiters.length, parts.length); at += 1) {
    const delimiter = delimiters[at];
    const part = parts[at];
    if (delimiter !== undefined) pieces.push({ kind: 'delimiter', span: delimiter });
    if (part !== undefined) pieces.push({ kind: 'part', span: part.span });
  }
  if (epilogue !== undefined) pieces.push({ kind: 'epilogue', span: epilogue });
  return pieces;
}
