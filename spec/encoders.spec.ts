/** What mimewright/encoders exports: its names, its arguments, and the examples of its docstrings. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as encoders from '../lib/encoders.ts';
import {
  base64Octets,
  canonicalText,
  chooseTransferEncoding,
  decodeBase64,
  decodeEncodedWords,
  decodeQuotedPrintable,
  decodeText,
  domainToAscii,
  encodeBase64,
  encodedWords,
  encodeQuotedPrintable,
  encodeText,
  foldField,
  formatMailbox,
  formatParameter,
  MimewrightError,
  parseMailboxes,
  parseParameters,
  quotedPrintableOctets,
  transferFaults,
  unfoldField,
} from '../lib/encoders.ts';

const test = suite('encoders');

const octets = Buffer.from('Café');

test('it exports what it documents', () => {
  assert.equal(Object.keys(encoders).sort(), [
    'MimewrightError',
    'base64Octets',
    'canonicalText',
    'chooseTransferEncoding',
    'decodeBase64',
    'decodeEncodedWords',
    'decodeQuotedPrintable',
    'decodeText',
    'domainToAscii',
    'encodeBase64',
    'encodeQuotedPrintable',
    'encodeText',
    'encodedWords',
    'errorCodes',
    'foldField',
    'formatMailbox',
    'formatParameter',
    'parseMailboxes',
    'parseParameters',
    'quotedPrintableOctets',
    'transferFaults',
    'unfoldField',
  ]);
});

test('the examples of the docstrings', () => {
  const text = (encoded: Uint8Array): string => new TextDecoder().decode(encoded);
  assert.is(text(encodeBase64(new Uint8Array([1, 2, 3, 4]))), 'AQIDBA==');
  assert.equal(decodeBase64(new TextEncoder().encode('AQID\r\nBA')), new Uint8Array([1, 2, 3, 4]));
  assert.is(base64Octets(58), 82);
  const cafe = encodeText('Café\r\n', 'utf-8');
  assert.is(text(encodeQuotedPrintable(cafe, { isText: true })), 'Caf=C3=A9\r\n');
  const escaped = new TextEncoder().encode('=C3=A9=');
  assert.equal(decodeQuotedPrintable(escaped), new Uint8Array([0xc3, 0xa9]));
  assert.is(quotedPrintableOctets(encodeText('Café', 'utf-8'), { isText: true }), 9);
  assert.equal(chooseTransferEncoding(encodeText('Café', 'utf-8'), { isText: true }), {
    encoding: 'quoted-printable',
    bodyOctets: 9,
  });
  assert.equal(transferFaults(new TextEncoder().encode('caf=e9'), 'quoted-printable'), [
    { code: 'qp-lowercase-hex', start: 3, end: 6 },
  ]);
  assert.is(canonicalText('Dear Zoë,\n\nYours'), 'Dear Zoë,\r\n\r\nYours');
  assert.equal(encodeText('Łódź', 'iso-8859-2'), new Uint8Array([0xa3, 0xf3, 0x64, 0xbc]));
  const latin2 = new Uint8Array([0xa3, 0xf3]);
  assert.equal(decodeText(latin2, 'iso-8859-2'), { text: 'Łó', isExact: true });
  assert.is(decodeText(latin2, 'x-klingon'), undefined);
  assert.equal(encodedWords('Zoë'), ['=?utf-8?Q?Zo=C3=AB?=']);
  assert.is(
    foldField('Subject', encodedWords('Zoë').join(' ')),
    'Subject: =?utf-8?Q?Zo=C3=AB?=\r\n',
  );
  assert.is(decodeEncodedWords('=?iso-8859-1?q?Caf=E9?= am Markt'), 'Café am Markt');
  assert.is(foldField('To', 'Ann Doe <ann@example.com>'), 'To: Ann Doe <ann@example.com>\r\n');
  assert.equal(unfoldField('To: Ann Doe\r\n <ann@example.com>\r\n'), {
    name: 'To',
    body: 'Ann Doe <ann@example.com>',
  });
  assert.is(
    formatMailbox({ name: 'Doe, Ann', address: 'ann@bücher.example' }),
    '"Doe, Ann" <ann@xn--bcher-kva.example>',
  );
  assert.equal(parseMailboxes('Zoë <zoe@bücher.example>, "Team": ann@example.com;'), [
    { name: 'Zoë', address: 'zoe@xn--bcher-kva.example' },
    { group: 'Team', members: [{ address: 'ann@example.com' }] },
  ]);
  assert.is(formatParameter('filename', 'a b.pdf'), 'filename="a b.pdf"');
  assert.is(formatParameter('filename', 'été.pdf'), "filename*=utf-8''%C3%A9t%C3%A9.pdf");
  const { parameters } = parseParameters("; filename*=utf-8''%C3%A9t%C3%A9.pdf");
  assert.is(parameters[0]?.value, 'été.pdf');
  assert.is(domainToAscii('Bücher.example'), 'xn--bcher-kva.example');
});

/** Each function with something in place of an argument, and how the error names it. */
const badCalls: readonly (readonly [call: (bad: never) => unknown, what: string])[] = [
  [(bad) => encodeBase64(bad), 'octets'],
  [(bad) => decodeBase64(bad), 'octets'],
  [(bad) => base64Octets(bad), 'inputOctets'],
  [(bad) => encodeQuotedPrintable(bad, { isText: true }), 'octets'],
  [(bad) => encodeQuotedPrintable(octets, bad), 'options'],
  [(bad) => encodeQuotedPrintable(octets, { isText: bad }), 'options.isText'],
  [(bad) => decodeQuotedPrintable(bad), 'octets'],
  [(bad) => quotedPrintableOctets(bad, { isText: true }), 'octets'],
  [(bad) => quotedPrintableOctets(octets, bad), 'options'],
  [(bad) => chooseTransferEncoding(bad, { isText: true }), 'octets'],
  [(bad) => chooseTransferEncoding(octets, bad), 'options'],
  [(bad) => chooseTransferEncoding(octets, { isText: bad }), 'options.isText'],
  [(bad) => chooseTransferEncoding(octets, { isText: true, encoding: bad }), 'options.encoding'],
  [(bad) => transferFaults(bad, 'base64'), 'body'],
  [(bad) => transferFaults(octets, bad), 'encoding'],
  [(bad) => canonicalText(bad), 'text'],
  [(bad) => encodeText(bad, 'utf-8'), 'text'],
  [(bad) => encodeText('x', bad), 'charset'],
  [(bad) => decodeText(bad, 'utf-8'), 'octets'],
  [(bad) => decodeText(octets, bad), 'charset'],
  [(bad) => encodedWords(bad), 'text'],
  [(bad) => encodedWords('x', { firstWordCharacters: bad }), 'options.firstWordCharacters'],
  [(bad) => decodeEncodedWords(bad), 'text'],
  [(bad) => foldField(bad, 'x'), 'name'],
  [(bad) => foldField('X', bad), 'body'],
  [(bad) => foldField('X', 'x', { keepsFirst: bad }), 'options.keepsFirst'],
  [(bad) => unfoldField(bad), 'field'],
  [(bad) => formatMailbox(bad), 'mailbox'],
  [(bad) => formatMailbox({ name: bad, address: 'a@b.example' }), 'mailbox.name'],
  [(bad) => formatMailbox({ address: bad }), 'mailbox.address'],
  [(bad) => formatMailbox({ group: bad, members: [] }), 'mailbox.group'],
  [(bad) => formatMailbox({ group: 'x', members: bad }), 'mailbox.members'],
  [(bad) => formatMailbox({ group: 'x', members: [bad] }), 'mailbox.members[0]'],
  [(bad) => parseMailboxes(bad), 'text'],
  [(bad) => formatParameter(bad, 'x'), 'name'],
  [(bad) => formatParameter('x', bad), 'value'],
  [(bad) => parseParameters(bad), 'text'],
  [(bad) => domainToAscii(bad), 'domain'],
];

/** What no function takes, as `never`, since the types forbid it too. */
const badValues: readonly never[] = JSON.parse('[null, -1, 1.5, [1], {"x": 1}]');

test('each argument is checked, and its error names it', () => {
  for (const [call, what] of badCalls) {
    for (const bad of badValues) {
      assert.throws(
        () => call(bad),
        (error: unknown) =>
          error instanceof MimewrightError &&
          /^(?:value-missing|value-type|option-invalid)$/.test(error.code) &&
          new RegExp(`^${what.replace(/[[\].]/g, '\\$&')}(?:[ :.[]|$)`).test(error.message),
        `${call.toString()} with ${JSON.stringify(bad)}`,
      );
    }
  }
});

/** Faults of a value of the right type. */
const faults: readonly (readonly [call: () => unknown, code: string])[] = [
  [() => chooseTransferEncoding(octets, { isText: true, encoding: '7bit' }), 'transfer-encoding'],
  [() => encodeText('€', 'iso-8859-1'), 'charset-unencodable'],
  [() => encodeText('€', 'x-klingon'), 'charset-unknown'],
  [() => encodeText('\ud800', 'utf-8'), 'ill-formed-text'],
  [() => encodedWords('\ud800'), 'ill-formed-text'],
  [() => encodedWords('a\r\nb'), 'text-control'],
  [() => encodedWords('a', { firstWordCharacters: 23 }), 'option-invalid'],
  [() => encodedWords('a', { firstWordCharacters: 76 }), 'option-invalid'],
  [() => foldField('X:', 'x'), 'field-name'],
  [() => foldField('X'.repeat(77), 'x'), 'field-name'],
  [() => foldField('X', ''), 'value-missing'],
  [() => foldField('X', ' x'), 'field-body'],
  [() => foldField('X', 'x\r\n y'), 'field-body'],
  [() => foldField('X', 'é'), 'field-body'],
  [() => unfoldField('no colon'), 'field-name'],
  [() => unfoldField('A: b\r\nBcc: x@evil.example'), 'field-body'],
  [
    () => Reflect.apply(formatMailbox, undefined, [{ group: 'x', members: [], x: 1 }]),
    'option-invalid',
  ],
  [() => formatMailbox({ address: 'a b@c.example' }), 'address-syntax'],
  [() => formatMailbox({ address: 'zoë@b.example' }), 'address-not-sendable'],
  [() => formatMailbox({ address: 'a@b_c.example' }), 'domain-syntax'],
  [() => formatMailbox({ name: 'a\nb', address: 'a@b.example' }), 'address-syntax'],
  [() => parseMailboxes('Doe, Ann <ann@b.example>'), 'address-syntax'],
  [() => formatParameter('a*', 'x'), 'token-syntax'],
  [() => formatParameter('a'.repeat(51), 'x'), 'token-syntax'],
  [() => formatParameter('a', '\0'), 'text-control'],
  [() => domainToAscii('a..b'), 'domain-syntax'],
];

test('each fault of a value has its code', () => {
  for (const [call, code] of faults) {
    assert.throws(
      call,
      (error: unknown) => error instanceof MimewrightError && error.code === code,
      String(call),
    );
  }
});

test('nothing may be empty but what is content', () => {
  const nothing = new Uint8Array();
  assert.is(encodeBase64(nothing).length + decodeBase64(nothing).length, 0);
  assert.is(encodeQuotedPrintable(nothing, { isText: false }).length, 0);
  assert.is(canonicalText('') + decodeEncodedWords(''), '');
  assert.equal(encodedWords(''), []);
  assert.equal(transferFaults(nothing, 'base64'), []);
  assert.equal(unfoldField('X-Empty:\r\n'), { name: 'X-Empty', body: '' });
  assert.equal(parseParameters(''), { parameters: [], defects: [] });
  assert.is(formatParameter('x', ''), 'x=""');
});

test('octets come back in plain arrays whose memory is theirs alone', () => {
  const large = Buffer.alloc(100_000, 'x');
  for (const content of [Buffer.alloc(0), octets, large]) {
    for (const made of [
      encodeBase64(content),
      decodeBase64(encodeBase64(content)),
      encodeQuotedPrintable(content, { isText: true }),
      decodeQuotedPrintable(content),
      encodeText(content.toString(), 'utf-8'),
      encodeText(content.toString(), 'iso-8859-15'),
    ]) {
      assert.is(Object.getPrototypeOf(made), Uint8Array.prototype);
      assert.is(made.buffer.byteLength, made.length);
      assert.is.not(made.buffer, content.buffer);
    }
  }
});

test('an array of another class, or a view into a larger one, will do', () => {
  class Liar extends Uint8Array {
    override get length(): number {
      return 4000;
    }
  }
  const view = new Uint8Array(Buffer.from('xxabcxx')).subarray(2, 5);
  for (const content of [view, Liar.from(view)]) {
    assert.equal(encodeBase64(content), new TextEncoder().encode('YWJj'));
    assert.is(quotedPrintableOctets(content, { isText: true }), 3);
  }
});

test('a function of one argument can be handed to map', () => {
  assert.equal([Buffer.from('a')].map(encodeBase64), [Uint8Array.from(Buffer.from('YQ=='))]);
  assert.equal([{ address: 'a@b.example' }].map(formatMailbox), ['a@b.example']);
  assert.equal(['Ä.example'].map(domainToAscii), ['xn--4ca.example']);
});

test.run();
