/** Threads judge as this one does; one that breaks down is an error and no endless wait. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Judging, judged } from '../../lib/cli/judge.ts';
import { judgesInThreads } from '../../lib/cli/judge-threads.ts';
import { fixtures } from '../support/fixture.ts';

const judging: Judging = { options: { profile: 'ses-v2' }, keys: [], hasFixes: true };
const messages = fixtures('foreign').map(([, octets]) => octets);

function program(code: string): URL {
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

/** The worker of the sources: Node 20 does not hand the loader of this process on to threads. */
const worker = program(
  `(await import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))})).register();
  await import(${JSON.stringify(new URL('../../lib/cli/judge-worker.ts', import.meta.url).href)});`,
);

const test = suite('cli/judge-threads');

test('verdicts are those of this thread, each for who asked', async () => {
  const judges = judgesInThreads(2, judging, worker);
  try {
    const reports = await Promise.all(messages.map((octets) => judges.judge(octets)));
    for (const [at, octets] of messages.entries()) {
      const expected = JSON.stringify(judged(octets, judging));
      assert.is(JSON.stringify(reports[at]), expected);
    }
  } finally {
    await judges.end();
  }
});

test('the octets of the caller stay, and of a part only the part is handed over', async () => {
  const judges = judgesInThreads(1, judging, worker);
  const box = Buffer.from('rubbishFrom: a@b.example\r\n\r\nx\r\n');
  const { sizeOctets } = await judges.judge(box.subarray(7));
  await judges.end();
  assert.is(sizeOctets, box.length - 7);
  assert.is(box.toString('latin1', 0, 7), 'rubbish');
});

const crashes: readonly (readonly [code: string, said: RegExp])[] = [
  ["throw new Error('out of luck')", /out of luck/],
  ['process.exit(7)', /a thread ended: 7/],
  [
    "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { throw new Error('not this one') })",
    /not this one/,
  ],
];
for (const [code, said] of crashes) {
  test(`who waits is told of a breakdown: ${code.slice(-30)}`, async () => {
    const judges = judgesInThreads(2, judging, program(code));
    const asked = messages.slice(0, 5).map((octets) => judges.judge(octets));
    for (const { status, ...rest } of await Promise.allSettled(asked)) {
      assert.is(status, 'rejected');
      assert.match('reason' in rest ? String(rest.reason) : '', said);
    }
    const [late] = await Promise.allSettled([judges.judge(messages[0] ?? Buffer.of())]);
    assert.is(late?.status, 'rejected');
    await judges.end();
  });
}

test.run();
