/** SES's address grammar: every vector, the octets at fault, and time that stays linear. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type AddressFault, addressFaultTexts } from '../../lib/carrier/address-fault.ts';
import { parseAddressField, parseApiRecipient } from '../../lib/carrier/address-grammar.ts';
import type { AddressVerdict } from '../../lib/carrier/address-verdict.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('carrier/address-grammar');

interface Vector {
  readonly kind: string;
  readonly value: string;
  readonly ok: boolean;
  readonly count?: number;
  readonly text?: string;
}

const parsers: Readonly<Record<string, ((value: string) => AddressVerdict) | undefined>> = {
  'address-field': parseAddressField,
  'api-recipient': parseApiRecipient,
};

/** Kinds of vectors that are not about addresses. */
const others: readonly string[] = ['content-type', 'content-disposition'];

const vectorFile = new URL('../../fixtures/ses-grammar.jsonl', import.meta.url);
const vectors = readFileSync(vectorFile, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): Vector => JSON.parse(line))
  .filter(({ kind }) => !others.includes(kind));

test('there are 993 vectors about addresses', () => {
  assert.is(vectors.length, 993);
});

test('every vector has its verdict, count and text, as text and as octets', () => {
  for (const vector of vectors) {
    const parse = parsers[vector.kind];
    assert.ok(parse, vector.kind);
    for (const value of [vector.value, latin1(vector.value)]) {
      const { faults, mailboxes } = parse(value);
      const note = `${vector.kind} ${JSON.stringify(vector.value)}`;
      assert.is(faults[0]?.text, vector.text, note);
      if (vector.ok) assert.is(mailboxes.length, vector.count ?? mailboxes.length, note);
    }
  }
});

/** Field body, octets at fault in order, causes in order. */
const fieldFaults: readonly (readonly [string, ...(readonly [string, string])[]])[] = [
  ['kim @b', [' ', 'local-part-control']],
  ['<ki\t \tm@b>', ['\t \t', 'local-part-control']],
  ['a@b, zoë@b', ['Ã«', 'local-part-non-ascii']],
  ['k\x7f@b', ['\x7f', 'local-part-control']],
  ['@r.example:k@b', ['', 'missing-local-part']],
  ['<a,b@c>', [',', 'local-part-character']],
  ['a:b@localhost', [':', 'local-part-character']],
  [': a@b;', [':', 'local-part-character']],
  ['Doe', ['Doe', 'missing-at']],
  ['Doe, ann@b', ['Doe', 'missing-at']],
  ['Doe, <a@b>', ['Doe', 'missing-at']],
  ['Doe, Ann <a@b>', ['Doe,', 'display-name-special']],
  [
    'x@y, Doe Smith, Ann, MD <a@b>',
    ['Doe Smith,', 'display-name-special'],
    ['Ann,', 'display-name-special'],
  ],
  ['team: Doe, Ann <a@b>;', ['Doe,', 'display-name-special']],
  ['DEBUG: Kim <k@b>', [':', 'display-name-special']],
  ['team A: Kim <k@b>', [':', 'display-name-special']],
  ['team: a@b, c@d', [':', 'group-unclosed']],
  ['k@', ['', 'missing-domain']],
  ['x@y, <@b.example>', ['', 'missing-local-part']],
  ['<>', ['', 'empty-address']],
  ['k@b c', [' ', 'domain-control']],
  ['k@bücher.example', ['Ã¼', 'domain-non-ascii']],
  ['k@exa_mple.com', ['_', 'domain-character']],
  ['k@b@c', ['@', 'domain-character']],
  ['k@.b', ['.', 'domain-dots']],
  ['k@a..b', ['..', 'domain-dots']],
  ['k@b.', ['.', 'domain-dots']],
  ['"Kim <k@b>', ['"', 'quote-unclosed']],
  ['Kim <"k@b>', ['"', 'quote-unclosed']],
  ['k"im"@b', ['"', 'quote-position']],
  ['"kim"k@b', ['"', 'quote-position']],
  ['Kim <k@b', ['<', 'angle-unbalanced']],
  ['Kim k@b>', ['>', 'angle-unbalanced']],
  ['Kim (sales <k@b>', ['(', 'comment-unbalanced']],
  ['Kim) <k@b>', [')', 'comment-unbalanced']],
  ['k@[10.0.0.1', ['[', 'literal-unclosed']],
  ['Kim <a@b> <c@d>, e@f', ['<c@d>', 'extra-angle']],
  ['<a@b> <c', ['<c', 'extra-angle']],
  ['<@x,y:k@b>', ['y', 'source-route']],
  ['a@b; c@d', [';', 'semicolon']],
  ['x: y: a@b;', [':', 'nested-group']],
  ['a(x: y:z;,\\( ): b@c;', [':', 'nested-group'], ['\\', 'missing-at']],
];

test('a fault in a field names its cause and the octets at fault', () => {
  for (const [body, ...expected] of fieldFaults) {
    const octets = latin1(body);
    const { faults } = parseAddressField(octets);
    assert.equal(
      faults.map((fault) => [slice(octets, fault), fault.cause]),
      expected,
      body,
    );
  }
});

test('what SES notices while it walks comes before what it notices afterwards', () => {
  const { faults } = parseAddressField('kim, a@b c, d@e_f, "g');
  assert.equal(
    faults.map(({ cause }) => cause),
    ['domain-control', 'domain-character', 'quote-unclosed', 'missing-at'],
  );
});

test('a recipient of a request is one mailbox or one group', () => {
  const causes = (entry: string) =>
    parseApiRecipient(entry).faults.map((fault) => [slice(entry, fault), fault.cause, fault.text]);
  assert.equal(causes('team: a@b, c@d;'), []);
  assert.equal(causes(''), [['', 'not-single', 'Illegal address']]);
  assert.equal(causes(' '), [[' ', 'not-single', 'Illegal address']]);
  assert.equal(causes('a@b, c@d, e@f'), [['c@d, e@f', 'not-single', 'Illegal address']]);
  assert.equal(causes('Doe, Ann <a@b>'), [['Doe,', 'display-name-special', 'Illegal address']]);
  assert.equal(causes('Doe X, Ann <a@b>'), [
    ['Doe X,', 'display-name-special', 'Local address contains control or whitespace'],
  ]);
  assert.equal(
    causes('a b@c, d@e').map(([, cause]) => cause),
    ['local-part-control', 'not-single'],
  );
});

test('mailboxes and groups say where their parts stand', () => {
  const body = ' Ann <@r.example:a@b> (c) , "team" : c@d (x), "D" <d@e>; ;f@g';
  const { mailboxes, groups, faults } = parseAddressField(body);
  assert.equal(faults, []);
  const parts = mailboxes.map((mailbox) => [
    slice(body, mailbox),
    mailbox.displayName && slice(body, mailbox.displayName),
    mailbox.route && slice(body, mailbox.route),
    slice(body, mailbox.addrSpec),
    mailbox.isInGroup,
  ]);
  assert.equal(parts, [
    ['Ann <@r.example:a@b> (c)', 'Ann', '@r.example:', 'a@b', false],
    ['c@d (x)', undefined, undefined, 'c@d', true],
    ['"D" <d@e>', '"D"', undefined, 'd@e', true],
    ['f@g', undefined, undefined, 'f@g', false],
  ]);
  assert.equal(
    mailboxes.map(({ address }) => address),
    ['a@b', 'c@d', 'd@e', 'f@g'],
  );
  const spans = groups.map((group) => [slice(body, group), slice(body, group.displayName)]);
  assert.equal(spans, [['"team" : c@d (x), "D" <d@e>;', '"team"']]);
});

/** Pieces of which address fields are made, and broken. */
const pieces = [
  'a@b.example  Kim  <a@b>  g:  "q"  (c)  <@r:a@b>  é  \x7f  \0'.split('  '),
  [' ', '\t', '\r', '\n', '"', '\\', '(', ')', '<', '>', '[', ']', ',', ';', ':', '@', '.', '..'],
].flat();
const piece = fc.constantFrom(...pieces);
const field = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

test('law: any text has a verdict, with spans inside the text and texts of their cause', () => {
  fc.assert(
    fc.property(field, (body) => {
      for (const parse of [parseAddressField, parseApiRecipient]) {
        const { mailboxes, groups, faults } = parse(body);
        for (const { start, end } of [...mailboxes, ...groups, ...faults]) {
          assert.ok(start >= 0 && start <= end && end <= body.length);
        }
        for (const { cause, text } of faults) {
          const texts: readonly string[] = addressFaultTexts[cause];
          assert.ok(texts.includes(text), `${cause}: ${text}`);
        }
      }
    }),
    { numRuns: 2000 },
  );
});

test('law: a mailbox that SES takes in a list, it takes alone', () => {
  fc.assert(
    fc.property(field, (body) => {
      for (const mailbox of parseAddressField(body).mailboxes) {
        const alone = parseApiRecipient(slice(body, mailbox));
        assert.equal(alone.faults, []);
        assert.equal(
          alone.mailboxes.map(({ address }) => address),
          [mailbox.address],
        );
        assert.is(slice(body, mailbox.addrSpec), mailbox.address);
      }
    }),
    { numRuns: 2000 },
  );
});

test('law: a verdict is frozen and survives JSON', () => {
  fc.assert(
    fc.property(field, (body) => {
      const verdict = parseAddressField(body);
      const { mailboxes, groups, faults } = verdict;
      const spans = mailboxes.flatMap(({ addrSpec, displayName, route }) => [
        addrSpec,
        displayName,
        route,
      ]);
      const names = groups.map(({ displayName }) => displayName);
      const values = [verdict, mailboxes, groups, faults, ...mailboxes, ...groups, ...faults];
      for (const value of [...values, ...spans, ...names]) assert.ok(Object.isFrozen(value));
      const copy: AddressVerdict = JSON.parse(JSON.stringify(verdict));
      assert.is(JSON.stringify(copy), JSON.stringify(verdict));
    }),
  );
});

const MANY = 100_000;

/** A group hidden from the walk around it in a comment, again and again. */
function nested(depth: number): string {
  return `${'a(x:'.repeat(depth)}b:c@d;${',\\( ):;'.repeat(depth)}`;
}

const bigFields: Readonly<Record<string, string>> = {
  mailboxes: 'Kim <kim@example.com>, '.repeat(MANY),
  members: `g:${'a@b,'.repeat(MANY)};`,
  groups: 'g:a@b;'.repeat(MANY),
  fragments: `${'Doe, '.repeat(MANY)}Ann <a@b>`,
  comments: '('.repeat(MANY),
  escapes: '"\\'.repeat(MANY),
  colons: 'g:'.repeat(MANY),
  angles: '<'.repeat(MANY),
  routes: `<${'@a,'.repeat(MANY)}b@c>`,
  blanks: `a${' '.repeat(MANY)}b`,
  octets: 'é'.repeat(MANY),
  nested: nested(MANY / 10),
};

test('time stays linear in a hundred thousand of anything', () => {
  for (const [name, body] of Object.entries(bigFields)) {
    assertLinear(name, () => [parseAddressField(body), parseApiRecipient(body)]);
  }
});

/** UTF-8 octets, one character each. */
function latin1(text: string): string {
  return Buffer.from(text).toString('latin1');
}

function slice(body: string, { start, end }: Pick<AddressFault, 'start' | 'end'>): string {
  return body.slice(start, end);
}

test.run();
