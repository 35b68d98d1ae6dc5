/** Numbers from a seed. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Random } from './random.ts';

const test = suite('run/fuzz/random');

function numbersFrom(seed: number): readonly number[] {
  const random = new Random(seed);
  return Array.from({ length: 1000 }, () => random.below(10));
}

test('the same seed gives the same numbers, another seed others', () => {
  assert.equal(numbersFrom(7), numbersFrom(7));
  assert.not.equal(numbersFrom(7), numbersFrom(8));
});

test('all numbers below the limit are met, about equally often, and no other', () => {
  for (const seed of [0, 1, 2 ** 31, 2 ** 32 - 1]) {
    const counts = new Map<number, number>();
    for (const n of numbersFrom(seed)) counts.set(n, (counts.get(n) ?? 0) + 1);
    assert.equal(
      [...counts.keys()].sort((a, b) => a - b),
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    );
    for (const count of counts.values()) assert.ok(count > 50 && count < 150, `${count}`);
  }
});

test('lengths are from 1 to the limit, and mostly short', () => {
  const random = new Random(1);
  const lengths = Array.from({ length: 2000 }, () => random.length(1000));
  assert.ok(Math.min(...lengths) === 1 && Math.max(...lengths) > 500);
  assert.ok(Math.max(...lengths) <= 1000);
  assert.ok(lengths.filter((length) => length < 50).length > 1000);
});

test('nothing is picked from nothing', () => {
  assert.is(new Random(1).pick(['a']), 'a');
  assert.throws(() => new Random(1).pick([]), /nothing to pick from/);
});

test.run();
