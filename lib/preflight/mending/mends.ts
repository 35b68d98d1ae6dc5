/** Regions as findings tell of them: plain edits, made when first asked for. */

import { asBuffer } from '../../octets/view.ts';
import type { Finding, Mend } from '../report.ts';
import type { Edit, Region } from './edit.ts';

/** Beyond it, a report that says the same edits with each of their findings would not be read. */
const SHARED_OCTETS_MAX = 65_536;

/** The edits of one report. */
export class Mends {
  readonly #owners = new Map<Region, Finding>();
  readonly #made = new Map<Region, Mend>();

  /** A finding with what mends it, which costs nothing before somebody looks at it. */
  added(finding: Finding, region: Region | undefined): Finding {
    if (region === undefined) return finding;
    if (!this.#owners.has(region)) this.#owners.set(region, finding);
    const mendOf = (): Mend => this.#mendOf(region, finding);
    return Object.defineProperty(finding, 'fix', { enumerable: true, get: mendOf });
  }

  #mendOf(region: Region, finding: Finding): Mend {
    const whole = this.#made.get(region) ?? mendOf(region);
    this.#made.set(region, whole);
    const isOwner = this.#owners.get(region) === finding;
    if (isOwner || sizeOctets(region.edits) <= SHARED_OCTETS_MAX) return whole;
    return Object.freeze({ description: whole.description, edits: Object.freeze([]) });
  }
}

function mendOf({ description, edits }: Region): Mend {
  const plain = edits.map(({ start, end, replacement }) =>
    Object.freeze({ start, end, replacement: asBuffer(replacement).toString('latin1') }),
  );
  return Object.freeze({ description, edits: Object.freeze(plain) });
}

function sizeOctets(edits: readonly Edit[]): number {
  return edits.reduce((sum, { replacement }) => sum + replacement.length, 0);
}
