/** Making a find small, so that a person sees what is at fault. */

/** How long one find is worked at. */
const SECONDS_MAX = 20;

/**
 * The octets with as much taken out as can be, while what is left is still bad.
 *
 * Takes out halves, then quarters, down to single octets, until nothing more can go or time is up.
 */
export function minimise(octets: Buffer, isBad: (octets: Buffer) => boolean): Buffer {
  const deadline = performance.now() + SECONDS_MAX * 1000;
  let least = octets;
  for (let size = Math.ceil(least.length / 2); size >= 1; size = Math.floor(size / 2)) {
    let before: number;
    do {
      before = least.length;
      least = withoutChunks(least, size, (rest) => performance.now() < deadline && isBad(rest));
    } while (least.length < before);
  }
  return least;
}

/** One pass from the end to the start, since what stands behind hangs on what stands before. */
function withoutChunks(octets: Buffer, size: number, isBad: (rest: Buffer) => boolean): Buffer {
  let least = octets;
  for (let end = least.length; end > 0; end -= size) {
    const head = least.subarray(0, Math.max(0, end - size));
    const rest = Buffer.concat([head, least.subarray(end)]);
    if (isBad(rest)) least = rest;
  }
  return least;
}
