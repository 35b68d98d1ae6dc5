/** Columns in characters, beside what Node decodes. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { positionFinder } from '../../lib/octets/position.ts';
import { characterPlaces } from '../../lib/report/character-places.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('report/character-places');

function places(octets: Uint8Array, ...offsets: readonly number[]): readonly string[] {
  const found = characterPlaces(octets, offsets);
  return offsets.map((offset) => `${found.get(offset)?.line}:${found.get(offset)?.column}`);
}

test('a column counts characters, and within one it is that of the character', () => {
  const octets = Buffer.from('é日😀x\r\ny');
  assert.equal(places(octets, 0, 1, 2, 3, 5, 8, 9, 10), [
    ...['1:1', '1:1', '1:2', '1:2', '1:3', '1:3', '1:4', '1:5'],
  ]);
  assert.equal(places(octets, 13, 12, 13, 0), ['2:2', '2:1', '2:2', '1:1']);
  assert.equal(places(octets), []);
});

test('what is no UTF-8 counts as it is replaced, and no line end is part of a character', () => {
  assert.equal(places(Buffer.from([0xe9, 0x78, 0xa3, 0xa3, 0x78]), 1, 2, 3, 4, 5), [
    ...['1:2', '1:3', '1:4', '1:5', '1:6'],
  ]);
  assert.equal(places(Buffer.from([0xe2, 0x82, 0x0a, 0x82]), 2, 3), ['1:2', '2:1']);
  for (const [lead, second] of [
    [0xe0, 0x9f],
    [0xed, 0xa0],
    [0xf0, 0x8f],
    [0xf4, 0x90],
  ] as const) {
    assert.equal(places(Buffer.from([lead, second, 0x80]), 3), ['1:4']);
  }
});

/** Octets that are often nearly UTF-8. */
const octets: fc.Arbitrary<Uint8Array> = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }).map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 3 }),
      fc.constantFrom('é', '日', '😀', '\r\n', '\r', '\n', 'x').map((text) => Buffer.from(text)),
      fc.constantFrom(0xc1, 0xe0, 0xe2, 0xed, 0xf0, 0xf4, 0xf5, 0x9f, 0xa0).map((one) => [one]),
    ),
  )
  .map((pieces) => Uint8Array.from(pieces.flatMap((piece) => [...piece])));

test('law: lines are those of octets, and a column is one more than the characters before it', () => {
  fc.assert(
    fc.property(octets, fc.array(fc.nat(60)), (octets, raw) => {
      const offsets = raw.map((offset) => Math.min(offset, octets.length));
      const found = characterPlaces(octets, offsets);
      const positionOf = positionFinder(octets);
      for (const offset of offsets) {
        const { line, column } = positionOf(offset);
        const text = Buffer.from(octets.subarray(offset - column + 1));
        let start = 0;
        let characters = 1;
        for (const character of text.toString()) {
          const width =
            character === '\ufffd' ? replaced(text, start) : Buffer.byteLength(character);
          if (start + width > column - 1) break;
          start += width;
          characters += 1;
        }
        assert.equal(found.get(offset), { line, column: characters });
      }
    }),
  );
});

/** Octets that the decoder replaces by one character: as many as still are one when cut off. */
function replaced(text: Buffer, start: number): number {
  const isOne = (octets: number) => text.toString('utf8', start, start + octets) === '\ufffd';
  return [3, 2, 1].find((octets) => start + octets <= text.length && isOne(octets)) ?? 1;
}

test('many places in one long line are one pass', () => {
  const octets = Buffer.alloc(4_000_000, 'é');
  const offsets = Array.from({ length: 100_000 }, (_, at) => at * 40);
  assertLinear('characterPlaces', () => characterPlaces(octets, offsets));
});

test.run();
