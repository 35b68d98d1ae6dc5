/** Content dispositions as read. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseDisposition } from '../../lib/header/disposition-parsing.ts';

const test = suite('header/disposition-parsing');

function read(text: string): string {
  const { disposition, defects } = parseDisposition(text);
  const parameters = disposition.parameters.map(({ name, value }) => `${name}=${value}`);
  const codes = defects.map(({ code, start, end }) => `!${code} ${text.slice(start, end)}`);
  return [disposition.type, ...parameters, ...codes].join(' ');
}

test('type and parameters are read (RFC 2183 §2)', () => {
  assert.is(read(' Inline'), 'inline');
  assert.is(
    read(' attachment; filename=genome.jpeg; size=3'),
    'attachment filename=genome.jpeg size=3',
  );
  assert.is(read(' x-new (a); filename="a b"'), 'x-new filename=a b');
});

test('without a type it is an attachment (RFC 2183 §2.8)', () => {
  assert.is(read(' filename="a"'), 'attachment filename=a !disposition-syntax ');
  assert.is(read(''), 'attachment !disposition-syntax ');
  assert.is(read(' "inline"; filename=a'), 'attachment filename=a !disposition-syntax "inline"');
});

test('a missing semicolon is forgiven', () => {
  assert.is(read('inline filename=a'), 'inline filename=a !parameter-syntax ');
});

test('law: total; the type is never empty', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aZ/;="()\\ \t*%,\0\xff'.split('')) });
  fc.assert(
    fc.property(text, (body) => {
      assert.ok(parseDisposition(body).disposition.type.length > 0);
    }),
  );
});

test.run();
