/** Messages are judged several at once, and reported in the order of their files. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Judges } from '../../lib/cli/judge.ts';
import { type Found, judgeAll, type Round } from '../../lib/cli/judge-all.ts';
import { Progress } from '../../lib/cli/progress.ts';
import { preflight } from '../../lib/index.ts';
import { stageOf } from '../support/command-line.ts';

const bad = 'From: Doe, Ann <a@b.example>\r\n\r\n';
const files = { a: `${bad}a`, b: '', c: `${bad}c`, 'd.jsonl': 'x\n"From: a@b.example"\n' };

async function found(
  judge: Judges['judge'],
  more: Partial<Round> = {},
): Promise<Found & { err: string; ended: number }> {
  const { io, said } = stageOf({ files });
  let ended = 0;
  const judges: Judges = {
    judge,
    end: async () => {
      ended += 1;
    },
  };
  const round: Round = {
    inputs: { stdinName: '-', mayBeNone: false },
    judges,
    underWayMax: 3,
    progress: new Progress(io, false),
    keeps: 'excerpts',
    ...more,
  };
  const all = await judgeAll([...Object.keys(files), 'none'], round, io);
  return { ...all, err: said().err, ended };
}

const test = suite('cli/judge-all');

test('reports come in the order of files, whichever is judged first', async () => {
  const waiting: (() => void)[] = [];
  const judge: Judges['judge'] = async (octets) => {
    // The first of three waits until the others have been judged.
    if (waiting.length === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else if (waiting.length < 3) waiting.push(() => undefined);
    if (waiting.length === 3) waiting[0]?.();
    return preflight(octets);
  };
  const { reports, hasFailed, err, ended } = await found(judge);
  assert.equal(
    reports.map(({ name }) => name),
    ['a', 'b', 'c', 'd.jsonl#2'],
  );
  assert.is(hasFailed, true);
  assert.is(
    err,
    'mimewright: d.jsonl#1: the line is no JSON\nmimewright: none: no such file or directory\n',
  );
  assert.is(ended, 1);
});

test('no more are under way at once than is said', async () => {
  let now = 0;
  let most = 0;
  await found(
    async (octets) => {
      now += 1;
      most = Math.max(most, now);
      await new Promise(setImmediate);
      now -= 1;
      return preflight(octets);
    },
    { underWayMax: 2 },
  );
  assert.is(most, 2);
});

test('octets are kept where they are shown, and of messages with findings alone', async () => {
  const judge: Judges['judge'] = async (octets) => ({ ...preflight(octets), findings: [] });
  for (const { octets } of (await found(judge)).reports) assert.is(octets, undefined);
  const full = await found(async (octets) => preflight(octets), { keeps: 'messages' });
  assert.is(Buffer.from(full.reports[0]?.octets ?? []).toString(), files.a);
  const none = await found(async (octets) => preflight(octets), { keeps: 'nothing' });
  for (const { octets } of none.reports) assert.is(octets, undefined);
});

test('a judge that breaks down is an error with the name of the message', async () => {
  try {
    await found(async () => {
      throw new Error('out of luck');
    });
    assert.unreachable();
  } catch (error) {
    assert.is(error instanceof Error && error.message, 'a: out of luck');
  }
});

test.run();
