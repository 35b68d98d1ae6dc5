/** Reading a message: RFC 5322, RFC 2045, RFC 2046; whatever the octets are. */

import { octetsArgument } from '../arguments.ts';
import type { Entity } from './entity.ts';
import { TreeReading } from './tree-reading.ts';

/**
 * Reads octets into a tree of entities with places, values and defects.
 *
 * Total: whatever the octets, it never throws, takes linear time, and bounds depth (100 levels),
 * parts (100,000), fields (500,000), parsed octets of a field (4 MiB) and defects (1,000 of each
 * code); what lies beyond a bound is noted as a defect. Nothing is decoded, copied or parsed before somebody asks for it, so the
 * octets must not change as long as the tree is in use.
 *
 * Line ends may be CRLF, LF or CR. A boundary delimiter is a line that holds the boundary exactly;
 * that of an enclosing multipart also ends what is open within.
 *
 * @throws {MimewrightError} `value-type` or `value-missing` when the argument is no Uint8Array; for no
 * other reason. Fields and texts are strings, which hold 512 MiB: what is larger throws when asked for.
 * @see RFC 5322 §2, RFC 2045 §5 to §7, RFC 2046 §5
 * @example
 * const message = read(octets);
 * message.field('Subject')?.text; // 'Your receipt ☕'
 * message.parts.map((part) => part.mediaType.essence); // ['text/plain', 'application/pdf']
 */
export function read(octets: Uint8Array): Entity {
  return new TreeReading(octetsArgument('octets', octets)).read();
}
