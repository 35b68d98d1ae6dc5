/** Finding what holds an octet among things that stand in the order of their octets. */

import type { Span } from '../octets/span.ts';

/** The first one that ends behind the offset, if the offset is in it; there may be a hundred thousand. */
export function inOrderAt<T>(
  inOrder: readonly T[],
  offset: number,
  spanOf: (one: T) => Span,
): T | undefined {
  let low = 0;
  let high = inOrder.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const one = inOrder[middle];
    if (one === undefined || spanOf(one).end > offset) high = middle;
    else low = middle + 1;
  }
  const found = inOrder[low];
  return found !== undefined && spanOf(found).start <= offset ? found : undefined;
}
