/** Reports: what they say of messages that fail at SES, and what holds of every report. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { profiles } from '../../lib/carrier/limits.ts';
import type { Report } from '../../lib/preflight/report.ts';
import { preflight } from '../../lib/preflight/run.ts';
import { fixtures, foreignVerdicts } from '../support/fixture.ts';
import { anyMessage, options } from '../support/messages.ts';

const test = suite('preflight/report');

/** What is found where SES takes the message and the harm comes later. */
const HARM_COMES_LATER: Readonly<Record<string, readonly string[]>> = {
  'bare-cr-in-body.eml': ['rfc5322/bare-cr'],
  'dkim-signs-rewritten.eml': [
    'ses/dkim-signs-rewritten',
    'ses/dkim-signs-removed',
    'ses/arn-source-only',
  ],
  'eight-bit-labelled-7bit.eml': ['encoding/7bit-violation'],
  'lf-only.eml': ['rfc5322/lf-only'],
  'long-line.eml': ['rfc5322/line-too-long'],
};

test('of a message that SES refuses the report says so, with the text of SES', () => {
  const verdicts = foreignVerdicts();
  for (const [name, octets] of fixtures('foreign')) {
    const { says = null, alsoSaid = [] } = verdicts[name] ?? {};
    const report = preflight(octets);
    if (says === null) continue;
    assert.ok(report.refused, name);
    const texts = report.findings.map(({ ses }) => ses?.text);
    assert.ok(
      [says, ...alsoSaid].some((text) => texts.includes(text)),
      name,
    );
  }
});

test('a message with many faults has every text of SES that the rules know', () => {
  const [, octets] = fixtures('foreign').find(([name]) => name === 'forwarded-at-night.eml') ?? [];
  assert.ok(octets);
  const texts = preflight(octets).findings.flatMap(({ ses }) => ses?.text ?? []);
  assert.equal(texts, [
    "Duplicate header 'Delivered-To'.",
    "Duplicate header 'DKIM-Signature'.",
    "Missing final '@domain'",
    'Domain contains control or whitespace',
    'Local address contains control or whitespace',
    "Duplicate header 'MIME-Version'.",
    'Expected \';\', got "log.csv"',
  ]);
});

test('of a message that SES takes the report does not say that it is refused', () => {
  const verdicts = foreignVerdicts();
  for (const [name, octets] of fixtures('foreign')) {
    if (verdicts[name]?.says !== null) continue;
    const report = preflight(octets);
    assert.not(report.refused, name);
    assert.equal(
      report.findings.map(({ rule }) => rule),
      HARM_COMES_LATER[name],
      name,
    );
  }
});

test('law: a report agrees with itself and with the octets', () => {
  fc.assert(
    fc.property(anyMessage, options, (octets, given) => {
      const report = preflight(octets, given);
      assert.is(
        report.refused,
        report.findings.some(({ ses }) => ses?.refuses === true),
      );
      assert.is(report.ok, report.errors.length === 0);
      assert.equal(
        report.errors,
        report.findings.filter(({ severity }) => severity === 'error'),
      );
      assert.is(report.sizeOctets, octets.length);
      assert.is(report.requestOctets, Buffer.from(octets).toString('base64').length);
      for (const finding of report.findings) assertPlace(finding.at, octets, given);
    }),
    { numRuns: 300 },
  );
});

function assertPlace(
  at: Report['findings'][number]['at'],
  octets: Uint8Array,
  given: Parameters<typeof preflight>[1] = {},
): void {
  assert.ok(0 <= at.start && at.start <= at.end);
  if (at.in === 'option') {
    const value = given[at.option];
    const text = Array.isArray(value) ? value[at.index ?? -1] : value;
    assert.ok(typeof text === 'string' && at.end <= text.length);
    return;
  }
  assert.ok(at.end <= octets.length);
  const before = Buffer.from(octets.subarray(0, at.start)).toString('latin1');
  const isInCrlf = before.endsWith('\r') && octets[at.start] === 0x0a;
  const lines = (isInCrlf ? before.slice(0, -1) : before).split(/\r\n|\r|\n/);
  assert.is(at.line, lines.length);
  assert.is(at.column, (lines.at(-1) ?? '').length + (isInCrlf ? 2 : 1));
}

test('law: findings stand in the order of their octets, those about options last', () => {
  fc.assert(
    fc.property(anyMessage, options, (octets, given) => {
      const keys = preflight(octets, given).findings.map(({ at, rule }) => {
        const place = [at.start, at.end].map((offset) => String(offset).padStart(9, '0'));
        const option =
          at.in === 'option' ? [at.option, String(at.index ?? 0).padStart(9, '0')] : [];
        return [at.in === 'message' ? '0' : '1', ...option, ...place, rule].join(' ');
      });
      assert.equal(keys, keys.toSorted());
    }),
    { numRuns: 300 },
  );
});

test('law: a report is frozen through and through, and survives JSON', () => {
  fc.assert(
    fc.property(anyMessage, options, (octets, given) => {
      const report = preflight(octets, given);
      assert.equal(JSON.parse(JSON.stringify(report)), report);
      assertFrozen(report);
    }),
    { numRuns: 300 },
  );
});

function assertFrozen(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  assert.ok(Object.isFrozen(value));
  for (const member of Object.values(value)) assertFrozen(member);
}

test('law: under smtp no finding speaks of SES, and no message is refused', () => {
  fc.assert(
    fc.property(anyMessage, options, (octets, given) => {
      const { findings, refused } = preflight(octets, { ...given, profile: 'smtp' });
      assert.not(refused);
      for (const { rule, ses } of findings) {
        assert.not(rule.startsWith('ses/'), rule);
        assert.is(ses, undefined);
      }
    }),
    { numRuns: 300 },
  );
});

test('parts are told in order, with paths, types, sizes, file names and content ids', () => {
  const [, related] = fixtures('base').find(([name]) => name === 'related.eml') ?? [];
  assert.ok(related);
  const { parts } = preflight(related);
  assert.equal(
    parts.map(({ path, type, encoding, cid }) => [path, type, encoding, cid]),
    [
      ['', 'multipart/alternative', '7bit', undefined],
      ['1', 'text/plain', '7bit', undefined],
      ['2', 'multipart/related', '7bit', undefined],
      ['2.1', 'text/html', '7bit', undefined],
      ['2.2', 'image/png', 'base64', 'pattern@mail.example.com'],
    ],
  );
  for (const { octets, decodedOctets } of parts) assert.ok(octets >= decodedOctets);
});

test('both APIs are told with both readings of the size, whatever the profile', () => {
  const fits = (octets: number) =>
    Object.values(preflight(Buffer.alloc(octets, 'x'), { only: ['ses/message-size'] }).sizes).map(
      (size) => [size.limitOctets, size.fits, size.fitsAsRequest],
    );
  const [v1, v2] = [10_485_760, 41_943_040];
  assert.equal(fits(0), [
    [v1, true, true],
    [v2, true, true],
  ]);
  assert.equal(fits(7_864_320), fits(0));
  assert.equal(fits(7_864_321)[0], [v1, true, false]);
  assert.equal(fits(v1)[0], [v1, true, false]);
  assert.equal(fits(v1 + 1), [
    [v1, false, false],
    [v2, true, true],
  ]);
});

test('limits are those of the profile', () => {
  const limits = profiles.map((profile) => {
    const { sizeLimitOctets, recipientLimit } = preflight(Buffer.alloc(0), { profile });
    return [sizeLimitOctets, recipientLimit];
  });
  assert.equal(limits, [
    [10_485_760, 50],
    [41_943_040, 50],
    [41_943_040, 50],
  ]);
});

test.run();
