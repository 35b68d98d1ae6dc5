/** What is wrong with boundaries: RFC 2046 §5.1.1, §5.1.2. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { read } from '../../lib/reader/read.ts';

const test = suite('reader/boundary-defects');

function defectsOf(boundary: string): readonly string[] {
  const text = `Content-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n--${boundary.trimEnd()}\r\n\r\nx\r\n--${boundary.trimEnd()}--\r\n`;
  return read(Buffer.from(text, 'latin1')).defects.map(({ code, start, end, detail }) =>
    [code, text.slice(start, end), detail ?? ''].join(' ').trim(),
  );
}

test('70 characters of the set are a boundary', () => {
  assert.equal(defectsOf("0'()+_,-./:=?aZ z"), []);
  assert.equal(defectsOf('x'.repeat(70)), []);
});

test('what is wrong is noted at the parameter', () => {
  assert.equal(defectsOf('x'.repeat(71)), [
    `boundary-too-long boundary="${'x'.repeat(71)}" 71 characters`,
  ]);
  assert.equal(defectsOf('a!b'), ['boundary-chars boundary="a!b" "!"']);
  assert.equal(defectsOf('a '), ['boundary-trailing-space boundary="a "']);
});

test('a boundary that an open one starts, or that starts an open one, is noted', () => {
  const nested = (outer: string, inner: string): readonly (string | undefined)[] => {
    const text = `Content-Type: multipart/mixed; boundary=${outer}\r\n\r\n--${outer}\r\nContent-Type: multipart/mixed; boundary=${inner}\r\n\r\n--${inner}\r\n\r\nx\r\n--${inner}--\r\n--${outer}--\r\n`;
    const [part] = read(Buffer.from(text)).parts;
    return part?.defects.map(({ code, detail }) => `${code} ${detail}`) ?? [];
  };
  assert.equal(nested('b', 'bB'), ['boundary-nested-clash one starts the other']);
  assert.equal(nested('bB', 'b'), ['boundary-nested-clash one starts the other']);
  assert.equal(nested('b', 'b'), ['boundary-nested-clash the same']);
  assert.equal(nested('b', 'c'), []);
});

test('siblings may share a boundary', () => {
  const inner = 'Content-Type: multipart/mixed; boundary=i\r\n\r\n--i\r\n\r\nx\r\n--i--\r\n';
  const text = `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n${inner}--b\r\n${inner}--b--\r\n`;
  const { parts } = read(Buffer.from(text));
  assert.equal(
    parts.map(({ defects }) => defects.length),
    [0, 0],
  );
});

test.run();
