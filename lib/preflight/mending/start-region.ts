/** What stands before the first field of a message, taken out: RFC 5322 §2.1, §2.2. */

import { CR, LF } from '../../octets/ascii.ts';
import type { Span } from '../../octets/span.ts';
import type { Edit, Region } from './edit.ts';

/** A field name and its colon. */
const FIELD = /^[A-Za-z][A-Za-z0-9-]*:/;
const NAME_OCTETS = 78;

export class StartRegion implements Region {
  readonly description = 'take out what stands before the first header field';
  readonly edits: readonly Edit[];
  /** Whether what follows is a header section. */
  readonly isBeforeField: boolean;

  /** @param span Of a byte order mark, of a separator line, or of the first of some empty lines. */
  constructor(message: Buffer, { start, end }: Span) {
    let last = end;
    if (isLineEnd(message[start])) while (isLineEnd(message[last])) last += 1;
    this.isBeforeField = FIELD.test(message.toString('latin1', last, last + NAME_OCTETS));
    this.edits = [{ start, end: last, replacement: new Uint8Array(0) }];
  }
}

function isLineEnd(octet: number | undefined): boolean {
  return octet === CR || octet === LF;
}
