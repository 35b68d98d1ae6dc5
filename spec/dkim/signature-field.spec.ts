/** What a DKIM-Signature field says, and what is wrong with it. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseSignature } from '../../lib/dkim/signature-field.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('dkim/signature-field');

const B = Buffer.alloc(256, 1).toString('base64');
const BH = Buffer.alloc(32, 2).toString('base64');
const good = `v=1; a=rsa-sha256; c=relaxed/simple; d=Example.com; s=mail; t=10; x=20; h=From:To; bh=${BH}; b=${B}`;

/** The causes in a good field with one place changed, each with the text at fault. */
function faults(find: string | RegExp, replace: string): readonly string[] {
  const text = good.replace(find, replace);
  return parseSignature(text).faults.map(({ cause, start, end }) =>
    `${cause} ${text.slice(start, end)}`.trim(),
  );
}

test('a good field is taken apart', () => {
  const read = parseSignature(good);
  assert.equal(read.faults, []);
  assert.is(read.algorithm, 'rsa-sha256');
  assert.equal([read.header, read.body], ['relaxed', 'simple']);
  assert.equal([read.domain, read.selector], ['example.com', 'mail']);
  assert.equal([read.signedAt, read.expiresAt, read.length], [10, 20, undefined]);
  assert.equal([read.signature?.length, read.bodyHash?.length], [256, 32]);
  assert.equal(
    read.names.map(({ name }) => name),
    ['From', 'To'],
  );
});

test('what is left out: both forms are simple, a body form alone too', () => {
  const forms = (c: string): readonly string[] => {
    const { header, body } = parseSignature(good.replace('c=relaxed/simple;', c));
    return [header, body];
  };
  assert.equal(forms(''), ['simple', 'simple']);
  assert.equal(forms('c=relaxed;'), ['relaxed', 'simple']);
});

test('each fault is told at its place', () => {
  assert.equal(faults('v=1', 'v=2'), ['version 2']);
  assert.equal(faults('rsa-sha256', 'rsa-md5'), ['algorithm-unknown rsa-md5']);
  assert.equal(faults('rsa-sha256', 'RSA-SHA1'), ['rsa-sha1 RSA-SHA1']);
  assert.equal(faults('relaxed/simple', 'relaxed/nofws'), ['canonicalization relaxed/nofws']);
  assert.equal(faults('Example.com', 'exa mple'), ['domain-syntax exa mple']);
  assert.equal(faults('s=mail', 's='), ['domain-syntax']);
  assert.equal(faults('t=10', 't=x'), ['time-syntax x']);
  assert.equal(faults('x=20', 'x=10'), ['expires-before-signing 10']);
  assert.equal(faults('t=10', 'l=-1'), ['length-syntax -1']);
  assert.equal(faults('t=10', 'q=http'), ['query-unknown http']);
  assert.equal(faults('t=10', 'i=@other.example'), ['identity-not-under-domain @other.example']);
  assert.equal(faults('t=10', 'i=@myexample.com'), ['identity-not-under-domain @myexample.com']);
  assert.equal(faults('t=10', 'i=a@x.example.com'), []);
  assert.equal(faults('t=10', 'i=a@x.exam\r\n ple.com'), []);
  assert.equal(faults('t=10', 'i="a@b.example"@example.com'), []);
  assert.equal(faults('From:To', 'To'), ['from-not-signed To']);
  assert.equal(faults('From:To', 'From::To'), ['names-empty From::To']);
  assert.equal(faults('From:To', 'From : To\r\n Cc'), ['name-syntax To\r\n Cc']);
  assert.equal(faults('From:To', 'From To'), ['name-syntax From To', 'from-not-signed From To']);
  assert.equal(faults(BH, 'AAAA'), ['body-hash-octets AAAA']);
  assert.equal(faults(BH, 'A*'), ['base64-invalid A*']);
  assert.equal(faults(B, B.replace(/=+$/, '')).length, 1);
  assert.equal(faults(B, 'AAAA'), ['signature-octets AAAA']);
  assert.equal(faults('t=10', 's=b'), ['duplicate-tag s']);
  assert.equal(faults('t=10', 'nothing'), ['tag-list-syntax nothing']);
  assert.equal(faults('s=mail; ', ''), ['required-tag-missing']);
});

test('numbers and names have as many characters as RFC 6376 §3.5 and DNS let them', () => {
  const nines = (count: number): string => '9'.repeat(count);
  assert.equal(faults('t=10', `l=${nines(76)}`), []);
  assert.equal(faults('t=10', `l=${nines(77)}`), [`length-syntax ${nines(77)}`]);
  assert.equal(faults('t=10', 'l='), ['length-syntax']);
  assert.equal(faults('x=20', `x=${nines(12)}`), []);
  assert.equal(faults('x=20', `x=${nines(13)}`), [`time-syntax ${nines(13)}`]);
  const host = (count: number): string => `${'a.'.repeat(count / 2)}a`;
  assert.equal(faults('s=mail', `s=${host(252)}`), []);
  assert.equal(faults('s=mail', `s=${host(254)}`), [`domain-syntax ${host(254)}`]);
});

const piece = fc.oneof(
  fc.constantFrom('v=1', 'a=rsa-sha256', 'h=', 'From', ':', ';', '=', ' ', '\r\n ', 'd=a.b', 's=x'),
  fc.constantFrom(
    'l=9',
    't=',
    '9'.repeat(80),
    'x=1',
    'i=@',
    'bh=',
    'b=',
    B,
    BH,
    '\0',
    '\xff',
    'c=',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);

test('law: any text is read, and each fault has a place in it', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20, size: 'max' }), (pieces) => {
      const text = pieces.join('');
      for (const { start, end } of parseSignature(text).faults) {
        assert.ok(start >= 0 && start <= end && end <= text.length, `${start} ${end}`);
      }
    }),
  );
});

test('time is linear in the characters, whatever they are', () => {
  for (const text of [';', 'x;', 'x', ' ', '=', 'h=a:;', 'a:', 'A', '\r\n ', 'x=1;', 'b=']) {
    const long = text.repeat(250_000 / text.length);
    for (const before of ['', 'b=', 'h=', 'd=', 'i=', 'c=']) {
      assertLinear(`${before} ${JSON.stringify(text)}`, () => parseSignature(before + long));
    }
  }
});

test.run();
