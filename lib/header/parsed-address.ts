/** Mailboxes and groups as they were read: RFC 5322 §3.4, RFC 6854. */

import type { Span } from '../octets/span.ts';

/** A mailbox, or what stands where one should. */
export interface ParsedMailbox {
  readonly kind: 'mailbox';
  /** Decoded and unquoted, with one blank where blanks or comments stood between words. */
  readonly name: string | undefined;
  /** Text of the last comment of the mailbox, decoded. Old mail has the name there. */
  readonly comment: string | undefined;
  /**
   * `local@domain` without comments and blanks; the local part has quotes where it needs them,
   * the domain is as written. The local part alone where the domain is missing; '' for `<>` and
   * for a name that no address follows.
   */
  readonly address: string;
  /** Unquoted. What is no addr-spec at all stands here as it was written, without a domain. */
  readonly localPart: string;
  /** Literals have their brackets; '' where it is missing. */
  readonly domain: string;
  /** Name and comments included; no blanks at either end. */
  readonly span: Span;
  /** The name as written. */
  readonly nameSpan: Span | undefined;
  /** Within the angle brackets, if there are any; empty where there is no address. */
  readonly addressSpan: Span;
}

/** A named list of mailboxes; it may be empty. */
export interface ParsedGroup {
  readonly kind: 'group';
  readonly name: string;
  readonly members: readonly ParsedMailbox[];
  /** From the name, or a comment before it, to the semicolon. */
  readonly span: Span;
  readonly nameSpan: Span;
}

export type ParsedAddress = ParsedMailbox | ParsedGroup;
