/** The arguments of the fuzzer. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { run } from '../../support/program.ts';
import { type FuzzArguments, fuzzArguments } from './arguments.ts';

const test = suite('run/fuzz/arguments');

test('minutes, seconds and runs say how long; a minute, if nothing does', () => {
  const ever = Number.POSITIVE_INFINITY;
  const cases: readonly (readonly [args: string, FuzzArguments])[] = [
    ['', { seconds: 60, runs: ever, seed: undefined }],
    ['--minutes 30', { seconds: 1800, runs: ever, seed: undefined }],
    ['--seconds 0.5 --seed 7', { seconds: 0.5, runs: ever, seed: 7 }],
    ['--runs 9', { seconds: undefined, runs: 9, seed: undefined }],
    ['--runs=9 --seconds=2', { seconds: 2, runs: 9, seed: undefined }],
  ];
  for (const [args, expected] of cases) {
    assert.equal(fuzzArguments(args.split(' ').filter(Boolean)), expected, args);
  }
});

test('what is no number, or unknown, is refused', () => {
  for (const args of [
    ['--runs', 'x'],
    ['--runs', ''],
    ['--seconds=-1'],
    ['--runs'],
    ['1'],
    ['--x'],
  ]) {
    assert.throws(() => fuzzArguments(args), /--runs|--seconds|--x|argument/, String(args));
  }
});

test('bad usage ends with status 2, and says what is good', async () => {
  const fuzz = ['--import', 'tsx', 'spec/run/fuzz.ts'];
  const { status, stdout, stderr } = await run(process.execPath, [...fuzz, '--minutes', 'long']);
  assert.is(status, 2);
  assert.is(stdout, '');
  assert.match(stderr, /--minutes is no number: "long"\nnpm run fuzz -- /);
});

test.run();
