/** The texts of SES recognised in what programs log. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isSameText, matchSesText } from '../../lib/carrier/ses-text-match.ts';

const test = suite('carrier/ses-text-match');

test('what varies is told by its name', () => {
  const line = "12:00 Message length is more than 10485760 bytes long: '12078147'. (Service: Ses)";
  const { text, values } = matchSesText(line) ?? {};
  assert.is(text, "Message length is more than 10485760 bytes long: '12078147'.");
  assert.equal(values, { limit: '10485760', octets: '12078147' });
});

test('of two texts the first counts: a mailbox that is quoted may hold any words', () => {
  const text = "Address length is more than 320 bytes long: 'Missing domain' <ann@example.net>'";
  assert.is(matchSesText(text)?.entry.id, 'address-length');
  assert.is(matchSesText(text)?.values.mailbox, "Missing domain' <ann@example.net>");
});

test('of two texts at one place the one with more words counts', () => {
  assert.is(matchSesText('Invalid email address .')?.entry.id, 'invalid-email-address-empty');
  assert.is(matchSesText('Invalid email address<a@b>.')?.values.address, 'a@b');
  assert.is(matchSesText('Invalid email address')?.entry.id, 'invalid-email-address');
});

test('a token is a word, or what stands in quotes', () => {
  for (const token of [';', '"hello world"', "'null'", '=?UTF-8?Q?a?=']) {
    assert.is(matchSesText(`Expected '=', got ${token} here`)?.values.token, token);
  }
});

test('quotes and brackets that a log puts behind a text are not of it', () => {
  for (const token of [';', '=', '=?UTF-8?Q?a?=', ',']) {
    for (const tail of ['"', '")', '"),', "')"]) {
      assert.is(matchSesText(`("Expected '/', got ${token}${tail}`)?.values.token, token, tail);
    }
  }
  assert.is(matchSesText('"Unsupported encoding cp-850.")')?.text, 'Unsupported encoding cp-850.');
  assert.is(matchSesText("'Unknown encoding: x'")?.values.encoding, 'x');
});

test('the words must be those, in their case, and not go on', () => {
  for (const line of ['missing domain', 'Missing domains', 'Missing domain of', 'Domain', '']) {
    assert.is(matchSesText(line), undefined, line);
  }
});

test('texts are the same whatever their quotes, blanks and last dot', () => {
  assert.ok(isSameText("Expected '=', got 'null'", `Expected '=', got "null"`));
  assert.ok(isSameText('Recipient count exceeds 50', 'Recipient  count exceeds 50.'));
  assert.not(isSameText("Duplicate header 'To'.", "Duplicate header 'From'."));
});

test.run();
