/** JSON lines: what counts as a message, and what is said of a line that holds none. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { jsonLineMessages } from '../../lib/cli/json-lines.ts';

const test = suite('cli/json-lines');

function linesOf(text: string): readonly (readonly [line: number, name: string, said: string])[] {
  return [...jsonLineMessages(Buffer.from(text))].map((one) => [
    one.line,
    one.name ?? '',
    'fault' in one ? `fault: ${one.fault}` : Buffer.from(one.octets).toString('latin1'),
  ]);
}

test('a string, a text and base64 are messages; a name may go with them', () => {
  const text = '"A: 1\\r\\n"\n\n{"message":"é","name":"x"}\r\n{"base64":"/w==","more":1}';
  assert.equal(linesOf(text), [
    [1, '', 'A: 1\r\n'],
    [3, 'x', '\xc3\xa9'],
    [4, '', '\xff'],
  ]);
});

test('of others it is said what is wrong, and the rest is read', () => {
  const text = 'x\n1\nnull\n[]\n{"name":"n"}\n{"base64":"a b"}\n{"base64":"/w"}\n{"message":1}\n""';
  assert.equal(
    linesOf(text).map(([line, name, said]) => `${line}${name} ${said}`),
    [
      '1 fault: the line is no JSON',
      '2 fault: the line is neither a string nor an object',
      '3 fault: the line is neither a string nor an object',
      '4 fault: the object has neither message nor base64',
      '5n fault: the object has neither message nor base64',
      '6 fault: base64 is no canonical base64',
      '7 fault: base64 is no canonical base64',
      '8 fault: the object has neither message nor base64',
      '9 ',
    ],
  );
});

test('law: any octets written as base64 come back', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array()), (messages) => {
      const text = messages
        .map((one) => `${JSON.stringify({ base64: Buffer.from(one).toString('base64') })}\n`)
        .join('');
      assert.equal(
        linesOf(text).map(([, , said]) => said),
        messages.map((one) => Buffer.from(one).toString('latin1')),
      );
    }),
  );
});

test('law: any octets come to an end', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (octets) => {
      for (const { line } of jsonLineMessages(octets)) assert.ok(line > 0);
    }),
  );
});

test.run();
