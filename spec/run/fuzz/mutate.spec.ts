/** Every mutator takes any octets, and changes messages. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fixture } from '../../support/fixture.ts';
import { INPUT_OCTETS_MAX, mutate, mutators } from './mutate.ts';
import type { MutationSource } from './mutator.ts';
import { Random } from './random.ts';

const test = suite('run/fuzz/mutate');

const nested = fixture('base/nested.eml');
const list = fixture('base/list.eml');
const inputs = [
  '',
  'a',
  '\n',
  '\r\n\r\n',
  '\r',
  ...[nested, list].map((octets) => octets.toString()),
];

function source(seed: number): MutationSource {
  return { random: new Random(seed), other: () => list };
}

test('no mutator throws, or changes the octets it is given', () => {
  for (const [name, mutator] of Object.entries(mutators)) {
    for (const text of inputs) {
      const octets = Buffer.from(text);
      for (let seed = 1; seed <= 30; seed += 1) mutator(octets, source(seed));
      assert.is(octets.toString(), text, name);
    }
  }
});

test('each mutator mostly makes another message, and not always the same', () => {
  for (const [name, mutator] of Object.entries(mutators)) {
    const made = Array.from({ length: 100 }, (_, seed) => mutator(nested, source(seed + 1)));
    assert.ok(made.filter((octets) => !octets.equals(nested)).length > 50, name);
    assert.ok(new Set(made.map((octets) => octets.toString('latin1'))).size > 2, name);
  }
});

test('the same seed makes the same mutation, of bounded size', () => {
  const large = Buffer.alloc(INPUT_OCTETS_MAX, 'a\r\n');
  for (let seed = 1; seed <= 100; seed += 1) {
    const mutated = mutate(large, source(seed));
    assert.ok(mutated.length <= INPUT_OCTETS_MAX);
    assert.ok(mutated.equals(mutate(large, source(seed))));
  }
});

test.run();
