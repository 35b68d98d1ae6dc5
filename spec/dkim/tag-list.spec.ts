/** Tag lists of DKIM: what is a tag, and where its value stands. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseTagList, signedFieldNames } from '../../lib/dkim/tag-list.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('dkim/tag-list');

function values(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...parseTagList(text).tags.values()].map(({ name, value }) => [name, value]),
  );
}

test('tags are name=value, blanks around them left out', () => {
  assert.equal(values(' v=1; a = rsa-sha256 ;d=example.com;'), {
    v: '1',
    a: 'rsa-sha256',
    d: 'example.com',
  });
  assert.equal(values('b=a=b==; c='), { b: 'a=b==', c: '' });
});

test('what is no tag is passed over, and of equal names the first counts', () => {
  assert.equal(values('; ; x; =y; a=1; a=2; A=3'), { a: '1', A: '3' });
  assert.equal(values(''), {});
});

test('names in h= stand between colons, with blanks around them', () => {
  const text = 'v=1; h=From : To:\tDate ::Subject; b=x';
  const h = parseTagList(text).tags.get('h');
  assert.ok(h);
  const names = signedFieldNames(h).map(({ name, span }) => {
    assert.is(text.slice(span.start, span.end), name);
    return name;
  });
  assert.equal(names, ['From', 'To', 'Date', 'Subject']);
});

test('without a colon between them, they are one name, which no field has', () => {
  const h = parseTagList('h=From:Sub ject').tags.get('h');
  assert.ok(h);
  assert.equal(
    signedFieldNames(h).map(({ name }) => name),
    ['From', 'Sub ject'],
  );
});

test('of what spoils a list, the first thousand are told', () => {
  assert.is(parseTagList('x;'.repeat(2000)).malformed.length, 1000);
  assert.is(parseTagList('x=1;'.repeat(2000)).repeated.length, 1000);
});

const piece = fc.constantFrom('h', '=', ';', ' ', '\t', ':', 'From', '\0', '\xe9', 'b=x;');

test('law: any text has tags, with values where they say', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join('');
      for (const tag of parseTagList(text).tags.values()) {
        assert.is(text.slice(tag.valueSpan.start, tag.valueSpan.end), tag.value);
        for (const { name, span } of signedFieldNames(tag)) {
          assert.is(text.slice(span.start, span.end), name);
        }
      }
    }),
  );
});

test('time is linear in pieces that are no tags', () => {
  assertLinear('pieces', () => parseTagList('x;'.repeat(1_500_000)));
});

test.run();
