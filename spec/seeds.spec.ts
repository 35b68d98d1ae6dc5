/** What breaks senders and readers, as it came up in the field: each tried from outside, once. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compose, type ErrorCode, MimewrightError, preflight, read } from '../lib/index.ts';
import { bodies, codeThrown, fieldNames, part, partBody } from './support/built-message.ts';
import { decodeWord } from './support/encoded-words.ts';
import { assertLinear } from './support/linear.ts';
import { assertSevenBitLines } from './support/wire.ts';

const test = suite('seeds');

const base = compose().from('ann@example.com').to('bob@example.net').subject('s').text('text');

/** Every place for text on one line, by what our reader finds there. */
const textPlaces: Readonly<Record<string, (text: string) => string | undefined>> = {
  subject: (text) => read(base.subject(text).toBuffer()).field('Subject')?.text,
  'display name': (name) => {
    const octets = base.from({ name, address: 'ann@example.com' }).toBuffer();
    return read(octets).field('From')?.addresses[0]?.name;
  },
  group: (group) => {
    const octets = base.cc({ group, members: ['cat@example.org'] }).toBuffer();
    return read(octets).field('Cc')?.addresses[0]?.name;
  },
  field: (text) => read(base.header('X-Note', text).toBuffer()).field('X-Note')?.text,
  description: (description) => {
    const octets = base.attach({ content: 'x', description }).toBuffer();
    return part(octets, '2').field('Content-Description')?.text;
  },
  'file name': (filename) => {
    const octets = base.attach({ content: 'x', type: 'a/b', filename }).toBuffer();
    const file = part(octets, '2');
    const name = file.mediaType.parameters.find((one) => one.name === 'name');
    assert.is(name?.value, file.filename);
    return file.filename;
  },
};

function carriesText(...texts: readonly string[]): void {
  for (const text of texts) {
    for (const [place, readBack] of Object.entries(textPlaces)) {
      assert.is(readBack(text), text, `${place}: ${JSON.stringify(text.slice(0, 40))}`);
    }
  }
}

/** The text body as it is read, line ends as LF. */
function body(text: string): string | undefined {
  const octets = base.text(text).toBuffer();
  assertSevenBitLines(octets);
  return read(octets).text;
}

function throws(code: ErrorCode, ...calls: readonly (() => unknown)[]): void {
  for (const call of calls) assert.is(codeThrown(call), code, String(call));
}

test('a literal encoded-word in Subject, name, file name', () => {
  carriesText('=?utf-8?q?x?=', 'a =?utf-8?q?x?= b', '=?utf-8?B?eA==?=.txt', '=?x?=', 'a=?b', '?=');
});

test('a subject of 2000 x', () => {
  carriesText('x'.repeat(2000));
  assertSevenBitLines(base.subject('x'.repeat(2000)).toBuffer());
});

test('a local part of 1200 octets', () => {
  throws('address-syntax', () => base.to(`${'x'.repeat(1200)}@example.com`));
});

test('a URI of 1100 octets in List-Unsubscribe', () => {
  const uri = (length: number): string => `https://a.example/${'x'.repeat(length - 18)}`;
  throws('uri-syntax', () => base.listUnsubscribe({ https: uri(1100) }));
  const octets = base.listUnsubscribe({ https: uri(950) }).toBuffer();
  assertSevenBitLines(octets);
  assert.is(read(octets).field('List-Unsubscribe')?.uris[0]?.uri, uri(950));
});

test('one content id is a prefix of another', () => {
  const octets = base
    .html('<img src="cid:logo"><img src="cid:logo2">')
    .embed({ cid: 'logo', content: 'x' })
    .embed({ cid: 'logo2', content: 'y' })
    .toBuffer();
  assert.is(partBody(octets, '2', 'Content-ID'), '<logo>');
  assert.is(partBody(octets, '3', 'Content-ID'), '<logo2>');
});

test('a body that holds -- and the boundary', () => {
  const boundaryOf = (octets: Buffer): string => read(octets).boundary?.toString() ?? '';
  const first = boundaryOf(base.html('x').toBuffer());
  const text = `--${first}\r\n\r\nx\r\n--${first}--\r\n--`;
  const octets = base.html('x').text(text).toBuffer();
  assert.is.not(boundaryOf(octets), first);
  assert.is(read(octets).parts.length, 2);
  assert.is(Buffer.from(part(octets, '1').octets()).toString(), text);
});

test('line ends of every kind become CRLF: a CR b, CR CR LF, CRLF LF LF', () => {
  assert.is(body('a\rb'), 'a\nb');
  assert.is(body('a\r\r\nb'), 'a\n\nb');
  assert.is(body('é\r\n\n\nx'), 'é\n\n\nx');
});

test('`From ` in the first and the last line, the last without a line end', () => {
  const text = 'From x\nFrom y';
  assert.is(body(text), text);
  assert.not.match(base.text(text).toBuffer().toString(), /\r\nFrom [xy]/);
});

test('a dot alone, a trailing TAB, a NUL, nothing', () => {
  for (const text of ['.', '.\n', '\n.\n', 'a\t', 'a \t\nb', 'a\0b', '\0', '']) {
    assert.is(body(text), text);
  }
  assert.not.match(base.text('a\n.\n..\n.').toBuffer().toString(), /\r\n\./);
});

test('lines of 998, 999 and 100,000 octets', () => {
  for (const [length, encoding] of [
    [998, '7bit'],
    [999, 'quoted-printable'],
    [100_000, 'quoted-printable'],
  ] as const) {
    const text = 'x'.repeat(length);
    assert.is(body(text), text);
    assert.is(read(base.text(text).toBuffer()).transferEncoding, encoding);
    assert.is(body(`a\n${text}\nb`), `a\n${text}\nb`);
  }
});

test('U+560A and its like in every place of text', () => {
  carriesText('\u560a', '\u560d', '\u760a\u760d', '\u010a\u010d', 'a\u560aBcc: x');
  assert.is(body('\u560a\u560d\u010a'), '\u560a\u560d\u010a');
  throws('address-not-sendable', () => base.to('a\u560a@b.example'));
});

test('an unpaired surrogate is refused, wherever text goes', () => {
  for (const text of ['\ud800', 'a\udc00b', '\udc00\ud800']) {
    for (const [place, readBack] of Object.entries(textPlaces)) {
      assert.is(
        codeThrown(() => readBack(text)),
        'ill-formed-text',
        place,
      );
    }
    throws(
      'ill-formed-text',
      () => base.text(text),
      () => base.attach({ content: text }),
    );
  }
});

const FAMILY = '👨‍👩‍👧‍👦';

test('ten families of four, none of them split', () => {
  carriesText(FAMILY.repeat(10), `${'x'.repeat(60)}${FAMILY}`, `👩🏽‍🤝‍👨🏻${FAMILY}`);
  for (let pad = 0; pad < 80; pad += 1) {
    const text = `${'x'.repeat(pad)}${FAMILY.repeat(10)}`;
    const [unfolded = ''] = bodies(base.subject(text), 'Subject');
    const words = unfolded.split(' ').map(decodeWord);
    assert.is(words.join(''), text);
    for (const word of words) assert.match(word, /^x*(?:👨‍👩‍👧‍👦)*$/u);
  }
});

test('blanks: two between words, at the ends, alone, and TAB', () => {
  carriesText('é  é', 'a  b', ' a', 'a ', '  ', `a${' '.repeat(200)}b`, `é${' '.repeat(200)}é`);
  const { 'file name': filename, ...others } = textPlaces;
  for (const readBack of Object.values(others)) assert.is(readBack('a\tb'), 'a\tb');
  throws('filename-control', () => filename?.('a\tb'));
});

test('combining marks, and text from right to left', () => {
  carriesText('e\u0301'.repeat(100), `a${'\u0301'.repeat(300)}`, 'שלום עולם', '\u202egnp.exe');
  carriesText('مرحبا بالعالم'.repeat(20), '\u200fa\u200e', 'a\u2028b', '\u00a0');
});

test('quote, backslash, semicolon and TAB in a file name', () => {
  carriesText('a"b.pdf', 'a\\b.pdf', 'a;b.pdf', '"', '\\', ';', 'a"; name="b', "'", '%41', '*');
});

test('an empty field name, and one that holds a field', () => {
  throws(
    'value-missing',
    () => base.header('', 'x'),
    () => base.addHeader('', 'x'),
  );
  throws(
    'field-name',
    () => base.header('X-A\r\nBcc', 'x'),
    () => base.header(':', 'x'),
  );
});

test('__proto__ as a key, a name, a tag', () => {
  const { octets } = base
    .header('__proto__', 'x')
    .ses({ tags: JSON.parse('{"__proto__": "y"}') })
    .build();
  assert.is(read(octets).field('__proto__')?.text, 'x');
  assert.match(read(octets).field('X-SES-MESSAGE-TAGS')?.text ?? '', /__proto__=y/);
});

test('an invalid date', () => {
  throws(
    'date-invalid',
    () => base.date(new Date(Number.NaN)),
    () => base.date(new Date(8.64e15)),
  );
});

test('two List-Unsubscribe', () => {
  const one = base.listUnsubscribe({ https: 'https://a.example/' });
  throws('field-repeated', () => one.addHeader('List-Unsubscribe', '<https://b.example/>'));
  const two = one.listUnsubscribe({ mailto: 'u@a.example' });
  assert.equal(bodies(two, 'List-Unsubscribe'), ['<mailto:u@a.example>']);
});

test('the 51st recipient, by To and Bcc', () => {
  const fifty = base.to(...Array.from({ length: 49 }, (_, at) => `u${at}@example.org`));
  assert.not.ok(preflight(fifty.build()).refused);
  const report = preflight(fifty.bcc('one@example.org').build());
  assert.is(report.recipientCount, 51);
  assert.ok(report.refused);
});

test('the same address twice', () => {
  const twice = base.to('Bob <bob@EXAMPLE.net>').bcc('bob@example.net');
  assert.equal(twice.build().envelope.to, ['bob@example.net']);
  assert.is(preflight(twice.build()).recipientCount, 1);
});

test('10,485,760 octets, and one more', () => {
  const rest = 10_485_760 - base.text('').sizeOctets();
  const text = `${'x'.repeat(78)}\r\n`.repeat(rest / 80 + 1).slice(0, rest - 2);
  const message = (more: string): Uint8Array => base.text(`${text}${more}`).toBuffer();
  const full = message('xx');
  assert.is(full.length, 10_485_760);
  assert.not.ok(preflight(full).refused);
  assert.ok(preflight(message('xxx')).refused);
});

test('an attached message with an 8-bit child, and with a line of 1500 octets', () => {
  const inner = 'Subject: é\r\nContent-Type: text/plain; charset=utf-8\r\n\r\né\r\n';
  for (const text of [inner, `Subject: s\r\n\r\n${'x'.repeat(1500)}\r\n`]) {
    const octets = base.attachMessage(Buffer.from(text)).toBuffer();
    assertSevenBitLines(octets);
    const { parts } = part(octets, '2');
    assert.is(parts[0]?.text, read(Buffer.from(text)).text);
    assert.is(part(octets, '2').transferEncoding, '7bit');
  }
});

test('an attached message that cannot be 7-bit is refused by the name of its part', () => {
  const signed = 'Content-Type: multipart/signed; boundary=b\r\n\r\n--b\r\n\r\né\r\n--b--\r\n';
  assert.throws(
    () => base.attachMessage(Buffer.from(signed)).build(),
    (error: unknown) =>
      error instanceof MimewrightError &&
      error.code === 'message-not-recodable' &&
      /^part 2: part 1 .*signed/.test(error.message),
  );
});

test('a@b@c, a quoted @, and a comment that joins', () => {
  throws(
    'address-syntax',
    () => base.to('a@b@c.example'),
    () => base.to({ address: 'a@b@c' }),
  );
  const quotedAt = base.without('To').to('"a@b"@c.example').build();
  assert.equal(quotedAt.envelope.to, ['"a@b"@c.example']);
  throws(
    'address-syntax',
    () => base.to('a@b.example(x)c.example'),
    () => base.to('a(x)b@c.example'),
  );
});

test('3000 groups within groups', () => {
  const nested = 'g:'.repeat(3000);
  throws(
    'address-syntax',
    () => base.to(nested),
    () => base.to(`${nested}a@b.example${';'.repeat(3000)}`),
  );
  const { octets } = base.header('X-Note', nested).build();
  assertSevenBitLines(octets);
  const root = read(Buffer.from(`To: ${nested}\r\n\r\n`));
  assert.ok(root.allDefects().some(({ code }) => code === 'group-syntax'));
});

test('50,000 addresses', () => {
  const list = Array.from({ length: 50_000 }, (_, at) => `Zoë <u${at}@b.example>`);
  assertLinear('built and read', () => {
    const { octets, envelope } = base
      .without('To')
      .to(...list)
      .build();
    assert.is(envelope.to.length, 50_000);
    assert.is(read(octets).field('To')?.addresses.length, 50_000);
  });
});

test('100,000 parts within each other', () => {
  const level = 'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n';
  const message = Buffer.from(level.repeat(100_000));
  assertLinear('read', () => {
    assert.ok(
      read(message)
        .allDefects()
        .some(({ code }) => code === 'too-deep'),
    );
  });
});

test('two boundaries nested and equal', () => {
  const inner = 'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\na\r\n--x--';
  const outer = `Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n${inner}\r\n--x--\r\n`;
  const codes = read(Buffer.from(outer))
    .allDefects()
    .map(({ code }) => code);
  assert.ok(codes.includes('boundary-nested-clash'));
});

test('name and filename* disagree: the disposition counts', () => {
  const fields =
    "Content-Type: a/b; name=a.txt\r\nContent-Disposition: inline; filename*=utf-8''b.exe";
  assert.is(read(Buffer.from(`${fields}\r\n\r\nx\r\n`)).filename, 'b.exe');
  throws('content-type-syntax', () =>
    base.attach({ content: 'x', type: 'a/b; name=a', filename: 'b' }),
  );
});

test('nothing but what was asked for', () => {
  assert.equal(fieldNames(base.toBuffer()), [
    ...['From', 'To', 'Subject', 'MIME-Version', 'Content-Type', 'Content-Transfer-Encoding'],
  ]);
});

test.run();
