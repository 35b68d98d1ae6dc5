/** URIs of List fields as read. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { formatUris } from '../../lib/header/uri.ts';
import { parseUriList } from '../../lib/header/uri-list-parsing.ts';
import { anyString } from '../../lib/testing/arbitraries.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('header/uri-list-parsing');

function read(text: string): string {
  const { uris, defects } = parseUriList(text);
  const codes = defects.map(({ code, start, end }) => `!${code} ${text.slice(start, end)}`);
  return [...uris.map(({ uri }) => uri), ...codes].join(' | ');
}

test('URIs stand in angles, with commas between and comments around (RFC 2369 §2)', () => {
  assert.is(read(' <https://b.example/u>'), 'https://b.example/u');
  assert.is(
    read('(Use) <mailto:u@b.example?subject=a,b(c)> (this),(or) <https://b.example/?a=(b)> (that)'),
    'mailto:u@b.example?subject=a,b(c) | https://b.example/?a=(b)',
  );
});

test('a body that starts with anything else has none (RFC 2369 §2)', () => {
  assert.is(read(' https://b.example/u '), '!uri-no-angle-brackets https://b.example/u');
  assert.is(read('NO (closed)'), '!uri-no-angle-brackets NO (closed)');
  assert.is(
    read('Leave: <https://b.example/>'),
    '!uri-no-angle-brackets Leave: <https://b.example/>',
  );
  assert.is(read(''), '!uri-no-angle-brackets ');
});

test('an item without angles is left out', () => {
  assert.is(
    read('<x:a>, https://b.example/ , <x:c>'),
    'x:a | x:c | !uri-no-angle-brackets https://b.example/',
  );
  assert.is(read('<x:a>, <x:b'), 'x:a | !uri-no-angle-brackets <x:b');
  assert.is(read('<x:a <x:b>'), 'x:b | !uri-no-angle-brackets <x:a ');
});

test('what is no absolute URI in ASCII is given, and noted', () => {
  assert.is(
    read('<https://b.exa mple/>'),
    'https://b.example/ | !uri-invalid <https://b.exa mple/>',
  );
  assert.is(read('<b.example/u>'), 'b.example/u | !uri-invalid <b.example/u>');
  assert.is(
    read('<https://b\xfccher.example/>'),
    'https://b\xfccher.example/ | !uri-invalid <https://b\xfccher.example/>',
  );
  assert.is(read('<=?utf-8?q?x?=>'), '=?utf-8?q?x?= | !uri-invalid <=?utf-8?q?x?=>');
  assert.is(read('<> , < >'), '!uri-invalid <> | !uri-invalid < >');
});

test('commas that are missing, or too many, are noted', () => {
  assert.is(read('<x:a> <x:b>'), 'x:a | x:b | !uri-separator ');
  assert.is(read('<x:a>; <x:b>'), 'x:a | x:b | !uri-separator ;');
  assert.is(read('<x:a> or so, <x:b>'), 'x:a | x:b | !uri-separator or so');
  assert.is(read('<x:a>,, <x:b>,'), 'x:a | x:b | !uri-separator , | !uri-separator ');
});

const uri = fc
  .webUrl({ withQueryParameters: true, withFragments: true })
  .filter((url) => !/['"<>\\^`{|}]/.test(url));

test('law: what is formatted reads back, without defects', () => {
  fc.assert(
    fc.property(fc.array(uri, { minLength: 1, maxLength: 4 }), (uris) => {
      const { uris: found, defects } = parseUriList(formatUris(uris).join(''));
      assert.equal([found.map((one) => one.uri), defects], [uris, []]);
    }),
  );
});

const hostile = fc.oneof(
  anyString,
  fc.string({ unit: fc.constantFrom(...'x:/<>,;() \t"\\\xff'.split('')), size: 'medium' }),
  fc.string({ unit: fc.constantFrom('<x:a>', '<x: b', ',', '>', '(', ')', ' ', 'y') }),
);

test('law: total; spans are in order, and each reads as the same URI', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const { uris, defects } = parseUriList(text);
      let end = 0;
      for (const { uri: one, span } of uris) {
        assert.ok(span.start >= end && span.end <= text.length);
        end = span.end;
        assert.equal(
          parseUriList(text.slice(span.start, span.end)).uris.map((again) => again.uri),
          [one],
        );
      }
      for (const { start, end: last } of defects) {
        assert.ok(0 <= start && start <= last && last <= text.length);
      }
    }),
    { numRuns: 300 },
  );
});

test('law: linear in time', () => {
  for (const piece of [
    '(',
    ')',
    '<',
    '>',
    ',',
    ' ',
    '"',
    ':',
    'x',
    '<x',
    '<x:a>, ',
    '<>',
    '<x:a> (',
  ]) {
    assertLinear(piece, () => parseUriList(piece.repeat(300_000)));
    assertLinear(`<x:a>${piece}`, () => parseUriList(`<x:a>${piece.repeat(300_000)}`));
  }
});

test.run();
