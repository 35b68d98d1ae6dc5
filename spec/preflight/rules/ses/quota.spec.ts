/** Quotas: whose recipients count, and from where SES is known to refuse. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { PreflightOptions } from '../../../../lib/preflight/options.ts';
import { preflight } from '../../../../lib/preflight/run.ts';

const test = suite('preflight/rules/ses/quota');

const RULES = ['ses/quota-exceeded', 'ses/send-rate'];
const octets = Buffer.from('From: ann@example.com\r\nTo: a@x.de, b@x.de, c@x.de\r\n\r\nHello\r\n');

function look(options: PreflightOptions) {
  const { findings, refused } = preflight(octets, { only: RULES, ...options });
  return { rules: findings.map(({ rule }) => rule), refused };
}

test('what fits is in order to the last recipient; one more is told, and refused where none is left', () => {
  for (const [sentLast24Hours, rules, refused] of [
    [197, [], false],
    [197.5, ['ses/quota-exceeded'], false],
    [199, ['ses/quota-exceeded'], false],
    [200, ['ses/quota-exceeded'], true],
    [5000, ['ses/quota-exceeded'], true],
  ] as const) {
    const quota = { max24HourSend: 200, sentLast24Hours };
    assert.equal(look({ quota }), { rules, refused }, String(sentLast24Hours));
  }
});

test('-1 is no limit, and without a quota nothing is said', () => {
  const quota = { max24HourSend: -1, sentLast24Hours: 1e9 };
  assert.equal(look({ quota }).rules, []);
  assert.equal(look({}).rules, []);
});

test('recipients of the simulator count to the rate, not to the 24 hours', () => {
  const destinations = ['success@simulator.amazonses.com', 'bounce+1@simulator.amazonses.com'];
  const quota = { max24HourSend: 0, sentLast24Hours: 0, maxSendRate: 1 };
  assert.equal(look({ quota, destinations }).rules, ['ses/send-rate']);
});

test('a call to one recipient, and one within the rate, need no wait', () => {
  const numbers = { max24HourSend: -1, sentLast24Hours: 0 };
  assert.equal(look({ quota: { ...numbers, maxSendRate: 3 } }).rules, []);
  assert.equal(look({ quota: { ...numbers, maxSendRate: 2.9 } }).rules, ['ses/send-rate']);
  const destinations = ['a@x.de'];
  assert.equal(look({ quota: { ...numbers, maxSendRate: 0.1 }, destinations }).rules, []);
});

test.run();
