/** The pieces of messages, by name. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { read } from '../../lib/reader/read.ts';
import { allPiecesOf, piecesOf } from './pieces.ts';

const test = suite('support/pieces');

const PART = 'A: b\n\ntext';
const MULTIPART = 'Content-Type: multipart/mixed; boundary=b\n\n';

function kindsOf(text: string): readonly string[] {
  return piecesOf(read(Buffer.from(text))).map(({ kind }) => kind);
}

test('a leaf is header section, separator and body', () => {
  assert.equal(kindsOf(PART), ['header-section', 'separator', 'body']);
});

test('a multipart is delimiters and parts, between preamble and epilogue', () => {
  const text = `${MULTIPART}pre\n--b\n${PART}\n--b\n${PART}\n--b--\nepi`;
  const [, , ...content] = kindsOf(text);
  const between = ['delimiter', 'part', 'delimiter', 'part', 'delimiter'];
  assert.equal(content, ['preamble', ...between, 'epilogue']);
});

test('parts stand as their own pieces, which are the message', () => {
  const text = `${MULTIPART}--b\nContent-Type: message/rfc822\n\n${PART}\n--b\n`;
  const slices = [...allPiecesOf(read(Buffer.from(text)))].map(({ kind, span }) => {
    return [kind, text.slice(span.start, span.end)];
  });
  assert.is(slices.map(([, slice]) => slice).join(''), text);
  assert.equal(
    slices.map(([kind]) => kind).filter((kind) => kind === 'header-section' || kind === 'body'),
    ['header-section', 'header-section', 'header-section', 'body', 'header-section', 'body'],
  );
});

test.run();
