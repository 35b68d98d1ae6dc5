/** Parameter lists: what they mean, what is wrong with them, and that nothing stops the parser. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { formatParameters } from '../../lib/header/parameter.ts';
import { parseParameters } from '../../lib/header/parameter-parsing.ts';
import { parameterNamed } from '../../lib/header/parsed-parameter.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('header/parameter-parsing');

/** Characters that a parameter list is made of, and some that it should not hold. */
const listText = fc
  .array(
    fc.constantFrom(
      ...'ab=;"\\()*%\' \t,/\0\r\n\x80\xff'.split(''),
      'name',
      '*0',
      '*1*',
      '%41',
      'utf-8',
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

function valuesOf(text: string): Record<string, string> {
  const { parameters } = parseParameters(text);
  return Object.fromEntries(parameters.map(({ name, value }) => [name, value]));
}

function defectsOf(text: string): readonly string[] {
  return parseParameters(text).defects.map(({ code, start, end, detail }) => {
    return `${code} ${text.slice(start, end)}${detail === undefined ? '' : `: ${detail}`}`;
  });
}

test('law: total; spans lie inside the text, names are in lower case and each there once', () => {
  fc.assert(
    fc.property(listText, (text) => {
      const { parameters, defects } = parseParameters(text);
      for (const { start, end } of [...defects, ...parameters.map(({ span }) => span)]) {
        assert.ok(0 <= start && start <= end && end <= text.length);
      }
      const names = parameters.map(({ name }) => name);
      assert.equal(names, [...new Set(names)]);
      assert.equal(
        names,
        names.map((name) => name.toLowerCase()),
      );
    }),
    { numRuns: 1000 },
  );
});

test('law: what is formatted parses to the same parameters (RFC 2045 §5.1, RFC 2231)', () => {
  const value = fc.string({ unit: 'grapheme', maxLength: 120 });
  fc.assert(
    fc.property(value, value, (filename, title) => {
      const written = [
        { name: 'filename', value: filename },
        { name: 'title', value: title },
      ];
      const { parameters, defects } = parseParameters(formatParameters(written).join(''));
      assert.equal(
        parameters.map(({ name, value: read }) => ({ name, value: read })),
        written,
      );
      assert.equal(defects, []);
    }),
  );
});

test('law: a span holds a parameter that parses to the same value again', () => {
  fc.assert(
    fc.property(listText, (text) => {
      for (const { name, value, span, isExtended } of parseParameters(text).parameters) {
        const again = parseParameters(text.slice(span.start, span.end)).parameters;
        if (parseParameters(text).defects.length > 0) continue;
        assert.is(parameterNamed(again, name)?.value, value);
        assert.is(parameterNamed(again, name)?.isExtended, isExtended);
      }
    }),
  );
});

test('tokens, quoted strings, blanks and comments are read (RFC 2045 §5.1)', () => {
  assert.equal(valuesOf('; charset=us-ascii (Plain text)'), { charset: 'us-ascii' });
  assert.equal(valuesOf(' ; (a) Charset (b) = (c) "us-ascii" (d (e) \\) f)'), {
    charset: 'us-ascii',
  });
  assert.equal(valuesOf('; a="\\"x\\\\;y\\"" ; b=c'), { a: '"x\\;y"', b: 'c' });
  assert.equal(valuesOf('; a=""'), { a: '' });
  assert.equal(defectsOf('; charset=us-ascii (Plain text); a=""'), []);
});

test('continuations are joined by their numbers (RFC 2231 §3)', () => {
  const list = '; URL*1="cs.utk.edu/pub/moore/bulk-mailer/bulk-mailer.tar"; x=y; URL*0="ftp://"';
  assert.is(valuesOf(list).url, 'ftp://cs.utk.edu/pub/moore/bulk-mailer/bulk-mailer.tar');
  assert.equal(defectsOf(list), []);
});

test('extended values are decoded, with charset and language (RFC 2231 §4)', () => {
  const list = "; title*=us-ascii'en-us'This%20is%20%2A%2A%2Afun%2A%2A%2A";
  const [title] = parseParameters(list).parameters;
  assert.is(title?.value, 'This is ***fun***');
  assert.is(title?.charset, 'us-ascii');
  assert.is(title?.language, 'en-us');
});

test('extended and plain segments go together (RFC 2231 §4.1)', () => {
  const list = [
    "; title*0*=us-ascii'en'This%20is%20even%20more%20",
    'title*1*=%2A%2A%2Afun%2A%2A%2A%20',
    'title*2="isn\'t it!"',
  ].join(';');
  assert.is(valuesOf(list).title, "This is even more ***fun*** isn't it!");
  assert.equal(defectsOf(list), []);
});

test('a character may stand astride two segments (RFC 2231 §4.1)', () => {
  assert.equal(valuesOf("; n*0*=utf-8''caf%C3; n*1*=%A9.txt"), { n: 'café.txt' });
});

test('of two forms the extended one counts, then the segments, then the plain one', () => {
  assert.equal(valuesOf("; n=a; n*=utf-8''%C3%A9; n*0=x"), { n: 'é' });
  assert.equal(valuesOf('; n=a; n*0=x; n*1=y'), { n: 'xy' });
});

test('law: defects are those of the list, at their places', () => {
  const cases: readonly (readonly [list: string, ...defects: string[]])[] = [
    ['; a=(x', 'comment-unbalanced (x', 'parameter-syntax : no value'],
    ['; a="x', 'quoted-string-unclosed "x'],
    ['; a="x" y', 'parameter-syntax y: text behind the closing quote'],
    [';; a=b', 'parameter-syntax ;: an empty parameter'],
    ['; a=b;', 'parameter-trailing-semicolon ;'],
    ['; a; b=c', 'parameter-syntax a: no "=" behind the name'],
    ['; =a', 'parameter-syntax =a: no name'],
    ['; a=', 'parameter-syntax : no value'],
    ['; a=b c=d', 'parameter-syntax : no ";" between parameters'],
    ['; a="b"c=d', 'parameter-syntax : no ";" between parameters'],
    ['; a=x/y; b=my file (1).pdf ', 'parameter-unquoted x/y', 'parameter-unquoted my file (1).pdf'],
    ['; a=b; A=c', 'parameter-duplicate A=c'],
    ['; a*0=b; a*0=c', 'parameter-duplicate a*0=c'],
    ['; a*0=b; a*2=c', 'parameter-continuation a*2=c: a gap before it'],
    ['; a*00=b', 'parameter-continuation a*00=b: a leading 0'],
    ['; a**=b', 'parameter-continuation a**=b: the name'],
    ["; a*=utf-8'x", "parameter-extended-syntax a*=utf-8'x"],
    ["; a*=utf-8''%zz", `parameter-extended-syntax a*=utf-8''%zz: "%" without two hex digits`],
    ["; a*0*=utf-8''b; a*1=%20c", 'parameter-extended-in-plain a*1=%20c'],
    ['; a*0=b; a*1*=%20c', 'parameter-extended-first a*0=b'],
    ["; a=b; a*=utf-8''c", 'parameter-both-forms a=b'],
    ["; a=b; a*=utf-8''b"],
    ["; a*=utf8x''b", "charset-unknown a*=utf8x''b: utf8x"],
    ["; a*=utf-8''%E9", "charset-invalid-bytes a*=utf-8''%E9: utf-8"],
  ];
  for (const [list, ...defects] of cases) assert.equal(defectsOf(list), defects, list);
});

test('what is forgiven keeps its value', () => {
  assert.equal(valuesOf('; filename=my file (1).pdf; x=y'), {
    filename: 'my file (1).pdf',
    x: 'y',
  });
  assert.equal(valuesOf('; charset=utf-8 name=a'), { charset: 'utf-8', name: 'a' });
  assert.equal(valuesOf(';; a=b;'), { a: 'b' });
  assert.equal(valuesOf("; a*=utf8x''caf%C3%A9"), { a: 'café' });
  assert.equal(valuesOf('; a*=%E9'), { a: 'é' });
});

test('law: linear, whatever is repeated', () => {
  for (const piece of [
    '(',
    ')',
    '(x)',
    ';',
    ';a',
    ';a=',
    ';a=b (',
    '"',
    '\\"',
    '=',
    ' ',
    ' a=b',
    "'",
  ]) {
    assertLinear(piece, () => {
      parseParameters(`; a=b${piece.repeat(100_000)}`);
      parseParameters(`; a="${piece.repeat(100_000)}x`);
      parseParameters(`; a*=utf-8''${piece.repeat(100_000)}x`);
    });
  }
});

test.run();
