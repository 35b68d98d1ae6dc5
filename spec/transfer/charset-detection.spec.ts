/** UTF-8 under another name: found in every language, and never where it is none. */

import { isAscii, isUtf8 } from 'node:buffer';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { decodeText, encodeText } from '../../lib/transfer/charset.ts';
import { isMislabelledUtf8 } from '../../lib/transfer/charset-detection.ts';
import { type Charset, charsets } from '../../lib/transfer/charset-table.ts';
import { accidents, languageTexts } from '../support/language-texts.ts';

const test = suite('transfer/charset-detection');

function isFound(octets: Uint8Array, charset: string): boolean {
  return isMislabelledUtf8(octets, charset, {
    isExact: decodeText(octets, charset)?.isExact ?? false,
  });
}

/** The text in the charset, where that has all its characters. */
function genuine(text: string, { name, isReadOnly }: Charset): Uint8Array | undefined {
  if (name === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  if (name === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (isReadOnly) return undefined;
  try {
    return encodeText(text, name);
  } catch {
    return undefined;
  }
}

const legacy = charsets.filter(({ name }) => name !== 'utf-8' && name !== 'us-ascii');

for (const charset of legacy) {
  test(`UTF-8 in any language is found under the name ${charset.name}`, () => {
    for (const [language, text] of Object.entries(languageTexts))
      assert.ok(isFound(Buffer.from(text), charset.name), language);
  });

  test(`no word of any language is mislabelled as ${charset.name}`, () => {
    for (const [language, text] of Object.entries(languageTexts)) {
      const words = [...text.split(' '), ...text.toUpperCase().split(' ')];
      for (let at = 0; at < words.length; at += 1) {
        for (const scrap of [words.slice(at, at + 1), words.slice(at, at + 4), words]) {
          const octets =
            genuine(`${scrap.join(' ').replace(/\W$/, '')}…`, charset) ??
            genuine(scrap.join(' '), charset);
          if (octets !== undefined)
            assert.not.ok(isFound(octets, charset.name), `${language}: ${scrap.join(' ')}`);
        }
      }
    }
  });
}

test('genuine text that is valid UTF-8 by accident is left alone', () => {
  for (const [charset, text] of accidents) {
    const octets = encodeText(text, charset);
    assert.ok(isUtf8(octets) && !isAscii(octets), `${charset}: ${text}`);
    assert.not.ok(isFound(octets, charset), `${charset}: ${text}`);
  }
});

const short: readonly (readonly [charset: string, text: string, isFound: boolean])[] = [
  ['iso-8859-1', 'café', true],
  ['windows-1251', 'café', true],
  ['windows-1252', 'it’s', true],
  ['iso-8859-2', 'only 20 €', true],
  ['koi8-r', '🎉', true],
  ['iso-8859-15', '© 2024', true],
  ['iso-8859-1', 'ÉLAN', false],
  ['iso-8859-7', '© 2024', false],
  ['koi8-r', 'Grüße aus München', true],
  ['gbk', 'Grüße aus München für Zoë', true],
  ['gbk', 'café', false],
  ['iso-2022-jp', 'é', true],
  ['windows-1252', 'Ïà: Á', true],
  ['utf-32', 'plain', true],
  ['utf-16', 'Plain ASCII text of some length is no UTF-16.\r\n', true],
  ['utf-16', 'too short', false],
  ['utf-8', 'café', false],
  ['us-ascii', 'café', false],
];
for (const [charset, text, expected] of short) {
  test(`${JSON.stringify(text)} in UTF-8, labelled ${charset}: ${expected ? 'found' : 'left alone'}`, () => {
    assert.is(isFound(Buffer.from(text), charset), expected);
  });
}

test('ideographs that make ASCII in UTF-16 are left alone, again and again', () => {
  assert.not.ok(isFound(Buffer.from('中'.repeat(100), 'utf16le').swap16(), 'utf-16be'));
});

test('ASCII is no UTF-8 under another name, but of wide charsets', () => {
  for (const { name } of legacy) {
    if (!name.startsWith('utf-')) assert.not.ok(isFound(Buffer.from('plain text'), name), name);
  }
});

test.run();
