/** Options of the command line as options of preflight. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { judgingOf, judgingOptions, profileOf } from '../../lib/cli/judging-options.ts';
import { parseArguments } from '../../lib/cli/option.ts';
import { UsageError } from '../../lib/cli/usage-error.ts';
import type { PreflightOptions } from '../../lib/index.ts';
import { stageOf, type World } from '../support/command-line.ts';

function options(
  line: string,
  configured: PreflightOptions = {},
  world: World = {},
): Promise<PreflightOptions> {
  const args = parseArguments(line.split(' ').filter(Boolean), judgingOptions);
  return judgingOf(args, configured, stageOf(world).io);
}

const test = suite('cli/judging-options');

test('nothing said is nothing told', async () => {
  assert.equal(await options(''), {});
});

const table: readonly (readonly [line: string, expected: PreflightOptions])[] = [
  ['--profile smtp', { profile: 'smtp' }],
  ['--only ses/message-size --only encoding/nul', { only: ['ses/message-size', 'encoding/nul'] }],
  ['--ignore encoding/nul', { severity: { 'encoding/nul': 'off' } }],
  ['--severity encoding/nul=info', { severity: { 'encoding/nul': 'info' } }],
  ['--template --kind bulk', { template: true, kind: 'bulk' }],
  ['--destination a@b --destination c@d', { destinations: ['a@b', 'c@d'] }],
  ['--source a@b --region eu-west-1', { source: 'a@b', region: 'eu-west-1' }],
  ['--identity b.example --sandbox', { identities: ['b.example'], sandbox: true }],
  ['--tracking', { tracking: true }],
  ['--quota 200,10', { quota: { max24HourSend: 200, sentLast24Hours: 10 } }],
  ['--quota -1,0,14', { quota: { max24HourSend: -1, sentLast24Hours: 0, maxSendRate: 14 } }],
  ['--time 2026-11-23T10:00:00Z', { now: new Date(Date.UTC(2026, 10, 23, 10)) }],
];
for (const [line, expected] of table) {
  test(line, async () => {
    // A value that starts with a hyphen needs the equals sign.
    assert.equal(await options(line.replace('--quota -1', '--quota=-1')), expected);
  });
}

test('arguments count for more than a configuration, severities by rule', async () => {
  const configured: PreflightOptions = {
    profile: 'smtp',
    region: 'eu-west-1',
    severity: { 'encoding/nul': 'off', 'ses/message-size': 'info' },
  };
  assert.equal(await options('--profile ses-v2 --severity encoding/nul=error', configured), {
    profile: 'ses-v2',
    region: 'eu-west-1',
    severity: { 'encoding/nul': 'error', 'ses/message-size': 'info' },
  });
});

test('the profile may come from the environment', async () => {
  const world = { env: { MIMEWRIGHT_PROFILE: 'smtp' } };
  assert.equal(await options('', {}, world), { profile: 'smtp' });
  assert.equal(await options('--profile ses-v1', {}, world), { profile: 'ses-v1' });
  assert.throws(
    () => profileOf(parseArguments([], []), stageOf({ env: { MIMEWRIGHT_PROFILE: 'x' } }).io),
    /MIMEWRIGHT_PROFILE takes ses-v1, ses-v2, smtp, not "x"/,
  );
});

const faults: readonly (readonly [line: string, said: RegExp])[] = [
  ['--only foo', /--only: no rule "foo"; mimewright rules lists them/],
  ['--ignore foo', /--ignore: no rule "foo"/],
  ['--severity foo=off', /--severity: no rule "foo"/],
  ['--severity encoding/nul', /--severity takes RULE=LEVEL, not "encoding\/nul"/],
  ['--severity encoding/nul=bad', /--severity takes error, warning, info, off, not "bad"/],
  ['--kind spam', /--kind takes bulk, transactional, not "spam"/],
  ['--quota 1', /--quota takes MAX,SENT\[,RATE\], not "1"/],
  ['--quota 1,', /--quota takes/],
  ['--quota a,b', /--quota takes/],
  ['--quota 1,2,3,4', /--quota takes/],
  ['--quota 1,2,0', /quota.maxSendRate: 0 sends nothing/],
  ['--time soon', /--time takes a date, as in 2026-11-23T10:00:00Z, not "soon"/],
  ['--time 5', /--time takes a date/],
  ['--identities none.txt', /--identities none\.txt: no such file or directory/],
];
for (const [line, said] of faults) {
  test(`bad usage: ${line}`, async () => {
    const error = await options(line).catch((thrown: unknown) => thrown);
    assert.instance(error, UsageError);
    assert.match(String(error), said);
  });
}

test.run();
