/** Transfer encodings of composite entities: RFC 2045 §6.4. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { read } from '../../lib/reader/read.ts';

const test = suite('reader/transfer-defects');

function composite(type: string, encoding: string | undefined, part: string): readonly string[] {
  const label = encoding === undefined ? '' : `Content-Transfer-Encoding: ${encoding}\r\n`;
  const text = `${label}Content-Type: ${type}; boundary=b\r\n\r\n--b\r\n${part}\r\n\r\nx\r\n--b--\r\n`;
  return read(Buffer.from(text))
    .allDefects()
    .map(({ code, start, end, detail }) => [code, text.slice(start, end), detail].join('|'));
}

test('a composite is not encoded, whatever its parts', () => {
  for (const encoding of ['base64', 'quoted-printable']) {
    assert.equal(composite('multipart/mixed', encoding, 'A: 1'), [
      `cte-on-composite| ${encoding}|${encoding}`,
    ]);
  }
  assert.equal(composite('message/global', 'base64', 'A: 1').join().includes('composite'), false);
  assert.equal(composite('message/partial', '8bit', 'A: 1'), ['cte-on-composite| 8bit|8bit']);
  assert.equal(composite('message/external-body', '7bit', 'A: 1'), []);
});

test('a composite is labelled as wide as its widest part', () => {
  const part = 'Content-Transfer-Encoding: 8bit';
  assert.equal(composite('multipart/mixed', '8bit', part), []);
  assert.equal(composite('multipart/mixed', 'binary', part), []);
  assert.equal(composite('multipart/mixed', '7bit', part), ['composite-cte-too-weak| 7bit|7bit']);
  assert.equal(composite('multipart/mixed', undefined, part), ['composite-cte-too-weak||7bit']);
});

test('a label of any name hides nothing, and parts by the hundred thousand are looked at', () => {
  const parts = ['constructor', '8bit'].map(
    (one) => `--b\nContent-Transfer-Encoding: ${one}\n\nx\n`,
  );
  const head = 'Content-Type: multipart/mixed; boundary=b\n\n';
  assert.equal(
    read(Buffer.from(`${head}${parts.join('')}--b--\n`)).defects.map(({ code }) => code),
    ['composite-cte-too-weak'],
  );
  const deep = (frames: number): number =>
    frames === 0
      ? read(Buffer.from(head + '--b\n'.repeat(100_001))).parts.length
      : deep(frames - 1);
  assert.is(deep(2000), 100_000);
});

test.run();
