/** What the Content fields say about an entity. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Entity } from '../../lib/reader/entity.ts';
import { read } from '../../lib/reader/read.ts';

const test = suite('reader/content-fields');

function entity(...fields: readonly string[]): Entity {
  return read(Buffer.from(`${fields.join('\r\n')}\r\n\r\n`, 'latin1'));
}

test('without fields an entity is text/plain in 7bit (RFC 2045 §5.2, §6.1)', () => {
  const { mediaType, transferEncoding, disposition, filename, contentId, boundary } =
    entity('A: 1');
  assert.is(mediaType.essence, 'text/plain');
  assert.is(transferEncoding, '7bit');
  assert.equal([disposition, filename, contentId, boundary], Array(4).fill(undefined));
});

test('of several fields of one name the first counts', () => {
  assert.is(entity('Content-Type: a/b', 'Content-Type: c/d').mediaType.essence, 'a/b');
});

test('parameters and their defects stand at octets of the message, folds counted', () => {
  const text = 'A: 1\r\nContent-Type: text/plain;\r\n charset=utf-8;\r\n name=a b\r\n\r\n';
  const { mediaType, fields } = read(Buffer.from(text));
  const defects = fields.flatMap((field) => field.defects);
  const slices = [...mediaType.parameters.map(({ span }) => span), ...defects].map(
    ({ start, end }) => text.slice(start, end),
  );
  assert.equal(slices, ['charset=utf-8', 'name=a b', 'a b']);
  assert.is(defects[0]?.code, 'parameter-unquoted');
});

test('faults of Content-Type and Content-Disposition become defects', () => {
  const { fields } = entity('Content-Type: text', 'Content-Disposition: "a"');
  assert.equal(
    fields.map(({ defects }) => defects.map(({ code }) => code).join()),
    ['content-type-syntax', 'disposition-syntax'],
  );
});

test('the transfer encoding is one word in lower case; all else is forgiven and noted', () => {
  const encodingOf = (body: string): string => {
    const { transferEncoding, fields } = entity(`Content-Transfer-Encoding: ${body}`);
    const defects = fields.flatMap((field) => field.defects);
    return [transferEncoding, ...defects.map(({ code }) => code)].join(' ');
  };
  assert.is(encodingOf('Base64'), 'base64');
  assert.is(encodingOf('(a) base64 (b)'), 'base64');
  assert.is(encodingOf('x-new'), 'x-new');
  assert.is(encodingOf('"base64";'), 'base64 cte-syntax');
  assert.is(encodingOf('8bit, 7bit'), '8bit cte-syntax');
  assert.is(encodingOf(''), '7bit empty-field');
});

test('the content id stands without angles', () => {
  assert.is(entity('Content-ID: <logo@x>').contentId, 'logo@x');
  assert.is(entity('Content-ID: logo ').contentId, 'logo');
  assert.is(entity('Content-ID: (<x@y>) <a@b>').contentId, 'a@b');
  assert.is(entity('Content-ID: <a@\r\n b>').contentId, 'a@b');
});

test('the file name is that of the disposition, else the name of the media type', () => {
  const disposition = 'Content-Disposition: attachment; filename=a';
  assert.is(entity('Content-Type: a/b; name=c', disposition).filename, 'a');
  assert.is(entity('Content-Type: a/b; name=c', 'Content-Disposition: inline').filename, 'c');
});

test('a file name is decoded as readers do', () => {
  const filename = (parameter: string): string | undefined =>
    entity(`Content-Disposition: attachment; ${parameter}`).filename;
  assert.is(filename("filename*=utf-8''caf%C3%A9"), 'café');
  assert.is(filename('filename="=?utf-8?Q?caf=C3=A9?=.pdf"'), 'café.pdf');
  assert.is(filename('filename="caf\xc3\xa9"'), 'café');
  assert.is(filename('filename="caf\xe9"'), 'caf\xe9');
});

test('an extended file name that looks like an encoded-word is what it says', () => {
  const { filename } = entity(
    "Content-Disposition: attachment; filename*=utf-8''%3D?utf-8?Q?a?%3D",
  );
  assert.is(filename, '=?utf-8?Q?a?=');
});

test('a boundary belongs to a multipart', () => {
  assert.is(entity('Content-Type: multipart/mixed; boundary="b "').boundary, 'b');
  assert.is(entity('Content-Type: text/plain; boundary=b').boundary, undefined);
});

test.run();
