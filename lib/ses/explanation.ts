/** What is told of a failed call: cause, octets, cure, and how certain that is. */

import type { Evidence } from '../carrier/evidence.ts';
import type { SesRetry } from '../carrier/ses-text.ts';
import type { Finding, MessagePlace, OptionPlace } from '../preflight/report.ts';

/**
 * `found`: the message or the request holds a fault that gives this very text. `likely`: it holds
 * what fits the text. `absent`: the text is known, and no such fault was found in them. `account`: the
 * text is not about the message. `unknown`: nobody was seen quoting it.
 */
export type Certainty = 'found' | 'likely' | 'absent' | 'account' | 'unknown';

/** Plain, frozen data that survives JSON. */
export interface Explanation {
  /** The text or the code is in the catalogue. */
  readonly known: boolean;
  /** The words of SES, or of a receiver, as far as they were recognised; else those of the error. */
  readonly text?: string;
  /** Of the API, as in `InvalidParameterValue`; else the reply code of SMTP. */
  readonly code?: string;
  /** What went wrong, with the line and column of the message where that is known. */
  readonly cause: string;
  /** What to do. */
  readonly remedy: string;
  readonly certainty: Certainty;
  /** Why it is as certain as that. */
  readonly because: string;
  /** How it is known that SES says this, and of what; absent where the text is unknown. */
  readonly evidence?: Evidence;
  /** The octets of the message, or characters of an option, that are at fault or that the text names. */
  readonly places: readonly (MessagePlace | OptionPlace)[];
  /** Those of preflight that give this text. */
  readonly findings: readonly Finding[];
  /** Other faults that SES refuses, where none was found that gives this text: one may be the cause. */
  readonly candidates: readonly Finding[];
  /** Whether the same call may succeed; absent where that is unknown. */
  readonly retry?: SesRetry;
  /** Pages and public reports. */
  readonly sources: readonly string[];
}
