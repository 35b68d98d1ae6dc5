/** The arguments of the mutation tests. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { run } from '../../support/program.ts';
import { mutantsArguments } from './arguments.ts';

const test = suite('run/mutants/arguments');

test('with nothing said: five minutes for each room of the encoder core', () => {
  assert.equal(mutantsArguments([]), {
    rooms: ['octets', 'transfer', 'header', 'encoder', 'serializer'],
    files: [],
    minutes: 5,
    jobs: 1,
    seed: 1,
  });
});

test('rooms and files may be several', () => {
  const said = '--room reader --room dkim --file a --file b --minutes 0.5 --jobs 2 --seed 7';
  assert.equal(mutantsArguments(said.split(' ')), {
    rooms: ['reader', 'dkim'],
    files: ['a', 'b'],
    minutes: 0.5,
    jobs: 2,
    seed: 7,
  });
});

test('what is no number, or unknown, is refused', () => {
  for (const arg of ['--minutes=-1', '--jobs=0', '--jobs=1.5', '--seed=x', '--x', 'octets']) {
    assert.throws(() => mutantsArguments([arg]), /is no number|--x|argument/, arg);
  }
});

test('bad usage ends with status 2, and says what is good', async () => {
  const mutants = ['--import', 'tsx', 'spec/run/mutants.ts'];
  const { status, stdout, stderr } = await run(process.execPath, [...mutants, '--jobs', '0']);
  assert.is(status, 2);
  assert.is(stdout, '');
  assert.match(stderr, /--jobs is no number it can be: "0"\nnpm run mutants -- /);
});

test.run();
