/** Addresses of messages and requests: SES's verdict for every vector, and messages that help. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { PreflightOptions } from '../../lib/preflight/options.ts';
import type { Finding } from '../../lib/preflight/report.ts';
import { preflight } from '../../lib/preflight/run.ts';
import { fixture } from '../support/fixture.ts';

const test = suite('preflight/addresses');

interface Vector {
  readonly kind: string;
  readonly value: string;
  readonly ok: boolean;
  readonly text?: string;
}

const vectors = fixture('ses-grammar.jsonl')
  .toString()
  .trimEnd()
  .split('\n')
  .map((line): Vector => JSON.parse(line));

/** The same findings in the order in which SES notices them: the text it says is among them. */
function textsOf(findings: readonly Finding[]): readonly (string | undefined)[] {
  return findings.filter(({ ses }) => ses?.refuses).map(({ ses }) => ses?.text);
}

function withTo(value: string): Buffer {
  return Buffer.from(`From: ann@example.com\r\nTo: ${value}\r\n\r\nHello\r\n`);
}

/** What names the causes of the grammar: the vectors know no other rules. */
const only = [
  'address/invalid',
  'address/null',
  'address/unquoted-specials',
  'address/missing-comma',
]
  .concat(['address/unbalanced-angle', 'address/source-route', 'address/semicolon-separator'])
  .concat(['address/group-syntax', 'address/non-ascii-domain', 'ses/recipient-entry-header-name'])
  .concat(['rfc5322/quoted-string-unclosed', 'rfc5322/comment-unbalanced']);

test('there are 993 vectors about addresses', () => {
  const kinds = ['address-field', 'api-recipient'];
  assert.is(vectors.filter(({ kind }) => kinds.includes(kind)).length, 993);
});

test('every field body of the vectors is refused as the grammar says, or taken', () => {
  for (const { kind, value, ok, text } of vectors) {
    if (kind !== 'address-field' || /[\r\n]/.test(value) || value.trim() === '') continue;
    const report = preflight(withTo(value), { only });
    assert.is(report.refused, !ok, value);
    if (!ok) assert.ok(textsOf(report.findings).includes(text), `${value}: ${text}`);
  }
});

test('every entry of the vectors is refused as the grammar says, or taken', () => {
  const message = withTo('bob@example.net');
  for (const { kind, value, ok, text } of vectors) {
    if (kind !== 'api-recipient') continue;
    const report = preflight(message, { destinations: [value] });
    assert.is(report.refused, !ok, value);
    const expected = value.trim() === '' ? 'Invalid email address .' : text;
    if (!ok) assert.ok(textsOf(report.findings).includes(expected), `${value}: ${text}`);
  }
});

function messages(value: string, options?: PreflightOptions): readonly string[] {
  return preflight(withTo(value), { ...options, only }).findings.map(({ message }) => message);
}

const wordings: readonly (readonly [value: string, message: string])[] = [
  ['bob', 'no @domain in the address "bob"'],
  ['Bob <bob>, a@b', 'no @domain in the address "bob", in "Bob <bob>"'],
  ['bob@', 'no domain after the @: "bob@"'],
  ['@b', 'no local part before the @: "@b"'],
  ['Bob <>', 'no address in the angle brackets: "Bob <>"'],
  ['bob @b', 'a blank in a local part: "bob @b"'],
  ['bob\t@b', 'a TAB in a local part: "bob\\t@b"'],
  ['b\x07b@b', 'the control character 0x07 in a local part: "b\\u0007b@b"'],
  ['zoë@b', '"ë" in a local part: "zoë@b"'],
  ['a@b, <c,d@e>', '"," in a local part without quotes: "<c,d@e>"'],
  ['a@b c', 'a blank in a domain: "a@b c"'],
  ['a@b_c', '"_" in a domain: "a@b_c"'],
  ['a@b@c', '"@" in a domain: "a@b@c"'],
  ['a@bücher.example', '"ü" in a domain: "a@bücher.example"'],
  ['a@.b', 'a dot first in a domain: "a@.b"'],
  ['a@b..c', 'two dots in a row in a domain: "a@b..c"'],
  ['a@b.', 'a dot last in a domain: "a@b."'],
  ['k"im"@b', 'a quote in the middle of a local part: "k\\"im\\"@b"'],
  ['"Bob <a@b>', 'a quote that is not closed: "\\"Bob <a@b>"'],
  ['a@b, Bob <c@d', `no '>': "Bob <c@d"`],
  ['Bob c@d>', `no '<': "Bob c@d>"`],
  ['Bob (c <a@b>', `no ')': "Bob (c <a@b>"`],
  ['a@[1.2.3.4', `no ']': "a@[1.2.3.4"`],
  ['A <a@b> <c@d>', '"<c@d>" follows another address without a comma: "A <a@b> <c@d>"'],
  ['<@x,y:a@b>', 'a source route with a host that lacks its @: "<@x,y:a@b>"'],
  ['a@b; c@d', 'a semicolon that ends no group: "a@b; c@d"'],
  ['x: y: a@b;', 'a second colon in one group: "x: y: a@b;"'],
  ['t: a@b, c@d', 'no semicolon ends the group that this colon starts: "t: a@b, c@d"'],
  ['Doe, Ann <a@b>, c@d', 'a comma in a display name without quotes: "Doe, Ann <a@b>"'],
  ['c@d, DEBUG: Ann <a@b>', 'a colon in a display name without quotes: "DEBUG: Ann <a@b>"'],
  ['"Doe, Ann" <a@b_c>, d@e', '"_" in a domain: "\\"Doe, Ann\\" <a@b_c>"'],
  ['a@b, "x, y" <c@d..e>, "f, g" <h@i>', 'two dots in a row in a domain: "\\"x, y\\" <c@d..e>"'],
];

test('a message says what is wrong, and quotes the mailbox or group it is in', () => {
  for (const [value, message] of wordings) assert.equal(messages(value), [message], value);
});

test('a mailbox in Latin-1 is quoted as it was meant', () => {
  const octets = Buffer.from('From: a@b\r\nTo: zo\xeb@b\r\n\r\n', 'latin1');
  assert.is(preflight(octets, { only }).findings[0]?.message, '"ë" in a local part: "zoë@b"');
});

test('of a long mailbox only what stands around the fault is quoted, in whole characters', () => {
  for (let length = 0; length < 6; length += 1) {
    const [message = ''] = messages(`team: b c@d, ${'x'.repeat(length)}${'日é'.repeat(100)}@b;`);
    assert.ok(message.length < 200, message);
    assert.match(message, /: "team: b c@d, x*日.*…"$/);
    assert.not.match(message, /\ufffd|æ/);
  }
});

test('an address of the request is quoted as it was typed', () => {
  const destinations = ['日本@example.com', '"Doe, Ann" <a@b_c>', 'a@b, c@d', ' '];
  assert.equal(messages('a@b', { destinations }), [
    '"日本" in a local part: "日本@example.com"',
    '"_" in a domain: "\\"Doe, Ann\\" <a@b_c>"',
    'not one address: "a@b, c@d"',
    'no address, but a blank string',
  ]);
});

test('an entry that starts like a field is one finding; a group of that name is none', () => {
  const rulesOf = (entry: string, profile: 'ses-v1' | 'smtp' = 'ses-v1') =>
    preflight(withTo('a@b'), { destinations: [entry], profile, only }).findings.map(
      ({ rule }) => rule,
    );
  assert.equal(rulesOf('To: bob@example.net'), ['ses/recipient-entry-header-name']);
  assert.equal(rulesOf(' MAILTO:b ob@example..net'), ['ses/recipient-entry-header-name']);
  assert.equal(rulesOf('To: bob@example.net;'), []);
  assert.equal(rulesOf('To: bob@example.net', 'smtp'), ['address/local-part-character']);
});

test('only a destination is taken for a line of a field', () => {
  const { findings } = preflight(withTo('a@b'), { source: 'To: bob@example.net', only });
  assert.equal(
    findings.map(({ rule }) => rule),
    ['address/local-part-character'],
  );
});

test('the null reverse-path is an address in Return-Path alone', () => {
  const message = (name: string) => Buffer.from(`From: a@b\r\nTo: c@d\r\n${name}: <>\r\n\r\n`);
  assert.equal(preflight(message('Return-Path'), { only }).findings, []);
  assert.is(preflight(message('Reply-To'), { only }).findings[0]?.rule, 'address/null');
});

test('what SES says to an empty address was seen; what it says to blanks follows from it', () => {
  const message = Buffer.from('From: ann@example.com\r\nTo: bob@example.net\r\n\r\nHi\r\n');
  const evidence = (options: PreflightOptions) =>
    preflight(message, { ...options, only: ['address/null'] }).findings.map(
      ({ ses }) => ses?.evidence,
    );
  assert.equal(evidence({ source: '' }), ['observed']);
  assert.equal(evidence({ source: ' ' }), ['inferred']);
  assert.equal(evidence({ destinations: ['', '\t'] }), ['observed', 'inferred']);
});

test.run();
