/** How much of a message is made into objects; what lies beyond is noted as a defect. */

/** Entities within each other, the root included. */
export const MAX_DEPTH = 100;

/** Body parts and embedded messages of one message. */
export const MAX_PARTS = 100_000;

/** Header fields of one message, those of all its parts included. */
export const MAX_FIELDS = 500_000;

/** Octets of one field body that are parsed: 100,000 mailboxes of 40 octets, and no more. */
export const MAX_PARSED_OCTETS = 4_194_304;

/** A longer name is none: no line may hold it, RFC 5322 §2.1.1. */
export const MAX_NAME_OCTETS = 998;

/** Defects of one code in one message. */
export const MAX_DEFECTS = 1000;
