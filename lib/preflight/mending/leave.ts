/** What the caller of `fix` allows. */

import type { Kept } from './removal.ts';

/** What may be done beyond what keeps the meaning. */
export interface Leave {
  /** Which of several once-only fields that differ stays; neither goes if left out. */
  readonly kept?: Kept;
  /** What a Message-ID that is missing gets for its right side; none is written if left out. */
  readonly domain?: string;
  /** DKIM signatures of the message go where anything else is mended. */
  readonly dropsSignature?: boolean;
}
