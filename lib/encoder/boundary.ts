/** Boundaries, derived from the message and absent from its content: RFC 2046 §5.1.1. */

import type { Boundary, EncodedLeaf } from '../model/encoded.ts';
import { digest } from '../octets/digest.ts';
import { asBuffer } from '../octets/view.ts';

/** Neither base64 nor quoted-printable can hold this, so leaves in those need no search. */
const LEAD = '=_';

/** All boundaries of a message are equally long, so that none is a prefix of another. */
const BOUNDARY_CHARACTERS = 28;

const BOUNDARY_CHARACTERS_MAX = 70;

/** Candidates that are held against prefixes, too. */
const PREFIX_TRIES = 100;

const DELIMITER_LEAD = Buffer.from(`--${LEAD}`);

/** What follows `--` in content wherever a boundary of ours could be taken for it. */
export type LookAlikes = ReadonlySet<string>;

/** Collects look-alikes from the leaves whose octets stand in the message as they are. */
export function findLookAlikes(leaves: readonly EncodedLeaf[]): LookAlikes {
  const found = new Set<string>();
  for (const { encoding, content } of leaves) {
    if (encoding === '7bit') collectLookAlikes(asBuffer(content), found);
  }
  return found;
}

function collectLookAlikes(content: Buffer, found: Set<string>): void {
  let at = content.indexOf(DELIMITER_LEAD);
  while (at !== -1) {
    const start = at + '--'.length;
    const rest = content.toString('latin1', start, start + BOUNDARY_CHARACTERS_MAX + '--'.length);
    const line = /^[^\r\n]*/.exec(rest)?.[0].trimEnd() ?? '';
    found.add(line.slice(0, BOUNDARY_CHARACTERS));
    // A shorter boundary of a message within: readers that compare by prefix would take ours for it.
    found.add(line.replace(/--$/, ''));
    at = content.indexOf(DELIMITER_LEAD, at + 1);
  }
}

/**
 * Chooses the boundary of the multipart at a path: `=_`, the path, and a digest of the fingerprint.
 *
 * The counter in the digest is raised while the boundary, or a prefix of it, is among the
 * look-alikes. Hostile content can take every short prefix; after some tries the whole boundary
 * alone counts, and of those there are more than any content can hold.
 *
 * @param path Of the multipart, as in `1.2`; empty for the root.
 * @param fingerprint Text that tells messages apart.
 */
export function chooseBoundary(
  path: string,
  fingerprint: string,
  lookAlikes: LookAlikes,
): Boundary {
  const start = `${LEAD}${path === '' ? '0' : path}_`;
  for (let counter = 0; ; counter += 1) {
    const boundary = (start + digest(fingerprint, counter)).slice(0, BOUNDARY_CHARACTERS);
    const shortest = counter < PREFIX_TRIES ? start.length + 1 : boundary.length;
    if (!isTaken(boundary, shortest, lookAlikes)) return boundary as Boundary;
  }
}

/** Prefixes no longer than what all candidates share cannot be avoided; no message is that odd. */
function isTaken(boundary: string, shortest: number, lookAlikes: LookAlikes): boolean {
  for (let end = shortest; lookAlikes.size > 0 && end <= boundary.length; end += 1) {
    if (lookAlikes.has(boundary.slice(0, end))) return true;
  }
  return false;
}
