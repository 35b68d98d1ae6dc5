/** The choice of a transfer encoding: RFC 2045 §6.8, and the sizes that it promises. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MimewrightError } from '../../lib/errors.ts';
import { transferEncodings } from '../../lib/model/transfer-encoding.ts';
import { lines, octets } from '../../lib/testing/arbitraries.ts';
import { base64Octets, writeBase64 } from '../../lib/transfer/base64.ts';
import { canonicalText } from '../../lib/transfer/canonical-text.ts';
import { chooseTransferEncoding, type TransferContent } from '../../lib/transfer/choice.ts';
import {
  quotedPrintableOctets,
  writeQuotedPrintable,
} from '../../lib/transfer/quoted-printable.ts';
import { fragileFault, sevenBitFault } from '../../lib/transfer/survey.ts';

const test = suite('transfer/choice');

const textContent = lines.map((text) => Buffer.from(canonicalText(text)));
const given: fc.Arbitrary<TransferContent> = fc.record(
  {
    content: fc.oneof(octets, textContent),
    isText: fc.boolean(),
    encoding: fc.constantFrom(...transferEncodings),
  },
  { requiredKeys: ['content', 'isText'] },
);

function writtenOctets({ content, isText, encoding }: TransferContent): number {
  const target = Buffer.alloc(content.length * 4 + 10);
  if (encoding === 'base64') return writeBase64(content, target, 0);
  if (encoding === 'quoted-printable') return writeQuotedPrintable(content, { isText }, target, 0);
  return content.length;
}

test('law: the size that is promised is the size that is written (Q10)', () => {
  fc.assert(
    fc.property(given, (leaf) => {
      fc.pre(leaf.encoding !== '7bit' || sevenBitFault(leaf.content) === undefined);
      const { encoding, bodyOctets } = chooseTransferEncoding(leaf);
      assert.is(bodyOctets, writtenOctets({ ...leaf, encoding }));
    }),
    { numRuns: 300 },
  );
});

test('law: text is 7bit if and only if it is 7bit data that survives transport (C2)', () => {
  fc.assert(
    fc.property(textContent, (content) => {
      const isSafe = sevenBitFault(content) === undefined && fragileFault(content) === undefined;
      assert.is(chooseTransferEncoding({ content, isText: true }).encoding === '7bit', isSafe);
    }),
    { numRuns: 300 },
  );
});

test('law: other text is quoted-printable below 1.2 times base64, else base64 (C4)', () => {
  fc.assert(
    fc.property(textContent, (content) => {
      const { encoding } = chooseTransferEncoding({ content, isText: true });
      fc.pre(encoding !== '7bit');
      const worth =
        quotedPrintableOctets(content, { isText: true }) < base64Octets(content.length) * 1.2;
      assert.is(encoding, worth ? 'quoted-printable' : 'base64');
    }),
    { numRuns: 300 },
  );
});

test('law: octets that are no text are base64 (C4)', () => {
  fc.assert(
    fc.property(octets, (content) => {
      assert.is(chooseTransferEncoding({ content, isText: false }).encoding, 'base64');
    }),
  );
});

test('law: what was asked for stands, or is refused with the reason', () => {
  fc.assert(
    fc.property(given, (leaf) => {
      fc.pre(leaf.encoding !== undefined);
      if (leaf.encoding === '7bit' && sevenBitFault(leaf.content) !== undefined) {
        assert.throws(
          () => chooseTransferEncoding(leaf),
          (error: unknown) =>
            error instanceof MimewrightError && error.code === 'transfer-encoding',
        );
      } else assert.is(chooseTransferEncoding(leaf).encoding, leaf.encoding);
    }),
  );
});

test('English stays, French is quoted-printable, Japanese is base64', () => {
  const encodingOf = (text: string): string =>
    chooseTransferEncoding({ content: Buffer.from(text), isText: true }).encoding;
  assert.is(encodingOf('The meeting is at ten.\r\n'), '7bit');
  assert.is(encodingOf(''), '7bit');
  assert.is(encodingOf('La réunion est à dix heures.\r\n'), 'quoted-printable');
  assert.is(encodingOf('会議は十時からです。\r\n'), 'base64');
});

test('quoted-printable of exactly 1.2 times base64 is not worth it, one escape less is', () => {
  const encodingOf = (text: string): string =>
    chooseTransferEncoding({ content: Buffer.from(text), isText: true }).encoding;
  // 30 octets are 40 in base64: nine escapes make 48 of them in quoted-printable, eight make 46.
  assert.is(encodingOf(`${'é'.repeat(4)}=${'a'.repeat(21)}`), 'base64');
  assert.is(encodingOf(`${'é'.repeat(4)}${'a'.repeat(22)}`), 'quoted-printable');
});

test('text too long to be tried is counted, and chosen for alike', () => {
  const thin = 'Salut à tous, bien à vous. ';
  for (const [text, encoding] of [
    [thin, 'quoted-printable'],
    ['Привет ', 'base64'],
    // Dense behind a thin start, which no quick look sees through.
    [`${thin.repeat(400)}${'漢字'.repeat(9000)}`, 'base64'],
  ] as const) {
    const content = Buffer.from(text.repeat(Math.ceil(300_000 / text.length)));
    const choice = chooseTransferEncoding({ content, isText: true });
    assert.is(choice.encoding, encoding);
    assert.is(choice.bodyOctets, writtenOctets({ content, isText: true, encoding }));
  }
});

test('7bit that cannot be is refused with what stands against it', () => {
  for (const [text, reason] of [
    ['é', /cannot be 7bit: it holds octets outside 7-bit/],
    ['a\nb', /cannot be 7bit: it holds a CR or LF/],
  ] as const) {
    const content = Buffer.from(text);
    assert.throws(
      () => chooseTransferEncoding({ content, isText: true, encoding: '7bit' }),
      reason,
    );
  }
});

test.run();
