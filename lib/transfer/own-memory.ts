/** Octets for callers: a plain Uint8Array that shares its memory with nothing of ours. */

/** The same octets with memory of their own; copied only where the memory holds more than them. */
export function inOwnMemory(octets: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, length } = octets;
  const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === length;
  return isWhole ? new Uint8Array(buffer) : new Uint8Array(octets);
}
