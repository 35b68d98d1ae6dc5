/** The house holds to its rules, and each rule can fail. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fileViolations } from './support/house/files.ts';
import { cycleViolations, importViolations } from './support/house/rooms.ts';
import { codeOf, importsOf, type Source } from './support/house/source.ts';
import { specViolations } from './support/house/specs.ts';
import { textViolations } from './support/house/texts.ts';
import { projectTexts } from './support/house/tree.ts';

const test = suite('house');

const texts = projectTexts();
const lib = texts.filter(({ path }) => /^lib\/.*\.ts$/.test(path));
const specs = texts.filter(({ path }) => /^spec\/.*\.spec\.ts$/.test(path));
const libPaths = new Set(lib.map(({ path }) => path));

test('the tree has been read', () => {
  assert.ok(libPaths.has('lib/errors.ts'));
  assert.ok(specs.some(({ path }) => path === 'spec/house.spec.ts'));
});

test('rooms import what the table allows', () => {
  assert.equal(importViolations(lib), []);
});

test('each dependency has one door', () => {});

test('no import goes round in a cycle, not even of types', () => {
  assert.equal(cycleViolations(lib), []);
});

test('every file of lib is in the shape of the house', () => {
  assert.equal(fileViolations(lib), []);
});

test('every spec file is in the shape of the house', () => {
  assert.equal(specViolations(specs, libPaths), []);
});

test('the project names no machine, no download host and no document but its own', () => {
  assert.equal(textViolations(texts), []);
});

/** One file, as the only one that a rule sees. */
function one(path: string, text: string): readonly [Source] {
  return [{ path, text }];
}

/** A path that the rule on machine paths would find in this very file if it were written out. */
const homePath = ['', 'home', 'ann', 'mail.eml'].join('/');

test('code is read without comments, quoted text and regexps, at the same offsets', () => {
  const text = "a('x // y'); // any\nb(/['\"`]/, `/* {c}  */`); /* any */ d";
  assert.is(codeOf(text), "a('      ');       \nb(/     /, `          `);           d");
});

test('every form of import is seen', () => {
  const text = [
    "import a, { type B } from './a.ts';",
    'import type {\n  B,\n} from "../model/b.ts";',
    "import { type C, type D } from './c.ts';",
    "import './side.ts';",
    "export * from './e.ts';",
    "export type { F } from './f.ts';",
    "export interface G { kind: 'h'; from: 'i' }",
    "const j = await import('./j.ts');",
    "let k: import('./k.ts').K;",
    "createRequire(import.meta.url)('iconv-lite'); require('punycode');",
    "// import './no.ts'\n/**\n * import { compose } from 'no';\n */",
    'const l = \'import("no")\';',
  ].join('\n');
  const seen = importsOf({ path: 'lib/header/x.ts', text });
  assert.equal(
    seen.map(({ target, isTypeOnly }) => `${target}${isTypeOnly ? ' (types)' : ''}`),
    [
      'lib/header/a.ts',
      'lib/model/b.ts (types)',
      'lib/header/c.ts (types)',
      'lib/header/side.ts',
      'lib/header/e.ts',
      'lib/header/f.ts (types)',
      'lib/header/j.ts',
      'lib/header/k.ts',
      'iconv-lite',
      'punycode',
    ],
  );
});

const badImports: readonly (readonly [path: string, text: string, fault: RegExp])[] = [
  ['lib/carrier/a.ts', "import type { B } from '../model/b.ts';", /carrier may not import model/],
  ['lib/reader/a.ts', "import { b } from '../builder/b.ts';", /reader may not import builder/],
  ['lib/builder/a.ts', "import { b } from '../reader/b.ts';", /builder may not import reader/],
  ['lib/octets/a.ts', "import { b } from '../index.ts';", /octets may not import public/],
  ['lib/cli/main.ts', "import { b } from '../header/b.ts';", /cli may not import header/],
  ['lib/cli/main.ts', "import { b } from '../errors.ts';", /cli may not import errors/],
  ['lib/testing/a.ts', "import { b } from '../cli/main.ts';", /testing may not import cli/],
  ['lib/report/a.ts', "import { b } from '../preflight/b.ts';", /takes types only/],
  ['lib/attic/a.ts', '', /not a room/],
  ['lib/header/a.ts', "import { b } from './b.js';", /ends in \.ts/],
  ['lib/header/a.ts', "import { b } from '../../spec/b.ts';", /outside lib/],
  ['lib/header/a.ts', "import { readFile } from 'node:fs/promises';", /only cli/],
  ['lib/header/a.ts', "import { createServer } from 'node:net';", /only isIP/],
  ['lib/header/a.ts', "import * as net from 'node:net';", /only isIP/],
  ['lib/header/a.ts', "import { x } from 'nodemailer';", /no dependency of ours/],
  ['lib/header/domain.ts', "import { toASCII } from 'punycode';", /not in this form/],
  ['lib/header/a.ts', "import { toASCII } from 'punycode/punycode.js';", /not its door/],
  ['lib/header/a.ts', "const iconv = require('iconv-lite');", /not its door/],
  ['lib/transfer/charset.ts', "import iconv from 'iconv-lite';", /loaded when first needed/],
  ['lib/transfer/a.ts', "import { decode } from 'libqp';", /no dependency of ours/],
  ['lib/preflight/a.ts', "import fc from 'fast-check';", /not its door/],
];
for (const [path, text, fault] of badImports) {
  test(`an import is refused: ${path}: ${text}`, () => {
    assert.match(importViolations(one(path, text)).join('\n'), fault);
  });
}

test('good imports pass', () => {
  const good = [
    ...one('lib/transfer/charset.ts', "import type i from 'iconv-lite';\nrequire('iconv-lite');"),
    ...one('lib/header/domain.ts', "import p from 'punycode/punycode.js';"),
    ...one('lib/header/a.ts', "import { isIP, isIPv6 } from 'node:net';"),
    ...one('lib/builder/a.ts', "import { e } from '../encoder/e.ts';"),
    ...one('lib/ses.ts', "export { s } from './ses/s.ts';"),
    ...one('lib/cli/bin.ts', "import { s } from '../ses.ts';\nimport fs from 'node:fs';"),
    ...one('lib/report/a.ts', "import { type R } from '../preflight/r.ts';"),
  ];
  assert.equal(importViolations(good), []);
});

test('a cycle of types is refused', () => {
  const there = one('lib/model/a.ts', "import type { B } from './b.ts';");
  const back = one('lib/model/b.ts', "export type { A } from './a.ts';");
  assert.equal(cycleViolations(there), []);
  assert.equal(cycleViolations([...there, ...back]), [
    'lib/model/a.ts -> lib/model/b.ts -> lib/model/a.ts: a cycle',
  ]);
});

const opening = '/** What it is. */\n';
const badFiles: readonly (readonly [path: string, text: string, fault: RegExp])[] = [
  ['lib/header/a.ts', 'export const a = 1;\n', /does not open/],
  ['lib/header/a.ts', `${opening}${'\n'.repeat(250)}export const a = 1;\n`, /has 252 lines/],
  ['lib/header/aB.ts', opening, /not named/],
  ['lib/header/string-utils.ts', opening, /not named/],
  ['lib/header/a.ts', `${opening}export default 1;\n`, /default export/],
  ['lib/header/a.ts', `${opening}export let a: any;\n`, /holds any/],
  ['lib/header/a.ts', `${opening}// @ts-ignore\n`, /silences/],
  ['lib/header/a.ts', `${opening}Date.now();\n`, /a clock/],
  ['lib/header/a.ts', `${opening}new Date();\n`, /a clock/],
  ['lib/header/a.ts', `${opening}new Date;\n`, /a clock/],
  ['lib/header/a.ts', `${opening}Date();\n`, /a clock/],
  ['lib/header/a.ts', `${opening}performance.now();\n`, /a clock/],
  ['lib/header/a.ts', `${opening}Math.random();\n`, /randomness/],
  ['lib/header/a.ts', `${opening}crypto.randomUUID();\n`, /randomness/],
  ['lib/header/a.ts', `${opening}process.env.HOME;\n`, /world outside/],
  ['lib/index.ts', `${opening}export const a = 1;\n`, /only re-exports/],
];
for (const [path, text, fault] of badFiles) {
  test(`a file is refused: ${path}: ${JSON.stringify(text.slice(opening.length, 60))}`, () => {
    assert.match(fileViolations(one(path, text)).join('\n'), fault);
  });
}

test('good files pass', () => {
  const good = [
    ...one('lib/header/a-b.ts', `${opening}new Date(0); // any\nAbortSignal.any([]);\n`),
    ...one('lib/header/punycode.d.ts', `${opening}export default punycode;\n`),
    ...one('lib/cli/bin.ts', `#!/usr/bin/env node\n${opening}process.exitCode = Date.now();\n`),
    ...one('lib/index.ts', `${opening}export { a } from './a.ts';\nexport type * from './b.ts';\n`),
  ];
  assert.equal(fileViolations(good), []);
});

const head = "const test = suite('header/a');\n";
const badSpecs: readonly (readonly [path: string, text: string, fault: RegExp])[] = [
  ['spec/header/a.spec.ts', 'test.run();', /no suite/],
  ['spec/header/a.spec.ts', head, /1 suites, but 0 run/],
  ['spec/header/a.spec.ts', `${head}test.only('x', f); test.run();`, /only\(\) or skip/],
  ['spec/header/a.spec.ts', `${head}test.skip(); test.run();`, /only\(\) or skip/],
  ['spec/header/b.spec.ts', `${head}test.run();`, /not named 'header\/b'/],
  ['spec/header/b.spec.ts', "suite('header/b').run();", /no lib\/header\/b\.ts/],
  ['spec/header/a.spec.ts', `${head}assert.throws(f); test.run();`, /without an expectation/],
  ['spec/header/a.spec.ts', `${head}assert.throws(() => f(1, 2),\n 'x'); test.run();`, /line 2/],
];
for (const [path, text, fault] of badSpecs) {
  test(`a spec is refused: ${path}: ${text.replace(head, '… ')}`, () => {
    assert.match(specViolations(one(path, text), new Set(['lib/header/a.ts'])).join('\n'), fault);
  });
}

test('good specs pass', () => {
  const body = "assert.throws(() => f(',)', 2), /[)]/);\nassert.throws(f, isOurs, 'why');";
  const mirrored = one('spec/header/a.spec.ts', `${head}${body}\ntest.run();`);
  const free = one('spec/run/b.spec.ts', "suite('run/b').run();");
  assert.equal(specViolations([...mirrored, ...free], new Set(['lib/header/a.ts'])), []);
});

const badTexts: readonly (readonly [text: string, fault: RegExp])[] = [
  [`read ${homePath}`, /a path of a machine/],
  [`{ ${JSON.stringify(`${'resol'}ved`)}: "x" }`, /a host for downloads/],
  [`see ${'plan'}.md`, /names plan\.md, which is not here/],
];
for (const [text, fault] of badTexts) {
  test(`a text is refused: ${text}`, () => {
    assert.match(textViolations(one('a.txt', text)).join('\n'), fault);
  });
}

test('good texts pass', () => {
  const readme = one('README.md', 'The README.md of https://example.com/home/page, *.md');
  assert.equal(textViolations(readme), []);
});

test.run();
