/** What a bad call throws: a stable code, and a message that quotes the value. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { errorCodes, MimewrightError, naming, quoted } from '../lib/errors.ts';

const test = suite('errors');

test('an error has its code, its message and its cause', () => {
  const cause = new Error('cause');
  const error = new MimewrightError('field-name', 'not a field name', { cause });
  assert.instance(error, Error);
  assert.equal([error.name, error.code, error.cause], ['MimewrightError', 'field-name', cause]);
});

test('the codes stand in order, in lower case, each with its meaning', () => {
  const codes = Object.keys(errorCodes);
  assert.equal(codes, codes.toSorted());
  for (const [code, meaning] of Object.entries(errorCodes)) {
    assert.match(code, /^[a-z][a-z0-9]*(?:-[a-z]+)*$/);
    assert.match(meaning, /^.{10,}[^.]$/);
  }
});

test('values are quoted so that nothing of them acts', () => {
  assert.is(quoted('a\r\n"b"\0'), '"a\\r\\n\\"b\\"\\u0000"');
  assert.is(quoted('\ud800'), '"\\ud800"');
  assert.is(quoted(undefined), 'undefined');
  assert.is(quoted(12n), '12');
  assert.is(quoted(Symbol('x')), 'Symbol(x)');
  assert.is(quoted(Object.create(null)), '[object Object]');
  assert.is(quoted({ toString: () => 'x', toJSON: () => 'y' }), '[object Object]');
  assert.is(
    quoted(() => 1),
    '[function]',
  );
});

test('a long value is cut in the middle, and its length named', () => {
  const text = quoted(`${'a'.repeat(5000)}z`);
  assert.ok(text.length < 220);
  assert.match(text, /^"a+…a+z" \(5003 characters\)$/);
});

test('naming puts what a step was for before its error, and keeps code and cause', () => {
  const inner = new MimewrightError('uri-syntax', 'not a URI');
  assert.throws(
    () =>
      naming('List-Help', () => {
        throw inner;
      }),
    (error: unknown) =>
      error instanceof MimewrightError &&
      error.code === 'uri-syntax' &&
      error.message === 'List-Help: not a URI' &&
      error.cause === inner,
  );
  const other = new TypeError('no error of ours');
  assert.throws(
    () =>
      naming('x', () => {
        throw other;
      }),
    (error: unknown) => error === other,
  );
  assert.is(
    naming('x', () => 1),
    1,
  );
});

test.run();
