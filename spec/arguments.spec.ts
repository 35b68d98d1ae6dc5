/** What a caller passed, held to what is due. */

import { runInNewContext } from 'node:vm';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  booleanArgument,
  choiceArgument,
  dateArgument,
  octetsArgument,
  recordArgument,
  stringArgument,
  textArgument,
} from '../lib/arguments.ts';
import { MimewrightError } from '../lib/errors.ts';

const test = suite('arguments');

function refuses(call: () => unknown, code: string, reason = /^what/): void {
  assert.throws(
    call,
    (error: unknown) =>
      error instanceof MimewrightError && error.code === code && reason.test(error.message),
  );
}

test('text is a string that is not empty', () => {
  assert.is(textArgument('what', ' '), ' ');
  assert.is(stringArgument('what', ''), '');
  for (const value of [undefined, null, '']) {
    refuses(() => textArgument('what', value), 'value-missing');
  }
  for (const value of [undefined, null]) {
    refuses(() => stringArgument('what', value), 'value-missing');
  }
  for (const value of [0, {}, [], new String('x'), Symbol('x'), () => 'x']) {
    refuses(() => textArgument('what', value), 'value-type', /^what is not a string/);
  }
});

test('a boolean is true or false', () => {
  assert.is(booleanArgument('what', false), false);
  for (const value of [undefined, null, 0, 'true']) {
    refuses(() => booleanArgument('what', value), 'value-type');
  }
});

test('a choice is one of a set, which the error lists', () => {
  assert.is(choiceArgument('what', 'a', ['a', 'b']), 'a');
  refuses(() => choiceArgument('what', 'c', ['a', 'b']), 'option-invalid', /one of a, b: "c"/);
  refuses(() => choiceArgument('what', undefined, ['a']), 'option-invalid');
});

test('octets are any Uint8Array, and nothing else', () => {
  const buffer = Buffer.from('x');
  const view = octetsArgument('what', buffer);
  assert.is(view.buffer, buffer.buffer);
  assert.is(view.toString(), 'x');
  refuses(() => octetsArgument('what', undefined), 'value-missing');
  for (const value of [
    'x',
    [1],
    new ArrayBuffer(1),
    new Uint16Array(1),
    new DataView(new ArrayBuffer(1)),
  ]) {
    refuses(() => octetsArgument('what', value), 'value-type');
  }
});

test('a date is a real one, of any realm, and is copied', () => {
  const given = new Date(0);
  const taken = dateArgument('what', given);
  given.setTime(1);
  assert.is(taken.getTime(), 0);
  assert.is(dateArgument('what', runInNewContext('new Date(2)')).getTime(), 2);
  for (const value of [0, '2026', new Date('x'), Object.create(Date.prototype)]) {
    refuses(() => dateArgument('what', value), 'value-type', /^what is not a valid Date/);
  }
});

test('a record gives its own members, whatever their names', () => {
  const hostile: unknown = JSON.parse('{"__proto__": 1, "constructor": 2}');
  assert.equal(
    [...recordArgument('what', hostile)],
    [
      ['__proto__', 1],
      ['constructor', 2],
    ],
  );
  refuses(() => recordArgument('what', Object.create({ a: 1 })), 'value-type');
  refuses(() => recordArgument('what', hostile, ['a', 'b']), 'option-invalid', /"__proto__".*a, b/);
});

test('a record is a plain object', () => {
  assert.is(recordArgument('what', Object.create(null)).size, 0);
  for (const value of [undefined, null]) {
    refuses(() => recordArgument('what', value), 'value-missing');
  }
  for (const value of ['x', 1, new Map([['a', 1]]), new Date(0), Buffer.alloc(1), () => 1]) {
    refuses(() => recordArgument('what', value), 'value-type');
  }
});

test('octets are asked of the built-in array, not of a subclass', () => {
  class Liar extends Uint8Array {
    override get byteLength(): number {
      return 0;
    }
    override get length(): number {
      return 4000;
    }
    override subarray(): never {
      throw new Error('asked');
    }
  }
  const liar = new Liar(4);
  Uint8Array.prototype.set.call(liar, [1, 2, 3, 4]);
  assert.equal([...octetsArgument('what', liar)], [1, 2, 3, 4]);
});

test('a buffer that was given away is a clear error', () => {
  const octets = new Uint8Array(4);
  structuredClone(octets.buffer, { transfer: [octets.buffer] });
  const taken = (() => {
    try {
      return octetsArgument('what', octets).length;
    } catch (error) {
      return error instanceof MimewrightError ? error.code : 'another error';
    }
  })();
  assert.is(taken, 'value-type');
});

test.run();
