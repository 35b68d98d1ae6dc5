/** Address lists read: who is named, where, and what is wrong; nobody is added: RFC 5322 §3.4. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseAddrSpec } from '../../lib/header/addr-spec.ts';
import { formatAddresses } from '../../lib/header/address-format.ts';
import { parseAddressList } from '../../lib/header/address-list-parsing.ts';
import type { ParsedAddress, ParsedMailbox } from '../../lib/header/parsed-address.ts';
import { encodedPhrase, formatPhrase, quotedString } from '../../lib/header/phrase.ts';
import type { Address, Mailbox } from '../../lib/model/mailbox.ts';
import type { Span } from '../../lib/octets/span.ts';
import { addrSpec, mailbox, text } from '../../lib/testing/arbitraries.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('header/address-list-parsing');

/** Characters that an address list is made of, and some that it should not hold. */
const listText = fc
  .array(
    fc.constantFrom(
      ...'ab..@@,,;:<<>>"\\()[] \t\0\r\n\xc3\xa9\xff'.split(''),
      ...['ann', 'a@b.example', '<c@d.example>', '"x"', '(y)', ', ', 'mailto:', ':;', '@[1.2.3.4]'],
      ...['=?utf-8?Q?=2C?=', '=?utf-8?Q?e=40f.example?=', '=?utf-8?Q?,<', '?=', '<@r,@s:'],
    ),
    { maxLength: 30, size: 'max' },
  )
  .map((pieces) => pieces.join(''));

/** An address in brief: `name <address>`, `group: …;`. */
function brief(address: ParsedAddress): string {
  if (address.kind === 'group') return `${address.name}: ${address.members.map(brief).join(', ')};`;
  return address.name === undefined ? address.address : `${address.name} <${address.address}>`;
}

function read(list: string): readonly string[] {
  return parseAddressList(list).addresses.map(brief);
}

function defectsOf(list: string): readonly string[] {
  return parseAddressList(list).defects.map(({ code, start, end, detail }) => {
    return `${code} ${list.slice(start, end)}${detail === undefined ? '' : `: ${detail}`}`;
  });
}

function mailboxesOf(list: string): readonly ParsedMailbox[] {
  return parseAddressList(list).addresses.flatMap((address) => {
    return address.kind === 'group' ? address.members : address;
  });
}

/** The one mailbox of a list that holds no more. */
function mailboxOf(list: string): ParsedMailbox {
  const [only, ...others] = mailboxesOf(list);
  assert.is(others.length, 0, list);
  if (only === undefined) throw new Error(`no mailbox in ${JSON.stringify(list)}`);
  return only;
}

function assertInOrder(spans: readonly Span[], { start, end }: Span): void {
  let at = start;
  for (const span of spans) {
    assert.ok(at <= span.start && span.start <= span.end && span.end <= end);
    at = span.end;
  }
}

test('law: total; spans lie inside the text, are in order and nest', () => {
  fc.assert(
    fc.property(listText, (list) => {
      const { addresses, phrases, comments, quotedStrings, defects } = parseAddressList(list);
      const whole = { start: 0, end: list.length };
      for (const defect of defects) assertInOrder([defect], whole);
      for (const spans of [phrases, comments, quotedStrings]) assertInOrder(spans, whole);
      assertInOrder(
        addresses.map(({ span }) => span),
        whole,
      );
      for (const address of addresses) {
        const { span, nameSpan } = address;
        if (address.kind === 'mailbox') {
          assertInOrder(nameSpan ? [nameSpan, address.addressSpan] : [address.addressSpan], span);
        } else assertInOrder([nameSpan ?? span, ...address.members.map((one) => one.span)], span);
      }
    }),
    { numRuns: 3000 },
  );
});

test('law: the span of a mailbox holds a list of that mailbox alone', () => {
  const moved = (span: Span | undefined, by: number): Span | undefined =>
    span && { start: span.start + by, end: span.end + by };
  fc.assert(
    fc.property(listText, (list) => {
      for (const one of mailboxesOf(list)) {
        const { start, end } = one.span;
        assert.not.match(list.slice(start, end), /^[ \t\r\n]|[ \t\r\n]$/);
        const { addresses } = parseAddressList(list.slice(start, end));
        const again = addresses.map((address) => ({
          ...address,
          span: moved(address.span, start),
          nameSpan: moved(address.nameSpan, start),
          ...('addressSpan' in address && { addressSpan: moved(address.addressSpan, start) }),
        }));
        assert.equal(again, [one]);
      }
    }),
    { numRuns: 3000 },
  );
});

const mailboxes: fc.Arbitrary<Mailbox> = mailbox.map(({ name, address }) => ({
  kind: 'mailbox',
  address: parseAddrSpec(address),
  ...(name !== undefined && { name }),
}));
const lists: fc.Arbitrary<readonly Address[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: mailboxes },
    fc.record({
      kind: fc.constant('group' as const),
      name: text,
      members: fc.array(mailboxes, { maxLength: 3 }),
    }),
  ),
  { minLength: 1, maxLength: 5 },
);

test('law: what is formatted parses to the same addresses (A1, A3)', () => {
  const known = ({ name, address }: Mailbox | ParsedMailbox) => ({ name, address });
  fc.assert(
    fc.property(lists, (given) => {
      const { addresses, defects } = parseAddressList(formatAddresses('To', given).join(''));
      assert.equal(
        addresses.map((one) => {
          return one.kind === 'group' ? [one.name, one.members.map(known)] : known(one);
        }),
        given.map((one) => {
          return one.kind === 'group' ? [one.name, one.members.map(known)] : known(one);
        }),
      );
      assert.equal(
        defects.filter(({ code }) => code !== 'display-name-empty'),
        [],
      );
    }),
    { numRuns: 300 },
  );
});

test('law: no name adds an address, however it is quoted (A3)', () => {
  const line = text.map((name) => name.replace(/[\r\n]/g, ''));
  fc.assert(
    fc.property(line, addrSpec, (name, address) => {
      const octets = Buffer.from(name).toString('latin1');
      for (const phrase of [
        quotedString(octets),
        formatPhrase(name, 'To').join(''),
        encodedPhrase(name, 'To').join(''),
        `(${octets.replace(/[()\\]/g, '\\$&')}) Ann`,
        `Ann ${quotedString(octets)} Lee`,
      ]) {
        const one = mailboxOf(`${phrase} <${parseAddrSpec(address)}>`);
        assert.is(one.address, parseAddrSpec(address));
      }
    }),
  );
});

test('mailboxes: with and without name, routes and comments left out (RFC 5322 §3.4)', () => {
  assert.equal(read('ann@b.example'), ['ann@b.example']);
  assert.equal(read('<ann@b.example>'), ['ann@b.example']);
  assert.equal(read('Ann  Lee <ann@b.example>, "Lee, \\"A\\"" <lee@b.example>'), [
    'Ann Lee <ann@b.example>',
    'Lee, "A" <lee@b.example>',
  ]);
  assert.equal(read('"ann lee"@b.example, "ann"@b.example, ann@[192.0.2.1]'), [
    '"ann lee"@b.example',
    'ann@b.example',
    'ann@[192.0.2.1]',
  ]);
  assert.equal(read(''), []);
  assert.equal(read(' (nobody) '), []);
});

test('groups: members in their place, none, a comment alone (RFC 5322 §3.4, RFC 6854)', () => {
  assert.equal(read('Crew: Ann <ann@b.example>, lee@b.example; , max@b.example'), [
    'Crew: Ann <ann@b.example>, lee@b.example;',
    'max@b.example',
  ]);
  assert.equal(read('Undisclosed recipients:;'), ['Undisclosed recipients: ;']);
  assert.equal(read('(a)Crew(b):(c (nested))(d);(e)'), ['Crew: ;']);
  assert.equal(defectsOf('(a)Crew(b):(c (nested))(d);(e)'), []);
  assert.equal(parseAddressList('"C;,:" :;').addresses, [
    {
      kind: 'group',
      name: 'C;,:',
      members: [],
      span: { start: 0, end: 9 },
      nameSpan: { start: 0, end: 6 },
    },
  ]);
});

test('comments stand anywhere; the last one may be the name in old mail (RFC 5322 §3.2.2)', () => {
  const list = 'Lee(a \\) chap) <lee(box)@silly.example(host)>(=?utf-8?Q?Zo=C3=AB?= L)';
  const { address, name, comment } = mailboxOf(list);
  assert.equal([address, name, comment], ['lee@silly.example', 'Lee', 'Zoë L']);
  assert.is(mailboxOf('ann@b.example (Ann \\(Lee\\))').comment, 'Ann (Lee)');
  assert.is(mailboxOf('ann@b.example').comment, undefined);
  assert.is(mailboxOf('Ann(x)Lee <ann@b.example>').name, 'Ann Lee');
  const { comments } = parseAddressList('a@b.example (c (d)), () e@f.example');
  assert.equal(comments, [
    { start: 13, end: 18 },
    { start: 22, end: 22 },
  ]);
});

test('obsolete forms are read (RFC 5322 §4.4)', () => {
  assert.equal(read('Ann <@r.example,@s.example:ann@b.example>'), ['Ann <ann@b.example>']);
  assert.equal(read('ann . lee (x) @ (y) b . example'), ['ann.lee@b.example']);
  assert.equal(read(', ann@b.example,, "lee".x@b.example (z),'), [
    'ann@b.example',
    'lee.x@b.example',
  ]);
  assert.equal(read('Ann Q. Lee <ann@b.example>'), ['Ann Q. Lee <ann@b.example>']);
});

test('names are decoded, and where encoded-words may stand is told (RFC 2047 §5)', () => {
  const list = '=?utf-8?Q?Zo?=  =?utf-8?Q?=C3=AB?= "Q." Lee <zoe@b.example>';
  assert.is(mailboxOf(list).name, 'Zoë Q. Lee');
  const { phrases, quotedStrings } = parseAddressList(list);
  const written = ({ start, end }: Span): string => list.slice(start, end);
  assert.equal(phrases.map(written), ['=?utf-8?Q?Zo?=  =?utf-8?Q?=C3=AB?=', 'Lee']);
  assert.equal(quotedStrings.map(written), ['"Q."']);
  assert.is(mailboxOf('"=?utf-8?Q?Zo=C3=AB?=" <zoe@b.example>').name, 'Zoë');
  assert.is(mailboxOf('=?utf-8?Q?Zo?= (x) =?utf-8?Q?Lee?= <zoe@b.example>').name, 'Zo Lee');
  assert.is(mailboxOf('Zo\xc3\xab <zoe@b.example>').name, 'Zoë');
  assert.is(mailboxOf('Zo\xeb <zoe@b.example>').name, 'Zoë');
  assert.is(mailboxOf('"=?utf-8?Q?x?="@b.example').localPart, '=?utf-8?Q?x?=');
});

test('a mailbox has its places', () => {
  const list = ' x@y.example, (a) "Ann" <ann@b.example> (b) ,';
  const { span, nameSpan, addressSpan } = mailboxesOf(list)[1] ?? mailboxOf('');
  assert.equal(
    [span, nameSpan ?? span, addressSpan].map(({ start, end }) => list.slice(start, end)),
    ['(a) "Ann" <ann@b.example> (b)', '"Ann"', 'ann@b.example'],
  );
});

test('defects are those of the list, at their places, and none is told twice', () => {
  const cases: readonly (readonly [list: string, ...defects: string[]])[] = [
    ['bob', 'address-invalid bob: no "@"'],
    ['Ann Lee', 'address-invalid Ann Lee: no "@"'],
    ['Ann a@b.example', 'address-invalid Ann a@b.example: no angle brackets behind the name'],
    ['<a@b.example> Ann', 'address-invalid Ann: text behind an address'],
    ['a@b@c.example', 'address-invalid a@b@c.example'],
    ['<a b@c.example>', 'address-invalid a b@c.example'],
    ['"a"b@c.example', 'address-invalid "a"b@c.example'],
    ['Ann <ann>', 'address-missing-domain ann'],
    ['ann@', 'address-missing-domain ann@'],
    ['a..b@c.example', 'dot-misplaced ..'],
    ['.a.@c.example', 'dot-misplaced .a.'],
    ['a@b..example', 'dot-misplaced ..: in the domain'],
    ['"ann"@b.example'],
    ['a (x) @b.example', 'comment-in-address  (x) '],
    ['<a@b.example >', 'comment-in-address  '],
    ['a@[192.0.2.1], a@[IPv6:2001:db8::1], a@[ 192.0.2.1 ]'],
    ['a@[::1]', 'domain-literal-invalid [::1]'],
    ['a@[1[2]', 'address-invalid a@[1[2]'],
    ['a@[192.0.2.1, b@c.example', 'domain-literal-invalid [192.0.2.1'],
    ['<@a,@b:c@d.example>', 'source-route @a,@b:'],
    ['andr\xe9@b.example', 'non-ascii-local andr\xe9'],
    ['a@b\xc3\xbccher.example', 'non-ascii-domain b\xc3\xbccher.example'],
    ['Ann <>', 'address-null <>'],
    ['Ann a@b.example>', 'unbalanced-angle >'],
    ['Ann <a@b.example', 'unbalanced-angle <'],
    ['Ann <a@b.example, c@d.example', 'unbalanced-angle <'],
    ['Ann <<a@b.example>', 'unbalanced-angle <'],
    ['a@b.example; c@d.example', 'semicolon-separator ;'],
    ['<a@b.example> <c@d.example>', 'missing-comma '],
    ['a@b.example c@d.example', 'missing-comma '],
    ['Crew:; a@b.example', 'missing-comma '],
    ['mailto:a@b.example', 'mailto-prefix mailto:'],
    ['<MAILTO:a@b.example>', 'mailto-prefix MAILTO:'],
    ['Doe, Ann <a@b.example>', 'unquoted-specials ,'],
    ['Ann [Sales] Lee <a@b.example>', 'unquoted-specials [Sales]'],
    ['ceo@bank.example <x@evil.example>', 'unquoted-specials @'],
    ['John Q. Public <a@b.example>', 'unquoted-dot .'],
    ['"Ann"<a@b.example>', 'no-space-before-angle '],
    ['"" <a@b.example>', 'display-name-empty ""'],
    ['"Ann, x" <a@b.example>, undisclosed-recipients:;'],
    ['Team: a@b.example', 'group-syntax : no ";" at its end'],
    ['A: B: a@b.example;;', 'group-syntax :: a group within a group'],
    [': a@b.example;', 'group-syntax :: no name'],
    ['a@b.example (x', 'comment-unbalanced (x'],
    ['Team: a@b.example, bob (x', 'comment-unbalanced (x'],
    ['a@b.example), c@d.example', 'comment-unbalanced )'],
    ['"Ann <a@b.example>', 'quoted-string-unclosed "Ann <a@b.example>'],
    ['a.b . c@d.example', 'obsolete-syntax  . : a blank beside a dot'],
    ['"a".b@c.example', 'obsolete-syntax "a": a quoted word in a local part'],
    ['a@b.example,, c@d.example', 'obsolete-syntax ,: an empty list element'],
    ['a@b.example,,', 'obsolete-syntax ,: an empty list element'],
    ['a@b.example,', 'obsolete-syntax ,: an empty list element'],
  ];
  for (const [list, ...defects] of cases) assert.equal(defectsOf(list), defects, list);
});

test('what is at fault is still of use', () => {
  assert.equal(read('Doe, Ann <a@b.example>, Lee <c@d.example>'), [
    'Doe, Ann <a@b.example>',
    'Lee <c@d.example>',
  ]);
  assert.equal(read('a@b.example; c@d.example'), ['a@b.example', 'c@d.example']);
  assert.equal(read('a@b.example c@d.example <e@f.example> <g@h.example>'), [
    'a@b.example c@d.example <e@f.example>',
    'g@h.example',
  ]);
  assert.equal(read('bob, a@b.example'), ['bob', 'a@b.example']);
  assert.equal(read('bob, Crew: a@b.example;'), ['bob', 'Crew: a@b.example;']);
  assert.equal(read('[x, a@b.example, y]'), ['[x <>', 'a@b.example', 'y] <>']);
  assert.equal(read('Ann <a@b.example, c@d.example'), ['Ann <a@b.example>', 'c@d.example']);
  assert.equal(read('Ann a@b.example>'), ['Ann <a@b.example>']);
  assert.equal(read('A: a@b.example, B: c@d.example;'), ['A: a@b.example;', 'B: c@d.example;']);
  assert.equal(read('mailto:a@b.example, <mailto:c@d.example>'), ['a@b.example', 'c@d.example']);
  assert.equal(read('"a@b.example" <c@d.example>'), ['a@b.example <c@d.example>']);
});

test('what only looks like an address names nobody (A3)', () => {
  for (const list of [
    '"Ann <x@evil.example>',
    '"x@evil.example"',
    '(x@evil.example',
    '(a) (<x@evil.example>)',
    'a" <x@evil.example>, "b',
    '=?utf-8?Q?x=40evil.example?=',
    '=?utf-8?Q?=3Cx=40evil.example=3E?=, b',
    '=?utf-8?Q?x@evil.example,_b?= <b@c.example>',
    '=?utf-8?Q?Team:_"<x@evil.example>;?=',
    'a@=?utf-8?Q?b,<x@evil.example>,?=',
    'x@evil.example@b.example',
  ]) {
    const domains = mailboxesOf(list).map(({ domain }) => domain);
    assert.not.ok(domains.includes('evil.example'), list);
  }
  const { name, address } = mailboxOf('=?utf-8?Q?a=0D=0ABcc:_x=40evil.example?= <b@c.example>');
  assert.equal([name, address], ['a\r\nBcc: x@evil.example', 'b@c.example']);
});

test('law: linear, whatever is repeated', () => {
  const many = Array.from({ length: 100_000 }, (_, at) => `Ann Lee <a${at}@b.example>`);
  assertLinear('addresses', () => parseAddressList(many.join(', ')));
  const pieces = ['(', ')', '(x)', '"', '\\"', '<', '<a', '<>', '>', ',', 'a,', ':', 'a:', ';'];
  const others = ['@', 'a@', '@[', '@[a', '.', 'a.', ' ', '=?', 'a ', '"a" ', '<@a,', 'a@b c:'];
  for (const piece of [...pieces, ...others]) {
    assertLinear(piece, () => {
      for (const start of ['', '"', '(', 'a <', 'a@b.example ']) {
        parseAddressList(`${start}${piece.repeat(60_000)} <a@b.example>`);
      }
    });
  }
});

test('dotted runs full of what might start an encoded-word take linear time', () => {
  for (const piece of ['=.', '=?a.', '=?=.', '=?a?q?x?=.']) {
    const text = piece.repeat(200_000);
    assertLinear(piece, () => parseAddressList(text));
  }
});

test.run();
