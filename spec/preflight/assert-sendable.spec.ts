/** Preflight as a guard. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { assertSendable, NotSendableError } from '../../lib/preflight/assert-sendable.ts';
import { preflight } from '../../lib/preflight/run.ts';
import { fixture } from '../support/fixture.ts';

const test = suite('preflight/assert-sendable');

const plain = fixture('base/plain.eml');

test('of a message without errors it returns the report, warnings and all', () => {
  assert.equal(assertSendable(plain), preflight(plain));
  const lfOnly = fixture('foreign/lf-only.eml');
  assert.equal(assertSendable(lfOnly).findings.length, 1);
});

test('it throws for an error, and lists every one with its place and what SES says', () => {
  const octets = fixture('foreign/two-angle-parts.eml');
  const options = { destinations: ['bob@example.net', 'Roe, Bob <bob@example.net>'] };
  const lines = [
    'the message has 2 errors:',
    '- line 2, column 2: "<relay@example.net>" follows another address without a comma: ' +
      '"Depot <depot@example.com> <relay@example.net>" [address/missing-comma] (SES: Extra route-addr)',
    '- destinations[1]: a comma in a display name without quotes: "Roe, Bob <bob@example.net>" ' +
      '[address/unquoted-specials] (SES: Illegal address)',
  ];
  assert.throws(
    () => assertSendable(octets, options),
    (error: unknown) =>
      error instanceof NotSendableError &&
      error.code === 'not-sendable' &&
      error.message === lines.join('\n') &&
      error.report.errors.length === 2,
  );
});

test('a severity that is no error lets a message pass', () => {
  const octets = fixture('foreign/long-line.eml');
  const severity = { 'rfc5322/line-too-long': 'warning' } as const;
  assert.is(assertSendable(octets, { severity }).findings[0]?.severity, 'warning');
});

test.run();
