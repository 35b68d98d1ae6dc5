/** What hides the header section of a foreign message: lines before its first field. */

import { CR, LF } from '../../octets/ascii.ts';
import type { DefectCode } from '../../reader/defect.ts';
import { read } from '../../reader/read.ts';
import { type Deed, deedOf } from './edit.ts';

/** Codes and what is left out; the rules have the same names. */
const LEADING: ReadonlyMap<DefectCode, string> = new Map([
  ['bom-at-start', 'the byte order mark'],
  ['mbox-from-line', 'the separator line of a mailbox file'],
  ['leading-blank-line', 'the empty line'],
  ['leading-continuation', 'the line that starts with a blank'],
]);

/** One of each kind, in any order. */
const ROUNDS_MAX = 4;

/**
 * Where the header section starts, and what is told of that which stands before it.
 *
 * An empty first line stays where no From field comes behind it: what follows is then text.
 */
export function headerStart(octets: Buffer): {
  readonly start: number;
  readonly deeds: readonly Deed[];
} {
  const deeds: Deed[] = [];
  let start = 0;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const root = read(octets.subarray(start));
    const before = root.defects.filter(({ code }) => LEADING.has(code));
    const last = before.at(-1);
    if (last === undefined) break;
    const end = behindLineEnds(octets, start + last.end, last.code);
    const isText = last.code === 'leading-blank-line' && !startsWithFields(octets.subarray(end));
    for (const defect of isText ? before.slice(0, -1) : before) {
      const at = { start: start + defect.start, end: start + defect.end, part: root.path };
      const message = `${LEADING.get(defect.code)} before the header fields is left out`;
      deeds.push(deedOf(`rfc5322/${defect.code}`, message, at));
    }
    start = isText ? start + last.start : end;
    if (isText) break;
  }
  return { start, deeds };
}

function behindLineEnds(octets: Buffer, at: number, code: DefectCode): number {
  let end = at;
  if (code !== 'leading-blank-line') return end;
  while (octets[end] === CR || octets[end] === LF) end += 1;
  return end;
}

function startsWithFields(octets: Buffer): boolean {
  return read(octets).field('From') !== undefined;
}
