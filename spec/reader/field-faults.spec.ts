/** Faults of any field body, at their octets. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { read } from '../../lib/reader/read.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('reader/field-faults');

/** Each defect of the field that the text is, as code and slice. */
function defectsOf(text: string): readonly string[] {
  const octets = Buffer.from(`${text}\r\n\r\n`, 'latin1');
  const found = read(octets).fields[0]?.defects ?? [];
  return found.map(({ code, start, end, detail }) =>
    [code, JSON.stringify(octets.toString('latin1', start, end)), detail ?? ''].join(' ').trim(),
  );
}

test('plain text has no defect', () => {
  assert.equal(defectsOf('Subject: a (b) <c> "d \t e\r\n f'), []);
});

test('controls are noted, a run of them once; TAB is a blank', () => {
  assert.equal(defectsOf('Subject: a\x00\x01b\tc\x7f'), [
    'control-char-in-header "\\u0000\\u0001"',
    'control-char-in-header "\x7f"',
  ]);
});

test('octets outside ASCII are noted, and what is no UTF-8 otherwise (RFC 6532 §3.1)', () => {
  assert.equal(defectsOf('Subject: caf\xc3\xa9'), ['raw-8bit-header "\xc3\xa9"']);
  assert.equal(defectsOf('Subject: caf\xe9 \xe9'), [
    'raw-header-not-utf8 "\xe9"',
    'raw-header-not-utf8 "\xe9"',
  ]);
});

test('blanks before a line end are noted, and a missing one behind the colon', () => {
  assert.equal(defectsOf('Subject: a \t'), ['header-trailing-whitespace " \\t"']);
  assert.equal(defectsOf('Subject: a \r\n b'), ['header-trailing-whitespace " "']);
  assert.equal(defectsOf('Subject:a'), ['no-space-after-colon ""']);
  assert.equal(defectsOf('Subject:\r\n a'), []);
  assert.equal(defectsOf('Subject: \r\n a'), []);
});

test('an empty structured field is one defect; Bcc and Subject may be empty', () => {
  for (const name of ['To', 'Date', 'Message-ID', 'Content-Type', 'MIME-Version']) {
    assert.equal(defectsOf(`${name}: `), ['empty-field " "']);
  }
  assert.equal(defectsOf('To: (nobody)'), ['empty-field " (nobody)"']);
  for (const name of ['Bcc', 'Subject', 'X-New']) assert.equal(defectsOf(`${name}: `), []);
});

test('a field that holds one msg-id holds one, and no phrase (RFC 5322 §3.6.4)', () => {
  assert.equal(defectsOf('Message-ID: <a@b> <c@d>'), ['msg-id-syntax "<c@d>" more than one']);
  assert.equal(defectsOf('Content-ID: logo'), ['msg-id-syntax "logo" not a msg-id']);
  assert.equal(defectsOf('References: <a@b> <c@d>'), []);
});

test('a fold may not cut an address, a msg-id or a URI', () => {
  assert.equal(defectsOf('To: Ann\r\n <ann@exa\r\n mple.com>').filter(isFold), [
    'fold-inside-token "ann@exa\\r\\n mple.com"',
  ]);
  assert.is(defectsOf('Content-Type: multipart/a; boundary="x\r\n y"').filter(isFold).length, 1);
  assert.equal(defectsOf('References: <a@b>\r\n <c@\r\n d>').filter(isFold).length, 1);
  assert.equal(defectsOf('List-Unsubscribe: <https://b.example/\r\n u>').filter(isFold).length, 1);
  assert.equal(defectsOf('To: Ann\r\n <ann@example.com>,\r\n <b@c.example>').filter(isFold), []);
});

test('an encoded-word stands on a line of at most 76 octets (RFC 2047 §2)', () => {
  const word = '=?utf-8?Q?=C3=A9?=';
  assert.equal(defectsOf(`Subject: ${'x'.repeat(48)} ${word}`), []);
  assert.equal(defectsOf(`Subject: ${'x'.repeat(49)} ${word}`), [
    `encoded-word-line-too-long "${word}" 77 octets`,
  ]);
  assert.equal(defectsOf(`Subject: ${'x'.repeat(80)}\r\n ${word}`), []);
  assert.equal(defectsOf(`Subject: a\r\n ${'x'.repeat(80)} ${word} ${word}`).length, 1);
});

test('a null reverse-path and a List-Post that says NO are no faults', () => {
  assert.equal(defectsOf('Return-Path: <>'), []);
  assert.equal(defectsOf('List-Post: NO (read only)'), []);
  assert.equal(defectsOf('From: <>').length, 1);
});

test('a million folds, words, controls and blanks take linear time', () => {
  for (const piece of ['\r\n ', '\r\n  \x01', ' ', '\xe9 ', '\x00x', ' =?utf-8?Q?a?=\r\n']) {
    const text = `Subject: ${piece.repeat(300_000)}x`;
    assertLinear(JSON.stringify(piece), () => defectsOf(text));
  }
});

function isFold(defect: string): boolean {
  return defect.startsWith('fold');
}

test.run();
