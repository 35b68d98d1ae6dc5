/** The README does what it says: its blocks run, its outputs and tables are those of today. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compose, preflight } from 'mimewright';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { assertBuilt } from './support/built.ts';
import { output, root } from './support/program.ts';
import { blocksOf } from './support/readme/blocks.ts';
import { isNpmCommand, renewed } from './support/readme/renew.ts';
import { openWorkshop } from './support/readme/workshop.ts';

const readme = textOf('README.md');
const blocks = blocksOf(readme);
const reportsPage = 'lib/preflight/reading-a-report.md';
const reports = textOf(reportsPage);
const programs = blocks.filter(({ kind }) => kind === 'ts');

assertBuilt();
const workshop = await openWorkshop();
const test = suite('readme');

test.after(() => workshop.close());

test('its blocks run, and print what stands there; its counts of rules are those of today', async () => {
  assert.is(await renewed(readme, workshop), readme, 'npm run readme writes it anew');
});

test('the blocks of the page on reports run, and print what stands there', async () => {
  assert.is(
    await renewed(reports, workshop, reportsPage),
    reports,
    'npm run readme writes it anew',
  );
});

test('its programs are typed under our own flags', async () => {
  assert.is(programs.length > 0, true);
  assert.is(await workshop.typeErrors(programs), '');
  const others = blocksOf(reports).filter(({ kind }) => kind === 'ts');
  assert.is(await workshop.typeErrors(others), '');
});

test('its programs sent messages through API v1 and v2, and none that SES would refuse', () => {
  assert.equal(
    workshop.requests.map(({ api, destinations }) => [api, ...destinations]),
    [
      ['v1', 'zoe@xn--bcher-kva.example'],
      ['v2', 'ann@example.org'],
      ['v1', 'ann@example.org'],
      ['v2', 'ann@example.org'],
      ['v1', 'ann@example.org'],
    ],
  );
  for (const { octets, destinations } of workshop.requests) {
    assert.is(preflight(octets, { destinations }).refused, false);
  }
});

test('a block of a kind that nobody runs is refused', async () => {
  const message = await refusal('a\n```toml\na = 1\n```\n');
  assert.is(message, 'README.md:2: nobody runs a block of kind "toml"');
});

test('a block that fails is refused', async () => {
  assert.match(await refusal('```sh\nfalse\ntrue\n```\n'), /^README\.md:1: status 1/);
  assert.match(await refusal("```ts\nthrow new Error('x');\n```\n"), /status 1\n.*\nt/);
  assert.match(await refusal('```text\nx\n```\n'), /the output of nothing/);
});

test('an output that is stale is made anew', async () => {
  const stale = '```sh\necho new\n```\n\n```text\nold\n```\nend';
  assert.is(await renewed(stale, workshop), stale.replace('old', 'new'));
});

test('a program with a wrong type is told from a right one', async () => {
  const [wrong] = blocksOf("```ts\nimport { compose } from 'mimewright';\ncompose(1);\n```\n");
  assert.ok(wrong);
  assert.match(await workshop.typeErrors([wrong]), /line-1\.ts\(2,9\): error TS2554/);
});

test('its npm commands name what package.json holds', () => {
  const { name, scripts }: Manifest = JSON.parse(textOf('package.json'));
  const commands = blocks.filter(isNpmCommand).map(({ text }) => text);
  assert.equal(commands, [
    `npm install ${name}\n`,
    'npm run bench\n',
    'npm ci && npm run demo\n',
    'npm ci && npm test\n',
    'npm run fuzz\n',
  ]);
  for (const script of ['bench', 'demo', 'test', 'readme']) assert.ok(scripts[script], script);
});

test('.ci/run runs what it says, and no more', () => {
  const commands = textOf('.ci/run')
    .split('\n')
    .filter((line) => line.startsWith('npm '));
  assert.is(commands.join(' && '), 'npm ci && npm test');
});

test('every word of the picture is defined, in order', () => {
  const picture = blocks.find(({ kind }) => kind === 'text picture')?.text ?? '';
  const words = picture.split('\n')[1]?.split(' ─▶ ');
  const defined = [...readme.matchAll(/^- \*\*([a-z]+)\*\*: /gm)].map(([, word]) => word);
  assert.equal(defined, words);
});

test('its table of the builder names each method, once', () => {
  const named = [...readme.matchAll(/^\| ((?:`\w+` )+)\|/gm)].flatMap(([, cell = '']) =>
    cell.trim().replaceAll('`', '').split(' '),
  );
  const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(compose()));
  assert.equal(named.sort(), methods.filter((name) => name !== 'constructor').sort());
});

test('its newest version is that of the package', () => {
  const { version }: Manifest = JSON.parse(textOf('package.json'));
  assert.is(/^### (.+)$/m.exec(readme)?.[1], version);
});

test('npm run demo does what it says', async () => {
  const said = await output('npm', ['run', '--silent', 'demo']);
  assert.match(said, /^multipart\/mixed .* octets\n├─ multipart\/related .*\n│ {2}├─/m);
  assert.match(said, /^└─ application\/pdf .* "facture-été\.pdf"$/m);
  assert.match(said, /^receipt: .*no findings/m);
  assert.match(said, /API v1: MessageId local-000001, .*\n.* arrived, equal to those built\n/);
  assert.match(said, /API v2: MessageId local-000002, .*\n.* arrived, equal to those built\n/);
  assert.match(said, /forwarded-at-night\.eml: SES would refuse it/);
});

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
}

function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The message of the error that a text is refused with. */
async function refusal(markdown: string): Promise<string> {
  try {
    await renewed(markdown, workshop);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'not refused';
}

test.run();
