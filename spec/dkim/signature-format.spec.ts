/** How a signature is written: its folds, whatever the key. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { formatSignature } from '../../lib/dkim/signature-format.ts';

const test = suite('dkim/signature-format');

const hash = 'A'.repeat(43);

function written(names: readonly string[], b: string = 'B'.repeat(344)): string {
  const tags = [['v', '1'] as const, ['d', 'example.com'] as const];
  return formatSignature(tags, { names, bodyHash: `${hash}=`, b });
}

test('a field in full', () => {
  assert.equal(written(['From', 'To'], 'B'.repeat(88)).split('\r\n'), [
    'DKIM-Signature: v=1; d=example.com; h=From:To;',
    ` bh=${hash}=;`,
    ` b=${'B'.repeat(70)}`,
    ` ${'B'.repeat(18)}`,
    '',
  ]);
});

test('names are folded between colons, the longest on a line of its own', () => {
  const name = 'X'.repeat(76);
  const lines = written(['From', name, 'To', ...Array(30).fill('Subject'), name]).split('\r\n');
  for (const line of lines) assert.ok(line.length <= 78, line);
  assert.ok(lines.includes(` ${name}:`));
  assert.ok(written([name, 'From']).includes(`h=\r\n ${name}:\r\n From;`));
});

test('all before the value of b= is the same, however long it is', () => {
  const before = (octets: number): string => {
    const field = written(['From'], 'B'.repeat(octets));
    return field.slice(0, field.indexOf(' b='));
  };
  assert.is(before(88), before(344));
  assert.is(before(88), before(684));
});

test.run();
