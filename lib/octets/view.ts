/** Any Uint8Array seen as a Buffer, whose searches and moves are native. */

/** The same octets as a Buffer, without a copy. */
export function asBuffer(octets: Uint8Array): Buffer {
  if (Buffer.isBuffer(octets)) return octets;
  return Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength);
}

/** True when the memory of the octets was given away: then they look empty. */
export function isDetached({ length, buffer }: Uint8Array): boolean {
  if (length > 0) return false;
  try {
    // The one question that tells on every Node: nothing can be laid over detached memory.
    new Uint8Array(buffer);
    return false;
  } catch {
    return true;
  }
}
