/** Line ends and over-long lines, wherever they are. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { read } from '../../lib/reader/read.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('reader/line-defects');

/** Each defect as code, slice and detail. */
function defectsOf(text: string): readonly string[] {
  return read(Buffer.from(text, 'latin1')).lineDefects.map(({ code, start, end, detail }) =>
    [code, JSON.stringify(text.slice(start, end)), detail ?? ''].join(' ').trim(),
  );
}

test('lines that end in CRLF and hold 998 octets have no defect', () => {
  assert.equal(defectsOf(`A: 1\r\n\r\n${'x'.repeat(998)}\r\n.\r\n`), []);
});

test('bare CRs and bare LFs are noted once each, at the first one', () => {
  assert.equal(defectsOf('A: 1\nB: 2\n\nC\n'), ['bare-lf "\\n" 4 in all']);
  assert.equal(defectsOf('A: 1\rB: 2\r\rC\r'), ['bare-cr "\\r" 4 in all']);
  assert.equal(defectsOf('A: 1\r\n\r\na\nb\rc\nd\r\n'), [
    'bare-lf "\\n" 2 in all',
    'bare-cr "\\r" 1 in all',
  ]);
});

test('a lone dot is no end of data where both line ends are CRLF (RFC 5321 §4.1.1.4)', () => {
  const smuggling = ['\n.\n', '\n.\r\n', '\r\n.\n', '\r.\r', '\r.\r\n', '\r\n.\r'];
  for (const sequence of smuggling) {
    const found = defectsOf(`A: 1\r\n\r\ntext${sequence}MAIL FROM:<x>\r\n`);
    assert.ok(found.includes(`smuggling-sequence ${JSON.stringify(sequence)}`), found.join());
  }
  assert.not(defectsOf('A: 1\r\n\r\nx\r\n.\r\ny\n').join().includes('smuggling'));
  const twice = defectsOf('A: 1\n\n.\n.\n').filter((one) => one.startsWith('smuggling'));
  assert.is(twice.length, 2);
});

test('a line of 999 octets is too long, line end not counted', () => {
  const long = 'x'.repeat(999);
  assert.equal(defectsOf(`A: 1\r\n\r\n${long}\r\n`), [`line-too-long "${long}" 999 octets`]);
});

test('where CRs end lines, these are measured', () => {
  assert.equal(defectsOf(`A: 1\r\r${`${'x'.repeat(900)}\r`.repeat(3)}`), [
    'bare-cr "\\r" 5 in all',
  ]);
  const long = 'x'.repeat(999);
  assert.equal(defectsOf(`A: 1\r\rx\r${long}\ry\r`).slice(1), [
    `line-too-long "${long}" 999 octets`,
  ]);
});

test('a last line without a line end is noted behind it', () => {
  assert.equal(defectsOf('A: 1\r\n\r\nx'), ['no-final-crlf ""']);
  assert.equal(defectsOf(''), []);
});

test('of a part only its own lines count', () => {
  const text = 'Content-Type: multipart/mixed; boundary=b\n\n--b\r\n\r\na\nb\r\n--b--\n';
  const [part] = read(Buffer.from(text)).parts;
  assert.equal(
    part?.lineDefects.map(({ code, start }) => [code, start]),
    [
      ['bare-lf', text.indexOf('a\nb') + 1],
      ['no-final-crlf', text.indexOf('\r\n--b--')],
    ],
  );
});

test('many long lines beside a bare CR take linear time', () => {
  const octets = Buffer.from(`\r${`${'a'.repeat(1000)}\n`.repeat(30_000)}`);
  assertLinear('long lines', () => read(octets).lineDefects);
});

test('megabytes of line ends and dots take linear time', () => {
  for (const piece of ['\r', '\n', '\r\n', '.\n', '.\r', '\n.\r\n', 'x']) {
    const octets = Buffer.from(piece.repeat(2_000_000));
    assertLinear(JSON.stringify(piece), () => read(octets).lineDefects);
  }
});

test.run();
