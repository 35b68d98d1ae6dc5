/** The laws hold of committed messages, and each of them can fall. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Entity } from '../../lib/reader/entity.ts';
import { read } from '../../lib/reader/read.ts';
import { fixture, fixtures } from './fixture.ts';
import * as laws from './tree-laws.ts';

const test = suite('support/tree-laws');

for (const [name, octets] of [...fixtures('base'), ...fixtures('foreign')]) {
  test(`${name} keeps to the laws`, () => {
    assert.is(laws.judge(octets).broken?.error.message, undefined);
  });
}

const octets = fixture('base/related.eml');
const root = read(octets);

/** The tree of a message with some members changed. */
function changed(members: Partial<Record<keyof Entity, unknown>>): Entity {
  return new Proxy(root, {
    get(target, name) {
      if (Object.hasOwn(members, name)) return Reflect.get(members, name);
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

const boom = (): never => {
  throw new Error('boom');
};
const { fields, parts, delimiters, headerSection, body } = root;
const broken: readonly (readonly [law: laws.TreeLaw, tree: Entity, reason: RegExp])[] = [
  [laws.membersTotal, changed({ octets: boom }), /^octets throws Error: boom$/],
  [laws.spansInside, changed({ span: { start: 0, end: 9 } }), /equal/],
  [laws.spansInside, changed({ body: { start: 9, end: 8 } }), /^body is 9 to 8 of/],
  [laws.textsWellFormed, changed({ contentId: 'a\ud800' }), /^contentId is "a\\ud800"$/],
  [laws.partsNest, changed({ headerSection: body }), /^sections of ""/],
  [laws.partsNest, changed({ fields: fields.toReversed() }), /^fields of ""/],
  [laws.partsNest, changed({ parts: parts.toReversed() }), /^parts of ""/],
  [laws.partsNest, changed({ delimiters: [headerSection] }), /^delimiters of ""/],
  [laws.piecesAdjoin, changed({ delimiters: delimiters.slice(1) }), /^delimiter of "" is not at/],
  [laws.piecesAdjoin, changed({ delimiters: delimiters.slice(0, -1) }), /^"" ends behind/],
  [laws.straysNoted, changed({ fields: fields.slice(1) }), /neither field nor defect/],
  [laws.decodedCounted, changed({ decodedOctets: 0 }), /^"" has \d+ octets and says 0$/],
  [laws.lineEndsAlike, changed({ contentId: 'a' }), /in CRLF form, .* in LF form$/],
];
for (const [law, tree, reason] of broken) {
  test(`${law.name} falls: ${reason.source}`, () => {
    assert.match(reasonOf(() => law(octets, tree)) ?? '', reason);
    assert.is(
      reasonOf(() => law(octets, root)),
      undefined,
    );
  });
}

/** What a law says where it falls; `assert.throws` lets no assertion pass. */
function reasonOf(law: () => void): string | undefined {
  try {
    law();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

test('a verdict names the first law that fell', () => {
  const verdict = laws.judge(octets, { holds: () => {}, first: boom, second: boom });
  assert.is(verdict.broken?.law, 'first');
  assert.is(laws.judge(octets, {}).root?.span.end, octets.length);
});

test.run();
