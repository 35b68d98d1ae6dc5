/** The package as it is published: packed, unpacked into a user's folder, imported by its names. */

import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { assertBuilt } from './support/built.ts';
import { output, root, run } from './support/program.ts';

interface Manifest {
  readonly version: string;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

assertBuilt();
/** The user's folder, and the package in its `node_modules`. */
const folder = await mkdtemp(join(tmpdir(), 'mimewright-package-'));
const home = join(folder, 'node_modules/mimewright');
await unpack();
const manifest: Manifest = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
const files = await filesUnder(home);
await link([
  '@types',
  'undici-types',
  'safer-buffer',
  'fast-check',
  'pure-rand',
  ...Object.keys(manifest.dependencies),
]);

const test = suite('package');

test.after(() => rm(folder, { recursive: true }));

test('it holds what users need and nothing else', () => {
  assert.equal(
    files.filter((path) => !/^(?:lib\/.*\.ts|dist\/.*\.(?:d\.ts|js)(?:\.map)?)$/.test(path)),
    [
      'LICENSE',
      'README.md',
      'lib/builder/message-spec.schema.json',
      'lib/cli/config.schema.json',
      'lib/preflight/reading-a-report.md',
      'lib/preflight/rules.md',
      'lib/report/report.schema.json',
      'lib/ses/ses-errors.md',
      'package.json',
    ],
  );
});

test('what was built is what stands in lib/', () => {
  const sources = files.filter((path) => /^lib\/.*(?<!\.d)\.ts$/.test(path));
  // The command line is bundled, so that it starts in no time.
  const built = files.filter((path) => /^dist\/(?!cli\/bundle-).*\.js$/.test(path));
  assert.equal(
    built.map((path) => path.replace(/^dist\/(.*)\.js$/, 'lib/$1.ts')),
    sources,
  );
});

test('each source map finds its source', async () => {
  for (const path of files.filter((name) => name.endsWith('.map'))) {
    const { sources }: { sources: string[] } = JSON.parse(await readFile(join(home, path), 'utf8'));
    for (const source of sources) assert.ok(existsSync(resolve(home, dirname(path), source)), path);
  }
});

test('each export has files that exist, with types for each module', () => {
  for (const [subpath, target] of Object.entries(manifest.exports)) {
    if (typeof target === 'string') assert.match(target, /\.json$/);
    else assert.equal(Object.keys(target), ['types', 'default'], subpath);
    for (const file of Object.values(typeof target === 'string' ? [target] : target)) {
      assert.ok(existsSync(join(home, file)), `${subpath}: ${file}`);
    }
  }
});

test('each export is imported by ESM and required by CommonJS', async () => {
  for (const [subpath, target] of Object.entries(manifest.exports)) {
    const name = JSON.stringify(`mimewright${subpath.slice(1)}`);
    const required = await node(`console.log(Object.keys(require(${name})).length > 0)`);
    assert.equal(required, { status: 0, stdout: 'true\n', stderr: '' }, name);
    const how = typeof target === 'string' ? ", { with: { type: 'json' } }" : '';
    const code = `import(${name}${how}).then((m) => console.log(Object.keys(m).length > 0))`;
    const { status, stdout } = await node(code); // JSON modules warn on Node 20
    assert.equal({ status, stdout }, { status: 0, stdout: 'true\n' }, name);
  }
});

test('what is not exported cannot be imported', async () => {
  const { status, stderr } = await node("import('mimewright/dist/errors.js')");
  assert.is(status, 1);
  assert.match(stderr, /ERR_PACKAGE_PATH_NOT_EXPORTED/);
});

test('every dependency is used without a warning', async () => {
  const code = `
    const { compose, preflight } = require('mimewright');
    const raw = compose().from('Zoë <zoe@bücher.example>').to('ann@example.com')
      .text('Zoë', { charset: 'iso-8859-2' }).html('Zoë', { encoding: 'quoted-printable' }).build();
    console.log(preflight(raw).ok);`;
  assert.equal(await node(code), { status: 0, stdout: 'true\n', stderr: '' });
});

test('the encoders are used alone, by ESM and by CommonJS', async () => {
  const use = `
    const { encodeText, encodeBase64, foldField, formatMailbox } = encoders;
    console.log(Buffer.from(encodeBase64(encodeText('Łódź', 'iso-8859-2'))).toString());
    console.log(foldField('To', formatMailbox({ name: 'Zoë', address: 'zoe@bücher.example' })));`;
  const printed = 'o/NkvA==\nTo: =?utf-8?Q?Zo=C3=AB?= <zoe@xn--bcher-kva.example>\r\n\n';
  for (const code of [
    `const encoders = require('mimewright/encoders'); ${use}`,
    `import('mimewright/encoders').then((encoders) => { ${use} });`,
  ]) {
    assert.equal(await node(code), { status: 0, stdout: printed, stderr: '' }, code);
  }
});

test('the program runs', async () => {
  const program = join(home, manifest.bin.mimewright ?? '');
  assert.match(await readFile(program, 'utf8'), /^#!\/usr\/bin\/env node\n/);
  const said = await output(process.execPath, [program, '--version'], { cwd: folder });
  assert.is(said, `${manifest.version}\n`);
});

test('a strict user compiles against its types, those of others checked too', async () => {
  await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  await writeFile(
    join(folder, 'user.ts'),
    `import { composeFrom, compose, type RawMessage, type Report, preflight } from 'mimewright';
    import { encodeBase64, type TransferChoice } from 'mimewright/encoders';
    import { renderJson } from 'mimewright/report';
    import { type SendRawEmailInput, sendRawEmailInput } from 'mimewright/ses';
    import schema from 'mimewright/message-spec.schema.json' with { type: 'json' };
    const raw: RawMessage = compose().from('a@b.example').to('c@d.example').text('').build();
    const report: Report = preflight(raw, { profile: 'ses-v2' });
    export const input: SendRawEmailInput = sendRawEmailInput(raw);
    export const texts: string[] = [renderJson([{ name: 'a', report }]), typeof schema];
    export const other: Buffer = composeFrom({ from: 'a@b.example', text: 'x' }).toBuffer();
    export const encoded: Uint8Array<ArrayBuffer> = encodeBase64(raw.octets);
    export const choice: TransferChoice = { encoding: 'base64', bodyOctets: encoded.length };
    // @ts-expect-error: a mailbox is no number
    compose().from(1);\n`,
  );
  const flags = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2022'];
  const tsc = join(root, 'node_modules/.bin/tsc');
  const { stdout } = await run(tsc, [...flags, '--types', 'node', 'user.ts'], { cwd: folder });
  assert.is(stdout, '');
});

/** Packs what stands built, and unpacks it as npm does. */
async function unpack(): Promise<void> {
  await mkdir(home, { recursive: true });
  const args = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
  const name = (await output('npm', args)).trim();
  await output('tar', ['-xzf', join(folder, name), '-C', home, '--strip-components=1']);
}

async function link(names: readonly string[]): Promise<void> {
  const modules = join(folder, 'node_modules');
  for (const name of names) await symlink(join(root, 'node_modules', name), join(modules, name));
}

/** Paths with slashes, sorted. */
async function filesUnder(parent: string): Promise<readonly string[]> {
  const entries = await readdir(parent, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(parent.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** Runs a program that is not a module, as a file in the user's folder. */
async function node(code: string): ReturnType<typeof run> {
  const file = join(folder, 'user.cjs');
  await writeFile(file, code);
  return run(process.execPath, ['--pending-deprecation', file], { cwd: folder });
}

test.run();
