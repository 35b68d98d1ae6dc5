/** The runner catches what uvu lets pass: runs over the bad suites in `samples/`, each in a process of its own. */

import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

interface Run {
  readonly status: number;
  readonly output: string;
}

interface BadRun {
  readonly fault: string;
  readonly ran: Promise<Run>;
  readonly lastLine: string;
  readonly reports: readonly RegExp[];
}

const test = suite('run/specs');
const runner = resolve(import.meta.dirname, 'specs.ts');

/** What must end a run badly: its samples, its last line, and the report of each fault in it. */
const badRuns: readonly BadRun[] = [
  {
    fault: 'a hook or a test throws, whatever it throws',
    ran: run(
      'before-throws after-each-throws throws-string throws-null throws-cause compares property-fails',
    ),
    lastLine: '1 passed, 7 failed',
    reports: [
      /before-throws › before\n +Error: from the hook/,
      /after-each-throws › after each: passes\n +Error: from the hook/,
      /throws-string › throws\n +threw what is not an Error: 'from the test'/,
      /throws-null › throws\n +threw what is not an Error: null/,
      /throws-cause › throws\n +Error: the effect\n[\s\S]*\n +caused by TypeError: the cause/,
      /compares › compares\n.*strictly equal:\n[\s\S]*--2 +\(Actual\)/,
      /property-fails › law[\s\S]*seed: 77,[\s\S]*Got Assertion: 10 is not small/,
    ],
  },
  {
    fault: 'a file throws, or its suites are not what they seem',
    ran: run('import-throws run-forgotten empty only-left good good-again'),
    lastLine: '4 passed, 5 failed',
    reports: [
      /import-throws\.ts\n +Error: from the file/,
      /run-forgotten\.ts\n.*no suite is queued/,
      /empty\.ts › empty\n.*a suite without tests/,
      /only-left\.ts › only-left\n.*only: 1 tests run, 1 do not/,
      /good-again\.ts › good\n.*another suite has this name/,
    ],
  },
  {
    fault: 'a promise is not awaited, or never settles and nothing is alive',
    ran: run('not-awaited never-settles'),
    lastLine: '1 passed, 2 failed',
    reports: [/not awaited, while not-awaited › passes ran/, /› waits\n.*never settles/],
  },
  {
    fault: 'a promise never settles and a server is open',
    ran: run('never-settles-with-server', { MIMEWRIGHT_LIMIT_MS: '2000' }),
    lastLine: '1 passed, 2 failed',
    reports: [/› waits\n.*not settled after 2000 ms/, /left open: .*TCPServerWrap/],
  },
  {
    fault: 'a server is left open',
    ran: run('left-open', { MIMEWRIGHT_LIMIT_MS: '2000' }),
    lastLine: '1 passed, 1 failed',
    reports: [/left open: .*TCPServerWrap/],
  },
  {
    fault: 'a promise rejects when all tests have passed',
    ran: run('rejects-late'),
    lastLine: '1 passed, 1 failed',
    reports: [/not awaited, while closing ran\n.*from the promise/],
  },
  {
    fault: 'run() is called too late',
    ran: run('run-late'),
    lastLine: '1 passed, 1 failed',
    reports: [/uvu has queued 2 suites, of which 1 were read/],
  },
  {
    fault: 'a test ends the process',
    ran: run('exits'),
    lastLine: '0 passed, 1 failed',
    reports: [/exits › exits\n.*the process ended while this ran/],
  },
  {
    fault: 'no file matches',
    ran: run('no-such-file'),
    lastLine: '0 passed, 1 failed',
    reports: [/no spec file matches/],
  },
  {
    fault: 'CI meets a skipped test',
    ran: run('skipped', { CI: 'true' }),
    lastLine: '1 passed, 1 failed',
    reports: [/skipped\.ts › skipped\n.*skip: 1 tests do not run/],
  },
];

const goodRun = run('good');
const notRun = run('skipped says-not-run');
const alone = node(resolve(import.meta.dirname, 'samples/good.ts'));

for (const { fault, ran, lastLine, reports } of badRuns) {
  test(`the run fails when ${fault}`, async () => {
    const { status, output } = await ran;
    assert.is(lastLineOf(output), lastLine, output);
    for (const report of reports) assert.match(output, report);
    assert.is(status, 1);
    assert.not.match(output, /\x1b/, 'no colours into a pipe');
  });
}

test('a run of good suites passes', async () => {
  const { status, output } = await goodRun;
  assert.is(status, 0, output);
  assert.is(lastLineOf(output), '2 passed, 0 failed');
});

test('the seed is the one asked for, and is printed', async () => {
  assert.match((await goodRun).output, /^seed 77$/m);
});

test('what did not run is said before the last line', async () => {
  const { status, output } = await notRun;
  assert.is(status, 0, output);
  assert.match(
    output,
    /\nnot run: skipped: 1 skipped\nnot run: no python3 here\n2 passed, 0 failed\n$/,
  );
});

test('a spec file runs alone', async () => {
  const { status, output } = await alone;
  assert.is(status, 0, output);
  assert.match(output, /Passed: +2/);
});

test.run();

/** Runs the runner on samples, by name, in a process of its own. */
function run(samples: string, env: NodeJS.ProcessEnv = {}): Promise<Run> {
  const files = samples
    .split(' ')
    .map((name) => resolve(import.meta.dirname, `samples/${name}.ts`));
  return node(runner, files, {
    CI: '',
    FORCE_COLOR: '1',
    NO_COLOR: undefined,
    MIMEWRIGHT_SEED: '77',
    ...env,
  });
}

function node(
  file: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<Run> {
  const options = { cwd: resolve(runner, '../../..'), env: { ...process.env, ...env } };
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', file, ...args],
      options,
      (_error, stdout, stderr) => done({ status: child.exitCode ?? -1, output: stderr + stdout }),
    );
  });
}

function lastLineOf(output: string): string | undefined {
  return output.trimEnd().split('\n').at(-1);
}
