/** Address literals of domains: RFC 5321 §4.1.3. */

import { isIPv4, isIPv6 } from 'node:net';

const IPV6 = /^IPv6:([0-9a-f:.]+)$/i;

/** Where `::` stands, it stands for two groups at least. */
const GROUPS_BESIDE_GAP_MAX = 6;

/** Whether what stands between square brackets is an IPv4 address, or an IPv6 one with its tag. */
export function isAddressLiteral(content: string): boolean {
  const [, address] = IPV6.exec(content) ?? [];
  if (address === undefined) return isIPv4(content);
  return isIPv6(address) && (!address.includes('::') || !isOverfull(address));
}

/** An IPv4 tail takes the room of two groups. */
function isOverfull(address: string): boolean {
  const groups = address.split(':').filter((group) => group !== '').length;
  return groups + (address.includes('.') ? 1 : 0) > GROUPS_BESIDE_GAP_MAX;
}
