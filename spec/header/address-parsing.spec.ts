/** Addresses as people type them: RFC 5322 §3.4; one string never has two readings. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MimewrightError } from '../../lib/errors.ts';
import { parseAddresses, parseMailbox } from '../../lib/header/address-parsing.ts';
import type { Address, Mailbox } from '../../lib/model/mailbox.ts';
import { anyString } from '../../lib/testing/arbitraries.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('header/address-parsing');

function refuses(text: string, reason = /./, code = 'address-syntax'): void {
  assert.throws(
    () => parseAddresses(text, 'To'),
    (error: unknown) =>
      error instanceof MimewrightError &&
      error.code === code &&
      error.message.startsWith('To') &&
      reason.test(error.message),
    text,
  );
}

/** `name <address>` each, groups as `name: …;`. */
function shown(addresses: readonly Address[]): readonly string[] {
  return addresses.map((address) => {
    if (address.kind === 'group') return `${address.name}: ${shown(address.members).join(', ')};`;
    return address.name === undefined ? address.address : `${address.name} <${address.address}>`;
  });
}

/** Group members in their places. */
function mailboxesOf(addresses: readonly Address[]): readonly Mailbox[] {
  return addresses.flatMap((address) => (address.kind === 'group' ? address.members : address));
}

test('mailboxes, lists and groups', () => {
  const cases: readonly (readonly [string, ...string[]])[] = [
    ['a@b.example', 'a@b.example'],
    ['<a@b.example>', 'a@b.example'],
    ['  Ann   Doe\t<a@b.example> ', 'Ann   Doe <a@b.example>'],
    ['Zoë<zoe@bücher.example>', 'Zoë <zoe@xn--bcher-kva.example>'],
    ['"Doe, Ann" <a@b.example>', 'Doe, Ann <a@b.example>'],
    ['"A \\"B\\" \\\\" <a@b.example>', 'A "B" \\ <a@b.example>'],
    ['" Ann " <a@b.example>', ' Ann  <a@b.example>'],
    ['"" <a@b.example>', 'a@b.example'],
    ['"a b"@c.example', '"a b"@c.example'],
    ['X <"a>b,c"@d.example>', 'X <"a>b,c"@d.example>'],
    ['a@[IPv6:2001:db8::1], b@[192.0.2.1]', 'a@[IPv6:2001:db8::1]', 'b@[192.0.2.1]'],
    ['a@b.example, C <c@d.example>', 'a@b.example', 'C <c@d.example>'],
    [
      'Team: a@b.example, C <c@d.example>;, e@f.example',
      'Team: a@b.example, C <c@d.example>;',
      'e@f.example',
    ],
    ['undisclosed-recipients:;', 'undisclosed-recipients: ;'],
    ['"A: B": a@b.example;', 'A: B: a@b.example;'],
    ['"Ann" van "Doe" <a@b.example>', 'Ann van Doe <a@b.example>'],
  ];
  for (const [typed, ...addresses] of cases) {
    assert.equal(shown(parseAddresses(typed, 'To')), addresses, typed);
  }
});

test('white space that is no blank is part of the name', () => {
  const mailbox = parseMailbox('\u00a0Zoë\u3000\ufeff <a@b.example>', 'From');
  assert.is(mailbox.name, '\u00a0Zoë\u3000\ufeff');
  refuses('\u00a0a@b.example', /./, 'address-not-sendable');
});

test('what could be read in two ways is refused', () => {
  refuses('Doe, Ann <a@b.example>', /has no @domain; quote the display name/);
  refuses('a@b.example c@d.example');
  refuses('a@b.example <c@d.example>', /"@" stands in a display name/);
  refuses('<a@b.example> <c@d.example>', /without a comma/);
  refuses('alice@example.org)<bob@example.org>', /display name/);
  refuses('a@b.example (Ann)', /comment/);
  refuses('Ann (x) <a@b.example>', /"\("/);
  refuses('<a@b.example> Ann', /follows the address/);
  refuses('Ann <a@b.example', /not closed/);
  refuses('"Ann <a@b.example>', /not closed/);
  refuses('Ann < a@b.example >', /blanks/);
  refuses('a@b.example,', /missing/);
  refuses('a@b.example,,c@d.example', /missing/);
  refuses('a@b.example; c@d.example', /semicolon/);
  refuses('g: h: a@b.example;;', /within a group/);
  refuses('g: a@b.example', /no semicolon/);
  refuses('g: a@b.example; c@d.example', /only a comma/);
  refuses(': a@b.example;', /name of a group/);
  refuses('x@evil.example>, <y', /./, 'domain-syntax');
  refuses('a" <x@evil.example>, "b');
  refuses('Ann <a@b.example>, \r\nBcc: x@evil.example', /control/);
  refuses('');
});

test('exactly one mailbox is one', () => {
  assert.throws(() => parseMailbox('a@b.example, c@d.example', 'From'), /From: .* 2 addresses/);
  assert.throws(() => parseMailbox('g:;', 'From'), /group/);
});

test('law: any string gives addresses, each with an addr-spec, or a MimewrightError', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        anyString,
        anyString.map((s) => `${s} <a@b.example>`),
      ),
      (typed) => {
        let addresses: readonly Address[] = [];
        try {
          addresses = parseAddresses(typed, 'To');
        } catch (error) {
          assert.instance(error, MimewrightError);
          return;
        }
        assert.ok(addresses.length > 0);
        for (const { address } of mailboxesOf(addresses)) assert.match(address, /^[ -~]+@[!-~]+$/);
      },
    ),
    { numRuns: 300 },
  );
});

test('hostile lists take linear time', () => {
  const list = Array.from({ length: 50_000 }, (_, at) => `u${at}@example.com`).join(', ');
  assertLinear('a list', () => assert.is(parseAddresses(list, 'To').length, 50_000));
  for (const piece of ['g:', '<"<"', '"\\"', '[', '<', '"" ', '((', ', ']) {
    assertLinear(piece, () => refuses(piece.repeat(50_000)));
  }
});

test('a list too long for one string is refused, whatever it holds', () => {
  for (const long of [`"${'\\"'.repeat(4e6)}" <a@b.example>`, `<${'""'.repeat(4e6)}>`]) {
    refuses(long, /of 1000000 allowed in one string/);
  }
  refuses(`<${'""'.repeat(499_000)}>`);
  const name = 'é'.repeat(900_000);
  assert.is(parseMailbox(`"${name}" <a@b.example>`, 'To').name, name);
});

test.run();
