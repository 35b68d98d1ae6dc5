/** Octets sorted into kinds, and runs of one kind: how the faults of a body are walked to. */

/** The kind of each of the 256 octets. */
export type OctetKinds = Uint8Array;

/** A table in which every octet is of kind `otherwise`, but those of the rows. */
export function octetKinds(
  otherwise: number,
  rows: readonly (readonly [kind: number, octets: string])[],
): OctetKinds {
  const kinds = new Uint8Array(256).fill(otherwise);
  for (const [kind, octets] of rows) {
    for (const octet of Buffer.from(octets, 'latin1')) kinds[octet] = kind;
  }
  return kinds;
}

/** The offset behind the run of octets, of the kind of the one at `at`, that starts there. */
export function endOfRun(octets: Uint8Array, kinds: OctetKinds, at: number): number {
  const kind = kinds[octets[at]!];
  const end = octets.length;
  let next = at + 1;
  while (next < end && kinds[octets[next]!] === kind) next += 1;
  return next;
}
