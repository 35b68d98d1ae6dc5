/** The content of leaves: octets, text and what is wrong with them. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Entity } from '../../lib/reader/entity.ts';
import { read } from '../../lib/reader/read.ts';

const test = suite('reader/content-reading');

function leaf(type: string, encoding: string, body: string): Entity {
  const head = `Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`;
  return read(Buffer.from(head + body, 'latin1'));
}

/** Each defect of the content as code, the octets at fault, and detail. */
function defectsOf(entity: Entity, type: string, encoding: string, body: string): string[] {
  const octets = `Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`;
  return entity.contentDefects.map(({ code, start, end }) => `${code} ${octets.slice(start, end)}`);
}

function contentDefects(type: string, encoding: string, body: string): string[] {
  return defectsOf(leaf(type, encoding, body), type, encoding, body);
}

test('text is decoded by transfer encoding and charset, line ends as LF', () => {
  const text = (type: string, encoding: string, body: string): unknown => {
    const { text: decoded, charset } = leaf(type, encoding, body);
    return [decoded, charset];
  };
  assert.equal(text('text/plain; charset=utf-8', '8bit', 'caf\xc3\xa9\r\nb\rc\nd'), [
    'café\nb\nc\nd',
    'utf-8',
  ]);
  assert.equal(text('text/html; charset=ISO-8859-1', 'quoted-printable', 'caf=E9=\r\n!\r\n'), [
    'café!\n',
    'iso-8859-1',
  ]);
  assert.equal(text('text/plain; charset="utf-8"', 'base64', 'Y2Fmw6kNCg=='), ['café\n', 'utf-8']);
  assert.equal(text('text/plain', '7bit', 'a'), ['a', 'us-ascii']);
});

test('only text has text', () => {
  const image = leaf('image/png', 'base64', 'AAAA');
  assert.equal([image.text, image.charset], [undefined, undefined]);
  assert.equal([...image.octets()], [0, 0, 0]);
  const multipart = leaf('multipart/mixed; boundary=b', '7bit', '--b\r\n\r\nx\r\n--b--');
  assert.is(multipart.text, undefined);
  assert.equal(multipart.contentDefects, []);
});

test('faults of the transfer encoding stand at the octets at fault', () => {
  assert.equal(contentDefects('text/plain; charset=utf-8', '7bit', 'caf\xc3\xa9'), [
    '7bit-violation \xc3\xa9',
  ]);
  assert.equal(contentDefects('a/b', 'base64', 'SGVs!bG8='), ['base64-alphabet !']);
  assert.equal(contentDefects('text/plain', 'quoted-printable', 'a=G1'), ['qp-bad-escape =']);
});

test('octets without meaning in the charset are U+FFFD and a defect', () => {
  const type = 'text/plain; charset=utf-8';
  assert.equal(contentDefects(type, '8bit', 'a\xe9b'), ['charset-invalid-bytes \xe9']);
  assert.is(leaf(type, '8bit', 'a\xe9b').text, 'a\ufffdb');
  assert.equal(contentDefects(type, 'base64', 'Yelj'), ['charset-invalid-bytes Yelj']);
});

test('UTF-8 under another name is found out and read as UTF-8', () => {
  const type = 'text/plain; charset=iso-8859-1';
  assert.is(leaf(type, '8bit', '\xe2\x82\xac 12').text, '€ 12');
  assert.match(contentDefects(type, '8bit', '\xe2\x82\xac 12').join(), /^charset-mislabelled/);
  assert.is(leaf('text/plain; charset=us-ascii', '8bit', 'caf\xc3\xa9').text, 'café');
  assert.match(contentDefects('text/plain', '8bit', 'caf\xc3\xa9').join(), /charset-us-ascii-8bit/);
});

test('an unknown charset is a defect; the text is read all the same', () => {
  assert.is(leaf('text/plain; charset=x-none', '8bit', 'caf\xc3\xa9').text, 'café');
  assert.equal(contentDefects('text/plain; charset=x-none', '8bit', 'a'), [
    'charset-unknown charset=x-none',
  ]);
});

test.run();
