/** Media types as read. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseMediaType } from '../../lib/header/media-type-parsing.ts';

const test = suite('header/media-type-parsing');

function read(text: string): string {
  const { mediaType, defects } = parseMediaType(text);
  const parameters = mediaType.parameters.map(({ name, value }) => `${name}=${value}`);
  const codes = defects.map(({ code, start, end }) => `!${code} ${text.slice(start, end)}`);
  return [mediaType.essence, ...parameters, ...codes].join(' ');
}

test('type and subtype are read in any case, among blanks and comments (RFC 2045 §5.1)', () => {
  assert.is(read(' Text/HTML'), 'text/html');
  assert.is(read(' (a) Text (b) / (c) HTML (d); Charset=UTF-8 (e)'), 'text/html charset=UTF-8');
});

test('what is no media type is text/plain, and keeps its parameters (RFC 2045 §5.2)', () => {
  assert.is(read(''), 'text/plain !content-type-syntax ');
  assert.is(read(' text; charset=x'), 'text/plain charset=x !content-type-syntax text');
  assert.is(read('text/; a=b'), 'text/plain a=b !content-type-syntax text/');
  assert.is(read('/html'), 'text/plain !content-type-syntax /html');
  assert.is(read('"text/html"'), 'text/plain !content-type-syntax "text/html"');
});

test('a missing semicolon is forgiven', () => {
  assert.is(read('text/html charset=x'), 'text/html charset=x !parameter-syntax ');
});

test('law: total; the essence is type/subtype in lower case', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aZ/;="()\\ \t*%,\0\xff'.split('')) });
  fc.assert(
    fc.property(text, (body) => {
      const { type, subtype, essence } = parseMediaType(body).mediaType;
      assert.is(essence, `${type}/${subtype}`);
      assert.match(essence, /^[^A-Z/\s]+\/[^A-Z/\s]+$/);
    }),
  );
});

test.run();
