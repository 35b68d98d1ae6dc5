/** Who gets a message, and what is no message. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type ErrorCode, MimewrightError } from '../../lib/errors.ts';
import type { RawMessage } from '../../lib/model/message.ts';
import { addressed } from '../../lib/ses/envelope.ts';

const test = suite('ses/envelope');

const octets = Uint8Array.from(Buffer.from('From: a@b.example\r\n\r\n'));
const raw: RawMessage = {
  octets,
  envelope: { from: 'a@b.example', to: ['c@d.example', 'e@f.example'] },
};

function throwing(code: ErrorCode, message: RegExp): (error: unknown) => boolean {
  return (error) =>
    error instanceof MimewrightError && error.code === code && message.test(error.message);
}

test('the envelope names them, unless destinations do', () => {
  const { from, to } = addressed(raw, {});
  assert.is(from, 'a@b.example');
  assert.equal(to, raw.envelope.to);
  assert.equal(addressed(raw, { destinations: ['g@h.example'] }).to, ['g@h.example']);
});

test('the octets are those of the message, not a copy', () => {
  const taken = addressed(raw, {}).octets;
  assert.is(taken.buffer, octets.buffer);
  assert.equal([...taken], [...octets]);
});

test('the list is the request’s own: to change it changes no message', () => {
  const destinations = ['g@h.example'];
  addressed(raw, { destinations }).to.push('i@j.example');
  addressed(raw, {}).to.push('i@j.example');
  assert.equal(destinations, ['g@h.example']);
  assert.is(raw.envelope.to.length, 2);
});

test('a message to nobody needs destinations, and an empty list is none', () => {
  const template: RawMessage = { octets, envelope: { to: [] } };
  assert.equal(addressed(template, { destinations: ['c@d.example'] }).to, ['c@d.example']);
  assert.is(addressed(template, { destinations: ['c@d.example'] }).from, undefined);
  assert.throws(
    () => addressed(template, {}),
    throwing('recipients-missing', /use to\(\), cc\(\) or bcc\(\), or the option destinations/),
  );
  assert.throws(
    () => addressed(raw, { destinations: [] }),
    throwing('recipients-missing', /^destinations is an empty list/),
  );
});

/** Members that replace those of a good message, code, and what the message says. */
const refused: readonly (readonly [string, object, ErrorCode, RegExp])[] = [
  ['octets as text', { octets: 'From: a@b' }, 'value-type', /^octets is not a Uint8Array/],
  ['no octets', { octets: undefined }, 'value-missing', /^octets is undefined/],
  ['no envelope', { envelope: undefined }, 'value-missing', /^envelope is undefined/],
  ['no list', { envelope: {} }, 'value-missing', /^envelope.to is undefined/],
  ['a text', { envelope: { to: 'c@d.example' } }, 'value-type', /^envelope.to is not a list/],
  ['a bad one', { envelope: { to: ['c'] } }, 'address-syntax', /^envelope.to\[0\]: SES answers/],
  [
    'a bad from',
    { envelope: { to: ['c@d.example'], from: 'c' } },
    'address-syntax',
    /^envelope.from/,
  ],
];

for (const [title, change, code, message] of refused) {
  test(`no message: ${title}`, () => {
    assert.throws(() => addressed(Object.assign({ ...raw }, change), {}), throwing(code, message));
  });
}

test('octets alone, or a builder, are no message', () => {
  for (const wrong of [octets, new (class {})(), undefined]) {
    const call = (): unknown => Reflect.apply(addressed, undefined, [wrong, {}]);
    assert.throws(call, /^raw, a message as build\(\) returns it, is /);
  }
});

test.run();
