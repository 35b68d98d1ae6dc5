/** The command line against a fake world: what it says where, and its exit statuses. */

import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { main } from '../../lib/cli/main.ts';
import type { Report } from '../../lib/index.ts';
import { runIn, type Said, stageOf } from '../support/command-line.ts';

const good = 'From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\n\r\nx\r\n';
const bad = good.replace('To: c@d.example', 'To: Doe, Ann <c@d.example>');
const warned = good.replaceAll('\r\n', '\n');
const world: Readonly<Record<string, string>> = {
  'good.eml': good,
  'bad.eml': bad,
  'warned.eml': warned,
  'noone.eml': good.replace('To: c@d.example\r\n', ''),
  '--help': good,
  '-x.eml': good,
  'folder/readme.txt': '',
};

/** Runs the command line in a small world; standard input holds the bad message. */
function run(...args: readonly string[]): Promise<Said> {
  return runIn({ files: world, stdin: bad }, ...args);
}

const test = suite('cli/main');

test('a message without findings: status 0, nothing on standard error', async () => {
  const { status, out, err } = await run('check', 'good.eml');
  assert.is(status, 0);
  assert.match(out, /^good\.eml: .*no findings/);
  assert.is(err, '');
});

test('errors: status 1; the finding stands with its place, rule, text of SES and remedy', async () => {
  const { status, out, err } = await run('check', 'bad.eml');
  assert.is(status, 1);
  for (const part of [
    /^bad\.eml: /,
    /2:8/,
    /address\/unquoted-specials/,
    /Missing final/,
    /fix: /,
  ]) {
    assert.match(out, part);
  }
  assert.is(err, '');
});

test('warnings alone: status 0', async () => {
  const { status, out } = await run('check', 'warned.eml');
  assert.is(status, 0);
  assert.match(out, /warning/);
});

test('several files are reported in order; one with errors decides', async () => {
  const { status, out } = await run('check', 'good.eml', 'bad.eml', 'warned.eml');
  assert.is(status, 1);
  assert.equal(out.match(/^\w+\.eml(?=: )/gm), ['good.eml', 'bad.eml', 'warned.eml']);
});

test('- is standard input', async () => {
  const { status, out } = await run('check', 'good.eml', '-');
  assert.is(status, 1);
  assert.match(out, /^\(stdin\): /m);
});

test('JSON is one list of reports with their names', async () => {
  const { status, out } = await run('check', '--format', 'json', 'good.eml', 'bad.eml');
  assert.is(status, 1);
  assert.equal(
    reportsIn(out).map(({ name, ok, refused, errors }) => [name, ok, refused, errors.length]),
    [
      ['good.eml', true, false, 0],
      ['bad.eml', false, true, 1],
    ],
  );
});

test('a file that cannot be read: status 3, one line without a stack, the others are checked', async () => {
  const { status, out, err } = await run('check', 'none.eml', 'bad.eml', 'no/ne.eml');
  assert.is(status, 3);
  assert.match(out, /^bad\.eml: /);
  assert.equal(err.split('\n'), [
    'mimewright: none.eml: no such file or directory',
    'mimewright: no/ne.eml: no such file or directory',
    '',
  ]);
});

test('JSON is JSON also when no file can be read', async () => {
  const { status, out } = await run('check', '-f', 'json', 'none.eml');
  assert.is(status, 3);
  assert.equal(reportsIn(out), []);
});

const badUsages: readonly (readonly [line: string, said: RegExp])[] = [
  ['', /no command$/],
  ['chekc good.eml', /no command "chekc"$/],
  ['check', /no file to check$/],
  ['check --', /no file to check$/],
  ['check folder', /no mail in "folder"$/],
  ['frobnicate --help=x', /no command "frobnicate"$/],
  ['constructor', /no command "constructor"$/],
  ['check --verbose good.eml', /'--verbose'/],
  ['check --format xml good.eml', /--format takes text, compact, json, .*, html, not "xml"$/],
  ['check --format constructor good.eml', /not "constructor"$/],
  ['check --format', /--format/],
  ['check --profile ses good.eml', /--profile takes ses-v1, ses-v2, smtp, not "ses"$/],
  ['check --template=yes good.eml', /--template/],
  ['good.eml', /no command "good.eml"$/],
];
for (const [line, said] of badUsages) {
  test(`bad usage: mimewright ${line}`, async () => {
    const { status, out, err } = await run(...line.split(' ').filter((arg) => arg !== ''));
    assert.is(status, 2);
    assert.is(out, '');
    const [first = '', second, ...rest] = err.split('\n');
    assert.match(first, /^mimewright: /);
    assert.match(first, said);
    const help = line.startsWith('check') ? 'mimewright check --help' : 'mimewright --help';
    assert.equal([second, ...rest], [`Try '${help}'.`, '']);
  });
}

test('--profile picks the rules', async () => {
  assert.is((await run('check', '--profile', 'ses-v2', 'noone.eml')).status, 1);
  assert.is((await run('check', '--profile', 'smtp', 'warned.eml')).status, 1);
});

test('--destination names recipients, once or often; a bad one is a finding', async () => {
  const to = (...addresses: string[]): string[] =>
    addresses.flatMap((one) => ['--destination', one]);
  const { status, out } = await run(
    'check',
    '-f',
    'json',
    ...to('e@f.example', 'g h@i'),
    'good.eml',
  );
  assert.is(status, 1);
  const [report] = reportsIn(out);
  assert.is(report?.recipientCount, 2);
  assert.equal(
    report?.errors.map(({ at }) => at.in === 'option' && [at.option, at.index]),
    [['destinations', 1]],
  );
  assert.is((await run('check', ...to('e@f.example'), 'good.eml')).status, 0);
  assert.is((await run('check', ...to(''), 'good.eml')).status, 1);
});

test('--template forgives absent recipients', async () => {
  assert.is((await run('check', 'noone.eml')).status, 1);
  assert.is((await run('check', '--template', 'noone.eml')).status, 0);
});

test('--help lists the commands; of a command it says all, wherever it stands', async () => {
  const { status, out, err } = await run('--help');
  assert.is(status, 0);
  assert.match(out, /^Usage: mimewright COMMAND /);
  assert.is(err, '');
  assert.equal(await run('help'), { status, out, err, files: new Map() });
  const ofCheck = await run('check', 'good.eml', '--help');
  assert.match(ofCheck.out, /^mimewright check: /);
  assert.is((await run('help', 'check')).out, ofCheck.out);
  assert.is((await run('check', '-h')).out, ofCheck.out);
});

test('after -- a name is a file', async () => {
  assert.match((await run('check', '--', '--help', '-x.eml')).out, /^--help: [\s\S]*^-x\.eml: /m);
});

test('--version is that of the package', async () => {
  const manifest = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  const { version }: { readonly version: string } = JSON.parse(manifest);
  for (const args of [['--version'], ['check', '--version']]) {
    const { status, out, err } = await run(...args);
    assert.equal([status, out, err], [0, `${version}\n`, '']);
  }
});

test('an error of the world is a failure, not a bad usage', async () => {
  const { io, said } = stageOf({ files: world });
  const status = await main(['check', 'good.eml'], {
    ...io,
    writeOut: async () => {
      throw new Error('no space\nleft');
    },
  });
  assert.is(status, 3);
  assert.is(said().err, 'mimewright: no space\\u000aleft\n');
});

test('law: whatever the octets and the name, the status is 0 or 1 and JSON parses', async () => {
  const property = fc.asyncProperty(fc.uint8Array(), fc.string(), async (octets, name) => {
    const { io, said } = stageOf({});
    const args = ['check', '--no-config', '--format=json', '--', `./${name}`];
    const isMany = /\.(?:mbox|jsonl|ndjson)$/i.test(name);
    fc.pre(!isMany);
    const status = await main(args, {
      ...io,
      readFile: async (path) => (path === `./${name}` ? octets : io.readFile(path)),
      isFolder: async () => false,
    });
    const [report] = reportsIn(Buffer.from(said().out, 'latin1').toString());
    assert.is(report?.name, `./${name}`);
    assert.is(status, report?.ok ? 0 : 1);
    assert.is(said().err, '');
  });
  await fc.assert(property);
});

test('law: standard error gets whole lines without control characters', async () => {
  const name = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('a\nb', '\x1b[2J', '\u202e'),
  );
  const property = fc.asyncProperty(name, async (file) => {
    const { status, err } = await run('check', '--no-config', '--', `no/${file}`);
    // A pattern that matches nothing is bad usage.
    assert.is(status, /[*?[\]{}]/.test(file) ? 2 : 3);
    assert.match(err, /^mimewright: [^\p{Cc}\u2028\u202e]*\n(?:Try .*\n)?$/u);
  });
  await fc.assert(property);
});

function reportsIn(out: string): readonly ({ readonly name: string } & Report)[] {
  return JSON.parse(out);
}

test.run();
