/** Addresses of requests: A-labels and nothing else, and SES's own words for what it refuses. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseApiRecipient } from '../../lib/carrier/address-grammar.ts';
import { type ErrorCode, MimewrightError } from '../../lib/errors.ts';
import { requestAddress, requestAddresses } from '../../lib/ses/request-address.ts';

const test = suite('ses/request-address');

function throwing(code: ErrorCode, message: RegExp): (error: unknown) => boolean {
  return (error) =>
    error instanceof MimewrightError && error.code === code && message.test(error.message);
}

/** Typed, and as it goes into the request. */
const accepted: readonly (readonly [string, string])[] = [
  ['zoe@bücher.example', 'zoe@xn--bcher-kva.example'],
  ['Zoe <Zoe@Bücher.Example>', 'Zoe <Zoe@xn--bcher-kva.example>'],
  [' <zoe@例え.example> ', ' <zoe@xn--r8jz45g.example> '],
  ['"a b"@bücher.example', '"a b"@xn--bcher-kva.example'],
  ['Ann@Example.COM', 'Ann@Example.COM'],
  ['"ann"@example.com', '"ann"@example.com'],
  ['ann@[192.0.2.1]', 'ann@[192.0.2.1]'],
  ['=?utf-8?q?Zo=C3=AB?= <zoe@example.com>', '=?utf-8?q?Zo=C3=AB?= <zoe@example.com>'],
];

for (const [typed, address] of accepted) {
  test(`${typed} goes as ${address}`, () => {
    assert.is(requestAddress('source', typed), address);
    assert.is(requestAddress('source', address), address);
  });
}

/** Typed, code, and what the message says. */
const refused: readonly (readonly [unknown, ErrorCode, RegExp])[] = [
  [undefined, 'value-missing', /^source is undefined/],
  [null, 'value-missing', /^source is null/],
  ['', 'value-missing', /^source is ""/],
  [7, 'value-type', /^source is not a string: 7/],
  ['ann', 'address-syntax', /^source: SES answers "Missing final '@domain'" to "ann"$/],
  ['To: ann@example.com', 'address-syntax', /"Local address contains illegal character"/],
  ['ann@example.com, bob@example.com', 'address-syntax', /SES answers "Illegal address"/],
  ['zoë@example.com', 'address-syntax', /"Local address contains control or whitespace"/],
  ['zoë@bücher.example', 'address-syntax', /control or whitespace" to "zoë@bücher.example"$/],
  ['Team: ann@example.com;', 'address-syntax', /^source is a group: "Team: .*each an entry$/],
  ['Nobody:;', 'address-syntax', /^source is a group/],
  ['Zoë <zoe@example.com>', 'address-not-sendable', /"Zoë <zoe.*must be an encoded-word$/],
  ['"@é" <zoe@bücher.example>', 'address-not-sendable', /display name outside ASCII/],
  ['ann@☕.example', 'domain-syntax', /^source: not a domain: "☕.example"/],
  ['Ann\r\nBcc: eve@example.com <ann@example.com>', 'address-syntax', /U\+000D/],
  ['\ud800@example.com', 'ill-formed-text', /^source holds an unpaired surrogate/],
];

for (const [typed, code, message] of refused) {
  test(`${JSON.stringify(typed)} is refused: ${code}`, () => {
    assert.throws(() => requestAddress('source', typed), throwing(code, message));
  });
}

test('a list names the entry at fault, also where it has a hole', () => {
  const good = ['a@b.example', 'c@d.example'];
  assert.equal(requestAddresses('destinations', good), good);
  assert.throws(
    () => requestAddresses('destinations', [...good, 'e@f.example', 'a@b@c']),
    throwing('address-syntax', /^destinations\[3\]: SES answers /),
  );
  const holed: unknown[] = [];
  holed[1] = 'a@b.example';
  assert.throws(
    () => requestAddresses('destinations', holed),
    throwing('value-missing', /^destinations\[0\] is undefined/),
  );
  assert.throws(
    () => requestAddresses('destinations', 'a@b.example'),
    throwing('value-type', /^destinations is not a list of addresses/),
  );
});

const pieces = fc.constantFrom(
  ...['ann', 'Ann', 'é', '@', '.', ' ', '<', '>', '"', ',', ';', ':', '(', ')', '\\', '[', ']'],
  ...['bücher', 'example', '例', '\t', '\r\n', '\u0000', '\ud800', '=?utf-8?q?x?='],
);
const nearAddress = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));

test('law: what is taken is one mailbox of printable ASCII at SES, and is taken again as it is', () => {
  fc.assert(
    fc.property(nearAddress, (typed) => {
      const address = accepts(typed);
      if (address === undefined) return;
      assert.match(address, /^[\t -~]*$/);
      const { mailboxes, groups, faults } = parseApiRecipient(address);
      assert.equal([mailboxes.length, groups.length, faults.length], [1, 0, 0]);
      assert.is(requestAddress('again', address), address);
    }),
    { numRuns: 2000 },
  );
});

test('law: ASCII comes back as it was, or SES refuses it', () => {
  const ascii = nearAddress.filter((typed) => /^[ -~]+$/.test(typed));
  fc.assert(
    fc.property(ascii, (typed) => {
      const address = accepts(typed);
      const { mailboxes, groups, faults } = parseApiRecipient(typed);
      const isOne = mailboxes.length === 1 && groups.length === 0 && faults.length === 0;
      assert.is(address, isOne ? typed : undefined);
    }),
    { numRuns: 1000 },
  );
});

function accepts(typed: string): string | undefined {
  try {
    return requestAddress('address', typed);
  } catch (error) {
    if (error instanceof MimewrightError) return undefined;
    throw error;
  }
}

test.run();
