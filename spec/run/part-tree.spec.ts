/** The tree of the demo, drawn from parts. */

import type { PartSummary } from 'mimewright';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { partTree } from './part-tree.ts';

function part(path: string, more: Partial<PartSummary> = {}): PartSummary {
  return { path, type: `t/${path}`, encoding: '7bit', octets: 9, decodedOctets: 9, ...more };
}

const test = suite('run/part-tree');

test('a single part is one line', () => {
  assert.is(partTree([part('1', { type: 'text/plain' })]), 'text/plain  7bit  9 octets\n');
});

test('each level hangs from its parent, and columns are aligned', () => {
  const parts = [
    part('', { type: 'm/mixed', octets: 1234, decodedOctets: 1234 }),
    part('1'),
    part('1.1', { encoding: 'base64', decodedOctets: 5 }),
    part('1.2', { filename: 'é"', cid: 'logo' }),
    part('2'),
    part('2.1'),
  ];
  assert.equal(partTree(parts).split('\n'), [
    'm/mixed      7bit    1,234 octets',
    '├─ t/1       7bit        9 octets',
    '│  ├─ t/1.1  base64      9 octets  5 decoded',
    '│  └─ t/1.2  7bit        9 octets             "é\\""  cid:logo',
    '└─ t/2       7bit        9 octets',
    '   └─ t/2.1  7bit        9 octets',
    '',
  ]);
});

test('the tenth part comes after the ninth', () => {
  const parts = Array.from({ length: 10 }, (_, index) => part(String(index + 1)));
  const lines = partTree([part(''), ...parts]).split('\n');
  assert.match(lines[9] ?? '', /^├─ t\/9 /);
  assert.match(lines[10] ?? '', /^└─ t\/10 /);
});

test.run();
