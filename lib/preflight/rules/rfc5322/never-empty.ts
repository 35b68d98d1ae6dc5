/** Structured fields that say nothing when empty: RFC 5322 §3.6. */

/** Names in lower case; Bcc may be empty. */
export const NEVER_EMPTY: ReadonlySet<string> = new Set([
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'date',
  'message-id',
  'in-reply-to',
  'references',
  'return-path',
]);
