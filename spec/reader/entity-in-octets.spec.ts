/** What an entity answers when it is asked. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MAX_DEFECTS, MAX_DEPTH } from '../../lib/reader/limits.ts';
import { read } from '../../lib/reader/read.ts';
import { throwing, untyped } from '../support/built-message.ts';
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

test('all fields of a name, and all entities, are found in order', () => {
  const root = read(Buffer.from('A: 1\r\na: 2\r\nB: 3\r\n\r\n'));
  assert.equal(
    root.fieldsNamed('A').map(({ text }) => text),
    ['1', '2'],
  );
  const nested = read(Buffer.from(`Content-Type: message/rfc822\r\n\r\n${EMBEDDED}`));
  assert.equal([...nested.walk()], [nested, nested.parts[0]]);
  for (const call of [() => root.field(untyped(2)), () => root.fieldsNamed(untyped(1))]) {
    assert.throws(call, throwing('value-type', /^name/));
  }
});

test('a private encoding closes the content (RFC 2045 §6.4)', () => {
  const closed = 'Content-Transfer-Encoding: x-uuencode\r\n';
  const text = read(Buffer.from(`${closed}Content-Type: text/plain\r\n\r\nbegin\r\n`));
  assert.is(text.text, undefined);
  assert.equal(text.contentDefects, []);
  const message = read(Buffer.from(`${closed}Content-Type: message/rfc822\r\n\r\n${EMBEDDED}`));
  assert.equal([message.parts, message.message()], [[], undefined]);
});

test('a preamble and an epilogue are bodies, too', () => {
  const lines = ['\xe9\0', '--b', '', 'x', '--b--', '\xff'];
  const text = ['Content-Type: multipart/mixed; boundary=b', '', ...lines].join('\r\n');
  assert.equal(
    read(Buffer.from(text, 'latin1')).contentDefects.map(({ code, start }) => [code, text[start]]),
    [
      ['7bit-violation', '\xe9'],
      ['nul', '\0'],
      ['7bit-violation', '\xff'],
    ],
  );
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
    'charset-unknown',
    'parameter-unquoted',
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
