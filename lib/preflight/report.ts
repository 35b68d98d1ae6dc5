/** What preflight says of a message: plain data that survives JSON. */

import type { Evidence } from '../carrier/evidence.ts';
import type { PreflightOptions } from './options.ts';
import type { Severity } from './severity.ts';

/** Octets of the message, the end exclusive; of an absent thing, an empty span where it belongs. */
export interface MessagePlace {
  readonly in: 'message';
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
  /** In octets, from 1. */
  readonly column: number;
  /** Path of the part, as in `1.2`. */
  readonly part?: string;
  /** Name of the header field, as written. */
  readonly field?: string;
}

/**
 * Characters of an option's string; of a list, of the string at `index`. Of `tags`, `index` is that of
 * the tag, and the string is `name=value`; of `listManagement` it is `contactList; topic=topic`.
 */
export interface OptionPlace {
  readonly in: 'option';
  readonly option: keyof PreflightOptions;
  readonly index?: number;
  readonly start: number;
  readonly end: number;
}

/** What SES does about it. */
export interface SesAnswer {
  /** What SES was seen to say, or says by its grammar, word for word. */
  readonly text?: string;
  /** SES refuses the call. */
  readonly refuses: boolean;
  readonly evidence: Evidence;
}

/** Octets of the message, the end exclusive, and what takes their place; at an empty span, it is inserted. */
export interface MessageEdit {
  readonly start: number;
  readonly end: number;
  /** ASCII, one character an octet. */
  readonly replacement: string;
}

/**
 * What mends a fault without change of meaning, together with its neighbours: faults of one field or
 * of one body share their edits. The edits of all findings of a report, each of them once, are what
 * `fix` makes of it.
 */
export interface Mend {
  /** What is done, in a few words. */
  readonly description: string;
  /**
   * In the order of the octets, none overlapping another of the report. Where they take more than
   * 64 KiB, the first finding of them has them, the others have none.
   */
  readonly edits: readonly MessageEdit[];
}

/** One fault, at the octets at fault. */
export interface Finding {
  /** Id of the rule, `area/name`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, with the value quoted. */
  readonly message: string;
  /** What to do. */
  readonly remedy: string;
  readonly at: MessagePlace | OptionPlace;
  readonly ses?: SesAnswer;
  /** Of a rule that is fixable, where it can be mended; made when first asked for. */
  readonly fix?: Mend;
}

/** One entity of the message, multiparts included. */
export interface PartSummary {
  /** `1.2`; empty for a multipart that is the whole message. */
  readonly path: string;
  /** `type/subtype`. */
  readonly type: string;
  /** As declared; `7bit` if nothing is. */
  readonly encoding: string;
  /** Of the body as it is written. */
  readonly octets: number;
  /** Of the body with its transfer encoding undone. */
  readonly decodedOctets: number;
  readonly filename?: string;
  readonly cid?: string;
}

/**
 * Whether one API takes a message of its size, in both readings of that.
 *
 * SES counts the octets of the message, files in base64 included, and not the base64 of the request
 * around it (documented). The other reading is for those whose gateway counts the request.
 *
 * @see https://docs.aws.amazon.com/ses/latest/dg/quotas.html
 */
export interface SizeReadings {
  /** 10,485,760 by v1 (observed); 41,943,040 by v2: 40 MB are documented, that they are MiB is inferred. */
  readonly limitOctets: number;
  /** The octets of the message are within the limit: what counts. */
  readonly fits: boolean;
  /** So is the base64 of the message in the request. */
  readonly fitsAsRequest: boolean;
}

/** Frozen. */
export interface Report {
  /** The carrier would refuse the call. */
  readonly refused: boolean;
  /** No finding is an error. */
  readonly ok: boolean;
  /** In the order of their octets; those about options after those about the message. */
  readonly findings: readonly Finding[];
  /** Those of severity error. */
  readonly errors: readonly Finding[];
  /** How many more findings there are by rule, beyond the hundred of one rule that are listed. */
  readonly omitted: Readonly<Record<string, number>>;
  readonly sizeOctets: number;
  readonly sizeLimitOctets: number;
  /** The message as base64, as it stands in a request. */
  readonly requestOctets: number;
  /** By each API, whatever the profile. */
  readonly sizes: Readonly<Record<'ses-v1' | 'ses-v2', SizeReadings>>;
  /** Who would get it; a mailbox named twice counts twice. */
  readonly recipientCount: number;
  readonly recipientLimit: number;
  /** In the order of the message, each multipart before its parts. */
  readonly parts: readonly PartSummary[];
}
