/** What is wrong with an encoded body or its charset: data, never an exception: RFC 2045 §6, RFC 2046 §4.1.2. */

import type { Span } from '../octets/span.ts';

/** Every fault of an encoded body, and of text in its charset. */
export const transferDefectCodes = [
  '7bit-violation',
  'base64-alphabet',
  'base64-blank-line',
  'base64-line-length',
  'base64-noncanonical',
  'base64-padding',
  'base64-url-alphabet',
  'charset-invalid-bytes',
  'charset-mislabelled',
  'charset-unknown',
  'charset-us-ascii-8bit',
  'nul',
  'qp-bad-escape',
  'qp-dangling-soft-break',
  'qp-line-length',
  'qp-lowercase-hex',
  'qp-raw-8bit',
  'qp-trailing-whitespace',
] as const;

export type TransferDefectCode = (typeof transferDefectCodes)[number];

/** A fault, and the octets at fault; an empty span where something is absent. */
export interface TransferDefect extends Span {
  readonly code: TransferDefectCode;
  /** What exactly, in a few words, where the code leaves it open. */
  readonly detail?: string;
}

/** Defects of one code that are kept of one body. */
export const TRANSFER_DEFECTS_MAX = 1000;

/** The defects of one body: bounded for each code, and those that touch are one. */
export class TransferDefects {
  readonly #found = new Map<TransferDefectCode, Growing[]>();

  /** Takes one; of one code, later ones lie further on. */
  note(code: TransferDefectCode, { start, end }: Span, detail?: string): void {
    const sameCode = this.#found.get(code) ?? [];
    if (sameCode.length === 0) this.#found.set(code, sameCode);
    const last = sameCode.at(-1);
    if (last?.end === start && last.detail === detail) last.end = end;
    else if (sameCode.length < TRANSFER_DEFECTS_MAX)
      sameCode.push(detail === undefined ? { code, start, end } : { code, start, end, detail });
  }

  /** True when no more of the code are kept. */
  isFull(code: TransferDefectCode): boolean {
    return this.#found.get(code)?.length === TRANSFER_DEFECTS_MAX;
  }

  /** By start, of one start the longest first. */
  inOrder(): readonly TransferDefect[] {
    return [...this.#found.values()].flat().sort((a, b) => a.start - b.start || b.end - a.end);
  }
}

type Growing = TransferDefect & { end: number };
