/** Unstructured bodies: as they are where every reader gives that back, else encoded-words. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { foldField } from '../../lib/header/folding.ts';
import { formatUnstructured } from '../../lib/header/unstructured.ts';
import { text } from '../../lib/testing/arbitraries.ts';
import { decodeWord } from '../support/encoded-words.ts';

const test = suite('header/unstructured');

const name = fc.constantFrom('Subject', 'X', 'X-Some-Field-With-A-Longer-Name');

test('law: the pieces are the text, or words that decode to it', () => {
  fc.assert(
    fc.property(name, text, (n, t) => {
      const pieces = formatUnstructured(n, t);
      const isEncoded = pieces.join('').includes('=?');
      const read = isEncoded
        ? pieces.map((piece) => decodeWord(piece.slice(1))).join('')
        : pieces.join('').slice(1);
      assert.is(read, t);
    }),
    { numRuns: 300 },
  );
});

test('law: text of printable words with single blanks between is not encoded (W8)', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[!-~]{1,40}(?: [!-~]{1,40}){0,20}$/), (t) => {
      fc.pre(!t.includes('=?'));
      assert.is(formatUnstructured('Subject', t).join(''), ` ${t}`);
    }),
  );
});

test('law: lines are 998 octets at most, 76 with encoded-words; the text starts beside the name', () => {
  fc.assert(
    fc.property(name, text, (n, t) => {
      const field = foldField(n, formatUnstructured(n, t), { keepsFirst: true });
      assert.match(field, /^[^:]+: \S/);
      for (const line of field.split('\r\n')) {
        assert.ok(line.length <= (field.includes('=?') ? 76 : 998), line);
      }
    }),
    { numRuns: 300 },
  );
});

test('blanks at the ends or in runs, look-alikes and overlong words are encoded', () => {
  for (const t of [' x', 'x ', 'a  b', 'a\tb', '=?utf-8?Q?x?=', 'x=?', 'x'.repeat(2000)]) {
    assert.match(formatUnstructured('Subject', t)[0] ?? '', /^ =\?utf-8\?/, t);
  }
  assert.equal(formatUnstructured('Subject', 'x'.repeat(900)), [` ${'x'.repeat(900)}`]);
});

test('millions of words are no more than words', () => {
  assert.is(formatUnstructured('Subject', `${'a '.repeat(4e6)}a`).length, 4e6 + 1);
});

test.run();
