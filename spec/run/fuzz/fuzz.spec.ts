/** The loop: the same from a seed, bounded, and it finds what is planted. */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fixture } from '../../support/fixture.ts';
import { judge, type TreeLaw, type Verdict } from '../../support/tree-laws.ts';
import type { Find } from './finds.ts';
import { type FuzzProgress, fuzz } from './fuzz.ts';
import { seeds } from './seeds.ts';

const test = suite('run/fuzz/fuzz');

const folder = mkdtempSync(join(tmpdir(), 'mimewright-fuzz-'));
test.after(() => rmSync(folder, { recursive: true }));

const noDoubt: TreeLaw = () => {};

/** No message ever holds a NUL. */
const planted: TreeLaw = (octets) => assert.not.ok(octets.includes(0), 'a NUL');

function run(law: TreeLaw, seed: number, runs: number): { progress: FuzzProgress; seen: string } {
  const inputs: string[] = [];
  const judgeAndNote = (octets: Buffer): Verdict => {
    inputs.push(octets.toString('latin1'));
    return judge(octets, { law });
  };
  const { onFind, onProgress } = { onFind: (_: Find) => {}, onProgress: () => {} };
  const options = {
    seconds: undefined,
    runs,
    seed,
    folder,
    judge: judgeAndNote,
    onFind,
    onProgress,
  };
  const progress = fuzz({ ...options, seeds: [fixture('base/plain.eml')] });
  return { progress, seen: inputs.join('\0') };
}

test('the same seed and runs give the same inputs, another seed others', () => {
  const [one, again, other] = [1, 1, 2].map((seed) => run(noDoubt, seed, 100));
  assert.is(one?.seen, again?.seen);
  assert.is.not(one?.seen, other?.seen);
  assert.is(one?.progress.runs, 100);
  assert.ok((one?.progress.defectSets ?? 0) > 10);
  assert.ok((one?.progress.poolSize ?? 0) > 10);
});

test('what is planted is found, minimised and kept', () => {
  const { progress } = run(planted, 1, 300);
  assert.ok(progress.finds > 0);
  const kept = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  assert.ok(kept.length > 0);
  for (const name of kept) assert.is(readFileSync(join(folder, name), 'latin1'), '\0');
});

test('time is up also where runs are not', () => {
  const onNothing = (): void => {};
  const progress = fuzz({
    ...{ seconds: 0.2, runs: Number.POSITIVE_INFINITY, seed: 1, folder },
    ...{ judge: (octets) => judge(octets, {}), onFind: onNothing, onProgress: onNothing },
    seeds: [Buffer.from('a')],
  });
  assert.ok(progress.runs > 0 && progress.seconds >= 0.2);
});

test('seeds are the same octets each time', () => {
  const [one, again] = [seeds(), seeds()];
  assert.ok(one.length > 50);
  assert.equal(one, again);
});

test.run();
