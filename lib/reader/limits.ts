/** How much of a message is made into objects; what lies beyond is noted as a defect. */

/** Entities within each other, the root included. */
export const MAX_DEPTH = 100;

/** Body parts and embedded messages of one message. */
export const MAX_PARTS = 100_000;

/** Header fields of one message, those of all its parts included. */
export const MAX_FIELDS = 500_000;

/** Defects of one code in one message. */
export const MAX_DEFECTS = 1000;
