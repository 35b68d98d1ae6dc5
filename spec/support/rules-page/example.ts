/** The example of a rule: the octets at fault, beside what the clean message has in their place. */

import type { Span } from '../../../lib/octets/span.ts';
import type { OptionPlace } from '../../../lib/preflight/report.ts';
import { editOf, lineStart, linesOf } from './edit.ts';
import { fenced, shortened } from './markdown.ts';
import type { Specimen } from './specimen.ts';
import { visibleLine } from './visible.ts';

/** How many lines of a range are shown, those at fault aside. */
const LINES_MOST = 4;
const FAULT_LINES_MOST = 2;

/** A fenced block: never empty, and as wide as a page. */
export function example(specimen: Specimen): string {
  const { finding, row } = specimen;
  if (finding.at.in === 'option') return fenced('text', optionLines(finding.at, row.options));
  return fenced('diff', messageLines(specimen, finding.at));
}

function optionLines(
  { option, index, start, end }: OptionPlace,
  options: Specimen['row']['options'],
): readonly string[] {
  const value = options?.[option];
  const text = String(Array.isArray(value) ? value[index ?? 0] : value);
  const name = index === undefined ? option : `${option}[${index}]`;
  const octets = Buffer.from(text);
  const fault = {
    start: Buffer.byteLength(text.slice(0, start)),
    end: Buffer.byteLength(text.slice(0, end)),
  };
  // Its quote is a line end of sorts: a place for the mark of what is absent at the end.
  const line = visibleLine(octets, { start: 0, end: octets.length + 1 }, fault);
  const indent = ' '.repeat(name.length + 3);
  return [`${name}: "${line.text}"`, ...(line.marks === undefined ? [] : [indent + line.marks])];
}

function messageLines({ base, message }: Specimen, fault: Span): readonly string[] {
  const { before, after } = editOf(base, message);
  const lines = faultLines(message, fault);
  const went = within(base, before).map((line) => (line === GAP ? '-…' : `-${shown(base, line)}`));
  const came = within(message, after, lines).flatMap((line) =>
    line === GAP ? ['+…'] : marked('+', message, line, lines.includes(line) ? fault : undefined),
  );
  const change = [...went, ...came];
  const [first = after] = lines;
  if (first.start >= after.start && first.start < after.end) return change;
  const lead = leadTo(message, first);
  const isLed = lead !== undefined && (lead.start >= after.end || lead.end <= after.start);
  const aside = [...(isLed ? [lead] : []), ...lines];
  const [top = first, bottom = first] = [aside[0], aside.at(-1)];
  const texts = aside.flatMap((line) => marked(' ', message, line, fault));
  if (change.length === 0) return texts;
  if (first.start < after.start) return [...texts, ...gap(bottom.end, after.start), ...change];
  return [...change, ...gap(after.end, top.start), ...texts];
}

/** The line before an empty one, for that says little by itself. */
function leadTo(message: Buffer, { start, end }: Span): Span | undefined {
  if (end - start > 2 || start === 0) return undefined;
  return { start: lineStart(message, start - 1), end: start };
}

function gap(end: number, start: number): readonly string[] {
  return end < start ? [' …'] : [];
}

const GAP = 'gap';

/** The first lines of a range and those at fault, with what lies between as gaps. */
function within(
  message: Buffer,
  range: Span,
  atFault: readonly Span[] = [],
): readonly (Span | typeof GAP)[] {
  const first: Span[] = [];
  for (const line of linesOf(message, range)) {
    if (first.length === LINES_MOST) break;
    first.push(atFault.find(({ start }) => start === line.start) ?? line);
  }
  const last = first.at(-1);
  if (last === undefined || last.end >= range.end) return first;
  const far = atFault.filter(({ start }) => start >= last.end && start < range.end);
  return far.length === 0 ? [...first, GAP] : [...first.slice(0, 2), GAP, ...far];
}

/** At most the first two lines of a fault. */
function faultLines(message: Buffer, { start, end }: Span): readonly Span[] {
  const lines: Span[] = [];
  const from = lineStart(message, start);
  for (const line of linesOf(message, { start: from, end: Math.max(end, from + 1) })) {
    if (lines.push(line) === FAULT_LINES_MOST) break;
  }
  return lines;
}

function marked(
  sign: string,
  message: Buffer,
  line: Span,
  fault: Span | undefined,
): readonly string[] {
  const { text, marks } = visibleLine(message, line, fault);
  return [sign + text, ...(marks === undefined ? [] : [` ${marks}`])];
}

function shown(message: Buffer, line: Span): string {
  return visibleLine(message, line).text;
}

/** What the case tells preflight beside the message; empty if nothing. */
export function circumstances({ row, finding }: Specimen): string {
  const { profile, options = {} } = row;
  const own = finding.at.in === 'option' ? finding.at.option : undefined;
  const others = Object.entries(options).filter(([name]) => name !== own);
  const given = others.map(([name, value]) => `${name}: ${shortened(JSON.stringify(value), 60)}`);
  return [...(profile === undefined ? [] : [`profile: "${profile}"`]), ...given].join(', ');
}
