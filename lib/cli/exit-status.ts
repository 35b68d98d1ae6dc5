/** Exit statuses, as linters have them. */

/** No errors in any message. */
export const CLEAN = 0;
/** Errors in some message. */
export const FINDINGS = 1;
/** The command line says nothing that could be done. */
export const BAD_USAGE = 2;
/** An input could not be read, or the program is at fault. */
export const FAILURE = 3;
/** Somebody pressed Ctrl-C. */
export const INTERRUPTED = 130;
