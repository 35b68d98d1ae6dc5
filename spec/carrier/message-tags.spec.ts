/** The body of X-SES-MESSAGE-TAGS. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseMessageTags } from '../../lib/carrier/message-tags.ts';
import { xSesFields } from '../../lib/carrier/x-ses-fields.ts';

const test = suite('carrier/message-tags');

/** Names and values, an entry without an equals sign by its name alone. */
function pairs(body: string): readonly (readonly string[])[] {
  return parseMessageTags(body).map(({ name, value }) =>
    value === undefined ? [name.text] : [name.text, value.text],
  );
}

test('entries are parted by commas, names and values by the first equals sign', () => {
  assert.equal(pairs('kind=receipt, lot=7'), [
    ['kind', 'receipt'],
    ['lot', '7'],
  ]);
  assert.equal(pairs('\tkind = a=b ,lot'), [['kind', 'a=b'], ['lot']]);
});

test('what is empty is an entry too', () => {
  assert.equal(pairs(''), [['']]);
  assert.equal(pairs('a=b, ,'), [['a', 'b'], [''], ['']]);
  assert.equal(pairs('=b, a='), [
    ['', 'b'],
    ['a', ''],
  ]);
});

test('law: spans are those of the texts, in order, without blanks around them', () => {
  const body = fc
    .array(fc.constantFrom('a', '=', ',', ' ', '\t', ';', 'ses:'))
    .map((all) => all.join(''));
  fc.assert(
    fc.property(body, (text) => {
      const entries = parseMessageTags(text);
      assert.is(entries.length, text.split(',').length);
      let at = 0;
      for (const { start, end, name, value } of entries) {
        assert.ok(start >= at && end >= start && end <= text.length);
        assert.ok(name.start >= start && (value?.end ?? name.end) <= end);
        for (const one of [name, ...(value === undefined ? [] : [value])]) {
          assert.is(text.slice(one.start, one.end), one.text);
          assert.not.match(one.text, /^[ \t]|[ \t]$|,/);
        }
        at = end;
      }
    }),
    { numRuns: 500 },
  );
});

test('law: what is written reads back', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9_-]{1,8}$/);
  fc.assert(
    fc.property(fc.dictionary(word, word, { minKeys: 1 }), (tags) => {
      const [field] = xSesFields({ tags });
      assert.equal(pairs(field?.body.join(' ') ?? ''), Object.entries(tags));
    }),
  );
});

test.run();
