/** Diffs that people read: the lines that differ, all of them and nothing else. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { unifiedDiff } from '../../lib/cli/diff.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('cli/diff');

/** Few different lines, so that many repeat. */
const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'é', '', '-x', '+y', '@@'), {
  maxLength: 30,
});
const textOf = (all: readonly string[]): Buffer =>
  Buffer.from(all.map((one) => `${one}\r\n`).join(''));

/** The new lines, made of the old ones and the hunks. */
function patched(old: readonly string[], diff: string): readonly string[] {
  const made: string[] = [];
  let at = 0;
  for (const [, start = '', body = ''] of diff.matchAll(/^@@ -(\d+),.*\n((?:[ +-].*\n)*)/gm)) {
    const isEmpty = /^@@ -\d+,0 /.test(`@@ -${start}`);
    const from = Number(start) - (isEmpty ? 0 : 1);
    made.push(...old.slice(at, Math.max(at, from)));
    at = Math.max(at, from);
    for (const line of body.split('\n').slice(0, -1)) {
      if (line[0] !== '-') made.push(line.slice(1));
      if (line[0] !== '+') {
        assert.is(old[at], line.slice(1));
        at += 1;
      }
    }
  }
  return [...made, ...old.slice(at)];
}

test('law: the old lines and the diff make the new lines', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const diff = unifiedDiff('x', textOf(before), textOf(after));
      assert.equal(patched(before, diff), after);
      assert.is(
        diff === '',
        before.join('\n') === after.join('\n') && before.length === after.length,
      );
    }),
    { numRuns: 500 },
  );
});

test('law: whatever the octets, the diff is plain text in whole lines', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), fc.string(), (before, after, name) => {
      assert.match(unifiedDiff(name, before, after), /^(?:[^\p{Cc}\u2028]|[\t\n])*$/u);
    }),
  );
});

test('line ends that are no CRLF are named, octets that are no text are escapes', () => {
  const diff = unifiedDiff(
    'x',
    Buffer.from('a\nb\rc\x1b\r\nd'),
    Buffer.from('a\r\nb\r\nc\r\nd\r\n'),
  );
  assert.equal(diff.split('\n'), [
    '--- x',
    '+++ x (mended)',
    '@@ -1,4 +1,4 @@',
    '-a [LF]',
    '-b [CR]',
    '-c\\u001b',
    '-d [no line end]',
    '+a',
    '+b',
    '+c',
    '+d',
    '',
  ]);
});

test('changes that are far from each other stand in hunks of their own', () => {
  const before = Array.from({ length: 30 }, (_, at) => `line ${at}`);
  const after = before.map((line) => (line === 'line 5' || line === 'line 25' ? `${line}!` : line));
  const diff = unifiedDiff('x', textOf(before), textOf(after));
  assert.equal(diff.match(/^@@.*$/gm), ['@@ -3,7 +3,7 @@', '@@ -23,7 +23,7 @@']);
});

test('a diff of a large message takes linear time', () => {
  const before = Array.from({ length: 200_000 }, (_, at) => `${at % 50_000} ${at % 7}`);
  const after = before.toReversed();
  assertLinear('a message turned around', () => unifiedDiff('x', textOf(before), textOf(after)));
});

test.run();
