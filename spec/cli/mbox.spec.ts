/** mbox files: what was put in comes out, whatever it looks like. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isMbox, mboxMessages } from '../../lib/cli/mbox.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('cli/mbox');

function messagesIn(box: string): readonly string[] {
  return [...mboxMessages(Buffer.from(box, 'latin1'))].map((one) => one.toString('latin1'));
}

const from = 'From a@b.example Mon Nov 17 10:00:00 2025';

test('each From line behind a blank line starts a message', () => {
  assert.equal(messagesIn(`${from}\nA: 1\n\nx\n\n${from}\nB: 2\n\ny\n`), [
    'A: 1\n\nx\n',
    'B: 2\n\ny\n',
  ]);
  assert.equal(messagesIn(`${from}\nA: 1\n\nx\nFrom here on\n`), ['A: 1\n\nx\nFrom here on\n']);
});

test('with CRLF as with LF', () => {
  assert.equal(messagesIn(`${from}\r\nA: 1\r\n\r\nx\r\n\r\n${from}\r\nB: 2\r\n\r\ny\r\n\r\n`), [
    'A: 1\r\n\r\nx\r\n',
    'B: 2\r\n\r\ny\r\n',
  ]);
});

test('one > of a quoted From line goes, others stay', () => {
  assert.equal(messagesIn(`${from}\nA: 1\n\n>From x\n>>From y\n> From z\n\r>From q\n`), [
    'A: 1\n\nFrom x\n>From y\n> From z\n\r>From q\n',
  ]);
});

test('what is empty, cut short or without a From line has no message', () => {
  for (const box of ['', from, 'A: 1\n\nx\n', 'From', '\n\n\n']) assert.equal(messagesIn(box), []);
  assert.equal(messagesIn(`${from}\n`), ['']);
});

test('octets before the first From line are no message', () => {
  assert.equal(messagesIn(`rubbish\n\n${from}\nA: 1\n`), ['A: 1\n']);
});

test('a file is known by its first octets', () => {
  assert.is(isMbox(Buffer.from(from)), true);
  for (const text of ['', 'From', 'From: a@b', '>From a', ' From a']) {
    assert.is(isMbox(Buffer.from(text)), false, text);
  }
});

const line = fc.oneof(
  fc.constantFrom('', 'x', 'From ', 'From a', '>From b', '>>From c', '> From', 'From:', '\r'),
  fc.string({ unit: 'grapheme-ascii' }),
);

/** Written as mboxrd has it: a `>` before each From line, quoted or not; a blank line behind. */
function written(messages: readonly string[]): string {
  return messages.map((one) => `${from}\n${one.replace(/(^|\n)(>*From )/g, '$1>$2')}\n`).join('');
}

test('law: messages that were written as mboxrd come back', () => {
  const message = fc
    .array(line, { minLength: 1 })
    .map((lines) => lines.map((one) => `${one.replaceAll('\n', '')}\n`).join(''));
  fc.assert(
    fc.property(fc.array(message, { maxLength: 5 }), (messages) => {
      assert.equal(messagesIn(written(messages)), messages);
    }),
    { examples: [[['\r\n']]] },
  );
});

test('law: any octets come to an end, as parts of what was given', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (octets) => {
      const parts = [...mboxMessages(octets)];
      assert.ok(parts.reduce((sum, part) => sum + part.length, 0) <= octets.length);
    }),
  );
});

test('law: time grows with the octets', () => {
  const box = Buffer.from(`${from}\n\n`.repeat(200_000));
  assertLinear('mbox', () => assert.is([...mboxMessages(box)].length, 200_000));
});

test.run();
