/** Regular expressions with a slip. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { brokenRegexps } from './regexp-mutator.ts';

const test = suite('run/mutants/regexp-mutator');

const cases: readonly (readonly [literal: string, broken: readonly string[]])[] = [
  ['/a/', []],
  ['/a+b*c?/g', ['/a*b*c?/g', '/a+b+c?/g', '/a+b*c/g']],
  ['/^a$/', ['/a$/', '/^a/']],
  ['/[^a]/', ['/[a]/']],
  ['/[a^+*?.$]/', ['/[^a^+*?.$]/']],
  ['/[\\]+]?/', ['/[^\\]+]?/', '/[\\]+]/']],
  ['/a{2}/', ['/a{3}/']],
  ['/a{2,}/', ['/a{3,}/']],
  ['/a{0,77}?/', ['/a{1,77}?/', '/a{0,78}?/', '/a{0,77}/']],
  ['/\\+\\s/', ['/\\+\\S/']],
  ['/(?<!a)(?=b)(?:c)(?<d>e)/', ['/(?<=a)(?=b)(?:c)(?<d>e)/', '/(?<!a)(?!b)(?:c)(?<d>e)/']],
];
for (const [literal, broken] of cases) {
  test(`each slip by itself: ${literal}`, () => {
    assert.equal([...brokenRegexps(literal)], broken);
  });
}

test.run();
