/** Progress: in a terminal alone, and only of what takes over two seconds. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Progress } from '../../lib/cli/progress.ts';
import { stageOf, type World } from '../support/command-line.ts';

/** What is said while so many messages are judged. */
function said(world: World, count: number, isShown = true): string {
  const { io, said: saidIn } = stageOf(world);
  const progress = new Progress(io, isShown);
  for (let step = 0; step < count; step += 1) progress.step();
  progress.end();
  return saidIn().err;
}

const test = suite('cli/progress');

test('a quick run shows nothing', () => {
  assert.is(said({ isTerminal: true, tick: 100 }, 19), '');
});

test('a long one shows how many, some times a second, and clears the line', () => {
  const shown = said({ isTerminal: true, tick: 100 }, 24);
  assert.equal(shown.split('\r').slice(1), [
    '20 messages, 10 a second ',
    '22 messages, 10 a second ',
    '24 messages, 10 a second ',
    '\u001b[K',
  ]);
});

test('nothing outside a terminal, nor where the terminal is for programs', () => {
  assert.is(said({ tick: 1000 }, 10), '');
  assert.is(said({ isTerminal: true, tick: 1000 }, 10, false), '');
});

test.run();
