/** Mutants on trial in a copy of the project. */

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { root } from '../../support/program.ts';
import { Tree } from './tree.ts';
import { Court } from './trial.ts';

const test = suite('run/mutants/trial');

const path = 'lib/octets/view.ts';
const specs = ['spec/octets/view.spec.ts'];
const text = readFileSync(resolve(root, path), 'utf8');

test('what a spec sees is killed, what none sees survives, and the project stays as it is', async () => {
  const court = new Court(1);
  try {
    const throwing = text.replace(/\breturn [^;]+;/, "throw new Error('broken');");
    assert.is.not(throwing, text);
    assert.is(await court.try({ path, text, mutated: throwing, waves: [specs] }), 'killed');
    assert.is(await court.try({ path, text, mutated: `${text}\n`, waves: [specs] }), 'survived');
    assert.is(await court.try({ path, text, mutated: throwing, waves: [] }), 'survived');
  } finally {
    court.close();
  }
  assert.is(readFileSync(resolve(root, path), 'utf8'), text);
});

test('specs that take too long are stopped', async () => {
  const tree = new Tree();
  try {
    assert.is(await tree.run(specs, 1), 'stopped');
  } finally {
    tree.remove();
  }
});

test('specs that fail without a mutant prove nothing', async () => {
  const court = new Court(1);
  const waves = [['spec/none.spec.ts']];
  const thrown: unknown = await court.try({ path, text, mutated: text, waves }).catch(String);
  court.close();
  assert.match(String(thrown), /without a mutant failed: spec\/none\.spec\.ts/);
});

test.run();
