/** What fields say, each value at its octets. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { HeaderField } from '../../lib/reader/header-field.ts';
import { read } from '../../lib/reader/read.ts';

const test = suite('reader/field-reading');

interface OneField {
  readonly field: HeaderField;
  /** The octets of the message at a span. */
  readonly at: (span: { readonly start: number; readonly end: number } | undefined) => string;
}

/** A field with others around it, so that places count from the start of the message. */
function oneField(text: string): OneField {
  const octets = Buffer.from(`X-First: 1\r\n${text}\r\nX-Last: 1\r\n\r\n`, 'utf8');
  const field = read(octets).fields[1];
  assert.ok(field);
  return { field, at: (span) => octets.toString('utf8', span?.start, span?.end) };
}

test('folds are the line ends within the body', () => {
  const { field, at } = oneField('Subject: a\r\n b\n\tc');
  assert.equal(field.folds.map(at), ['\r\n', '\n']);
  assert.equal(oneField('Subject: a').field.folds, []);
});

test('text is decoded: raw UTF-8, encoded-words, folds undone', () => {
  assert.is(oneField('Subject: caf\u00e9 =?utf-8?Q?=E2=98=95?=\r\n ok').field.text, 'café ☕ ok');
  assert.is(oneField('To: =?utf-8?Q?Zo=C3=AB?= <a@b.example>').field.text, 'Zoë <a@b.example>');
  assert.is(oneField('Message-ID: <=?utf-8?Q?a?=@b>').field.text, '<=?utf-8?Q?a?=@b>');
});

test('mailboxes and groups stand at their octets, also behind folds', () => {
  const { field, at } = oneField(
    'To: =?utf-8?Q?Zo=C3=AB?=\r\n <zoe@b.example>,\r\n Team: a@c.example,\r\n "B" <b@c.example>;',
  );
  const [zoe, team] = field.addresses;
  assert.ok(zoe?.kind === 'mailbox' && team?.kind === 'group');
  assert.equal([zoe.name, zoe.address], ['Zoë', 'zoe@b.example']);
  assert.is(at(zoe.span), '=?utf-8?Q?Zo=C3=AB?=\r\n <zoe@b.example>');
  assert.is(at(zoe.nameSpan), '=?utf-8?Q?Zo=C3=AB?=');
  assert.is(at(zoe.addressSpan), 'zoe@b.example');
  assert.equal([team.name, at(team.nameSpan)], ['Team', 'Team']);
  assert.equal(
    team.members.map(({ span }) => at(span)),
    ['a@c.example', '"B" <b@c.example>'],
  );
});

test('msg-ids, dates, URIs and parameters stand at their octets', () => {
  const references = oneField('References: <a@b>\r\n <c@d>');
  assert.equal(
    references.field.msgIds.map(({ id, span }) => [id, references.at(span)]),
    [
      ['a@b', '<a@b>'],
      ['c@d', '<c@d>'],
    ],
  );
  const date = oneField('Date: Mon, 23 Nov 2026\r\n 10:00:00 +0100 (CET)');
  assert.is(date.field.date?.date.toISOString(), '2026-11-23T09:00:00.000Z');
  assert.is(date.field.date?.offsetMinutes, 60);
  assert.is(date.at(date.field.date?.span), 'Mon, 23 Nov 2026\r\n 10:00:00 +0100');
  const list = oneField('List-Unsubscribe: <mailto:u@b.example>,\r\n <https://b.example/u>');
  assert.equal(
    list.field.uris.map(({ uri }) => uri),
    ['mailto:u@b.example', 'https://b.example/u'],
  );
  assert.is(list.at(list.field.uris[1]?.span), '<https://b.example/u>');
  const type = oneField("Content-Type: a/b;\r\n x*0*=utf-8''%C3;\r\n x*1*=%A9; y=z");
  assert.equal(
    type.field.mediaType?.parameters.map(({ value, span }) => [value, type.at(span)]),
    [
      ['é', "x*0*=utf-8''%C3;\r\n x*1*=%A9"],
      ['z', 'y=z'],
    ],
  );
  assert.is(oneField('Content-Disposition: Inline; a=b').field.disposition?.type, 'inline');
  assert.is(oneField('Content-Transfer-Encoding: (a) Base64').field.token, 'base64');
  assert.is(oneField('MIME-Version: 1.0 (x)').field.token, '1.0');
});

test('encoded-words stand at their octets, where they may stand and where not', () => {
  const wordsOf = (text: string): readonly string[] => {
    const { field, at } = oneField(text);
    return field.encodedWords.map((word) => {
      assert.match(at(word.span), /^=\?.*\?=$/);
      return `${word.charset} ${word.encoding} ${word.text}`;
    });
  };
  assert.equal(wordsOf('Subject: =?utf-8?Q?a?=\r\n =?iso-8859-1*en?B?6Q==?= c'), [
    'utf-8 Q a',
    'iso-8859-1 B é',
  ]);
  assert.equal(wordsOf('To: "=?utf-8?Q?a?=" (=?utf-8?Q?b?=) =?utf-8?Q?c?= <d@e.example>'), [
    'utf-8 Q a',
    'utf-8 Q b',
    'utf-8 Q c',
  ]);
  assert.equal(wordsOf('Content-Type: a/b; name="=?utf-8?Q?a?="'), ['utf-8 Q a']);
  assert.equal(wordsOf('Date: =?utf-8?Q?a?='), ['utf-8 Q a']);
});

test('encoded-words where RFC 2047 §5 forbids them are defects', () => {
  const codesOf = (text: string): readonly string[] =>
    oneField(text)
      .field.defects.map(({ code }) => code)
      .filter((code) => code.startsWith('encoded-word'));
  assert.equal(codesOf('To: "=?utf-8?Q?a?=" <d@e.example>'), ['encoded-word-in-quoted-string']);
  assert.equal(codesOf('To: <=?utf-8?Q?a?=@e.example>'), ['encoded-word-in-addr-spec']);
  assert.equal(codesOf('Content-Type: a/b; name="=?utf-8?Q?a?="'), ['encoded-word-in-parameter']);
  assert.equal(codesOf('Message-ID: <=?utf-8?Q?a?=@b>'), ['encoded-word-illegal-field']);
  assert.equal(codesOf('Received: from =?utf-8?Q?a?= by b'), ['encoded-word-illegal-field']);
  assert.equal(codesOf('Subject: =?utf-8?Q?a?='), []);
});

test('a Received field gives the date behind its semicolon', () => {
  const { field, at } = oneField(
    'Received: from a by b (x; y)\r\n ; Mon, 23 Nov 2026 10:00:00 +0000',
  );
  assert.is(field.date?.date.toISOString(), '2026-11-23T10:00:00.000Z');
  assert.is(at(field.date?.span), 'Mon, 23 Nov 2026 10:00:00 +0000');
});

test('UTF-8 under another label is read as UTF-8 in fields, too', () => {
  const { field } = oneField('Subject: =?iso-8859-1?Q?caf=C3=A9_na=C3=AFve?=');
  assert.is(field.text, 'café naïve');
  assert.equal(
    field.defects.map(({ code }) => code),
    ['charset-mislabelled'],
  );
  const name = oneField(
    "Content-Disposition: inline; filename*=iso-8859-1''caf%C3%A9%20na%C3%AFve",
  );
  assert.is(name.field.disposition?.parameters[0]?.value, 'café naïve');
  assert.equal(
    name.field.defects.map(({ code }) => code),
    ['charset-mislabelled'],
  );
});

test('values of other kinds are empty', () => {
  const { field } = oneField('Subject: <a@b>, c@d.example');
  assert.is(field.kind, 'unstructured');
  assert.equal([field.addresses, field.msgIds, field.uris], [[], [], []]);
  assert.equal(
    [field.date, field.mediaType, field.disposition, field.token],
    Array(4).fill(undefined),
  );
});

test('what was read is remembered', () => {
  const { field } = oneField('To: a@b.example');
  assert.is(field.addresses, field.addresses);
  assert.is(field.defects, field.defects);
});

test.run();
