/** The program in a process of its own: files, standard input, pipes that close. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fix } from '../../lib/index.ts';
import { fixture } from '../support/fixture.ts';
import { type Ran, root, run } from '../support/program.ts';

const bin = resolve(root, 'lib/cli/bin.ts');
const plain = 'fixtures/base/plain.eml';
const broken = 'fixtures/foreign/comma-in-name.eml';

function mimewright(args: readonly string[], stdin: string | Uint8Array = ''): Promise<Ran> {
  return run(process.execPath, ['--import', 'tsx', bin, ...args], { stdin });
}

/** Runs a line of shell in which `mimewright` is the program. */
function shell(line: string): Promise<Ran> {
  const program = 'mimewright() { "$NODE" --import tsx "$BIN" "$@"; }';
  const env = { NODE: process.execPath, BIN: bin };
  return run('bash', ['-o', 'pipefail', '-c', `${program}; ${line}`], { env });
}

const test = suite('cli/bin');

test('files are read, and the exit status tells', async () => {
  const ran = await mimewright(['check', plain, broken]);
  assert.is(ran.status, 1);
  assert.match(ran.stdout, /plain\.eml: [\s\S]*comma-in-name\.eml: /);
  assert.is(ran.stderr, '');
});

test('standard input is read to its end', async () => {
  const ran = await mimewright(['check', '-f', 'json', '-'], fixture('receipt.pdf'));
  assert.is(ran.status, 1);
  assert.is(JSON.parse(ran.stdout)[0].sizeOctets, fixture('receipt.pdf').length);
});

test('empty input is a bad message, not a bad call', async () => {
  assert.is((await mimewright(['check', '-'])).status, 1);
});

test('a folder stands for its mail; what cannot be read is said in a line each', async () => {
  const long = 'x'.repeat(5000);
  const ran = await mimewright(['check', 'fixtures/base/', 'no\nne', long, plain, '-f', 'compact']);
  assert.is(ran.status, 3);
  assert.equal(ran.stderr.split('\n'), [
    'mimewright: no\\u000ane: no such file or directory',
    `mimewright: ${long}: name too long`,
    '',
  ]);
  const listed = await mimewright([
    'check',
    '--list-files',
    'fixtures/base',
    './fixtures/base/*.eml',
  ]);
  assert.ok(listed.stdout.split('\n').includes(plain));
  assert.is(listed.stdout.split('\n').filter((line) => line === plain).length, 1);
});

test('a pipe as a file is read to its end', async () => {
  const ran = await shell(`mimewright check <(cat ${plain})`);
  assert.is(ran.status, 0);
  assert.match(ran.stdout, /^\/dev\/fd\/\d+: no findings\n/);
});

test('Ctrl-C ends it with 130, and without a word', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mimewright-bin-'));
  // Opening a pipe for writing waits until the program has opened it for reading.
  const { status, stdout, stderr } = await shell(
    `mkfifo ${folder}/pipe; "$NODE" --import tsx "$BIN" check ${folder}/pipe & program=$!
    exec 3>${folder}/pipe; kill -INT $program; sleep 0.3; exec 3>&-; wait $program; echo "status $?"`,
  );
  await rm(folder, { recursive: true });
  assert.equal([status, stdout, stderr], [0, 'status 130\n', '']);
});

test('a message goes through octet for octet, and into files', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mimewright-bin-'));
  try {
    const file = join(folder, 'mail.eml');
    const octets = Buffer.from('Subject: x\n\n\xe9\xff\0', 'latin1');
    await writeFile(file, octets);
    const mended = fix(octets).octets;
    assert.is((await shell(`mimewright fix '${file}' >'${file}.out'`)).stdout, '');
    assert.equal(await readFile(`${file}.out`), Buffer.from(mended));
    await shell(`mimewright fix --in-place '${file}'`);
    assert.equal(await readFile(file), Buffer.from(mended));
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('bad usage is status 2', async () => {
  assert.is((await mimewright([])).status, 2);
});

test('a reader that has seen enough ends it quietly, with the status of the check', async () => {
  const many = `${plain} `.repeat(1000);
  assert.equal(await shell(`mimewright check ${many} | true`), quiet(0));
  assert.equal(await shell(`mimewright check ${many} ${broken} | true`), quiet(1));
  const { stdout } = await shell(`mimewright check ${many} ${broken} | head -1`);
  assert.match(stdout, /^fixtures\/.*\.eml: .*\n$/);
});

test('output that cannot be written is a failure', async () => {
  const { status, stderr } = await shell(`mimewright check ${plain} >/dev/full`);
  assert.is(status, 3);
  assert.match(stderr, /^mimewright: standard output: .*no space left on device/);
});

function quiet(status: number): Ran {
  return { status, stdout: '', stderr: '' };
}

test.run();
