/** What is accepted as a domain, and held against tr46, another hand's UTS #46. */

import { createRequire } from 'node:module';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MimewrightError } from '../../lib/errors.ts';
import { domainToAscii } from '../../lib/header/domain.ts';

const test = suite('header/domain');

const tr46: { toASCII(domain: string, options: object): string | null } = createRequire(
  import.meta.url,
)('tr46');

const STRICT = {
  checkBidi: true,
  checkHyphens: true,
  checkJoiners: true,
  useSTD3ASCIIRules: true,
  verifyDNSLength: true,
  transitionalProcessing: false,
};

function accepted(domain: string): string | undefined {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return domainToAscii(domain);
  } catch (error) {
    assert.instance(error, MimewrightError);
    return undefined;
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** Whatever we accept, tr46 accepts too, and maps to the same name; once mapped, it stays. */
function holdsAgainstTr46(domain: string): string | undefined {
  const ours = accepted(domain);
  if (ours === undefined) return undefined;
  const about = JSON.stringify(domain);
  assert.is(ours, tr46.toASCII(domain, STRICT), about);
  assert.match(ours, /^[a-z0-9.-]{1,253}$/, about);
  assert.is(domainToAscii(ours), ours, about);
  return ours;
}

function refuses(domain: string, reason: RegExp): void {
  assert.throws(
    () => domainToAscii(domain),
    (error: unknown) =>
      error instanceof MimewrightError &&
      error.code === 'domain-syntax' &&
      reason.test(error.message) &&
      /^not a domain: ".*allowed are labels/s.test(error.message),
    JSON.stringify(domain),
  );
}

function* codePoints(wanted: RegExp): Generator<string> {
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const character = String.fromCodePoint(code);
    if (wanted.test(character)) yield character;
  }
}

const LARGE_SCRIPTS = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Tangut}]/u;
const OTHER_SCRIPTS = /[^\p{Cn}\p{Co}\p{Script=Han}\p{Script=Hangul}\p{Script=Tangut}]/u;
/** Where place and direction matter: marks, digits, modifiers, the right-to-left blocks. */
const DIRECTED =
  /(?!\p{Cn})[\p{M}\p{Lm}\p{Nd}\u0590-\u08FF\uFB1D-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

function everyNth(n: number): (character: string, at: number) => boolean {
  return (_character, at) => at % n === 0;
}

/** Why we refuse what UTS #46 lets pass: no letter, mark or digit (IDNA2008), or folded otherwise. */
const KNOWN_STRICTER =
  /[^\p{L}\p{M}\p{Nd}]|\p{Default_Ignorable_Code_Point}|\u0345|[\u1C80-\u1C88\p{Script=Cherokee}]/u;

const names: Readonly<Record<string, string>> = {
  'example.com': 'example.com',
  'EXAMPLE.Com': 'example.com',
  localhost: 'localhost',
  'a.1b': 'a.1b',
  'bücher.example': 'xn--bcher-kva.example',
  'BÜCHER.example': 'xn--bcher-kva.example',
  'bu\u0308cher.example': 'xn--bcher-kva.example',
  'XN--BCHER-KVA.example': 'xn--bcher-kva.example',
  'münchen.example': 'xn--mnchen-3ya.example',
  почта: 'xn--80a1acny',
  例え: 'xn--r8jz45g',
  ドメイン名例: 'xn--eckwd4c7cu47r2wf',
  'straße.example': 'xn--strae-oqa.example',
  'faß.example': 'xn--fa-hia.example',
  'ΣΑΣ.example': 'xn--mxa9ab.example',
  'col·le.example': 'xn--colle-sja.example',
  'ｅｘａｍｐｌｅ。com': 'example.com',
  'example．com': 'example.com',
  'example｡com': 'example.com',
  'exa\u00ADmple.com': 'example.com',
  '𝐞𝐱𝐚𝐦𝐩𝐥𝐞.com': 'example.com',
  'Ⅷ.com': 'viii.com',
  'ﬁle.com': 'file.com',
  'אב.example': 'xn--4dbc.example',
};

test('a name comes back as its A-labels in lower case', () => {
  for (const [typed, name] of Object.entries(names)) {
    assert.is(domainToAscii(typed), name, typed);
  }
});

test('the samples of RFC 3492 §7.1 that are labels', () => {
  const samples = {
    '3年B組金八先生': 'xn--3b-ww4c5e180e575a65lsy2b',
    パフィーdeルンバ: 'xn--de-jg4avhby1noc0d',
    そのスピードで: 'xn--d9juau41awczczp',
    他们为什么不说中文: 'xn--ihqwcrb4cv8a8dqg056pqjye',
    Pročprostěnemluvíčesky: 'xn--proprostnemluvesky-uyb24dma41a',
  };
  for (const [typed, name] of Object.entries(samples)) {
    assert.is(domainToAscii(typed), name, typed);
  }
});

test('an address literal is kept', () => {
  assert.is(domainToAscii('[192.0.2.1]'), '[192.0.2.1]');
  assert.is(domainToAscii('[IPv6:2001:db8::1]'), '[IPv6:2001:db8::1]');
  assert.is(domainToAscii('[ipv6:2001:DB8::192.0.2.1]'), '[IPv6:2001:db8::192.0.2.1]');
});

test('a malformed address literal is refused', () => {
  for (const literal of [
    '[]',
    '[::1]',
    '[IPv6:192.0.2.1]',
    '[192.0.2.256]',
    '[192.0.2]',
    '[192.0.2.1',
    '[192.0.2.1].example',
    '[192.0.2.1]\r\nX: y',
    '[IPv6:fe80::1%eth0]',
    '[IPv6:1:2]',
    '[example.com]',
  ]) {
    refuses(literal, /brackets/);
  }
});

test('what is not a domain is refused, and the reason said', () => {
  const rows: readonly (readonly [string, RegExp])[] = [
    ['', /a label is empty/],
    ['a..b', /a label is empty/],
    ['a.example.', /a label is empty/],
    ['.example', /a label is empty/],
    ['\u00AD.example', /a label is empty/],
    ['a b.example', /U\+0020/],
    ['a\tb.example', /U\+0009/],
    ['a\r\nX: y', /U\+000D/],
    ['a嘊b\u0000', /U\+0000/],
    ['a_b.example', /U\+005F/],
    ['a@b.example', /U\+0040/],
    ['a%62.example', /U\+0025/],
    ['a/b.example', /U\+002F/],
    ['a℀b.example', /U\+002F/],
    ['a․b', /U\+002E/],
    ['good-corp.com(x)evil.com', /U\+0028/],
    ['=?utf-8?q?=40evil.com=00?=.example', /U\+003D/],
    ['a.example> ORCPT=admin', /U\+003E/],
    ['i❤.example', /U\+2764/],
    ['xn--ls8h.example', /U\+1F4A9/],
    ['a\u200Db.example', /U\+200D/],
    ['نامه\u200Cای.example', /U\+200C/],
    ['a\u202Eb.example', /U\+202E/],
    ['a\u3164b', /U\+1160/],
    ['\u{13A0}', /U\+AB70/],
    ['\uD800.example', /U\+D800/],
    ['a.\uDC00\uD800', /U\+DC00/],
    ['-a.example', /hyphen/],
    ['a-.example', /hyphen/],
    ['é-.example', /hyphen/],
    ['ab--c.example', /third and fourth/],
    ['éb--c.example', /third and fourth/],
    ['\u0301a.example', /combining mark/],
    ['a·b.example', /middle dot/],
    ['a・b.example', /middle dot/],
    ['אa.example', /directions/],
    ['1a.אב', /directions/],
    ['א-\u05B0', /directions/],
    ['a-\u05B0.אב', /directions/],
    ['א1٣ב', /directions/],
    ['xn--.example', /A-label/],
    ['xn--a-.example', /A-label/],
    ['xn--abc-.example', /A-label/],
    ['xn--BCHER-KVÄ.example', /A-label/],
    ['xn--99999999.example', /A-label/],
    ['127.0.0.1', /number/],
    ['0x7f.1', /number/],
    ['a.0x7f', /number/],
    ['a.３', /number/],
    [`${'a'.repeat(64)}.example`, /63 octets/],
    [`${'é'.repeat(60)}.example`, /63 octets/],
    [`${'a.'.repeat(126)}aa`, /it has 254 octets/],
    [`${'é.'.repeat(50)}example`, /it has 407 octets/],
    ['a'.repeat(1001), /too long/],
  ];
  for (const [domain, reason] of rows) refuses(domain, reason);
});

test('the limits of length are reached exactly (A5)', () => {
  assert.is(domainToAscii('a'.repeat(63)), 'a'.repeat(63));
  const longest = `${'a.'.repeat(126)}a`;
  assert.is(domainToAscii(longest), longest);
  const label = domainToAscii('é'.repeat(56));
  assert.ok(label.length <= 63, label);
});

test('law: a code point between letters: never another name, never more than UTS #46 lets in', () => {
  const ideographs = [...codePoints(LARGE_SCRIPTS)].filter(everyNth(7));
  for (const character of [...codePoints(OTHER_SCRIPTS), ...ideographs]) {
    const domain = `a${character}b`;
    if (holdsAgainstTr46(domain) !== undefined) continue;
    if (tr46.toASCII(domain, STRICT) === null) continue;
    assert.match(character.normalize('NFKD'), KNOWN_STRICTER, domain);
  }
});

test('law: code points in other places, directions and company hold against UTS #46', () => {
  const places = [
    '_',
    'a_',
    '_a',
    'א_ב',
    'א_',
    '_א',
    'אב.a_b',
    'אב._',
    'ب1_ب',
    'ب٣_ب',
    'Σ_Σ',
    'あ_い',
  ];
  const characters = [...codePoints(DIRECTED)].concat(
    [...codePoints(/\p{L}/u)].filter(everyNth(97)),
  );
  for (const place of places) {
    for (const character of characters) {
      holdsAgainstTr46(place.replace('_', character));
    }
  }
});

test('no unassigned or private code point is let in', () => {
  let count = 0;
  for (const character of codePoints(/[\p{Cn}\p{Co}]/u)) {
    count += 1;
    if (count % 101 === 0) assert.is(accepted(`a${character}b`), undefined);
  }
});

const scripts: readonly string[] = [
  'abcxyzABCXYZ0189-',
  'äöüßéÅØœŁİı\u0301\u0308\u0327\u030C\u0307',
  'ΑΒΣασςάΐϲ\u0345ᾳ',
  'абвАБВёйї',
  'אבגדשׁ\u05B0',
  'ابتثج٠١۰۱ـ\u064B',
  'कखग्\u0903१',
  'あいうアイウー・々',
  '例名字ﷺ〇',
  '한글각',
  'ｅｘＡ１－',
  '\u00AD\u200B\u200C\u200D\u2060\uFEFF\uFE0F\u00B7l',
  '₁ⅧK℡ﬁ',
];
const character: fc.Arbitrary<string> = fc.oneof(
  ...scripts.map((letters) => fc.constantFrom(...Array.from(letters))),
  fc.nat({ max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
);
const label: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(...scripts)
      .chain((letters) =>
        fc.string({ unit: fc.constantFrom(...Array.from(letters)), minLength: 1, maxLength: 8 }),
      ),
  },
  { weight: 2, arbitrary: fc.string({ unit: character, minLength: 1, maxLength: 6 }) },
  { weight: 1, arbitrary: fc.stringMatching(/^xn--[a-z0-9-]{1,12}$/) },
  {
    weight: 1,
    arbitrary: fc.string({
      unit: fc.constantFrom('a', 'b', 'c', 'ä', 'ß', '-'),
      minLength: 50,
      maxLength: 66,
    }),
  },
);
const domain: fc.Arbitrary<string> = fc
  .array(fc.tuple(label, fc.constantFrom('.', '.', '。', '．')), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.map(([text, dot], at) => (at === 0 ? text : dot + text)).join(''));

test('law: generated domains hold against UTS #46, and stay once mapped (A4)', () => {
  fc.assert(
    fc.property(domain, (typed) => void holdsAgainstTr46(typed)),
    { numRuns: 5000 },
  );
});

test('law: an A-label is taken for the label that it stands for', () => {
  fc.assert(
    fc.property(label, (typed) => {
      const name = accepted(typed);
      if (name !== undefined) assert.is(accepted(name.toUpperCase()), name);
    }),
    { numRuns: 2000 },
  );
});

test('law: any text gives ASCII without blanks, or throws', () => {
  const anything = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 });
  fc.assert(
    fc.property(anything, (units) => {
      const name = accepted(String.fromCharCode(...units));
      if (name !== undefined) assert.match(name, /^[a-z0-9.:[\]-]+$/);
    }),
    { numRuns: 2000 },
  );
});

test.run();
