/** How sure we are of what is said about the carrier. */

/**
 * `documented`: the carrier says so itself. `observed`: an answer of the carrier, or a message that
 * it delivered, is quoted in a public report. `inferred`: it follows from the grammar that the
 * carrier's answers match, or from an RFC, and nobody was seen quoting it.
 */
export type Evidence = 'documented' | 'observed' | 'inferred';
