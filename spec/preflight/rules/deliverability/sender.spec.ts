/** Dates that lie ahead of the moment of sending. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { PreflightOptions } from '../../../../lib/preflight/options.ts';
import { preflight } from '../../../../lib/preflight/run.ts';
import { fixture } from '../../../support/fixture.ts';

const test = suite('preflight/rules/deliverability/sender');

/** Its Date is ten in the morning of 17 November 2025, UTC. */
const message = fixture('base/plain.eml');

function found(options: PreflightOptions): readonly string[] {
  return preflight(message, { profile: 'smtp', ...options }).findings.map((one) => one.rule);
}

test('a Date more than three hours ahead is told, where the moment is known', () => {
  assert.equal(found({ now: new Date('2025-11-17T06:59:00Z') }), ['deliverability/date-skew']);
  assert.equal(found({ now: new Date('2025-11-17T07:01:00Z') }), []);
  assert.equal(found({}), []);
});

test('SES writes the Date itself', () => {
  assert.equal(found({ profile: 'ses-v2', now: new Date('2025-11-10T00:00:00Z') }), []);
});

test.run();
