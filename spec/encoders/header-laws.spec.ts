/** The laws of header fields, held to what mimewright/encoders exports: RFC 5322, RFC 2047, RFC 2231. */

import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  decodeEncodedWords,
  domainToAscii,
  encodedWords,
  foldField,
  formatMailbox,
  formatParameter,
  type GroupParts,
  type MailboxParts,
  MimewrightError,
  parseMailboxes,
  parseParameters,
  unfoldField,
} from '../../lib/encoders.ts';
import { read } from '../../lib/index.ts';
import { addrSpec, anyString, text } from '../../lib/testing/arbitraries.ts';
import { decodeWord } from '../support/encoded-words.ts';

const test = suite('encoders/header-laws');

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,40}$/);
const keepsFirst = fc.boolean();

/** What no fold may cut (H4): it holds blanks that are no place to fold, or none. */
const whole = fc.oneof(
  fc.constantFrom(
    '"a b"@example.com',
    `"${'a b '.repeat(15)}"@${'long.'.repeat(30)}example`,
    '"q \\" \\\\"@example.com',
    'Mon, 17 Nov 2025 10:00:00 +0000',
    '<https://example.com/?a=%20b>',
    '<id@example.com>',
    `=?utf-8?Q?${'x'.repeat(63)}?=`,
    '=?utf-8?Q?_?=',
    'a\\ b',
    '"a \\  b"',
    `name="${'a b '.repeat(16)}"`,
  ),
  fc.stringMatching(/^[!#-<>-[\]-~]{1,90}$/),
  fc.constantFrom('x'.repeat(76), 'x'.repeat(77), 'x'.repeat(300)),
);
const blanks = fc.constantFrom(' ', ' ', ' ', '  ', '\t', ' \t ');
const first = fc.tuple(fc.constant(''), whole);
const others = fc.array(fc.tuple(blanks, whole), { maxLength: 8, size: 'max' });

/** A finished body, in the pieces that stay whole, each with the blanks before it. */
const pieces = fc.tuple(first, others).map(([one, more]) => [one, ...more]);

/** Any finished body, quotes and backslashes in no order. */
const body = fc.oneof(
  pieces.map((all) => all.flat().join('')),
  fc
    .stringMatching(/^[\t -~]{0,300}$/)
    .map((one) => one.trim())
    .filter((one) => one !== ''),
  fc
    .array(fc.constantFrom('"', '\\', ' ', 'a', '\t', '@', '=?', 'b'.repeat(30)), {
      maxLength: 60,
      size: 'max',
    })
    .map((all) => all.join('').trim() || 'x'),
);

function linesOf(field: string): readonly string[] {
  assert.match(field, /[^\r]\r\n$/);
  return field.slice(0, -2).split('\r\n');
}

test('law: unfolding gives name and body back (H1)', () => {
  fc.assert(
    fc.property(name, body, keepsFirst, (n, b, keeps) => {
      assert.equal(unfoldField(foldField(n, b, { keepsFirst: keeps })), { name: n, body: b });
    }),
    { numRuns: 300 },
  );
});

test('law: unfolding takes out line ends before blanks and nothing else (H1)', () => {
  fc.assert(
    fc.property(name, body, fc.constantFrom('\r\n', '\n'), (n, b, lineEnd) => {
      const field = `${n}:${b.replace(/(?=[ \t])/g, lineEnd)}`;
      assert.equal(unfoldField(field), { name: n, body: b });
      assert.equal(unfoldField(field + lineEnd), { name: n, body: b });
    }),
  );
});

test('law: no line is blank; one blank follows the colon (H2, H5)', () => {
  fc.assert(
    fc.property(name, body, keepsFirst, (n, b, keeps) => {
      const [start = '', ...rest] = linesOf(foldField(n, b, { keepsFirst: keeps }));
      assert.ok(start.startsWith(`${n}: `), start);
      assert.not.match(start, /^[^:]+: [ \t]/);
      if (keeps) assert.is.not(start, `${n}: `);
      for (const line of rest) assert.match(line, /^[ \t]+[!-~]/);
    }),
  );
});

test('law: a line holds 78 octets, or 76, wherever there is a place to fold (H3)', () => {
  fc.assert(
    fc.property(name, pieces, (n, all) => {
      const b = all.flat().join('');
      const limit = b.includes('=?') ? 76 : 78;
      const [, ...rest] = linesOf(foldField(n, b));
      for (const line of rest) {
        const isOnePiece = all.some((parts) => line.trim() === parts[1]);
        assert.ok(line.length <= limit || isOnePiece, line);
      }
    }),
  );
});

test('law: a field has lines of 998 octets at most, or is refused (H3)', () => {
  const long = fc.integer({ min: 990, max: 1005 });
  fc.assert(
    fc.property(long, keepsFirst, (octets, keeps) => {
      const fold = (): string => foldField('X-A', 'x'.repeat(octets), { keepsFirst: keeps });
      if (octets > (keeps ? 993 : 997)) return assert.throws(fold, isError('field-body'));
      for (const line of linesOf(fold())) assert.ok(line.length <= 998);
    }),
  );
});

test('law: no fold cuts an addr-spec, encoded-word, msg-id, URI, date or quoted pair (H4)', () => {
  fc.assert(
    fc.property(name, pieces, keepsFirst, (n, all, keeps) => {
      const field = foldField(n, all.flat().join(''), { keepsFirst: keeps });
      let at = 0;
      for (const [, one] of all) {
        at = field.indexOf(one, at);
        assert.is.not(at, -1, `${one} in ${JSON.stringify(field)}`);
        at += one.length;
      }
    }),
  );
});

test('law: whatever name and body are, one field comes out, or none (H6, H7)', () => {
  fc.assert(
    fc.property(anyString, anyString, keepsFirst, (n, b, keeps) => {
      for (const [asName, asBody] of [
        [n, 'x'],
        ['X', b],
        [`X${n}`, `x${b}x`],
      ] as const) {
        const field = fieldOrNone(asName, asBody, keeps);
        if (field === undefined) continue;
        assert.match(field, /^[\x01-\x7f]*$/);
        const { fields } = read(Buffer.from(`${field}\r\n`, 'latin1'));
        assert.equal(
          fields.map((one) => one.name),
          [asName],
        );
        assert.equal(unfoldField(field), { name: asName, body: asBody });
      }
    }),
  );
});

test('law: unfolding gives one field, or throws: no second one hides in it (H6)', () => {
  fc.assert(
    fc.property(anyString, (given) => {
      const field = `X: a${given}`;
      try {
        const unfolded = unfoldField(field);
        assert.is(unfolded.name, 'X');
        assert.not.match(unfolded.body, /[\r\n\0]/);
      } catch (error) {
        assert.ok(isError('field-body')(error), String(error));
        assert.match(given, /[\r\n\0]/);
      }
    }),
  );
});

test('law: encoded-words decode to the text, blanks and look-alikes too (W1, W4, W9)', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 24, max: 75 }), (t, firstWordCharacters) => {
      const words = encodedWords(t, { firstWordCharacters });
      assert.is(decodeEncodedWords(words.join(' ')), t);
      assert.is(decodeEncodedWords(words.join('\r\n ')), t);
      assert.is(words.map(decodeWord).join(''), t);
    }),
  );
});

test('law: a word holds 75 characters, the first what it is left, a line of them 76 (W2)', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 24, max: 75 }), (t, firstWordCharacters) => {
      const words = encodedWords(t, { firstWordCharacters });
      assert.ok((words[0]?.length ?? 99) <= firstWordCharacters, words[0]);
      for (const word of words) assert.ok(word.length <= 75, word);
      const n = 'X'.repeat(Math.max(1, 74 - firstWordCharacters));
      for (const line of linesOf(foldField(n, words.join(' ')))) assert.ok(line.length <= 76, line);
    }),
  );
});

test('law: each word says whole characters, and whole clusters where they fit (W3)', () => {
  const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const family = fc.constantFrom('👨‍👩‍👧‍👦', 'e\u0301', '🇩🇪', 'x', '日', ' ', 'ש');
  fc.assert(
    fc.property(fc.array(family, { minLength: 1, maxLength: 60, size: 'max' }), (all) => {
      const t = all.join('');
      const ends = new Set([t.length]);
      for (const { index } of clusters.segment(t)) ends.add(index);
      let at = 0;
      for (const word of encodedWords(t)) {
        at += decodeWord(word).length;
        assert.ok(ends.has(at), `${at} of ${t}`);
      }
    }),
  );
});

test('law: Q leaves as it is only what a phrase may hold; all words are of one encoding (W7, W10)', () => {
  fc.assert(
    fc.property(text, (t) => {
      const words = encodedWords(t);
      const encodings = new Set(words.map((word) => word[8]));
      assert.is(encodings.size, 1);
      if (encodings.has('Q')) {
        for (const word of words) assert.match(word, /^=\?utf-8\?Q\?[A-Za-z0-9!*+\-/=_]+\?=$/);
      }
      assert.equal(encodedWords(t), words);
    }),
  );
});

test('law: the decoder takes any text, and leaves what says nothing (W11)', () => {
  fc.assert(
    fc.property(anyString, (t) => {
      if (!t.includes('=?')) assert.is(decodeEncodedWords(t), t);
      const unknown = t.replace(/=\?[^?]*\?/g, '=?x-none?');
      assert.is(decodeEncodedWords(unknown), unknown);
    }),
  );
});

test('the decoder takes letters in any case and languages, and joins split characters (W11, W12)', () => {
  assert.is(decodeEncodedWords('=?UTF-8*en?b?w6k=?='), 'é');
  assert.is(decodeEncodedWords('=?utf-8?Q?=C3?= =?UTF-8?b?qQ==?='), 'é');
  for (const bad of ['=?x-none?Q?a?=', '=?utf-8?B?*?=', '=?utf-8?Q?=zz?=', '=?utf-8?Q?a']) {
    assert.is(decodeEncodedWords(bad), bad);
  }
});

const parameterName = fc.oneof(
  fc.constantFrom('filename', 'name', 'charset', 'x-y'),
  fc.stringMatching(/^[a-z0-9!#$&+\-.^_`{|}~]{1,50}$/),
);
const parameterValue = fc.oneof(
  text,
  fc.constant(''),
  fc.stringMatching(/^[A-Za-z0-9.'*%]{1,90}$/),
  fc.constantFrom('日'.repeat(500), 'x'.repeat(997), '"'.repeat(80)),
);
const parameters = fc.uniqueArray(fc.tuple(parameterName, parameterValue), {
  selector: ([n]) => n,
  minLength: 1,
  maxLength: 4,
});

function listOf(given: readonly (readonly [string, string])[]): string {
  return given.map(([n, v]) => formatParameter(n, v)).join('; ');
}

test('law: what is formatted parses to the same parameters, folded too (P1)', () => {
  fc.assert(
    fc.property(parameters, (given) => {
      const list = listOf(given);
      const field = foldField('Content-Type', `a/b; ${list}`);
      for (const one of [list, `; ${list}`, unfoldField(field).body.slice('a/b'.length)]) {
        const parsed = parseParameters(one);
        assert.equal(
          parsed.parameters.map((parameter) => [parameter.name, parameter.value]),
          given,
        );
        assert.equal(parsed.defects, []);
      }
    }),
  );
});

test('law: one form each: token, quoted string, or RFC 2231 with whole escapes (P2, P3, P4)', () => {
  const plain = /^[^=*]+=(?:[!#$&+\-.0-9A-Z^_`a-z{|}~]+|"(?:[ !#-[\]-~]|\\["\\])*")$/;
  const extended = /^[^=*]+\*=utf-8''(?:[!#$&+\-.0-9A-Z^_`a-z{|}~]|%[0-9A-F]{2})+$/;
  const segment = /^[^=*]+\*(0|[1-9]\d*)\*=(utf-8'')?(?:[!#$&+\-.0-9A-Z^_`a-z{|}~]|%[0-9A-F]{2})+$/;
  fc.assert(
    fc.property(parameterName, parameterValue, (n, v) => {
      const formatted = formatParameter(n, v);
      if (plain.test(formatted) || extended.test(formatted)) return;
      formatted.split('; ').forEach((one, at) => {
        const [, number, charset] = segment.exec(one) ?? [];
        assert.is(number, String(at), one);
        assert.is(charset, at === 0 ? "utf-8''" : undefined);
      });
    }),
  );
});

test('law: no line of a parameter is longer than 78 octets (P5)', () => {
  fc.assert(
    fc.property(parameters, (given) => {
      const field = foldField('Content-Disposition', `attachment; ${listOf(given)}`);
      for (const line of linesOf(field)) assert.ok(line.length <= 78, line);
    }),
  );
});

test('law: segments parse in any order and case, the last one missing too (P6)', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 40, maxLength: 90 }), (typed) => {
      const v = `日${typed.replace(/[\x00-\x1f\x7f]/g, '')}${'é'.repeat(30)}`;
      const segments = formatParameter('filename', v).split('; ');
      assert.ok(segments.length > 1);
      const turned = segments.toReversed().join(';').replaceAll('filename', 'FileName');
      assert.is(parseParameters(turned).parameters[0]?.value, v);
      const cut = parseParameters(segments.slice(0, -1).join('; ')).parameters[0]?.value;
      assert.ok(cut !== undefined && v.startsWith(cut) && cut !== v);
    }),
  );
});

test('law: the parser of parameters takes any text', () => {
  fc.assert(
    fc.property(anyString, (t) => {
      for (const { start, end } of parseParameters(t).defects)
        assert.ok(start <= end && end <= t.length);
    }),
  );
});

/** Text, and by itself what some readers would take for something else. */
const displayName = fc.oneof(
  { weight: 3, arbitrary: text },
  {
    weight: 1,
    arbitrary: fc.constantFrom('=?utf-8?Q?x?=', '=?', 'a =?utf-8?B?eA==?= b', ' a', 'a  b', 'a;b'),
  },
);
const mailbox = fc.oneof(
  fc.record({ name: displayName, address: addrSpec }, { noNullPrototype: true }),
  fc.record({ address: addrSpec }, { noNullPrototype: true }),
);
const group: fc.Arbitrary<GroupParts> = fc.record(
  { group: displayName, members: fc.array(mailbox, { maxLength: 3 }) },
  { noNullPrototype: true },
);
const mailboxes = fc.array(fc.oneof({ weight: 4, arbitrary: mailbox }, group), {
  minLength: 1,
  maxLength: 4,
});

/** What an address is when it is written: names as they are read, addr-specs in their one form. */
function decoded(address: MailboxParts | GroupParts): MailboxParts | GroupParts {
  if ('group' in address) {
    return {
      group: decodeEncodedWords(address.group),
      members: address.members.map(decodedMailbox),
    };
  }
  return decodedMailbox(address);
}

function decodedMailbox({ name: n, address }: MailboxParts): MailboxParts {
  return n === undefined ? { address } : { name: decodeEncodedWords(n), address };
}

function withPlainAddress(address: MailboxParts | GroupParts): MailboxParts | GroupParts {
  if ('group' in address) {
    return { group: address.group, members: address.members.map(withPlain) };
  }
  return withPlain(address);
}

function withPlain(given: MailboxParts): MailboxParts {
  return { ...given, address: formatMailbox({ address: given.address }) };
}

test('law: what is formatted parses to the same mailboxes and groups (A1)', () => {
  fc.assert(
    fc.property(mailboxes, (given) => {
      const list = formatted(given);
      if (list === undefined) return;
      assert.equal(parseMailboxes(list).map(decoded), given.map(withPlainAddress));
    }),
  );
});

test('law: a name is atoms, or a quoted string, or encoded-words (A2)', () => {
  fc.assert(
    fc.property(displayName, (n) => {
      const phrase = formatMailbox({ name: n, address: 'a@b.example' }).slice(
        0,
        -' <a@b.example>'.length,
      );
      const isAtoms = /^[\w!#$%&'*+/=?^`{|}~-]+(?: [\w!#$%&'*+/=?^`{|}~-]+)*$/.test(phrase);
      const isQuoted = /^"(?:[ !#-[\]-~]|\\["\\])*"$/.test(phrase);
      const isWords = phrase.split(' ').every((word) => /^=\?utf-8\?[QB]\?[^? ]+\?=$/.test(word));
      assert.ok(isAtoms || isQuoted || isWords, phrase);
      if (phrase.includes('=?')) assert.ok(isWords, phrase);
    }),
  );
});

test('law: no name adds or changes an address, in our reader or another (A3)', async () => {
  await fc.assert(
    fc.asyncProperty(mailboxes, async (given) => {
      const list = formatted(given);
      if (list === undefined) return;
      const octets = Buffer.from(`${foldField('To', list)}\r\n`);
      const meant = given
        .flatMap((one) => ('group' in one ? one.members : [one]))
        .map((one) => withPlain(one).address);
      const ours = read(octets).field('To')?.addresses ?? [];
      assert.equal(
        ours
          .flatMap((one) => (one.kind === 'group' ? one.members : [one]))
          .map(({ address }) => address),
        meant,
      );
      // It drops the quotes of a quoted local part, and takes the colon of IPv6 for a group's.
      if (/"@|\[IPv6:/.test(list)) return;
      const { to = [] } = await PostalMime.parse(octets);
      assert.equal(
        to.flatMap((one) => one.group ?? [one]).map(({ address }) => address),
        meant,
      );
    }),
  );
});

test('law: a local part stays what it was, a domain is A-labels in lower case, once (A4)', () => {
  const local = fc.stringMatching(/^[A-Za-z0-9+]{1,10}(?:\.[A-Za-z0-9+_-]{1,10}){0,2}$/);
  const domain = fc.constantFrom(
    'EXAMPLE.com',
    'Bücher.example',
    'xn--bcher-kva.example',
    '[192.0.2.1]',
    '例え.jp',
    'faß.de',
  );
  fc.assert(
    fc.property(local, domain, (l, d) => {
      const ascii = domainToAscii(d);
      assert.match(ascii, /^[a-z0-9.[\]-]+$/);
      assert.is(domainToAscii(ascii), ascii);
      assert.is(formatMailbox({ address: `${l}@${d}` }), `${l}@${ascii}`);
      assert.equal(parseMailboxes(`${l}@${d}`), [{ address: `${l}@${ascii}` }]);
    }),
  );
});

test('law: limits count octets of the A-label form: 64, 63, 253 and 254 (A5)', () => {
  const near = fc.integer({ min: -2, max: 2 });
  fc.assert(
    fc.property(near, fc.constantFrom('x', 'ü'), (by, character) => {
      const accepts = (address: string): boolean => isAccepted(() => formatMailbox({ address }));
      assert.is(accepts(`${'x'.repeat(64 + by)}@b.example`), by <= 0);
      assert.is(accepts(`a@${'x'.repeat(63 + by)}.example`), by <= 0);
      const label = (octets: number): string => {
        const unicode = [...Array(octets).keys()].map((n) => character.padEnd(n + 1, 'x'));
        return unicode.find((one) => domainToAscii(`${one}.example`).indexOf('.') === octets) ?? '';
      };
      const three = `${label(60)}.${label(60)}.${label(60)}`;
      const domain = `${three}.${label(53 + by)}`;
      assert.is(domainToAscii(domain).length, 236 + by);
      assert.is(accepts(`${'x'.repeat(17)}@${domain}`), by <= 0);
    }),
  );
  assert.throws(
    () => domainToAscii(`${'x'.repeat(60)}.`.repeat(4) + 'x'.repeat(10)),
    isError('domain-syntax'),
  );
});

test('law: whatever a mailbox or parameter is made of, one comes out, or none (H6)', () => {
  fc.assert(
    fc.property(anyString, addrSpec, (s, a) => {
      for (const call of [
        () => formatMailbox({ name: s, address: a }),
        () => formatMailbox({ group: s, members: [{ name: s, address: a }] }),
        () => formatMailbox({ address: s }),
        () => formatMailbox({ address: `${s}@b.example` }),
        () => formatParameter('name', s),
        () => formatParameter(s, 'x'),
        () => encodedWords(s).join(' '),
        () => domainToAscii(s),
      ]) {
        const made = madeOrNone(call);
        if (made === undefined) continue;
        assert.match(made, /^[ -~]*$/);
        assert.not.match(decodeEncodedWords(made), /[\r\n\0]/);
      }
      if (s !== '')
        madeOrNone(() =>
          parseMailboxes(s)
            .map((one) => formatMailbox(one))
            .join(', '),
        );
    }),
  );
});

test('by hand: what a body is cut at', () => {
  const cases: readonly (readonly [body: string, field: string])[] = [
    [`${'x'.repeat(60)} "a b"@example.com c`, `X: ${'x'.repeat(60)}\r\n "a b"@example.com c\r\n`],
    [`${'x'.repeat(72)} a\\ b`, `X: ${'x'.repeat(72)}\r\n a\\ b\r\n`],
    [`${'x'.repeat(72)} "a b`, `X: ${'x'.repeat(72)} "a\r\n b\r\n`],
    [
      `from ${'x'.repeat(50)}; Mon, 17 Nov 2025 10:00:00 +0000`,
      `X: from ${'x'.repeat(50)};\r\n Mon, 17 Nov 2025 10:00:00 +0000\r\n`,
    ],
    [
      `${'x'.repeat(60)} n="${'a b '.repeat(10)}"`,
      `X: ${'x'.repeat(60)}\r\n n="${'a b '.repeat(10)}"\r\n`,
    ],
    [
      `n=${'x'.repeat(40)}"${'a b '.repeat(12)}"`,
      `X: n=${'x'.repeat(40)}"${'a b '.repeat(7)}a b\r\n ${'a b '.repeat(4)}"\r\n`,
    ],
    [`n="${'a b '.repeat(25)}"`, `X: n="${'a b '.repeat(17)}a b\r\n ${'a b '.repeat(7)}"\r\n`],
  ];
  for (const [b, field] of cases) assert.is(foldField('X', b), field);
});

test('a body of nothing but quotes, backslashes or blanks takes linear time, and little stack', () => {
  for (const unit of ['" ', '\\ ', '"\\" ', '"a', 'x ', 'Mon, 1 ']) {
    const b = `${unit.repeat(1e5)}x`;
    const made = madeOrNone(() => foldField('X', b));
    if (made !== undefined) assert.is(unfoldField(made).body, b);
  }
});

/** A list of mailboxes as a body; nothing where an addr-spec is one that some readers decode. */
function formatted(given: readonly (MailboxParts | GroupParts)[]): string | undefined {
  return madeOrNone(() => given.map(formatMailbox).join(', '));
}

function fieldOrNone(n: string, b: string, keeps: boolean): string | undefined {
  return madeOrNone(() => foldField(n, b, { keepsFirst: keeps }));
}

/** What a call makes; nothing where it throws an error of ours, and any other error is thrown. */
function madeOrNone(call: () => string): string | undefined {
  try {
    return call();
  } catch (error) {
    if (error instanceof MimewrightError) return undefined;
    throw error;
  }
}

function isAccepted(call: () => string): boolean {
  return madeOrNone(call) !== undefined;
}

function isError(code: string): (error: unknown) => boolean {
  return (error) => error instanceof MimewrightError && error.code === code;
}

test.run();
