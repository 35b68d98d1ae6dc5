/** Laws of whole messages that no one room holds alone, tried through the builder and the octets. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { formatParameters } from '../lib/header/parameter.ts';
import { parseParameters } from '../lib/header/parameter-parsing.ts';
import { compose, composeFrom, type MessageBuilder, MimewrightError, read } from '../lib/index.ts';
import type { Entity } from '../lib/reader/entity.ts';
import { addrSpec, lines, text } from '../lib/testing/arbitraries.ts';
import { messageSpec } from './support/arbitrary-message.ts';
import { codeThrown, fieldNames, part, partBody, shape } from './support/built-message.ts';
import { decodeWord } from './support/encoded-words.ts';
import { assertSevenBitLines } from './support/wire.ts';

const test = suite('laws');

const base = compose().from('ann@example.com').to('bob@example.net').subject('s').text('text');

/** The body of a message of one part, as it stands on the wire. */
function wireBody(message: MessageBuilder): string {
  const octets = message.toBuffer().toString('latin1');
  return octets.slice(octets.indexOf('\r\n\r\n') + 4);
}

test('law: a character that a soft line break parts decodes all the same (Q9)', () => {
  let parted = 0;
  fc.assert(
    fc.property(lines, (content) => {
      const body = wireBody(base.text(content, { encoding: 'quoted-printable' }));
      if (/=[89A-F][0-9A-F]=\r\n=[89AB]/.test(body)) parted += 1;
      const octets = body
        .replace(/=\r\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
      const decoded = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
      assert.is(
        decoded.decode(Buffer.from(octets, 'latin1')),
        content.replace(/\r\n|\r|\n/g, '\r\n'),
      );
    }),
    { examples: [['日'.repeat(100)], [`x${'日'.repeat(100)}`], [`xx${'é'.repeat(100)}`]] },
  );
  assert.ok(parted > 0, 'no soft line break stood within a character');
});

/** What may occur once: RFC 5322 §3.6, RFC 2045 §3, RFC 2369 §2, RFC 2919 §3, RFC 8058 §3.1. */
const ONCE = [
  ...['From', 'Sender', 'Reply-To', 'To', 'Cc', 'Bcc', 'Date', 'Message-ID', 'In-Reply-To'],
  ...['References', 'Subject', 'MIME-Version', 'Content-Type', 'Content-Transfer-Encoding'],
  ...['List-Unsubscribe', 'List-Unsubscribe-Post', 'List-Id', 'Importance'],
];

/** Calls that write such a field; some of them throw for the second time. */
const onceCalls: readonly ((b: MessageBuilder, n: number) => MessageBuilder)[] = [
  (b, n) => b.from(`a${n}@b.example`),
  (b, n) => b.sender(`s${n}@b.example`),
  (b, n) => b.replyTo(`r${n}@b.example`),
  (b, n) => b.to(`t${n}@b.example`),
  (b, n) => b.cc(`c${n}@b.example`),
  (b, n) => b.bcc(`b${n}@b.example`),
  (b, n) => b.date(new Date(n * 1000)),
  (b, n) => b.messageId(`${n}@b.example`),
  (b, n) => b.inReplyTo(`${n}@b.example`),
  (b, n) => b.references(`${n}@b.example`),
  (b, n) => b.subject(`s${n}`),
  (b, n) => b.text(`t${n}`),
  (b, n) => b.html(`h${n}`),
  (b) => b.priority('high'),
  (b) => b.listUnsubscribe({ https: 'https://a.example/', oneClick: true }),
  (b) => b.header('list-unsubscribe', '<https://b.example/>'),
  (b) => b.addHeader('LIST-UNSUBSCRIBE', '<https://b.example/>'),
  (b) => b.addHeader('List-Id', '<a.b.example>'),
  (b) => b.dangerousHeader('list-id', '<c.d.example>'),
  (b) => b.addHeader('importance', 'low'),
  ...ONCE.map((name) => (b: MessageBuilder) => b.addHeader(name, 'x')),
  ...ONCE.map((name) => (b: MessageBuilder) => b.header(name.toLowerCase(), 'x')),
  ...ONCE.map((name) => (b: MessageBuilder) => b.dangerousHeader(name.toUpperCase(), 'x')),
];

test('law: a field that may occur once does, whatever was called; From always (H8)', () => {
  const once = new Set(ONCE.map((name) => name.toLowerCase()));
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...onceCalls), { maxLength: 20 }), (calls) => {
      let message = base;
      for (const [at, call] of calls.entries()) {
        try {
          message = call(message, at);
        } catch (error) {
          assert.instance(error, MimewrightError);
        }
      }
      const names = fieldNames(message.build({ keepBcc: true }).octets).map((n) => n.toLowerCase());
      assert.is(names.filter((name) => name === 'from').length, 1);
      const repeated = names.filter((name, at) => once.has(name) && names.indexOf(name) !== at);
      assert.equal(repeated, []);
    }),
    { numRuns: 300 },
  );
});

/** A quoted string, and what stands in angles, where a quoted local part may hold angles. */
const QUOTED_OR_ANGLE = /<(?:"(?:[^"\\]|\\.)*"|[^<>"])*>|"(?:[^"\\]|\\.)*"/g;
const WORD = /=\?utf-8\?[QB]\?[^? ]*\?=/g;
const UNSTRUCTURED = /^(?:subject|content-description|x-.*|thread)$/;
const PHRASES = /^(?:from|sender|reply-to|to|cc)$/;

/** Messages of any content whose file names are written by the standard. */
const standardSpec = messageSpec.map((spec) => ({
  ...spec,
  attachments: (spec.attachments ?? []).map((one) => ({ ...one, legacyNames: false })),
}));

const WORD_TYPED = '=?utf-8?Q?x?=';
const LOOK_ALIKES = {
  from: { name: WORD_TYPED, address: 'ann@example.com' },
  html: WORD_TYPED,
  attachments: [{ content: 'x', type: 'a/b', filename: WORD_TYPED, legacyNames: false }],
};

test('law: an encoded-word stands among words of text and phrases, and nowhere else (W5, W6)', () => {
  fc.assert(
    fc.property(standardSpec, (spec) => {
      for (const { fields } of read(composeFrom(spec).build().octets).walk()) {
        for (const field of fields) assertWordsInPlace(field.lowerName, field.unfolded());
      }
    }),
    { examples: [[LOOK_ALIKES]] },
  );
});

function assertWordsInPlace(name: string, body: string): void {
  const outside = body.replace(QUOTED_OR_ANGLE, (token) => {
    if (!UNSTRUCTURED.test(name)) assert.is(token.search(WORD), -1, `${name}: ${body}`);
    return UNSTRUCTURED.test(name) ? token : '';
  });
  for (const { 0: word, index } of outside.matchAll(WORD)) {
    assert.ok(UNSTRUCTURED.test(name) || PHRASES.test(name), `${name}: ${body}`);
    decodeWord(word);
    assert.match(outside.slice(0, index), /(?:^|[ ])$/, body);
    assert.match(outside.slice(index + word.length), /^(?:$|[ :])/, body);
  }
}

const parameters = fc
  .uniqueArray(fc.tuple(fc.constantFrom('name', 'charset', 'x-note', 'title'), text), {
    selector: ([name]) => name,
    minLength: 1,
  })
  .map((pairs) => pairs.map(([name, value]) => ({ name, value })));

test('law: parameters read alike in any order and case, and without their last segment (P6)', () => {
  fc.assert(
    fc.property(parameters, fc.nat(), (given, seed) => {
      const pieces = formatParameters(given).map((piece) => piece.replace(/;$/, ''));
      const turn = seed % pieces.length;
      const turned = [...pieces.slice(turn), ...pieces.slice(0, turn)]
        .map((piece) => piece.replace(/^[^=]*/, (name) => name.toUpperCase()))
        .reverse();
      assert.equal(valuesOf(turned), Object.fromEntries(given.map((p) => [p.name, p.value])));
      const last = given.at(-1);
      const { [last?.name ?? '']: rest = '', ...others } = valuesOf(pieces.slice(0, -1));
      assert.ok(last?.value.startsWith(rest), rest);
      assert.equal(others, Object.fromEntries(given.slice(0, -1).map((p) => [p.name, p.value])));
    }),
    { numRuns: 200 },
  );
});

function valuesOf(pieces: readonly string[]): Readonly<Record<string, string>> {
  const { parameters: found } = parseParameters(pieces.join(';'));
  return Object.fromEntries(found.map(({ name, value }) => [name, value]));
}

test('limits of addresses are reached and not passed, in octets of the A-labels (A5)', () => {
  const accepts = (address: string): boolean =>
    codeThrown(() => base.to({ address })) === undefined;
  const labels = (...lengths: readonly number[]): string =>
    lengths.map((length) => 'd'.repeat(length)).join('.');
  assert.ok(accepts(`${'x'.repeat(64)}@b.example`));
  assert.not.ok(accepts(`${'x'.repeat(65)}@b.example`));
  assert.ok(accepts(`x@${labels(63, 63, 63, 3)}`));
  assert.not.ok(accepts(`x@${labels(64, 3)}`));
  // 254 octets in all, and one more.
  assert.ok(accepts(`${'x'.repeat(61)}@${labels(63, 63, 61, 3)}`.slice(1)));
  assert.is(`${'x'.repeat(60)}@${labels(63, 63, 61, 3)}`.length, 254);
  assert.ok(accepts(`${'x'.repeat(60)}@${labels(63, 63, 61, 3)}`));
  assert.not.ok(accepts(`${'x'.repeat(61)}@${labels(63, 63, 61, 3)}`));
  // Fewer than 63 characters, more than 63 octets as an A-label.
  assert.not.ok(accepts(`x@${'日本語中文'.repeat(8)}.example`));
});

test('law: who is in Bcc is in the envelope, and nothing of them in the octets (A8)', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(9999), { minLength: 1, maxLength: 5 }), text, (ids, name) => {
      const addresses = ids.map((id) => `hidden-${id}@secret.example`);
      const message = base.bcc(...addresses.map((address) => ({ name, address })));
      const { octets, envelope } = message.build();
      assert.equal(envelope.to, ['bob@example.net', ...addresses]);
      assert.equal(octets, base.build().octets);
    }),
  );
});

test('law: what filters score is as they wish: blanks, boundaries, base64, levels (S9)', () => {
  fc.assert(
    fc.property(messageSpec, (spec) => {
      const octets = composeFrom(spec).toBuffer();
      for (const entity of read(octets).walk()) assertWished(entity, octets);
    }),
  );
});

/** What mail filters were seen to hold against a message, part by part. */
function assertWished(entity: Entity, octets: Buffer): void {
  const head = octets.toString('latin1', entity.headerSection.start, entity.headerSection.end);
  for (const line of head.split(/\r\n(?![ \t])/).filter(Boolean)) {
    assert.match(line, /^[!-9;-~]+: (?:[^ ]|\r\n )/);
  }
  const { mediaType, boundary, transferEncoding, parts } = entity;
  if (mediaType.type === 'multipart') {
    assert.match(boundary?.toString() ?? '', /^=_/);
    assert.ok(parts.length > 1);
  }
  if (transferEncoding !== 'base64') return;
  const [last = '', ...rows] = octets
    .toString('latin1', entity.body.start, entity.body.end)
    .split('\r\n')
    .filter(Boolean)
    .reverse();
  assert.ok(last.length <= 76 && rows.every((row) => row.length === 76));
}

test('ASCII that needs no encoding has none, quoted where the grammar asks (W8)', () => {
  const names = { 'Ann Doe': 'Ann Doe', 'Doe, Ann': '"Doe, Ann"', 'A. Doe': '"A. Doe"' };
  for (const [name, written] of Object.entries(names)) {
    const octets = base.from({ name, address: 'a@b.example' }).toBuffer().toString();
    assert.match(octets, `From: ${written} <a@b.example>\r\n`);
  }
  const subject = 'A "quoted" (subject), 100% <plain>; a@b.example = _';
  assert.match(base.subject(subject).toBuffer().toString(), `Subject: ${subject}\r\n`);
  const words = 'hello world '.repeat(100).trim();
  assert.not.match(base.subject(words).toBuffer().toString(), /=\?/);
  const file = base.attach({ content: 'x,y\r\n', filename: 'a b.csv' }).toBuffer();
  assert.match(partBody(file, '2', 'Content-Disposition') ?? '', 'attachment; filename="a b.csv"');
  assert.is(part(file, '2').transferEncoding, '7bit');
});

test('an octet-stream has a disposition, and one part has no multipart about it (S9)', () => {
  const content = Buffer.from([0, 1]);
  const octets = base.html('<img src="cid:a">').embed({ cid: 'a', content }).attach({ content });
  const built = octets.toBuffer();
  assert.is(shape(built), 'mixed(related(alternative(plain, html), octet-stream), octet-stream)');
  assert.is(part(built, '1.2').disposition?.type, 'inline');
  assert.is(part(built, '2').disposition?.type, 'attachment');
  const alone = compose().from('ann@example.com').attach({ content });
  assert.is(shape(alone.toBuffer()), 'octet-stream');
  assert.is(part(alone.toBuffer(), '').disposition?.type, 'attachment');
  assert.is(shape(base.toBuffer()), 'plain');
});

test('law: a subject of 1 to 5,000 characters is read as it was typed (W1)', () => {
  const units = ['x', 'é', '日', 'a ', ' ', '👨‍👩‍👧‍👦', 'e\u0301', 'ש', '=?', '\t'];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...units), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 5000 }),
      (pattern, length) => {
        const characters = Array.from(pattern.join('').repeat(length)).slice(0, length);
        const subject = characters.join('');
        const octets = base.subject(subject).toBuffer();
        assertSevenBitLines(octets);
        assert.is(read(octets).field('Subject')?.text, subject);
      },
    ),
    {
      examples: [
        [['x'], 5000],
        [['é'], 5000],
        [['a', ' ', ' '], 4999],
      ],
    },
  );
});

test('addresses: groups, quoted local parts and literals stay, a comment would be lost', () => {
  const typed =
    'Board: a@b.example, "Doe, Ann" <c@d.example>;, "e @ f"@g.example, h@[192.0.2.1], i@[IPv6:2001:db8::1]';
  const { octets, envelope } = base.without('To').to(typed).build();
  assert.is(read(octets).field('To')?.unfolded().trim(), typed);
  assert.is(envelope.to.length, 5);
  for (const comment of ['ann@b.example (Ann)', 'Ann (x) <a@b.example>', 'a(x)@b.example']) {
    assert.is(
      codeThrown(() => base.to(comment)),
      'address-syntax',
    );
  }
});

test('law: a local part outside ASCII is refused, and the reason is said', () => {
  fc.assert(
    fc.property(addrSpec, fc.constantFrom('é', '日', '\u212a', '\u0430'), (address, letter) => {
      assert.throws(
        () => base.to({ address: `${letter}${address.replace(/^".*"/, 'a')}` }),
        (error: unknown) =>
          error instanceof MimewrightError &&
          error.code === 'address-not-sendable' &&
          /SMTPUTF8/.test(error.message),
      );
    }),
  );
});

test('a character that a charset lacks is named with its place, in every body', () => {
  const lacks = (reason: RegExp, call: () => unknown): void =>
    assert.throws(
      call,
      (error: unknown) =>
        error instanceof MimewrightError &&
        error.code === 'charset-unencodable' &&
        reason.test(error.message),
    );
  const charset = 'iso-8859-1';
  lacks(/^text: iso-8859-1 lacks U\+65E5 "日" at index 4/, () =>
    base.text('abc 日本', { charset }),
  );
  lacks(/^html: iso-8859-1 lacks U\+20AC "€" at index 0/, () => base.html('€', { charset }));
  const type = 'text/csv; charset=windows-1252';
  lacks(/^attach: windows-1252 lacks U\+1F600 "😀" at index 2/, () =>
    base.attach({ content: 'a,😀', type }),
  );
});

test.run();
