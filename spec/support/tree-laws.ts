/** What holds of the tree of any octets whatever, each law as a plain assertion. */

import * as assert from 'uvu/assert';
import type { Span } from '../../lib/octets/span.ts';
import { preflight } from '../../lib/preflight/run.ts';
import type { Entity } from '../../lib/reader/entity.ts';
import { read } from '../../lib/reader/read.ts';
import { assertLineEndsAlike } from './line-end-law.ts';
import { allPiecesOf, piecesOf } from './pieces.ts';
import { entitiesOf, reachedIn, wayTo } from './tree-walk.ts';

/** Throws where the tree breaks it. */
export type TreeLaw = (octets: Buffer, root: Entity) => void;

/** Which law octets break, and how. */
export interface BrokenLaw {
  readonly law: string;
  readonly error: Error;
}

/** The tree of octets that break no law, or what they break. */
export type Verdict =
  | { readonly root: Entity; readonly broken: undefined }
  | { readonly root: undefined; readonly broken: BrokenLaw };

/** No member of any entity or field throws, in itself or in what it gives. */
export function membersTotal(_octets: Buffer, root: Entity): void {
  reachedIn(root);
}

/** Every place lies within the octets, and starts before it ends. */
export function spansInside(octets: Buffer, root: Entity): void {
  assert.equal(root.span, { start: 0, end: octets.length });
  for (const reached of reachedIn(root)) {
    const { value, sizeOctets } = reached;
    if (typeof value === 'string' || !isSpan(value)) continue;
    if (isWithin(value, { start: 0, end: sizeOctets })) continue;
    assert.unreachable(`${wayTo(reached)} is ${written(value)} of ${sizeOctets} octets`);
  }
}

/** Every text is well-formed: no surrogate stands alone. */
export function textsWellFormed(_octets: Buffer, root: Entity): void {
  for (const reached of reachedIn(root)) {
    const { value } = reached;
    if (typeof value === 'string' && !value.isWellFormed()) {
      assert.unreachable(`${wayTo(reached)} is ${JSON.stringify(value)}`);
    }
  }
}

/** What is part of something lies within it, in order, without overlap. */
export function partsNest(_octets: Buffer, root: Entity): void {
  for (const { path, span, headerSection, body, fields, parts, delimiters } of entitiesOf(root)) {
    assertInOrder([headerSection, body], span, `sections of "${path}"`);
    assertInOrder(spansOf(fields), headerSection, `fields of "${path}"`);
    assertInOrder(spansOf(parts), body, `parts of "${path}"`);
    assertInOrder(delimiters, body, `delimiters of "${path}"`);
    for (const { name, nameSpan, bodySpan, span: whole } of fields) {
      assertInOrder([nameSpan, bodySpan], whole, `field "${name}" of "${path}"`);
    }
  }
}

/** The pieces of an entity stand side by side, and those of a message are the message. */
export function piecesAdjoin(octets: Buffer, root: Entity): void {
  for (const entity of entitiesOf(root)) {
    let at = entity.span.start;
    for (const { kind, span } of piecesOf(entity)) {
      if (span.start !== at) assert.unreachable(`${kind} of "${entity.path}" is not at ${at}`);
      at = span.end;
    }
    if (at !== entity.span.end) assert.unreachable(`"${entity.path}" ends behind its pieces`);
  }
  const slices = [...allPiecesOf(root)].map(({ span }) => octets.subarray(span.start, span.end));
  assert.ok(Buffer.concat(slices).equals(octets), 'the pieces are not the message');
}

/** In a header section, what is no field is noted as a defect, unless there are too many. */
export function straysNoted(octets: Buffer, root: Entity): void {
  const entities = [...entitiesOf(root)];
  const isBounded = entities.some(({ defects }) =>
    defects.some(({ code }) => code === 'too-many-defects' || code === 'too-many-fields'),
  );
  if (isBounded) return;
  for (const { path, headerSection, fields, defects } of entities) {
    const gap = firstGap([...spansOf(fields), ...defects], headerSection);
    if (gap === undefined) continue;
    const text = JSON.stringify(octets.toString('latin1', gap.start, gap.end));
    assert.unreachable(`${text} in "${path}" is neither field nor defect: ${written(gap)}`);
  }
}

/** The count of decoded octets is right; of base64 with foreign octets it is an estimate. */
export function decodedCounted(octets: Buffer, root: Entity): void {
  for (const entity of entitiesOf(root)) {
    const { path, body, transferEncoding, decodedOctets } = entity;
    const text = octets.toString('latin1', body.start, body.end);
    if (transferEncoding === 'base64' && /[^\sA-Za-z0-9+/=]/.test(text)) continue;
    const { length } = entity.octets();
    if (length !== decodedOctets) {
      assert.unreachable(`"${path}" has ${length} octets and says ${decodedOctets}`);
    }
  }
}

/** Preflight takes any octets, and its findings have their places among them. */
export function preflightTotal(octets: Buffer): void {
  for (const { rule, at } of preflight(octets).findings) {
    if (at.in === 'message' && !isWithin(at, { start: 0, end: octets.length })) {
      assert.unreachable(`${rule} is at ${written(at)} of ${octets.length} octets`);
    }
  }
}

/** A message in CRLF, LF and CR form is one tree, but for its places. */
export function lineEndsAlike(octets: Buffer, root: Entity): void {
  assertLineEndsAlike(octets, root);
}

/** All laws by the names that finds are kept under; the first one makes sure of the others' ground. */
export const treeLaws: Readonly<Record<string, TreeLaw>> = {
  'members-total': membersTotal,
  'spans-inside': spansInside,
  'texts-well-formed': textsWellFormed,
  'parts-nest': partsNest,
  'pieces-adjoin': piecesAdjoin,
  'strays-noted': straysNoted,
  'decoded-counted': decodedCounted,
  'preflight-total': preflightTotal,
  'line-ends-alike': lineEndsAlike,
};

/** The tree of some octets, and the first law it breaks; that of reading at all comes first. */
export function judge(octets: Buffer, laws: Readonly<Record<string, TreeLaw>> = treeLaws): Verdict {
  let law = 'read-total';
  try {
    const root = read(octets);
    for (const [name, holds] of Object.entries(laws)) {
      law = name;
      holds(octets, root);
    }
    return { root, broken: undefined };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    return { root: undefined, broken: { law, error } };
  }
}

function isSpan(value: object): value is Span {
  return 'start' in value && 'end' in value && typeof value.start === 'number';
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;
}

function spansOf(all: readonly { readonly span: Span }[]): readonly Span[] {
  return all.map(({ span }) => span);
}

function assertInOrder(spans: readonly Span[], { start, end }: Span, what: string): void {
  let at = start;
  for (const span of spans) {
    if (!isWithin(span, { start: at, end })) assert.unreachable(`${what}: ${written(span)}`);
    at = span.end;
  }
}

/** From the first octet of a span that none of the others covers, to its end. */
function firstGap(covering: readonly Span[], { start, end }: Span): Span | undefined {
  let at = start;
  for (const span of [...covering].sort((a, b) => a.start - b.start)) {
    if (span.start > at) break;
    at = Math.max(at, span.end);
  }
  return at < end ? { start: at, end } : undefined;
}

function written({ start, end }: Span): string {
  return `${start} to ${end}`;
}
