/** Whatever fuzzing has ever found keeps to the laws, and stays. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fixture, fixtures } from '../../support/fixture.ts';
import { judge } from '../../support/tree-laws.ts';

const test = suite('run/fuzz/found');

for (const [name, octets] of fixtures('found')) {
  test(`${name} keeps to the laws`, () => {
    assert.is(judge(octets).broken?.error.message, undefined);
  });
}

test('every find has its reason, and every reason its find', () => {
  const reasons: Readonly<Record<string, unknown>> = JSON.parse(
    fixture('found/found.json').toString(),
  );
  assert.equal(
    Object.keys(reasons),
    fixtures('found').map(([name]) => name),
  );
});

test('a find that breaks a law would be seen', () => {
  const law = (): void => assert.unreachable('planted');
  assert.is(judge(Buffer.from('a'), { planted: law }).broken?.law, 'planted');
});

test.run();
