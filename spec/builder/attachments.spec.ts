/** Embedded parts, attachments, alternatives, attached messages: content, names, types, labels. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compose } from '../../lib/builder/compose.ts';
import { octets as anyOctets, filename } from '../../lib/testing/arbitraries.ts';
import {
  codeThrown,
  part,
  partBody,
  plain,
  shape,
  throwing,
  untyped,
} from '../support/built-message.ts';
import { notRun } from '../support/not-run.ts';
import {
  pythonIsHere,
  readWithMailparser,
  readWithPostalMime,
  readWithPython,
} from '../support/readers.ts';

const test = suite('builder/attachments');

const png = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

test('a Content-ID is <cid> exactly, beside an inline disposition', () => {
  const message = plain.html('<img src="cid:logo"><img src="cid:b.c@d.example">');
  const { octets } = message
    .embed({ cid: 'logo', content: png })
    .embed({ cid: 'b.c@d.example', content: png, filename: 'ä.png' })
    .build();
  assert.is(partBody(octets, '2', 'Content-ID'), '<logo>');
  assert.is(partBody(octets, '2', 'Content-Disposition'), 'inline');
  assert.is(partBody(octets, '3', 'Content-ID'), '<b.c@d.example>');
  assert.is(part(octets, '3').filename, 'ä.png');
  assert.is(partBody(octets, '2', 'Content-Type'), 'image/png');
});

test('a cid is dot-atoms, without angles', () => {
  for (const cid of [
    '<logo>',
    'a b',
    'a..b',
    '.a',
    'a@b@c',
    'ä',
    'a\r\nX: y',
    'a>',
    '"a"',
    'x'.repeat(996),
  ]) {
    assert.is(
      codeThrown(() => plain.embed({ cid, content: png })),
      'content-id-syntax',
      cid,
    );
  }
});

test('the type is the one given, else by name, else by first octets, else the general one', () => {
  const rows: readonly (readonly [Parameters<typeof plain.attach>[0], string])[] = [
    [{ content: png, filename: 'a.PDF', type: 'Image/X; Q=1' }, 'image/x'],
    [{ content: png, filename: 'a.PDF' }, 'application/pdf'],
    [{ content: png, filename: 'a.unknown' }, 'image/png'],
    [{ content: Buffer.from([0]), filename: 'a' }, 'application/octet-stream'],
    [{ content: 'é', filename: 'a' }, 'text/plain'],
    [{ content: '{}', filename: 'a.json' }, 'application/json'],
  ];
  for (const [attached, type] of rows) {
    const { octets } = plain.attach(attached).build();
    assert.is(part(octets, '2').mediaType.essence, type);
  }
});

test('a string is encoded in the charset of its type, octets are taken as they are', () => {
  const text = (
    type: string,
    content: string | Uint8Array,
  ): readonly [string | undefined, string] => {
    const { octets } = plain.attach({ content, type }).build();
    const hex = Buffer.from(part(octets, '2').octets()).toString('hex');
    return [partBody(octets, '2', 'Content-Type'), hex];
  };
  assert.equal(text('text/plain; charset=iso-8859-1', 'é'), [
    'text/plain; charset=iso-8859-1',
    'e9',
  ]);
  assert.equal(text('text/csv', 'é'), ['text/csv; charset=utf-8', 'c3a9']);
  assert.equal(text('text/csv', Buffer.from('é')), ['text/csv', 'c3a9']);
  assert.equal(text('application/json', 'é'), ['application/json', 'c3a9']);
  const jis = Buffer.from('1b2442467c1b2842', 'hex');
  const label = 'text/plain; charset=iso-2022-jp';
  assert.equal(text(label, jis), [label, jis.toString('hex')]);
  assert.equal(text(label, '日'), [label, jis.toString('hex')]);
  assert.is(
    codeThrown(() => plain.attach({ content: '日', type: 'text/plain; charset=iso-8859-1' })),
    'charset-unencodable',
  );
  assert.is(
    codeThrown(() => plain.attach({ content: '日', type: 'text/plain; charset=utf-9' })),
    'charset-unknown',
  );
});

test('alternative(): one charset, CRLF in text, octets and other types as they are', () => {
  const made = (
    type: string,
    content: string | Uint8Array,
  ): readonly [string | undefined, string] => {
    const { octets } = compose().from('a@b.example').alternative(type, content).build();
    return [
      partBody(octets, '', 'Content-Type'),
      Buffer.from(part(octets, '').octets()).toString('latin1'),
    ];
  };
  assert.equal(made('text/x', 'é\n'), ['text/x; charset=utf-8', 'Ã©\r\n']);
  assert.equal(made('text/x; charset=latin1; a=b', 'é\n'), [
    'text/x; a=b; charset=iso-8859-1',
    'é\r\n',
  ]);
  assert.equal(made('text/x; charset=utf-8', Buffer.from('a\nb')), [
    'text/x; charset=utf-8',
    'a\nb',
  ]);
  assert.equal(made('application/x', 'a\nb'), ['application/x', 'a\nb']);
});

test('a type is type/subtype with parameters; multipart and message are for others', () => {
  for (const type of [
    'pdf',
    'a/b c',
    'a/b; c',
    'a/b\r\nX: y',
    'a/b; c="',
    'multipart/mixed',
    'message/partial',
    `a/${'b'.repeat(128)}`,
    `a/b; ${'c'.repeat(128)}=d`,
    'ä/b',
  ]) {
    const code = type.includes('\r') ? 'text-control' : 'content-type-syntax';
    assert.is(
      codeThrown(() => plain.attach({ content: 'x', type })),
      code,
      type,
    );
    assert.is(
      codeThrown(() => plain.alternative(type, 'x')),
      code,
      type,
    );
  }
  plain
    .attach({
      content: 'x',
      type: `${'a'.repeat(127)}/${'b'.repeat(127)}; ${'c'.repeat(127)}="${'é'.repeat(0)}d e"`,
    })
    .build();
});

test('ASCII text is labelled utf-8 too', () => {
  assert.is(partBody(plain.build().octets, '', 'Content-Type'), 'text/plain; charset=utf-8');
});

test('attachments keep every octet: text whose line ends are not all CRLF is base64', () => {
  for (const content of ['a\nb', 'a\rb', 'a\r\nb\n']) {
    const { octets } = plain.attach({ content, filename: 'a.txt' }).build();
    assert.is(part(octets, '2').transferEncoding, 'base64');
    assert.is(Buffer.from(part(octets, '2').octets()).toString(), content);
  }
  assert.is(
    part(plain.attach({ content: 'a\r\nb', filename: 'a.txt' }).build().octets, '2')
      .transferEncoding,
    '7bit',
  );
});

test("encoding stands, and '7bit' throws at the call where the content forbids it", () => {
  for (const encoding of ['quoted-printable', 'base64', '7bit'] as const) {
    const { octets } = plain.text('a', { encoding }).attach({ content: 'b', encoding }).build();
    assert.equal(
      ['1', '2'].map((path) => part(octets, path).transferEncoding),
      [encoding, encoding],
    );
  }
  const encoding = '7bit';
  for (const content of ['é', 'a\0', 'x'.repeat(999)]) {
    const refused = throwing('transfer-encoding', /^(?:text|attach|alternative): .*cannot be 7bit/);
    assert.throws(() => plain.text(content, { encoding }), refused);
    assert.throws(() => plain.attach({ content, encoding }), refused);
    assert.throws(() => plain.alternative('text/x', content, { encoding }), refused);
  }
  assert.is(
    codeThrown(() => plain.attach({ content: 'a\nb', encoding })),
    'transfer-encoding',
  );
});

test('octets that change between the call and build() are still carried in 7-bit', () => {
  const content = Buffer.from('hello');
  const message = plain.attach({ content, type: 'text/plain' });
  content.write('a\rb\xff', 'latin1');
  const { octets } = message.build();
  assert.is(Buffer.compare(part(octets, '2').octets(), content), 0);
  assert.not.match(Buffer.from(octets).toString('latin1'), /[\x80-\xff]|\r(?!\n)/);
});

test('attachMessage() takes octets, a raw message, or a builder', () => {
  const inner = compose().from('in@b.example').bcc('secret@b.example').text('é');
  for (const message of [inner, inner.build(), inner.build().octets]) {
    const { octets } = plain.attachMessage(message, { filename: 'ä.eml' }).build();
    assert.is(shape(octets), 'mixed(plain, rfc822)');
    assert.is(part(octets, '2').transferEncoding, '7bit');
    assert.is(part(octets, '2').filename, 'ä.eml');
    assert.is(Buffer.compare(part(octets, '2').octets(), inner.build().octets), 0);
  }
});

test('an 8-bit message is made 7-bit inside', () => {
  const foreign = Buffer.from(
    'From: Zoë <a@b.example>\nContent-Type: text/plain; charset=utf-8\n\nZoë\n',
  );
  const { octets } = plain.attachMessage(foreign).build();
  assert.not.match(Buffer.from(octets).toString('latin1'), /[\x80-\xff]|(?<!\r)\n/);
});

test('a file of the type message/rfc822 is an attached message, and has no encoding of its own', () => {
  const attached = { content: plain.build().octets, filename: 'a.eml', description: 'Zoë' };
  const { octets } = plain.attach(attached).build();
  assert.is(part(octets, '2').mediaType.essence, 'message/rfc822');
  assert.is(part(octets, '2').transferEncoding, '7bit');
  for (const more of [{ encoding: 'base64' }, { cid: 'a' }, { legacyNames: true }] as const) {
    assert.is(
      codeThrown(() => plain.attach({ ...attached, ...more })),
      'option-invalid',
    );
  }
  assert.is(
    codeThrown(() => plain.attach({ content: 'x', filename: 'a.eml' })),
    'content-type-syntax',
  );
  assert.is(
    codeThrown(() => plain.attachMessage(untyped('x'))),
    'value-type',
  );
  assert.is(
    codeThrown(() => plain.attachMessage(untyped({ octets: 'x' }))),
    'value-type',
  );
});

test('file names: tokens and quoted strings in ASCII, RFC 2231 for others, alike in both places', () => {
  const fields = (name: string, legacyNames?: true): readonly (string | undefined)[] => {
    const { octets } = plain
      .attach({ content: '', type: 'a/b', filename: name, ...(legacyNames && { legacyNames }) })
      .build();
    return [partBody(octets, '2', 'Content-Type'), partBody(octets, '2', 'Content-Disposition')];
  };
  assert.equal(fields('a.pdf'), ['a/b; name=a.pdf', 'attachment; filename=a.pdf']);
  assert.equal(fields('a "b".pdf'), [
    'a/b; name="a \\"b\\".pdf"',
    'attachment; filename="a \\"b\\".pdf"',
  ]);
  assert.equal(fields('ä.pdf'), [
    "a/b; name*=utf-8''%C3%A4.pdf",
    "attachment; filename*=utf-8''%C3%A4.pdf",
  ]);
  assert.equal(fields('ä.pdf', true), [
    'a/b; name="=?utf-8?B?w6QucGRm?="',
    "attachment; filename*=utf-8''%C3%A4.pdf",
  ]);
});

test('a name in the type is that of filename, or throws: one of two would be lost', () => {
  const type = 'text/plain; name="a.txt"';
  const { octets } = plain.attach({ content: 'x', type, filename: 'a.txt' }).build();
  assert.is(partBody(octets, '2', 'Content-Type'), 'text/plain; charset=utf-8; name=a.txt');
  assert.is(
    codeThrown(() => plain.attach({ content: 'x', type, filename: 'b.txt' })),
    'content-type-syntax',
  );
});

test('a file name holds no control character, neither TAB nor C1 (P7)', () => {
  for (const filename of ['a\tb', 'a\x85b', 'a\x9bb', 'a\x7fb']) {
    assert.is(
      codeThrown(() => plain.attach({ content: 'x', filename })),
      'filename-control',
    );
  }
});

test('law: file names are read as they were written, by our reader', () => {
  fc.assert(
    fc.property(filename, (name) => {
      const { octets } = plain.attach({ content: '', type: 'a/b', filename: name }).build();
      assert.is(part(octets, '2').filename, name);
    }),
  );
});

test('law: attached octets are read as they were given', () => {
  fc.assert(
    fc.property(anyOctets, fc.constantFrom('text/plain', 'a/b'), (content, type) => {
      const { octets } = plain.attach({ content, type }).build();
      assert.is(Buffer.compare(part(octets, '2').octets(), content), 0);
    }),
  );
});

test('outside readers find names, types, ids, octets and dispositions', async () => {
  const { octets } = plain
    .html('<img src="cid:logo">')
    .embed({ cid: 'logo', content: png, filename: 'logo.png' })
    .attach({ content: png, filename: 'Übersicht "2026", Teil 1.png' })
    .attach({ content: 'a;b', filename: 'a.csv', disposition: 'inline', description: 'Zoë' })
    .build();
  const readers = [
    readWithPostalMime,
    readWithMailparser,
    ...(pythonIsHere() ? [readWithPython] : []),
  ];
  if (!pythonIsHere()) notRun('attachments read by Python');
  for (const read of readers) {
    const { attachments, defects } = await read(octets);
    assert.equal(defects, []);
    const found = attachments.map(({ filename: name, type, cid, disposition }) => [
      name,
      type,
      cid ?? undefined,
      disposition,
    ]);
    assert.equal(found, [
      ['logo.png', 'image/png', 'logo', 'inline'],
      ['Übersicht "2026", Teil 1.png', 'image/png', undefined, 'attachment'],
      ['a.csv', 'text/csv', undefined, 'inline'],
    ]);
    assert.equal(attachments[1]?.octets, png);
  }
});

test.run();
