/** The encoded entity: 7-bit throughout, every size known, no octet of a body written yet. */

import type { TransferEncoding } from './transfer-encoding.ts';

declare const sevenBitLines: unique symbol;
declare const boundary: unique symbol;

/** ASCII lines of at most 998 characters, each ended by CRLF. Minted by `sevenBitLines` alone. */
export type SevenBitLines = string & { readonly [sevenBitLines]: true };

/** A boundary proven absent from what it encloses. Minted by `chooseBoundary` alone. */
export type Boundary = string & { readonly [boundary]: true };

/** A leaf and how its content is to be written. */
export interface EncodedLeaf {
  readonly kind: 'leaf';
  readonly header: SevenBitLines;
  readonly content: Uint8Array;
  readonly encoding: TransferEncoding;
  /** Quoted-printable keeps CRLF as line ends; otherwise it escapes each CR and LF. */
  readonly isText: boolean;
  /** Octets of the body when written. */
  readonly bodyOctets: number;
  /** The body as it is written, where an earlier build left it. */
  readonly written?: Uint8Array;
}

export interface EncodedMultipart {
  readonly kind: 'multipart';
  readonly header: SevenBitLines;
  readonly boundary: Boundary;
  readonly parts: readonly EncodedEntity[];
}

export type EncodedEntity = EncodedLeaf | EncodedMultipart;
