/** Text that is the encoded form of another: RFC 2045 §6.7, §6.8. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  hasBase64Look,
  hasQuotedPrintableLook,
} from '../../../../lib/preflight/rules/encoding/looks-encoded.ts';

const test = suite('preflight/rules/encoding/looks-encoded');

const QUOTED_PRINTABLE = '<p class=3D"a" id=3D"b">caf=C3=A9 =\nand =C3=BC</p>';

test('quoted-printable throughout is known', () => {
  assert.ok(hasQuotedPrintableLook(QUOTED_PRINTABLE));
});

test('one "=" that is none of it, or few escapes, are no quoted-printable', () => {
  for (const text of [
    '',
    `${QUOTED_PRINTABLE} <a href="x">`,
    'https://example.com/?a=20&b=30&c=40&d=50&e=60&f=70',
    'Content-Type: text/plain; charset="utf-8"\n\ncaf=C3=A9 =C3=A9 =C3=A9 =C3=A9',
    '==========',
    'caf=C3=A9',
  ]) {
    assert.not(hasQuotedPrintableLook(text), text);
  }
});

function base64(octets: Buffer): string {
  return octets.toString('base64').replace(/.{76}/g, '$&\n');
}

test('base64 of a text is known', () => {
  assert.ok(hasBase64Look(base64(Buffer.from('The keys are with the porter. '.repeat(20)))));
});

test('base64 of other octets, and other text, is none', () => {
  for (const text of [
    '',
    base64(Buffer.alloc(600, 0xe9)),
    base64(Buffer.alloc(600)),
    base64(Buffer.from('short')),
    `-----BEGIN PGP MESSAGE-----\n\n${base64(Buffer.from('x'.repeat(600)))}`,
    `${base64(Buffer.from('x'.repeat(600)))}\n\nthat was a key`,
    `${'a'.repeat(76)}\nand so on`,
  ]) {
    assert.not(hasBase64Look(text), text);
  }
});

test.run();
