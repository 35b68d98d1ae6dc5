/** URIs in List fields: RFC 2369 §2. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MimewrightError } from '../../lib/errors.ts';
import { formatUris, parseUri, parseUriList } from '../../lib/header/uri.ts';
import { anyString } from '../../lib/testing/arbitraries.ts';

const test = suite('header/uri');

const uri = fc.oneof(
  fc
    .webUrl({ withQueryParameters: true, withFragments: true })
    .filter((url) => !/['"<>\\^`{|}]/.test(url)),
  fc.constantFrom('mailto:u@b.example?subject=a%20b,c', 'https://x.example/a,b', 'https://[::1]/'),
);

test('law: what is formatted parses to the same URIs, commas within them and all', () => {
  fc.assert(
    fc.property(fc.array(uri, { minLength: 1, maxLength: 4 }), (uris) => {
      assert.equal(parseUriList(formatUris(uris).join(''), 'List-Help'), uris);
    }),
  );
});

test('law: any string gives URIs in ASCII without blanks or angles, or a MimewrightError', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        anyString,
        anyString.map((s) => `<https://x.example/${s}>`),
      ),
      (typed) => {
        try {
          for (const one of parseUriList(typed, 'List-Help'))
            assert.match(one, /^[!#-;=?-~]{1,994}$/);
        } catch (error) {
          assert.instance(error, MimewrightError);
          assert.match(String(error), /List-Help: not an absolute URI/);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('what is no absolute URI is refused', () => {
  for (const typed of [
    '',
    '/a',
    'x.example/a',
    'https:',
    'https://x.example/a b',
    'https://bücher.example/',
  ]) {
    assert.throws(() => parseUri(typed, 'List-Help'), /uri|URI/, typed);
  }
  assert.throws(() => parseUri('https://x.example/>\r\nX: y', 'List-Help'), /URI/);
  assert.throws(() => parseUri(`https://x.example/${'x'.repeat(1100)}`, 'List-Help'), /994/);
  assert.throws(() => parseUriList('<https://x.example/> x', 'List-Help'), /URI/);
  assert.throws(() => parseUriList('<https://x.example/>, ', 'List-Help'), /URI/);
});

test.run();
