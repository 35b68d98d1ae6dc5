/** Foreign fields in raw UTF-8 read the same when they are 7-bit: RFC 2047, RFC 2231. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MimewrightError } from '../../lib/errors.ts';
import { decodeEncodedWords } from '../../lib/header/encoded-word-decoding.ts';
import { read } from '../../lib/reader/read.ts';
import { recodeField } from '../../lib/recode/field.ts';
import { filename, text } from '../../lib/testing/arbitraries.ts';
import { assertLinear } from '../support/linear.ts';
import { readWithMailparser } from '../support/readers.ts';
import { assertSevenBitLines } from '../support/wire.ts';

const test = suite('recode/field');

/** Text that readers do not take for encoded-words, without blanks at its ends. */
const plain = text
  .filter((t) => !t.includes('=?'))
  .map((t) => t.replace(/^[ \t]+|[ \t]+$/g, '') || 'é');

/** The message of one field, recoded where it needs to be. */
function recoded(field: string): Buffer {
  const message = Buffer.from(`${field}\r\n\r\n`);
  const [only] = read(message).fields;
  assert.ok(only);
  const octets = message.subarray(0, -2);
  return Buffer.concat([(only && recodeField(octets, only)) ?? octets, Buffer.from('\r\n')]);
}

test('law: an unstructured field decodes to the text it was', () => {
  fc.assert(
    fc.property(plain, (t) => {
      const message = recoded(`Subject: ${t}`);
      assertSevenBitLines(message);
      const body = read(message).fields[0]?.unfolded() ?? '';
      assert.is(decodeEncodedWords(body.replace(/^[ \t]+/, '')), t);
    }),
    { numRuns: 200 },
  );
});

test('law: a raw file name is the file name that it was', () => {
  fc.assert(
    fc.property(filename, (name) => {
      fc.pre(!name.includes('=?'));
      const value = name.replace(/["\\]/g, '\\$&');
      const field = `Content-Disposition: attachment; filename="${value}"`;
      fc.pre(/[^\x00-\x7f]/.test(name));
      const message = recoded(field);
      assertSevenBitLines(message);
      assert.is(read(message).filename, read(Buffer.from(`${field}\r\n\r\n`)).filename);
    }),
    { numRuns: 200 },
  );
});

test('law: mailparser reads a raw display name as it was, and no other address', async () => {
  await fc.assert(
    fc.asyncProperty(plain, async (name) => {
      fc.pre(/[^\x00-\x7f]/.test(name));
      const value = name.replace(/["\\]/g, '\\$&');
      const message = recoded(`To: "${value}" <a@b.example>, "${value}" <c@d.example>`);
      assertSevenBitLines(message);
      assert.equal((await readWithMailparser(message)).to, [
        { name, address: 'a@b.example' },
        { name, address: 'c@d.example' },
      ]);
    }),
    { numRuns: 100 },
  );
});

test('a field that is 7-bit, or wants line ends alone, needs nothing', () => {
  for (const field of ['Subject: x', 'Subject: a\n b', 'To: "x" <a@b.example>']) {
    const octets = Buffer.from(`${field}\n`);
    const [only] = read(octets).fields;
    assert.is(only && recodeField(octets, only), undefined, field);
  }
});

test('an ASCII line that is too long is folded at its blanks, or encoded where it has none', () => {
  const long = recoded(`Subject: ${'word '.repeat(300)}end`).toString();
  assert.match(long, /^Subject: word word .*word\r\n word /);
  const first = recoded(`Subject: ${'x'.repeat(900)} ${'y'.repeat(900)}`).toString();
  assert.match(first, /^Subject: x+\r\n y+\r\n/);
  assert.match(recoded(`Subject: ${'x'.repeat(900)} é`).toString(), /^Subject: =\?utf-8\?Q\?x+/);
  assert.match(recoded(`Subject: ${'x'.repeat(1500)}`).toString(), /^Subject: =\?utf-8\?Q\?x+/);
});

test('many names take linear time', () => {
  const many = 'é <a@b.example>, '.repeat(50_000);
  assertLinear('names', () => assertSevenBitLines(recoded(`To: ${many}`)));
});

test('an unclosed quote, or too many addresses, cannot be recoded', () => {
  const refuses = (field: string, reason: RegExp) => {
    const isRefusal = (error: unknown) =>
      error instanceof MimewrightError &&
      error.code === 'message-not-recodable' &&
      reason.test(error.message);
    assert.throws(() => recoded(field), isRefusal, field.slice(0, 80));
  };
  refuses('To: "é <a@b.example>', /To.*a quote is not closed/);
  refuses('To: é "a\\" <a@b.example>', /To.*a quote is not closed/);
  refuses(`To: ${'é <a@b.example>, '.repeat(60_000)}`, /To.*1000000 characters/);
  const quotes = `To: é <a@b.example>, "${'\\"'.repeat(400_000)}`;
  assertLinear('quotes', () => refuses(quotes, /a quote is not closed/));
});

test.run();
