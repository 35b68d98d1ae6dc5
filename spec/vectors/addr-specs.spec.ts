/** Vectors of addr-specs: what is read without a word, read and reported, and sent. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MimewrightError } from '../../lib/errors.ts';
import { parseAddrSpec } from '../../lib/header/addr-spec.ts';
import type { ParsedAddress } from '../../lib/header/parsed-address.ts';
import { read } from '../../lib/reader/read.ts';
import { testVectors, type Vector, vectors } from '../support/vectors.ts';

const test = suite('vectors/addr-specs');

const ATEXT_OR_DOT = /[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]/;

/**
 * As is_email sorts them: VALID and RFC5321 may be sent; CFWS (comments and blanks) and DEPREC (the
 * obsolete forms of RFC 5322 §4) are read; RFC5322 keeps that grammar, but not SMTP's; ERR none.
 */
type Category = 'VALID' | 'RFC5321' | 'CFWS' | 'DEPREC' | 'RFC5322' | 'ERR';

interface AddrSpecVector extends Vector {
  readonly category: Category;
}

testVectors<AddrSpecVector>(test, 'addr-specs', ({ input, category }) => {
  if (/\r\n(?![ \t])/.test(input)) return; // there the field ends
  const { addresses, codes } = readInTo(input);
  if (isSendable(category)) assert.equal(codes, []);
  if (category === 'ERR' || category === 'DEPREC')
    assert.ok(codes.length > 0, 'nothing is noticed');
  if (category !== 'ERR')
    assert.equal(
      addresses?.map(({ kind }) => kind),
      ['mailbox'],
    );
});

/** Where what may be sent is not what is_email says, and why. */
const DEVIATIONS: readonly {
  readonly input: RegExp;
  readonly sent: boolean;
  readonly why: string;
}[] = [
  {
    input: /@(?:.*\.)?[0-9]+$/,
    sent: false,
    why: 'no top-level domain is a number, and readers take it for an IPv4 address',
  },
  {
    input: /^"(?:x|\\x){62,}"@/,
    sent: true,
    why: 'with the least quoting, as RFC 5321 §4.1.2 wants it, the local part is short enough',
  },
];

for (const row of vectors<AddrSpecVector>('addr-specs')) {
  const deviation = DEVIATIONS.find(({ input }) => input.test(row.input));
  const sent = deviation?.sent ?? isSendable(row.category);
  const why = deviation === undefined ? row.category : `${row.category}, but ${deviation.why}`;
  test(`${sent ? 'is sent' : 'is not sent'}: ${JSON.stringify(row.input)} (${why}) (A6)`, () => {
    assert.is(isAccepted(row.input), sent);
  });
}

test('law: every ASCII character is sent where the grammar has it (RFC 5321 §4.1.2)', () => {
  for (let code = 0; code < 128; code += 1) {
    const character = String.fromCharCode(code);
    const isPrintable = code >= 0x20 && code < 0x7f;
    const isText = isPrintable && character !== '"';
    assert.is(isAccepted(`a${character}b@example.com`), ATEXT_OR_DOT.test(character), character);
    assert.is(isAccepted(`"a${character}b"@example.com`), isText, character);
    assert.is(isAccepted(`"a\\${character}b"@example.com`), isPrintable, character);
    assert.is(isAccepted(`ann@a${character}b.example`), /[A-Za-z0-9.-]/.test(character), character);
  }
});

test('law: every ASCII character is read without a word where the grammar has it (RFC 5322 §3.2)', () => {
  for (let code = 0; code < 128; code += 1) {
    const character = String.fromCharCode(code);
    const isPrintable = (code >= 0x20 && code < 0x7f) || character === '\t';
    const isText = isPrintable && character !== '"';
    assert.is(isSound(`a${character}b@example.com`), ATEXT_OR_DOT.test(character), character);
    assert.is(isSound(`"a${character}b"@example.com`), isText, character);
    assert.is(isSound(`"a\\${character}b"@example.com`), isPrintable, character);
  }
});

function isAccepted(text: string): boolean {
  try {
    parseAddrSpec(text);
    return true;
  } catch (error) {
    assert.instance(error, MimewrightError);
    return false;
  }
}

/** What a reader finds in a message to that address. */
function readInTo(input: string): {
  readonly addresses: readonly ParsedAddress[] | undefined;
  readonly codes: readonly string[];
} {
  const message = read(Buffer.from(`To: ${input}\r\n\r\n`, 'latin1'));
  const codes = message.allDefects().map(({ code }) => code);
  return { addresses: message.field('To')?.addresses, codes };
}

/** Whether one mailbox is read of it, and nothing noticed. */
function isSound(text: string): boolean {
  const { addresses, codes } = readInTo(text);
  return addresses?.length === 1 && codes.length === 0;
}

function isSendable(category: Category): boolean {
  return category === 'VALID' || category === 'RFC5321';
}

test.run();
