/** The body of a leaf in another transfer encoding, its content as it was: RFC 2045 §6. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MimewrightError } from '../../lib/errors.ts';
import { read } from '../../lib/reader/read.ts';
import { recodeLeafBody } from '../../lib/recode/leaf-body.ts';
import { normalizeLineEnds } from '../../lib/recode/line-ends.ts';
import { octets } from '../../lib/testing/arbitraries.ts';
import { decodeTransfer } from '../../lib/transfer/decoding.ts';
import { sevenBitFault } from '../../lib/transfer/survey.ts';

const test = suite('recode/leaf-body');

const header = fc.constantFrom(
  'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n',
  'Content-Type: application/pdf\r\nContent-Transfer-Encoding: binary\r\n\r\n',
  'Content-Type: text/plain; charset=utf-16le\r\n\r\n',
  'Content-Type: text/html\r\n\r\n',
);

function recode(head: string, body: Uint8Array): ReturnType<typeof recodeLeafBody> {
  const message = Buffer.concat([Buffer.from(head), body]);
  return recodeLeafBody(body, read(message));
}

test('law: the new body is 7bit data and decodes to the old one, text with CRLF line ends', () => {
  fc.assert(
    fc.property(header, octets, (head, body) => {
      const recoded = recode(head, body);
      const isText = /text\/(?:plain; charset=utf-8|html)/.test(head);
      if (recoded === undefined) {
        assert.is(sevenBitFault(isText ? normalizeLineEnds(body) : body), undefined);
        return;
      }
      assert.is(sevenBitFault(recoded.body), undefined);
      const decoded = Buffer.from(decodeTransfer(recoded.body, recoded.encoding));
      assert.is(Buffer.compare(decoded, isText ? normalizeLineEnds(body) : body), 0);
    }),
    { numRuns: 300 },
  );
});

test('encoded content with odd octets about is encoded anew', () => {
  const head = 'Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n';
  const recoded = recode(head, Buffer.from('AAEC\xa0\r\n', 'latin1'));
  assert.is(recoded?.encoding, 'base64');
  assert.is(Buffer.from(recoded?.body ?? []).toString(), 'AAEC');
  assert.is(recode(head, Buffer.from('AAEC\nAAEC\n')), undefined);
});

test('content in an encoding that nobody knows, or of a multipart, cannot be recoded', () => {
  const refuses = (head: string, reason: RegExp): void =>
    assert.throws(
      () => recode(head, Buffer.from('é')),
      (error: unknown) =>
        error instanceof MimewrightError &&
        error.code === 'message-not-recodable' &&
        reason.test(error.message),
    );
  refuses('Content-Transfer-Encoding: x-uuencode\r\n\r\n', /"x-uuencode"/);
  refuses('Content-Type: message/partial\r\n\r\n', /message\/partial/);
});

test.run();
