/** Every text that SES was seen to give, with an input like the one that got it. */

import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isSameText } from '../lib/carrier/ses-text-match.ts';
import type { PreflightOptions } from '../lib/preflight/options.ts';
import type { OptionPlace } from '../lib/preflight/report.ts';
import { preflight } from '../lib/preflight/run.ts';
import { explainSesError } from '../lib/ses/explain.ts';
import type { Place } from '../lib/ses/explain-places.ts';
import type { Certainty } from '../lib/ses/explanation.ts';
import { filled } from './support/rule-cases.ts';

/** A text, and the message and options that give it. */
interface Observed {
  readonly text: string;
  /** What was sent, in words. */
  readonly seen: string;
  readonly message: string;
  /** Octets that the message is brought to. */
  readonly fill?: number;
  /** Lines of 50 octets that it gets at its end. */
  readonly lines?: number;
  readonly options?: PreflightOptions;
  /** The octets at fault, and what stands around them. */
  readonly at?: string;
  readonly after?: string;
  readonly before?: string;
  readonly span?: readonly [start: number, end: number];
  readonly option?: Pick<OptionPlace, 'option' | 'index'>;
  /** The place told holds or borders on these octets; else it is they alone. */
  readonly within?: true;
  /** A place is told, wherever; or none. */
  readonly anywhere?: true;
  readonly nowhere?: true;
  /** The code of the error; `InvalidParameterValue` if absent. */
  readonly code?: string;
  /** The error as a whole, and the words of it where they are others than the text. */
  readonly error?: string;
  readonly said?: string;
  /** `found` if absent. */
  readonly certainty?: Certainty;
  /** Whether preflight says that SES refuses; if absent, where the fault is found. */
  readonly refused?: false;
  /** The finding has the text of another way in. */
  readonly otherText?: true;
  readonly retry?: string;
}

const test = suite('observed-errors');

const rows: readonly Observed[] = readFileSync(
  new URL('ses/observed-errors.jsonl', import.meta.url),
  'utf8',
)
  .trimEnd()
  .split('\n')
  .map((line): Observed => JSON.parse(line));

for (const row of rows) {
  const { text, seen, options, code = 'InvalidParameterValue', error, certainty = 'found' } = row;
  const title = `${text.slice(0, 90)} (${seen})`;
  const octets = octetsOf(row);

  if (certainty === 'found' && row.refused !== false) {
    test(`preflight says so beforehand: ${title}`, () => {
      const { refused, findings } = preflight(octets, optionsOf(row));
      assert.ok(refused);
      const texts = findings.map(({ ses }) => ses?.text ?? '');
      assert.ok(row.otherText || texts.some((one) => isSameText(one, text)), texts.join('\n'));
    });
  }

  test(`it is explained: ${title}`, () => {
    const told = explainSesError(error ?? { name: code, message: text }, octets, options);
    const { known, cause, places } = told;
    assert.ok(known);
    assert.ok(isSameText(told.text ?? '', row.said ?? text), told.text);
    assert.is(told.certainty, certainty, cause);
    assert.is(told.retry, row.retry ?? 'no');
    if (row.nowhere) assert.equal(places, []);
    else assert.ok(places.some(isExpected(row, octets)), JSON.stringify(places));
  });
}

test('a text that is not of the catalogue is said to be unknown, whatever the message is', () => {
  for (const row of rows) {
    if (row.fill !== undefined) continue;
    const told = explainSesError('InvalidParameterValue: The moon is full.', octetsOf(row));
    assert.equal([told.known, told.certainty, told.findings], [false, 'unknown', []]);
  }
});

/** The size of API v2 is that of the SMTP endpoint. */
function optionsOf({ options, error }: Observed): PreflightOptions {
  return error?.startsWith('552') ? { ...options, profile: 'ses-v2' } : { ...options };
}

function octetsOf({ message, fill, lines }: Observed): Buffer {
  const octets = Buffer.from(message);
  if (lines !== undefined) {
    return Buffer.concat([octets, Buffer.from(`X-Line: ${'x'.repeat(40)}\r\n`.repeat(lines))]);
  }
  return fill === undefined ? octets : filled(octets, fill);
}

function isExpected(row: Observed, octets: Buffer): (place: Place) => boolean {
  if (row.anywhere) return () => true;
  const { option, within } = row;
  const { start, end } = option === undefined ? spanIn(row, octets) : spanOf(row, row.options);
  return (place) => {
    const isThere = place.in === 'option' ? place.option === option?.option : option === undefined;
    if (!isThere || (place.in === 'option' && place.index !== option?.index)) return false;
    if (within) return place.start <= end && start <= place.end;
    return place.start === start && place.end === end;
  };
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

function spanIn({ at = '', after = '', before = '', span }: Observed, octets: Buffer): Extent {
  if (span !== undefined) return { start: span[0], end: span[1] };
  const found = octets.indexOf(after + at + before);
  assert.ok(found >= 0, `not there: ${after + at + before}`);
  const start = found + Buffer.byteLength(after);
  return { start, end: start + Buffer.byteLength(at) };
}

/** Of an option, the characters at fault. */
function spanOf({ at = '', after = '', option }: Observed, options: PreflightOptions = {}): Extent {
  const value = option && options[option.option];
  const text = Array.isArray(value) ? value[option?.index ?? 0] : value;
  const found = String(text).indexOf(after + at);
  assert.ok(found >= 0, `not there: ${after + at}`);
  return { start: found + after.length, end: found + after.length + at.length };
}

test.run();
