/** The lines in which two messages differ, as a unified diff for people. */

/** Lines without a change that are shown beside one. */
const CONTEXT_LINES = 3;

/** A stretch of lines of the one message, and what stands for it in the other; ends are exclusive. */
interface Change {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/**
 * Says line by line what changes; the empty string where nothing does.
 *
 * It is for reading, not for `patch`: line ends other than CRLF are named, `[LF]`, and octets that
 * are no text are escapes.
 */
export function unifiedDiff(name: string, before: Uint8Array, after: Uint8Array): string {
  const oldLines = linesOf(before);
  const newLines = linesOf(after);
  const hunks = hunksOf(changesOf(oldLines, newLines), oldLines.length);
  if (hunks.length === 0) return '';
  const texts = hunks.map((changes) => hunkText(changes, oldLines, newLines));
  return `--- ${printable(name)}\n+++ ${printable(name)} (mended)\n${texts.join('')}`;
}

/** One character for each octet, line ends included. */
function linesOf(octets: Uint8Array): readonly string[] {
  return (
    Buffer.from(octets)
      .toString('latin1')
      .match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []
  );
}

/**
 * Lines that each message has once, and in the same order, stay where they are; between two such,
 * what is alike at the start and at the end does. Linear but for the sorting.
 */
function changesOf(oldLines: readonly string[], newLines: readonly string[]): readonly Change[] {
  const changes: Change[] = [];
  let oldAt = 0;
  let newAt = 0;
  const end = { oldAt: oldLines.length, newAt: newLines.length };
  for (const anchor of [...anchorsOf(oldLines, newLines), end]) {
    let oldEnd = anchor.oldAt;
    let newEnd = anchor.newAt;
    while (oldAt < oldEnd && newAt < newEnd && oldLines[oldAt] === newLines[newAt]) {
      oldAt += 1;
      newAt += 1;
    }
    while (oldEnd > oldAt && newEnd > newAt && oldLines[oldEnd - 1] === newLines[newEnd - 1]) {
      oldEnd -= 1;
      newEnd -= 1;
    }
    if (oldEnd > oldAt || newEnd > newAt) {
      changes.push({ oldStart: oldAt, oldEnd, newStart: newAt, newEnd });
    }
    oldAt = anchor.oldAt;
    newAt = anchor.newAt;
  }
  return changes;
}

interface Anchor {
  readonly oldAt: number;
  readonly newAt: number;
}

/** The longest run of lines that are unique in both and ascend in both. */
function anchorsOf(oldLines: readonly string[], newLines: readonly string[]): readonly Anchor[] {
  const oldPlaces = uniquePlaces(oldLines);
  const newPlaces = uniquePlaces(newLines);
  const ends: Link[] = [];
  for (const [line, oldAt] of oldPlaces) {
    const newAt = newPlaces.get(line);
    if (newAt === undefined) continue;
    const at = firstNotBelow(ends, newAt);
    ends[at] = { oldAt, newAt, before: ends[at - 1] };
  }
  const anchors: Anchor[] = [];
  for (let link = ends.at(-1); link !== undefined; link = link.before) anchors.push(link);
  return anchors.reverse();
}

interface Link extends Anchor {
  readonly before: Link | undefined;
}

function firstNotBelow(ends: readonly Link[], newAt: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle]?.newAt ?? 0) < newAt) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Lines that occur once, in order, with their places. */
function uniquePlaces(lines: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [at, line] of lines.entries()) {
    if (places.has(line)) repeated.add(line);
    else places.set(line, at);
  }
  for (const line of repeated) places.delete(line);
  return places;
}

/** Changes whose contexts touch stand in one hunk. */
function hunksOf(changes: readonly Change[], oldCount: number): readonly (readonly Change[])[] {
  const hunks: Change[][] = [];
  let shownTo = -1;
  for (const change of changes) {
    const hunk = hunks.at(-1);
    if (hunk !== undefined && change.oldStart - CONTEXT_LINES <= shownTo) hunk.push(change);
    else hunks.push([change]);
    shownTo = Math.min(oldCount, change.oldEnd + CONTEXT_LINES);
  }
  return hunks;
}

function hunkText(
  changes: readonly Change[],
  oldLines: readonly string[],
  newLines: readonly string[],
): string {
  const [first] = changes;
  const last = changes.at(-1);
  if (first === undefined || last === undefined) return '';
  const before = Math.min(CONTEXT_LINES, first.oldStart);
  const behind = Math.min(CONTEXT_LINES, oldLines.length - last.oldEnd);
  const start = first.oldStart - before;
  const shown: string[] = [];
  const show = (mark: string, lines: readonly string[]): void => {
    for (const line of lines) shown.push(`${mark}${shownLine(line)}\n`);
  };
  let at = start;
  for (const { oldStart, oldEnd, newStart, newEnd } of changes) {
    show(' ', oldLines.slice(at, oldStart));
    show('-', oldLines.slice(oldStart, oldEnd));
    show('+', newLines.slice(newStart, newEnd));
    at = oldEnd;
  }
  show(' ', oldLines.slice(at, at + behind));
  const oldRange = rangeText(start, last.oldEnd + behind);
  const newRange = rangeText(first.newStart - before, last.newEnd + behind);
  return `@@ -${oldRange} +${newRange} @@\n${shown.join('')}`;
}

function rangeText(start: number, end: number): string {
  return `${end === start ? start : start + 1},${end - start}`;
}

function shownLine(line: string): string {
  const [lineEnd = ''] = /[\r\n]*$/.exec(line) ?? [];
  const octets = Buffer.from(line.slice(0, line.length - lineEnd.length), 'latin1');
  return printable(textOf(octets)) + (LINE_END_NAMES[lineEnd] ?? '');
}

const LINE_END_NAMES: Readonly<Record<string, string>> = {
  '': ' [no line end]',
  '\r': ' [CR]',
  '\n': ' [LF]',
};

function textOf(octets: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets);
  } catch {
    return octets.toString('latin1');
  }
}

function printable(text: string): string {
  return text.replace(/[^\P{C}\t]|[\u2028\u2029]/gu, (character) =>
    Array.from(character, escaped).join(''),
  );
}

function escaped(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}
