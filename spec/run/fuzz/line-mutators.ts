/** Mutators of whole lines and of line ends: RFC 5322 §2.1. */

import { anyPlace, type Mutator, replaced } from './mutator.ts';
import type { Random } from './random.ts';

const LINE_ENDS: readonly string[] = ['\r\n', '\n', '\r', '\r\r\n', '\n\r', ''];
const LINE_END = /\r\n|\r|\n/g;

/** The line around some place, with its line end. */
function anyLine(octets: Buffer, random: Random): { start: number; end: number } {
  const at = anyPlace(octets, random);
  const lf = octets.indexOf('\n', at);
  return {
    start: at === 0 ? 0 : octets.lastIndexOf('\n', at - 1) + 1,
    end: lf === -1 ? octets.length : lf + 1,
  };
}

const deleteLine: Mutator = (octets, { random }) => {
  const { start, end } = anyLine(octets, random);
  return replaced(octets, start, end, Buffer.alloc(0));
};

const duplicateLine: Mutator = (octets, { random }) => {
  const { start, end } = anyLine(octets, random);
  const times = random.onceIn(8) ? random.length(100) : 1;
  const line = octets.subarray(start, end);
  return replaced(octets, end, end, Buffer.concat(Array.from({ length: times }, () => line)));
};

const moveLine: Mutator = (octets, { random }) => {
  const { start, end } = anyLine(octets, random);
  const rest = replaced(octets, start, end, Buffer.alloc(0));
  const at = anyLine(rest, random).start;
  return replaced(rest, at, at, octets.subarray(start, end));
};

/** Puts one line in the place of another, and that in its place. */
const swapLines: Mutator = (octets, { random }) => {
  const [first, second] = [anyLine(octets, random), anyLine(octets, random)].sort(
    (a, b) => a.start - b.start,
  );
  if (first === undefined || second === undefined || first.start === second.start) return octets;
  const swapped = replaced(
    octets,
    second.start,
    second.end,
    octets.subarray(first.start, first.end),
  );
  return replaced(swapped, first.start, first.end, octets.subarray(second.start, second.end));
};

const takeForeignLine: Mutator = (octets, { random, other }) => {
  const foreign = other();
  const line = anyLine(foreign, random);
  const at = anyLine(octets, random).start;
  return replaced(octets, at, at, foreign.subarray(line.start, line.end));
};

/** One line end becomes another, or nothing. */
const changeLineEnd: Mutator = (octets, { random }) => {
  const { end } = anyLine(octets, random);
  const start = octets[end - 2] === 0x0d ? end - 2 : end - 1;
  if (start < 0) return octets;
  return replaced(octets, start, end, Buffer.from(random.pick(LINE_ENDS)));
};

/** All line ends become the same, or each one any. */
const changeLineEnds: Mutator = (octets, { random }) => {
  const same = random.onceIn(4) ? undefined : random.pick(LINE_ENDS.slice(0, 4));
  const text = octets.toString('latin1');
  return Buffer.from(
    text.replace(LINE_END, () => same ?? random.pick(LINE_ENDS)),
    'latin1',
  );
};

export const lineMutators: Readonly<Record<string, Mutator>> = {
  deleteLine,
  duplicateLine,
  moveLine,
  swapLines,
  takeForeignLine,
  changeLineEnd,
  changeLineEnds,
};
