/** The readers that are compared: each gets the octets and gives all that it gives. */

import { simpleParser } from 'mailparser';
import { type Entity, preflight, read } from 'mimewright';
import PostalMime from 'postal-mime';

export interface Reader {
  readonly name: string;
  readonly read: (octets: Uint8Array) => unknown;
}

/** The first makes a tree and decodes nothing yet; the second what the peers do. */
export const readers: readonly Reader[] = [
  { name: 'mimewright', read },
  { name: 'all decoded', read: (octets) => decodeAll(read(octets)) },
  { name: 'preflight', read: (octets) => preflight(octets) },
  { name: 'postal-mime', read: (octets) => PostalMime.parse(octets) },
  { name: 'mailparser', read: (octets) => simpleParser(Buffer.from(octets)) },
];

/** Every field, file name, text and octet; returns how much that was. */
function decodeAll(entity: Entity): number {
  let characters = entity.filename?.length ?? 0;
  for (const { text, addresses } of entity.fields) characters += text.length + addresses.length;
  for (const part of entity.parts) characters += decodeAll(part);
  if (entity.parts.length > 0) return characters;
  return characters + (entity.text ?? entity.octets()).length;
}
