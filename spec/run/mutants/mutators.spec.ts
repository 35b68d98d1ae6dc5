/** Slips in code: each one there is, and none where nothing runs. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { root } from '../../support/program.ts';
import { Compiler } from './compiler.ts';
import { edited } from './edit.ts';
import { edits } from './mutators.ts';

const test = suite('run/mutants/mutators');

const path = 'lib/octets/ascii.ts'; // any file of the project: the text is ours

const cases: readonly (readonly [body: string, mutants: readonly string[]])[] = [
  ['boolean { return a < b; }', ['boolean { return !(a < b); }', 'boolean { return a <= b; }']],
  ['boolean { return a === b; }', ['boolean { return a !== b; }']],
  ['number { return a + 1; }', ['number { return a - 1; }', 'number { return a + 2; }']],
  ["string { return 'x'; }", ["string { return ''; }", "string { return ''; }"]],
  ["string { return ''; }", ["string { return 'mutant'; }"]],
  [
    'void { if (isNaN(a)) isFinite(b); }',
    ['void { if (!(isNaN(a))) isFinite(b); }', 'void { if (isNaN(a)) {} }'],
  ],
  [
    'void { while (!isNaN(a)) continue; }',
    ['void { while (isNaN(a)) continue; }', 'void { while (!isNaN(a)) {} }'],
  ],
  [
    'number[] { if (a) throw new Error("a number"); return [b]; }',
    [
      'number[] { if (!(a)) throw new Error("a number"); return [b]; }',
      'number[] { if (a) {} return [b]; }',
      'number[] { if (a) throw new Error("a number"); return []; }',
    ],
  ],
];

const lines = cases.map(([body], at) => `export function f${at}(a: number, b: number): ${body}`);
const text = lines.join('\n');
const mutants = mutantsOf(text);

/** What a text becomes with each slip that compiles. */
function mutantsOf(text: string): readonly string[] {
  const compiler = new Compiler(root, [{ path, text }]);
  try {
    return [...edits(compiler.syntaxOf(path))]
      .map((edit) => edited(text, edit))
      .filter((mutated) => compiler.accepts(path, mutated));
  } finally {
    compiler.close();
  }
}

for (const [at, [body, expected]] of cases.entries()) {
  test(`slips that compile: ${body}`, () => {
    const changed = mutants.flatMap((mutant) => {
      const line = mutant.split('\n')[at];
      return line === lines[at] ? [] : [line?.replace(/.*?\): /, '')];
    });
    assert.equal(changed, expected);
  });
}

test('types, imports and comments have no slips', () => {
  const types = [
    "import type { A } from './a.ts';",
    "export type { B } from './b.ts';",
    "export interface C { d: 'x' | 1 }",
    'export type E = typeof f extends 1 ? true : false;',
    'declare const f: 2; // a < b',
  ].join('\n');
  assert.equal(mutantsOf(types), []);
});

test.run();
