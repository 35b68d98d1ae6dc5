/** One finding as a result of SARIF 2.1.0: its place as text and as octets, its fix. */

import type { Position } from '../octets/position.ts';
import type { Finding } from '../preflight/report.ts';
import type { Severity } from '../preflight/severity.ts';
import { characterPlaces } from './character-places.ts';
import { filePath, fullText, placeName } from './finding-words.ts';
import { fingerprints } from './fingerprints.ts';
import type { NamedReport } from './named-report.ts';

/** Where a name stands in a list of the log. */
export type Index = ReadonlyMap<string, number>;

interface Indices {
  readonly ids: Index;
  readonly artifacts: Index;
}

export const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** The results of one message, in the order of its findings. */
export function resultsOf(
  { name, report, octets }: NamedReport,
  { ids, artifacts }: Indices,
): readonly object[] {
  const names = fingerprints(name, report.findings);
  const uri = uriOf(name);
  const artifactLocation = { uri, index: artifacts.get(uri) };
  const places = octets && characterPlaces(octets, report.findings.flatMap(offsetsOf));
  return report.findings.map((finding, at) => ({
    ruleId: finding.rule,
    ruleIndex: ids.get(finding.rule),
    level: LEVELS[finding.severity],
    message: { text: messageString(fullText(finding)) },
    locations: [
      {
        physicalLocation: { artifactLocation, ...regionOf(finding, places) },
        ...optionOf(finding),
      },
    ],
    partialFingerprints: { 'mimewright/v1': names[at] },
    ...fixesOf(finding, artifactLocation),
  }));
}

/**
 * Text as a message string: braces are doubled, for single ones hold a place (§3.11.5), and what
 * would be an embedded link comes apart (§3.11.6).
 */
export function messageString(text: string): string {
  return text.replace(/[{}]/g, '$&$&').replaceAll('](', '] (');
}

/** A relative path as a URI; what is no path character is escaped. */
export function uriOf(name: string): string {
  const segments = filePath(name).split('/');
  return segments.map((segment) => encodeURIComponent(segment.toWellFormed())).join('/');
}

function offsetsOf({ at }: Finding): readonly number[] {
  return at.in === 'message' ? [at.start, at.end] : [];
}

/** A finding about an option has no place in the file. */
function regionOf({ at }: Finding, places: ReadonlyMap<number, Position> | undefined): object {
  if (at.in === 'option') return {};
  const { start, end, line } = at;
  const text = textRegion(places?.get(start), places?.get(end), start === end);
  const octets = { byteOffset: start, byteLength: end - start };
  return { region: { ...(text ?? { startLine: line }), ...octets } };
}

/** Octets within a character are the whole of it; a region without any is a point. */
function textRegion(
  start: Position | undefined,
  end: Position | undefined,
  isPoint: boolean,
): object | undefined {
  if (start === undefined || end === undefined) return undefined;
  const isWithin = !isPoint && start.line === end.line && start.column === end.column;
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column + (isWithin ? 1 : 0),
  };
}

function optionOf({ at }: Finding): object {
  if (at.in === 'message') return {};
  return { logicalLocations: [{ name: placeName(at), kind: 'parameter' }] };
}

function fixesOf({ fix }: Finding, artifactLocation: object): object {
  if (fix === undefined || fix.edits.length === 0) return {};
  const replacements = fix.edits.map(({ start, end, replacement }) => ({
    deletedRegion: { byteOffset: start, byteLength: end - start },
    insertedContent: { text: replacement },
  }));
  const artifactChanges = [{ artifactLocation, replacements }];
  return { fixes: [{ description: { text: messageString(fix.description) }, artifactChanges }] };
}
