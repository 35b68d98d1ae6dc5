/** The mutants of a room. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { root } from '../../support/program.ts';
import { Compiler } from './compiler.ts';
import { type RoomOptions, tryRoom } from './room.ts';
import type { Score } from './score.ts';
import { Court } from './trial.ts';

const test = suite('run/mutants/room');

const text = '/** Any. */\nexport const one: number = 1;\nexport const two: boolean = one > 2;\n';
const source = { path: 'lib/octets/ascii.ts', text };

/** What comes of a room with one file, which no spec reaches. */
async function scoreOf(change: Partial<RoomOptions>): Promise<Score & { survivors: number }> {
  const compiler = new Compiler(root, [source]);
  const court = new Court(0);
  let survivors = 0;
  const onSurvivor = (): void => {
    survivors += 1;
  };
  const fixed = { room: 'octets', files: [], minutes: 1, jobs: 1, seed: 1, texts: [source] };
  try {
    const score = await tryRoom({ ...fixed, compiler, court, onSurvivor, ...change });
    return { ...score, survivors };
  } finally {
    compiler.close();
    court.close();
  }
}

test('every mutant is tried while there is time', async () => {
  const court = new Court(1);
  const { mutants, outcomes, survivors } = await scoreOf({ court });
  court.close();
  assert.is(mutants, 3);
  assert.equal(outcomes, { killed: 0, 'timed out': 0, survived: 3 });
  assert.is(survivors, 3);
});

test('none is tried when time is up', async () => {
  const { mutants, outcomes } = await scoreOf({ minutes: -1 });
  assert.is(mutants, 3);
  assert.equal(outcomes, { killed: 0, 'timed out': 0, survived: 0 });
});

test('no such room, no such file, and a file that does not compile are refused', async () => {
  const broken = [{ ...source, text: 'export const one: number = "1";' }];
  const messages: string[] = [];
  for (const change of [{ room: 'attic' }, { files: ['attic'] }]) {
    await scoreOf(change).catch((error: unknown) => messages.push(String(error)));
  }
  await scoreOf({ texts: broken }).catch((error: unknown) => messages.push(String(error)));
  assert.match(
    messages.join('\n'),
    /^Error: attic: no such.*\nError: octets: no such.*\n.*compile/,
  );
});

test.run();
