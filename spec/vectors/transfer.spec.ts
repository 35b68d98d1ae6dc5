/** Vectors of the content transfer encodings, and every short text of quoted-printable. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { decodeBase64 } from '../../lib/transfer/decoding.ts';
import {
  quotedPrintableOctets,
  writeQuotedPrintable,
} from '../../lib/transfer/quoted-printable.ts';
import { decodeQuotedPrintable } from '../../lib/transfer/quoted-printable-decoding.ts';
import { testVectors, type Vector } from '../support/vectors.ts';

const test = suite('vectors/transfer');

interface Decoding extends Vector {
  readonly content: string;
}

interface Encoding extends Vector {
  readonly isText: boolean;
  /** Each of them is right. */
  readonly encoded: readonly string[];
}

testVectors<Decoding>(test, 'base64', ({ input, content }) => {
  assert.is(textOf(decodeBase64(octetsOf(input))), content);
});

testVectors<Decoding>(test, 'quoted-printable', ({ input, content }) => {
  assert.is(textOf(decodeQuotedPrintable(octetsOf(input))), content);
});

testVectors<Encoding>(test, 'quoted-printable-encoding', ({ input, isText, encoded }) => {
  const content = octetsOf(input);
  const target = Buffer.alloc(quotedPrintableOctets(content, { isText }));
  writeQuotedPrintable(content, { isText }, target, 0);
  assert.ok(encoded.includes(textOf(target)), textOf(target));
});

test('law: every text of up to six of 0 A SP CR LF = decodes as its grammar says (RFC 2045 §6.7)', () => {
  let soundTexts = 0;
  for (const text of shortTexts('0A \r\n=', 6)) {
    // Line ends other than CRLF and broken escapes are outside the grammar; LF alone is forgiven.
    const isSound = !/\r(?!\n)|=(?![0-9A-F]{2}|[ \t]*\r?\n|[ \t]*$)/.test(text);
    const decoded = textOf(decodeQuotedPrintable(octetsOf(text)));
    assert.ok(decoded.length <= text.length, JSON.stringify(text));
    if (!isSound) continue;
    assert.is(decoded, decodedBySteps(text), JSON.stringify(text));
    soundTexts += 1;
  }
  assert.is(soundTexts, 14_541);
});

/** The three steps of RFC 2045 §6.7 one after another: blanks at line ends, soft breaks, escapes. */
function decodedBySteps(text: string): string {
  return text
    .replace(/[ \t]+(?=\r?\n|$)/g, '')
    .replace(/=(?:\r?\n|$)/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function* shortTexts(characters: string, length: number): Generator<string, void, undefined> {
  yield '';
  if (length === 0) return;
  for (const rest of shortTexts(characters, length - 1)) {
    for (const character of characters) yield character + rest;
  }
}

function octetsOf(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

function textOf(octets: Uint8Array): string {
  return Buffer.from(octets).toString('latin1');
}

test.run();
