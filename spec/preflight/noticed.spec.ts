/** What is noticed within attached messages, and what is left to their authors. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { preflight } from '../../lib/preflight/run.ts';
import { fixture } from '../support/fixture.ts';

const test = suite('preflight/noticed');

const FORWARDED = fixture('base/forwarded.eml').toString();

/** The rules that find something in a message whose attached one was changed. */
function rulesOf(find: string, replace: string): readonly string[] {
  const at = FORWARDED.lastIndexOf(find);
  assert.is.not(at, -1);
  const message = FORWARDED.slice(0, at) + replace + FORWARDED.slice(at + find.length);
  return preflight(Buffer.from(message), { profile: 'smtp' }).findings.map(({ rule }) => rule);
}

test('how another author wrote an attached message is not told: it goes out as it came', () => {
  assert.equal(rulesOf('Carol Poe <', 'Poe, Carol <'), []);
  assert.equal(rulesOf('Subject: Offer', 'oops\r\nX Y: 1\r\nSubject : =?utf-8?Q?=FF a?='), []);
  assert.equal(rulesOf('charset=utf-8', 'charset="x; y'), []);
  assert.equal(rulesOf('7bit\r\n\r\n', 'base64\r\n\r\n'), []);
});

test('what harms the whole message on its way is told wherever it stands', () => {
  assert.equal(rulesOf('Carol Poe', 'Zoë'), ['encoding/raw-8bit-header']);
  assert.equal(rulesOf('Subject: ', 'X-Größe: 1\r\nSubject: '), ['encoding/raw-8bit-header']);
  assert.equal(rulesOf('Dear Ann', 'Dear Zoë'), ['encoding/7bit-violation']);
  assert.equal(rulesOf('Dear Ann', 'a'.repeat(1000)), ['rfc5322/line-too-long']);
  assert.equal(rulesOf('Dear Ann', 'Dear\rAnn'), ['rfc5322/bare-cr']);
});

test('of a message in UTF-16, nothing but that is told', () => {
  const message = Buffer.from(`\ufeff${FORWARDED}`, 'utf16le');
  for (const octets of [message, Buffer.from(message).swap16()]) {
    const { findings } = preflight(octets, { profile: 'smtp' });
    assert.equal(
      findings.map(({ rule }) => rule),
      ['rfc5322/bom-at-start'],
    );
  }
});

const INNER = FORWARDED.lastIndexOf('Content-Type: text/plain');

/** The forwarded message with its text replaced, from the Content-Type on. */
function forwarding(text: string): Buffer {
  return Buffer.from(`${FORWARDED.slice(0, INNER)}${text}\r\n--mixed-1--\r\n`, 'latin1');
}

function mimeRules(message: Buffer): readonly string[] {
  const { findings } = preflight(message);
  return findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('mime/'));
}

test('faults of MIME within an attached message are not this message’s', () => {
  for (const text of [
    'Content-Type: text\r\n\r\nDear Ann\r\n',
    'Content-Type: text/plain; charset\r\n\r\nDear Ann\r\n',
    'Content-Type: text/plain; charset=utf-8; charset=latin1\r\n\r\nDear Ann\r\n',
    'Content-Type: multipart/mixed\r\n\r\nDear Ann\r\n',
    'Content-Type: multipart/mixed; boundary="a#b"\r\n\r\nDear Ann\r\n',
    'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nDear Ann\r\n',
    'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b--\r\n',
    'Content-Type: multipart/mixed; boundary=b\r\n\r\nno\r\n--b\r\nTo: a\r\n\r\nx\r\n--b--\r\nno\r\n',
    'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b--\r\n--b\r\n\r\n',
    'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: multipart/mixed; boundary=bb\r\n\r\n--bb\r\n\r\nx\r\n--bb--\r\n--b--\r\n',
    'Content-Type: text/plain\r\nContent-Transfer-Encoding: 8bit\r\n\r\n\xe9t\xe9\r\n',
    '\r\n<html><p>Dear Ann</html>\r\n',
  ]) {
    assert.equal(mimeRules(forwarding(text)), [], text);
  }
});

test('a boundary within an attached message that is one of this message’s splits it', () => {
  const clash =
    'Content-Type: multipart/mixed; boundary=mixed-11\r\n\r\n--mixed-11\r\n\r\nx\r\n--mixed-11--\r\n';
  assert.equal(mimeRules(forwarding(clash)), ['mime/boundary-nested-clash']);
});

test.run();
