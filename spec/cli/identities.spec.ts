/** Verified identities, as people and the AWS command line write them down. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { identitiesOf } from '../../lib/cli/identities.ts';
import { judgingOptions } from '../../lib/cli/judging-options.ts';
import { parseArguments } from '../../lib/cli/option.ts';
import { UsageError } from '../../lib/cli/usage-error.ts';
import { stageOf } from '../support/command-line.ts';

function identitiesIn(text: string, ...more: readonly string[]): Promise<readonly string[]> {
  const args = parseArguments(['--identities', 'list', ...more], judgingOptions);
  return identitiesOf(args, stageOf({ files: { list: text } }).io);
}

const test = suite('cli/identities');

test('one a line, without remarks', async () => {
  const text = '# ours\nb.example\r\n\n  ann@c.example # hers\n';
  assert.equal(await identitiesIn(text), ['b.example', 'ann@c.example']);
  assert.equal(await identitiesIn(text, '--identity', 'd.example'), [
    'd.example',
    'b.example',
    'ann@c.example',
  ]);
  assert.equal(await identitiesIn(''), []);
});

test('the JSON of v1, of v2, and a plain list', async () => {
  assert.equal(await identitiesIn('{"Identities": ["b.example"], "NextToken": "x"}'), [
    'b.example',
  ]);
  const v2 = {
    EmailIdentities: [
      { IdentityType: 'DOMAIN', IdentityName: 'b.example', SendingEnabled: true },
      { IdentityType: 'DOMAIN', IdentityName: 'pending.example', SendingEnabled: false },
    ],
  };
  assert.equal(await identitiesIn(JSON.stringify(v2)), ['b.example']);
  assert.equal(await identitiesIn(' ["b.example"]'), ['b.example']);
});

test('broken JSON is neither', async () => {
  const error = await identitiesIn('{"Identities": [').catch((thrown: unknown) => thrown);
  assert.instance(error, UsageError);
  assert.match(
    String(error),
    /--identities list: it is neither a list nor the JSON of the AWS CLI/,
  );
});

test.run();
