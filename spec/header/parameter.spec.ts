/** Parameters: RFC 2045 §5.1, RFC 2231; written once each, in the plainest form that is safe. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { foldField } from '../../lib/header/folding.ts';
import { parseMediaType } from '../../lib/header/media-type-parsing.ts';
import { formatParameters } from '../../lib/header/parameter.ts';
import { filename, text } from '../../lib/testing/arbitraries.ts';

const test = suite('header/parameter');

const name = fc.constantFrom('filename', 'name', 'charset', 'x-y', 'a-longer-parameter-name');
const value = fc.oneof(
  filename,
  text,
  fc.constant(''),
  fc.stringMatching(/^[A-Za-z0-9.'*%]{1,90}$/),
);
const parameters = fc.uniqueArray(fc.record({ name, value }, { noNullPrototype: true }), {
  selector: (parameter) => parameter.name,
  minLength: 1,
  maxLength: 4,
});

test('law: what is formatted parses to the same parameters (P1)', () => {
  fc.assert(
    fc.property(parameters, (given) => {
      const { mediaType, defects } = parseMediaType(`a/b;${formatParameters(given).join('')}`);
      const read = mediaType.parameters.map((one) => ({ name: one.name, value: one.value }));
      assert.equal(read, given);
      assert.equal(defects, []);
    }),
    { numRuns: 300 },
  );
});

test('law: a decoder of RFC 2231 alone reads it, from one form of each parameter (P3, P4)', () => {
  fc.assert(
    fc.property(name, value, (n, v) => {
      assert.is(decode(n, formatParameters([{ name: n, value: v }])), v);
    }),
    { numRuns: 300 },
  );
});

test('law: no line is longer than 78 octets (P5)', () => {
  fc.assert(
    fc.property(parameters, (given) => {
      const field = foldField('Content-Type', [' a/b;', ...formatParameters(given)]);
      for (const line of field.split('\r\n')) assert.ok(line.length <= 78, line);
    }),
    { numRuns: 300 },
  );
});

test('each form by hand (P2)', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['a.pdf', 'n=a.pdf'],
    ['a b.pdf', 'n="a b.pdf"'],
    ['a"b\\c;d', 'n="a\\"b\\\\c;d"'],
    ['', 'n=""'],
    ['a"; name="b', 'n="a\\"; name=\\"b"'],
    ['Zoë.pdf', "n*=utf-8''Zo%C3%AB.pdf"],
    ['=?x', "n*=utf-8''%3D%3Fx"],
    [' a', "n*=utf-8''%20a"],
    ['a  b', "n*=utf-8''a%20%20b"],
    ['a\tb', "n*=utf-8''a%09b"],
  ];
  for (const [v, formatted] of cases) {
    assert.equal(formatParameters([{ name: 'n', value: v }]), [` ${formatted}`]);
  }
  assert.equal(formatParameters([]), []);
});

test('a long value is continued, characters whole', () => {
  const pieces = formatParameters([{ name: 'n', value: 'é'.repeat(30) }]);
  assert.equal(pieces, [
    ` n*0*=utf-8''${'%C3%A9'.repeat(10)};`,
    ` n*1*=${'%C3%A9'.repeat(11)};`,
    ` n*2*=${'%C3%A9'.repeat(9)}`,
  ]);
});

/** Reads the pieces of one parameter, and holds them to the grammar of RFC 2231 §7. */
function decode(n: string, pieces: readonly string[]): string {
  const joined = pieces.map((piece) => piece.slice(1).replace(/;$/, ''));
  const [first = ''] = joined;
  if (first.startsWith(`${n}=`)) {
    assert.is(joined.length, 1);
    const plain = first.slice(n.length + 1);
    return plain.startsWith('"') ? plain.slice(1, -1).replace(/\\(.)/g, '$1') : plain;
  }
  const isContinued = joined.length > 1;
  const texts = joined.map((piece, at) => {
    const start = `${n}*${isContinued ? `${at}*` : ''}=${at === 0 ? "utf-8''" : ''}`;
    assert.ok(piece.startsWith(start), piece);
    assert.match(piece.slice(start.length), /^(?:[!#$&+\-.0-9A-Z^_`a-z{|}~]|%[0-9A-F]{2})+$/);
    return piece.slice(start.length);
  });
  return decodeURIComponent(texts.join(''));
}

test('a value of millions of words does not run out of stack', () => {
  const value = `${'a '.repeat(1e6)}a`;
  assert.match(formatParameters([{ name: 'x', value }])[0] ?? '', /^ x\*0\*=utf-8''a%20a/);
});

test.run();
