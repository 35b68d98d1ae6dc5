/** Finds are kept once, small, with their reason. */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { BrokenLaw } from '../../support/tree-laws.ts';
import { Finds, reasonsIn } from './finds.ts';

const test = suite('run/fuzz/finds');

const parent = mkdtempSync(join(tmpdir(), 'mimewright-finds-'));
const folder = join(parent, 'found');
test.after(() => rmSync(parent, { recursive: true }));

/** Planted laws: no x, and no y; the reason quotes what stands around. */
function check(octets: Buffer): BrokenLaw | undefined {
  const text = octets.toString('latin1');
  const at = text.search(/[xy]/);
  if (at === -1) return undefined;
  const law = `no-${text[at]}`;
  return { law, error: new Error(`${JSON.stringify(text)} has it at ${at}`) };
}

function keep(finds: Finds, text: string): string | undefined {
  const octets = Buffer.from(text);
  const broken = check(octets);
  return broken && finds.keep(octets, broken)?.law;
}

test('a find is kept as small as it gets; what breaks a law likewise is only counted', () => {
  const finds = new Finds(folder, check);
  assert.is(keep(finds, 'aaaxbbb'), 'no-x');
  assert.is(keep(finds, 'cxc'), undefined);
  assert.is(keep(finds, 'aaaybbb'), 'no-y');
  assert.is(finds.count, 3);
  const reasons = reasonsIn(folder);
  const [list, ...names] = readdirSync(folder).sort();
  assert.is(list, 'found.json');
  assert.equal(Object.keys(reasons), names);
  assert.equal(
    names.map((name) => [reasons[name]?.law, reasons[name]?.message]),
    [
      ['no-x', '"x" has it at 0'],
      ['no-y', '"y" has it at 0'],
    ],
  );
  for (const name of names) {
    assert.match(name, /^no-[xy]-[0-9a-f]{12}\.eml$/);
    assert.is(readFileSync(join(folder, name), 'latin1'), name.slice(3, 4));
  }
});

test('a later run adds to the folder, and finds the same again', () => {
  const before = readdirSync(folder);
  assert.is(keep(new Finds(folder, check), 'abcx'), 'no-x');
  assert.equal(readdirSync(folder), before);
});

test.run();
