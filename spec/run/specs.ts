/** Runs the specs: `npm run specs [part of a path | file]…`; the last line is `N passed, N failed`. */

// uvu forgives too much. Each of these fails the run, and `specs.spec.ts` shows that it does:
//
//   no file matches; a file throws; no `run()`; no tests; one name twice     here
//   `only`; `skip` under CI; a server or timer that is left open             here
//   a hook throws; a string or null is thrown; a promise never settles       runner.ts
//   a promise nobody awaits; process.exit() in a spec; no test at all        tally.ts
//   a `run()` in a callback, too late for its import                         uvu-queue.ts
//
// Environment: MIMEWRIGHT_SEED (of the properties), MIMEWRIGHT_LIMIT_MS (for one test or hook), CI.

import { readdirSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import fc from 'fast-check';
import { notRun } from '../support/not-run.ts';
import { attempt, runSuite } from './runner.ts';
import { Tally } from './tally.ts';
import { assertAllRead, importSuites, type Suite } from './uvu-queue.ts';

process.env.NO_COLOR = '1'; // for uvu's comparisons: a log is plain, even where colours are forced

const root = resolve(import.meta.dirname, '../..');
const isCi = !['', 'false', undefined].includes(process.env.CI);
const limitMs = Number(process.env.MIMEWRIGHT_LIMIT_MS ?? 120_000);
// CI tells whether a change broke something: there the same tree gives the same result.
const freshSeed = process.env.CI ? 1 : Math.floor(Math.random() * 2 ** 31);
const seed = Number(process.env.MIMEWRIGHT_SEED ?? freshSeed);

const tally = new Tally();
tally.watch();
fc.configureGlobal({ seed, includeErrorInReport: true });

const names = new Set<string>();
const files = specFiles(process.argv.slice(2));
if (files.length === 0) tally.fail('specs', new Error('no spec file matches'));
for (const file of files) await runFile(file);
await attempt('the queue', tally, limitMs, async () => assertAllRead());
console.log(`seed ${seed}`);
close();

/** All spec files in a stable order; with parts, those whose path holds one, and files named outright. */
function specFiles(parts: readonly string[]): readonly string[] {
  const all = readdirSync(resolve(root, 'spec'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.spec.ts'))
    .map((path) => resolve(root, 'spec', path))
    .sort();
  if (parts.length === 0) return all;
  const named = parts.map((part) => resolve(part)).filter(isFile);
  const matching = all.filter((path) => parts.some((part) => relative(root, path).includes(part)));
  return [...new Set([...named, ...matching])];
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

async function runFile(file: string): Promise<void> {
  const path = relative(root, file);
  let suites: readonly Suite[] = [];
  const imported = await attempt(path, tally, limitMs, async () => {
    suites = await importSuites(file);
  });
  if (!imported) return;
  if (suites.length === 0) tally.fail(path, new Error('no suite is queued: is run() missing?'));
  for (const suite of suites) {
    for (const fault of faults(suite)) tally.fail(`${path} › ${suite.name}`, new Error(fault));
    if (suite.skips > 0) notRun(`${suite.name}: ${suite.skips} skipped`);
    await runSuite(suite, tally, limitMs);
  }
}

/** What is wrong with a suite before any of it has run. */
function* faults({ name, tests, only, skips }: Suite): Generator<string> {
  if (tests.length + only.length === 0) yield 'a suite without tests';
  if (names.has(name)) yield 'another suite has this name';
  if (only.length > 0) yield `only: ${only.length} tests run, ${tests.length} do not`;
  if (isCi && skips > 0) yield `skip: ${skips} tests do not run`;
  names.add(name);
}

/** Lets the process end by itself, so that a late rejection is seen; what holds it open is a failure. */
function close(): void {
  tally.running = '';
  const leftOpen = (): void => {
    tally.fail('closing', new Error(`left open: ${process.getActiveResourcesInfo().join(', ')}`));
    process.exit();
  };
  setTimeout(leftOpen, Math.min(limitMs, 5_000)).unref();
}
