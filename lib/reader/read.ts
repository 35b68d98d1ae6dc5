/** Reading a message: RFC 5322, RFC 2045, RFC 2046; whatever the octets are. */

import { asBuffer } from '../octets/view.ts';
import type { Entity } from './entity.ts';
import { TreeReading } from './tree-reading.ts';

/**
 * Reads octets into a tree of entities with places, values and defects.
 *
 * Total: never throws, takes linear time, and bounds depth, parts, fields and defects; what lies
 * beyond a bound is noted as a defect. No body is decoded or copied before somebody asks for it;
 * so the octets must not change as long as the tree is in use.
 *
 * Line ends may be CRLF, LF or CR. A boundary delimiter is a line that holds the boundary exactly;
 * that of an enclosing multipart also ends what is open within.
 *
 * @see RFC 5322 §2, RFC 2045 §5 to §7, RFC 2046 §5
 * @example
 * read(octets).parts.map((part) => part.mediaType.essence); // ['text/plain', 'application/pdf']
 */
export function read(octets: Uint8Array): Entity {
  return new TreeReading(asBuffer(octets)).read();
}
