/** What is printed of the mutants of a room. */

import { type Edit, lineOfEdit } from './edit.ts';
import type { Outcome } from './trial.ts';

/** One edit of one file. */
export interface Mutant {
  readonly path: string;
  readonly text: string;
  readonly edit: Edit;
}

/** How many of a room's mutants ended how. */
export interface Score {
  readonly room: string;
  readonly mutants: number;
  readonly invalid: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
}

/** One line: counts, and the share of mutants tried that did not survive. */
export function lineOfScore({ room, mutants, invalid, outcomes }: Score): string {
  const { killed, survived, 'timed out': timedOut } = outcomes;
  const tried = killed + survived + timedOut;
  const share = tried === 0 ? '-' : `${((100 * (tried - survived)) / tried).toFixed(1)} %`;
  return (
    `${room.padEnd(12)} ${mutants} mutants, ${invalid} invalid, ${tried} tried: ` +
    `${killed} killed, ${timedOut} timed out, ${survived} survived  ${share}`
  );
}

/** Where a mutant stands, its line as it is, and its line as it would be. */
export function linesOfMutant({ path, text, edit }: Mutant): string {
  const { line, before, after } = lineOfEdit(text, edit);
  return `${path}:${line} ${edit.slip}\n  - ${before}\n  + ${after}`;
}
