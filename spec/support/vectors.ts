/** Vectors: field bodies and bodies, and what the standards make of each; `fixtures/vectors/`. */

import type { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fixture } from './fixture.ts';

/** One row; each subject adds what is to come out. */
export interface Vector {
  /** One character for each octet, as on the wire, folds included. */
  readonly input: string;
  /** What decides: an RFC and its section. */
  readonly source: string;
  readonly note?: string;
}

/** The vectors of a subject, in the order of its file. */
export function vectors<Row extends Vector>(subject: string): readonly Row[] {
  const lines = fixture(`vectors/${subject}.jsonl`).toString().trimEnd().split('\n');
  return lines.map((line): Row => JSON.parse(line));
}

/** A test for each vector of a subject, named for its line, what decides it, and its input. */
export function testVectors<Row extends Vector>(
  test: ReturnType<typeof suite>,
  subject: string,
  check: (row: Row) => void,
): void {
  for (const [index, row] of vectors<Row>(subject).entries()) {
    const input = JSON.stringify(row.input).slice(0, 80);
    test(`${subject} ${index + 1}, ${row.source}: ${input}`, () => check(row));
  }
}

/** A field body without its folds: RFC 5322 §2.2.3. */
export function unfolded({ input }: Vector): string {
  return input.replace(/\r\n(?=[ \t])/g, '');
}

/** Holds that a sound input leaves no defect, and an unsound one at least those that are due. */
export function assertNoticed(
  defects: readonly { readonly code: string }[],
  due: readonly string[],
): void {
  const found = defects.map(({ code }) => code);
  if (due.length === 0) assert.equal(found, []);
  for (const code of due) assert.ok(found.includes(code), `${code} is due, found: ${found.join()}`);
}
