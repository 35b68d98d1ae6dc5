/** The parts of a message as a small tree: one line each, with encoding, sizes and names. */

import type { PartSummary } from 'mimewright';

/**
 * Draws the parts of a report, in columns.
 *
 * @param parts In the order of the report: each multipart before its parts.
 * @returns Lines, each ended by LF.
 */
export function partTree(parts: readonly PartSummary[]): string {
  const columns = [
    leftAligned(parts.map((part) => `${branches(part, parts)}${part.type}`)),
    leftAligned(parts.map(({ encoding }) => encoding)),
    rightAligned(parts.map(({ octets }) => `${grouped(octets)} octets`)),
    rightAligned(parts.map(decoded)),
    parts.map(names),
  ];
  const line = (row: number): string => columns.map((column) => column[row]).join('  ');
  return parts.map((_, row) => `${line(row).trimEnd()}\n`).join('');
}

function decoded({ octets, decodedOctets }: PartSummary): string {
  return decodedOctets === octets ? '' : `${grouped(decodedOctets)} decoded`;
}

function names({ filename, cid }: PartSummary): string {
  const quoted = filename === undefined ? [] : [JSON.stringify(filename)];
  return [...quoted, ...(cid === undefined ? [] : [`cid:${cid}`])].join('  ');
}

/** What leads from the root to a part: one mark for the part, one for each level above it. */
function branches(part: PartSummary, parts: readonly PartSummary[]): string {
  const above = parts.filter(({ path }) => isUnder(part.path, path));
  const [, ...levels] = [...above, part];
  return levels
    .map((level) => {
      const isLast = !parts.some((other) => isLaterSibling(other.path, level.path));
      if (level === part) return isLast ? '└─ ' : '├─ ';
      return isLast ? '   ' : '│  ';
    })
    .join('');
}

function isUnder(path: string, above: string): boolean {
  return path !== above && (above === '' || path.startsWith(`${above}.`));
}

function isLaterSibling(other: string, path: string): boolean {
  const [before, number] = split(path);
  const [otherBefore, otherNumber] = split(other);
  return other !== '' && otherBefore === before && otherNumber > number;
}

/** `1.2` as `1` and 2. */
function split(path: string): readonly [before: string, number: number] {
  const dot = path.lastIndexOf('.');
  return [path.slice(0, Math.max(dot, 0)), Number(path.slice(dot + 1))];
}

function leftAligned(cells: readonly string[]): readonly string[] {
  return cells.map((cell) => cell.padEnd(widest(cells)));
}

function rightAligned(cells: readonly string[]): readonly string[] {
  return cells.map((cell) => cell.padStart(widest(cells)));
}

function widest(cells: readonly string[]): number {
  return Math.max(...cells.map((cell) => cell.length));
}

function grouped(octets: number): string {
  return octets.toLocaleString('en-US');
}
