/** What an entity answers when it is asked. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MAX_DEFECTS, MAX_DEPTH } from '../../lib/reader/limits.ts';
import { read } from '../../lib/reader/read.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('reader/entity-in-octets');

const EMBEDDED = 'From: ann@b.example\r\nSubject: inner\r\n\r\nhello\r\n';

test('a field is found by its name in any case, the first of several', () => {
  const root = read(Buffer.from('Subject: a\r\nSUBJECT: b\r\n\r\n'));
  assert.is(root.field('subject')?.text, 'a');
  assert.is(root.field('SubJect')?.text, 'a');
  assert.is(root.field('To'), undefined);
});

test('an embedded message is a part; its message is that part', () => {
  const root = read(Buffer.from(`Content-Type: message/rfc822\r\n\r\n${EMBEDDED}`));
  assert.is(root.message(), root.parts[0]);
  assert.is(root.message()?.field('subject')?.text, 'inner');
  assert.is(root.parts[0]?.message(), undefined);
});

test('an encoded embedded message is a tree of its own', () => {
  const base64 = Buffer.from(EMBEDDED).toString('base64');
  const fields = 'Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n';
  const root = read(Buffer.from(fields + base64));
  assert.equal(root.parts, []);
  const inner = root.message();
  assert.is(inner?.text, 'hello\n');
  assert.is(inner?.path, '1');
  assert.is(inner?.span.end, root.octets().length);
  assert.is(root.message(), inner);
});

test('encoded messages inside encoded messages can be followed down', () => {
  let octets = Buffer.from(EMBEDDED);
  for (let level = 0; level < 10; level += 1) {
    const fields = 'Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n';
    octets = Buffer.from(fields + octets.toString('base64').replace(/.{76}/g, '$&\r\n'));
  }
  let entity = read(octets);
  for (let inner = entity.message(); inner; inner = entity.message()) entity = inner;
  assert.is(entity.field('Subject')?.text, 'inner');
});

test('what lies deeper than the limit can be followed down too', () => {
  const depth = MAX_DEPTH + 20;
  const text = 'Content-Type: message/rfc822\r\n\r\n'.repeat(depth) + EMBEDDED;
  let entity = read(Buffer.from(text));
  for (let inner = entity.message(); inner; inner = entity.message()) entity = inner;
  assert.is(entity.field('Subject')?.text, 'inner');
});

test('all defects of a tree come in the order of the octets, each once', () => {
  const text = [
    'Subject : caf\xe9',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=x y',
    '',
    'caf\xe9',
    '--b',
    'Content-Transfer-Encoding: base64',
    '',
    'AA-A',
    '--b--\n',
  ].join('\r\n');
  const codes = read(Buffer.from(text, 'latin1'))
    .allDefects()
    .map(({ code }) => code);
  assert.equal(codes, [
    'space-before-colon',
    'raw-header-not-utf8',
    'parameter-unquoted',
    'charset-unknown',
    '7bit-violation',
    'base64-url-alphabet',
    'bare-lf',
  ]);
});

test('of each code so many defects are listed and no more, which is noted', () => {
  const root = read(Buffer.from(`${'A: \xe9\r\n'.repeat(MAX_DEFECTS + 500)}\r\n`, 'latin1'));
  const found = root.allDefects();
  assert.is(found.filter(({ code }) => code === 'raw-header-not-utf8').length, MAX_DEFECTS);
  assert.equal(
    found.filter(({ code }) => code === 'too-many-defects').map(({ detail }) => detail),
    ['raw-header-not-utf8'],
  );
});

test('100,000 parts and 500,000 fields answer everything in linear time', () => {
  const part = '--b\nContent-Type: text/plain; charset=utf-8; name="a"\nX: (\n\ncaf\xe9\n';
  const parts = Buffer.from(`Content-Type: multipart/mixed; boundary=b\n\n${part.repeat(100_000)}`);
  assertLinear('parts', () => read(parts).allDefects());
  const fields = Buffer.from('To: (\n'.repeat(500_000));
  assertLinear('fields', () => read(fields).allDefects());
});

test.run();
