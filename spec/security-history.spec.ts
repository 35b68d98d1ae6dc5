/** What was exploitable in other builders, encoders and readers, and is not here: by CVE or issue. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compose, type ErrorCode, type MessageBuilder, preflight, read } from '../lib/index.ts';
import { codeThrown, fieldNames, part, untyped } from './support/built-message.ts';
import { assertLinear } from './support/linear.ts';
import { assertSevenBitLines, skeletonOf } from './support/wire.ts';

const test = suite('security-history');

/** How many entries the history has, here: each a test below, or a row of `notOurs`. */
const ENTRIES = 48;

/** What cannot happen in this house, and why. */
const notOurs: Readonly<Record<string, string>> = {
  'CVE-2020-7769, CVE-2026-45068: an address that starts with - reaches the arguments of sendmail':
    'no program is started; such an address is a good one, and the envelope holds it as it is',
  'GHSA-c7w3-x93f-qmm8: envelope.size reaches the SMTP dialogue': 'no SMTP is spoken',
  'GHSA-vvjj-xcjg-gr5g: the name of the transport reaches the SMTP dialogue': 'no SMTP is spoken',
  'nodemailer 9.0.5: tag values of a DKIM-Signature break out of it': 'nothing is signed yet',
};

const entries = new Set<string>(Object.keys(notOurs));

/** One entry of the history, as a test. */
function entry(title: string, check: () => void): void {
  assert.not.ok(entries.has(title), `twice: ${title}`);
  entries.add(title);
  test(title, check);
}

const base = compose().from('ann@example.com').text('text');
const plain = base.to('bob@example.net').subject('subject');

function refuses(
  code: ErrorCode | readonly ErrorCode[],
  ...calls: readonly (() => unknown)[]
): void {
  const codes = [code].flat();
  for (const call of calls) {
    const thrown = codeThrown(call);
    assert.ok(thrown !== undefined && codes.includes(thrown), `${thrown}: ${call.toString()}`);
  }
}

/** The recipients that we write for typed text: in the envelope, and as our reader finds them. */
function recipients(typed: string): readonly string[] {
  const { octets, envelope } = base.to(typed).build();
  assert.equal(addressesIn(octets), envelope.to);
  return envelope.to;
}

function addressesIn(octets: Uint8Array): readonly string[] {
  const addresses = read(octets).field('To')?.addresses ?? [];
  return addresses
    .flatMap((address) => (address.kind === 'group' ? address.members : address))
    .map(({ address }) => address);
}

/** The addresses that a field of somebody else names, and the codes of what is wrong with it. */
function readTo(field: string): { addresses: readonly string[]; codes: readonly string[] } {
  const octets = Buffer.from(`From: ann@example.com\r\nTo: ${field}\r\n\r\nx\r\n`);
  const codes = read(octets)
    .allDefects()
    .map(({ code }) => code);
  return { addresses: addressesIn(octets), codes };
}

/** A message has the fields of one with harmless text, and no others, on lines that are sound. */
function assertFields(message: MessageBuilder, harmless: MessageBuilder): void {
  const { octets } = message.build();
  assertSevenBitLines(octets);
  const shape = ({ octets: one }: { readonly octets: Uint8Array }): unknown =>
    skeletonOf(Buffer.from(one).toString('latin1'));
  assert.equal(shape({ octets }), shape(harmless.build()));
}

const INJECTED = ['a\r\nBcc: x@evil.example', 'a\nBcc: x', 'a\rBcc: x', 'a\r\n\r\n<html>', 'a\0b'];

// Addresses: one string, two readings.

entry(
  'CVE-2025-13033, GHSA-mm7p-fcc7-pg87, GHSA-g839-f65j-c574: a quoted local part with an @',
  () => {
    const address = '"xclow3n@gmail.example x"@internal.example';
    assert.equal(recipients(address), [address]);
    assert.equal(readTo(address), { addresses: [address], codes: [] });
  },
);

entry('GHSA-cc9r-2j5m-2m83: a comment joins two domains', () => {
  const address = 'user@good-corp.example(x)evil.example';
  refuses(
    ['address-syntax', 'domain-syntax'],
    () => base.to(address),
    () => base.to({ address }),
  );
  assert.equal(readTo(address).addresses, ['user@good-corp.example']);
  assert.ok(readTo(address).codes.includes('address-invalid'));
});

entry('GHSA-wmmp-3585-3rmp: a domain in another normal form passes an allow-list', () => {
  const forms = [
    'ｅxample.com',
    'ex\u00adample.com',
    'example\u3002com',
    '𝐞xample.com',
    'EXAMPLE.com',
  ];
  for (const domain of forms) assert.equal(recipients(`ann@${domain}`), ['ann@example.com']);
  refuses(
    'domain-syntax',
    () => base.to('ann@exa\u200dmple.com'),
    () => base.to('ann@a\u202eb.example'),
  );
});

entry('CVE-2023-27043, cpython#102988: a special behind an addr-spec hides the next one', () => {
  for (const special of [')', '(', ':', '<', '>', '@', '.', '"', '[', ']', '\\']) {
    const typed = `alice@example.org${special}<bob@example.org>`;
    refuses('address-syntax', () => base.to(typed));
    const { addresses, codes } = readTo(typed);
    assert.ok(codes.length > 0, typed);
    assert.not.ok(addresses.includes('alice@example.org') && addresses.length > 1, typed);
  }
  // Outlook types semicolons: refused here, told of foreign mail.
  const semicolon = 'alice@example.org;<bob@example.org>';
  refuses('address-syntax', () => base.to(semicolon));
  assert.ok(readTo(semicolon).codes.includes('semicolon-separator'));
  // A comma is what separates two mailboxes: both are meant, and both are sent to.
  const both = ['alice@example.org', 'bob@example.org'];
  assert.equal(recipients('alice@example.org,<bob@example.org>'), both);
});

entry('CVE-2019-16056, cpython#78336, symfony#65509, symfony#44094: two @ outside quotes', () => {
  for (const address of ['a@malicious.example@important.example', 'a@b@c.example']) {
    refuses(
      'address-syntax',
      () => base.to(address),
      () => base.to({ address }),
    );
    const { addresses, codes } = readTo(address);
    assert.ok(codes.includes('address-invalid'));
    assert.not.ok(
      addresses.some((one) => one.startsWith('a@')),
      addresses.join(),
    );
  }
});

entry('CVE-2024-24784: comments inside display names', () => {
  refuses('address-syntax', () => base.to('Ann (x@evil.example) Doe <ann@example.com>'));
  assert.equal(readTo('Ann (x@evil.example, ) Doe <ann@example.com>').addresses, [
    'ann@example.com',
  ]);
  assert.equal(readTo('Ann (<x@evil.example>) <ann@example.com>').addresses, ['ann@example.com']);
});

entry('simple-java-mail#652: an encoded-word as a local part is decoded to another address', () => {
  const address = '=?utf-8?q?=40evil.example=00?=@microsoft.example';
  refuses(
    'address-not-sendable',
    () => base.to(address),
    () => base.to({ address }),
  );
  assert.equal(readTo(address), { addresses: [address], codes: ['encoded-word-in-addr-spec'] });
});

entry(
  'cpython#152519, cpython#132105: an addr-spec outside ASCII is written as encoded-words',
  () => {
    refuses('address-not-sendable', () => base.to('zoë@example.com'));
    const { octets } = base.to('Zoë <zoe@bücher.example>').build();
    const [, angle] = /To: [^<]*<([^>]*)>/.exec(Buffer.from(octets).toString()) ?? [];
    assert.is(angle, 'zoe@xn--bcher-kva.example');
  },
);

entry(
  'CVE-2025-59937, GHSA-wpwj-69cm-q9c5, go-mail#495, mail#1646, mail-send#42, symfony#61846: a quoted local part with > ends the path of SMTP',
  () => {
    const address = '"foo@x.example> ORCPT=admin@y.example"@z.example';
    assert.equal(recipients(address), [address]);
    // Quotes that were needless are gone, those that are needed are ours.
    assert.equal(recipients('"a\\b> X=\\y"@z.example'), ['"ab> X=y"@z.example']);
    refuses('address-syntax', () => base.to('foo@x.example> ORCPT=admin@y.example'));
  },
);

entry('CVE-2026-30227, GHSA-g7hc-96xr-gvvx, CVE-2026-45067: CR LF in a quoted local part', () => {
  for (const lineEnd of ['\r\n', '\r', '\n', '\r\n ']) {
    const address = `"a${lineEnd}RCPT TO:<x@evil.example>"@b.example`;
    refuses(
      'address-syntax',
      () => base.to(address),
      () => base.to({ address }),
    );
    refuses(
      'address-syntax',
      () => base.returnPath(address),
      () => base.from(address),
    );
  }
});

entry(
  'CVE-2026-48019, GHSA-5vg9-5847-vvmq: an address that validates although it holds CRLF',
  () => {
    for (const text of INJECTED) {
      refuses(
        'address-syntax',
        () => base.to(`${text}@b.example`),
        () => base.to(`b@b.example${text}`),
      );
      refuses('address-syntax', () => base.bcc({ address: `b@${text}` }));
    }
  },
);

entry('CVE-2025-7962, GHSA-9342-92gg-6v29: characters whose low octet is CR or LF', () => {
  for (const text of ['\u560a', '\u560d', '\u760a', '\u760d', '\u010a', '\u010d', 'č嘊嘍Bcc: x']) {
    assertFields(
      plain.subject(text).header('X-A', text).from({ name: text, address: 'a@b.example' }),
      plain.header('X-A', 'a'),
    );
    assert.is(read(plain.subject(text).toBuffer()).field('Subject')?.text, text);
    refuses('address-not-sendable', () => base.to(`${text.replace(/: /, '')}@b.example`));
    refuses(['domain-syntax', 'address-syntax'], () => base.to(`a@${text}\r.example`));
    refuses('field-name', () => plain.header(`X${text}`, 'a'));
  }
});

// A field more than was asked for.

entry('MIMEText#81: CRLF in any text', () => {
  for (const text of INJECTED) {
    refuses(
      'text-control',
      () => plain.subject(text),
      () => plain.header('X-A', text),
    );
  }
});

entry('mail-builder: CRLF in Subject and addresses', () => {
  for (const text of INJECTED) {
    refuses('text-control', () => plain.subject(text));
    refuses(
      'address-syntax',
      () => plain.cc(text),
      () => plain.cc({ name: text, address: 'a@b.example' }),
    );
  }
});

entry('CVE-2021-23400: CRLF in an address that comes as an object', () => {
  for (const text of INJECTED) {
    refuses('address-syntax', () => plain.to({ name: text, address: 'a@b.example' }));
    refuses('address-syntax', () => plain.to({ name: 'a', address: `${text}@b.example` }));
    refuses('address-syntax', () => plain.to({ group: text, members: ['a@b.example'] }));
  }
});

entry('GHSA-268h-hp4c-crq3: CRLF in the comment of a List-* field', () => {
  for (const text of INJECTED) {
    const uri = `https://a.example/ (${text})`;
    refuses('text-control', () => plain.header('List-Help', `<https://a.example/> (${text})`));
    refuses(['text-control', 'uri-syntax'], () => plain.listUnsubscribe({ https: uri }));
    refuses(['text-control', 'uri-syntax'], () =>
      plain.listUnsubscribe({ mailto: `a@b.example${text}` }),
    );
  }
});

entry('upyo#60: CRLF in a media type or a content id', () => {
  for (const text of INJECTED) {
    refuses('text-control', () => plain.attach({ content: 'x', type: `text/${text}` }));
    refuses('text-control', () => plain.attach({ content: 'x', type: `text/x; a="${text}"` }));
    refuses('content-id-syntax', () => plain.html('').embed({ content: 'x', cid: text }));
  }
});

entry('CVE-2015-9097, OSVDB-131677, mail#1097: CRLF in a recipient', () => {
  const typed = 'bob@example.net>\r\nDATA\r\nSubject: x\r\n\r\nx\r\n.\r\n';
  refuses(
    'address-syntax',
    () => base.to(typed),
    () => base.returnPath(typed),
  );
});

entry('simple-java-mail#88: CRLF in any field of the header section', () => {
  for (const text of INJECTED) {
    refuses(
      ['text-control', 'msg-id-syntax'],
      () => plain.messageId(`${text}@b`),
      () => plain.references(text),
    );
    refuses(['token-syntax', 'text-control'], () => plain.header('Precedence', text));
    refuses(['ses-field', 'text-control'], () => plain.ses({ configurationSet: text }));
    refuses(['filename-control', 'text-control'], () =>
      plain.attach({ content: 'x', filename: text }),
    );
    refuses('text-control', () => plain.attach({ content: 'x', description: text }));
  }
});

entry('javamail#222: CRLF in the personal name', () => {
  for (const name of INJECTED)
    refuses('address-syntax', () => base.from({ name, address: 'a@b.example' }));
});

const BAD_NAMES = ['X-A\r\nBcc', 'X-A: x\r\nBcc', 'X A', 'X:', ' X', 'X\0', 'Xé', 'X\u010a', 'X\t'];

entry('symfony#65844: CRLF in a field name', () => {
  for (const name of BAD_NAMES) {
    refuses(
      'field-name',
      () => plain.header(name, 'x'),
      () => plain.addHeader(name, 'x'),
    );
  }
});

entry('lettre: a finished field whose name is not looked at', () => {
  for (const name of BAD_NAMES) refuses('field-name', () => plain.dangerousHeader(name, 'x'));
});

entry('nodemailer 9.0.5: a field name that its normal form makes another', () => {
  for (const name of ['X-Bcc\u212a', 'ﬁeld', 'Bcc\u200b', 'B\u00adcc']) {
    refuses('field-name', () => plain.header(name, 'x'));
  }
  refuses(
    'field-reserved',
    () => plain.header('bCC', 'a@b.example'),
    () => plain.header('SUBJECT', 'x'),
  );
});

entry('CVE-2026-45070: a parameter name that is no token', () => {
  for (const name of ['a b', 'a;b', 'a"', 'é', 'a(', '']) {
    refuses('content-type-syntax', () => plain.attach({ content: 'x', type: `text/x; ${name}=b` }));
  }
});

entry('nodemailer 10.0.7, 10.0.8: line breaks in a boundary', () => {
  const type = (boundary: string): string => `multipart/mixed; boundary="${boundary}"`;
  refuses('text-control', () => plain.attach({ content: 'x', type: type('a\r\nX: y') }));
  refuses('content-type-syntax', () => plain.attach({ content: 'x', type: type('a') }));
  refuses('field-reserved', () => plain.header('Content-Type', type('a')));
  refuses('field-reserved', () => plain.dangerousHeader('content-type', type('a')));
});

entry('nodemailer 9.0.5, 9.0.6: __proto__ among options turns on raw output', () => {
  const own = (json: string): never => untyped(JSON.parse(json));
  const polluted = (members: object): never => untyped(Object.create(members));
  refuses(
    'option-invalid',
    () => plain.text('x', own('{"__proto__": {"encoding": "base64"}}')),
    () => plain.attach(own('{"content": "x", "__proto__": {"prepared": true}}')),
    () => plain.to(own('{"__proto__": {"name": "x"}, "address": "a@b.example"}')),
  );
  refuses(
    'value-type',
    () => plain.to(polluted({ address: 'a@b.example' })),
    () => plain.text('x', polluted({ charset: 'x' })),
  );
  assert.is(read(plain.header('__proto__', 'x').toBuffer()).field('__proto__')?.text, 'x');
});

entry('CVE-2024-21742: a lone CR ends a line while fields are written', () => {
  for (const body of ['a\rBcc: x', 'a\r', '\ra', 'a\r\r\nb', '(a\r)']) {
    refuses('field-body', () => plain.dangerousHeader('X-A', body));
    refuses('text-control', () => plain.header('X-A', body));
  }
});

entry('CVE-2024-6923, cpython#121650: line ends in a field that is written out', () => {
  for (const lineEnd of [
    '\r',
    '\n',
    '\r\n',
    '\r\n\r\n',
    '\n ',
    '\v',
    '\f',
    '\x1c',
    '\x1d',
    '\x1e',
  ]) {
    refuses('text-control', () => plain.subject(`a${lineEnd}Bcc: x`));
  }
  for (const other of ['\x85', '\u2028', '\u2029']) {
    assertFields(plain.subject(`a${other}Bcc: x`), plain);
  }
});

entry('CVE-2026-1299, cpython#144125: octets are written without the check that text has', () => {
  const message = plain.header('X-A', 'a');
  assert.equal(message.toBuffer(), Buffer.from(message.build().octets));
  for (const body of ['a\nBcc: x', 'a\r\nBcc: x', 'a\r\n\r\nx', 'a\r\n \r\nx']) {
    refuses('field-body', () => plain.dangerousHeader('X-A', body));
  }
});

entry(
  'CVE-2025-11468, gh-143935: a long comment is folded to a line without a blank in front',
  () => {
    const folded = plain.dangerousHeader('X-A', `(${'x'.repeat(70)} ${'Bcc:'.repeat(60)})`);
    assertFields(folded, plain.header('X-A', 'a'));
    refuses('field-body', () => plain.dangerousHeader('X-A', `(${'x'.repeat(2000)})`));
    refuses('field-body', () => plain.dangerousHeader('X-A', `(${'x'.repeat(70)}\r\nBcc: x)`));
  },
);

// Refolding changes the meaning.

entry('CVE-2025-1795, cpython#100884: a comma that separates two mailboxes is encoded', () => {
  const typed = `${'Zoë '.repeat(18)}Müller <a@b.example>, ${'Łódź '.repeat(14)}<c@d.example>`;
  assert.equal(recipients(typed), ['a@b.example', 'c@d.example']);
  const many = Array.from({ length: 40 }, (_, at) => `Zoë ${'é'.repeat(at)} <u${at}@b.example>`);
  assert.is(recipients(many.join(', ')).length, 40);
});

entry('cpython#80222: quotes are lost in a fold, and the name becomes an address', () => {
  for (let pad = 0; pad < 80; pad += 1) {
    const name = `${'x'.repeat(pad)} a@b.example, c`;
    const { octets } = base.to({ name, address: 'd@e.example' }).build();
    assert.equal(addressesIn(octets), ['d@e.example']);
  }
});

entry('cpython#121284: specials from an encoded-word come out unquoted', () => {
  const inner =
    'To: =?utf-8?Q?x=40evil=2Eexample=3E=2C_=3Cy=40evil=2Eexample=3E=2C?= é <a@b.example>';
  const octets = Buffer.from(`From: ann@example.com\r\n${inner}\r\n\r\nx\r\n`);
  const attached = plain.attachMessage(octets).toBuffer();
  assertSevenBitLines(attached);
  assert.equal(addressesIn(part(attached, '2').octets()), ['a@b.example']);
  const name = 'x@evil.example>, <y@evil.example>,';
  assert.equal(addressesIn(base.to({ name, address: 'a@b.example' }).toBuffer()), ['a@b.example']);
});

entry('bpo-39073: CR and LF in an address', () => {
  for (const lineEnd of ['\r', '\n']) {
    refuses(
      'address-syntax',
      () => base.to(`a${lineEnd}@b.example`),
      () => base.to(`a@b.example${lineEnd}`),
    );
    refuses('address-syntax', () => base.to({ address: `a@b${lineEnd}.example` }));
  }
});

// Time and memory.

entry('CVE-2025-14874, GHSA-rcmh-qjqh-p98v: groups within groups recurse', () => {
  const nested = `${'g:'.repeat(100_000)}a@b.example`;
  assertLinear('typed', () => refuses('address-syntax', () => base.to(nested)));
  assertLinear('read', () => readTo(nested));
});

entry('GHSA-2x7j-588g-ccc2: a list of 50,000 addresses takes quadratic time', () => {
  const list = Array.from({ length: 50_000 }, (_, at) => `u${at}@b.example`);
  const half = list.length / 2;
  assertLinear('typed', () =>
    assert.is(
      base.to(list.slice(0, half).join(', '), list.slice(half).join(', ')).build().envelope.to
        .length,
      50_000,
    ),
  );
  assertLinear('read', () => assert.is(readTo(list.join(', ')).addresses.length, 50_000));
  const ids = Array.from({ length: 50_000 }, (_, at) => `<${at}@b.example>`).join(' ');
  assertLinear('References', () => plain.references(ids).build());
});

entry('GHSA-9h6g-pr28-7cqp: regular expressions over data URIs', () => {
  const html = `<img src="data:${';a=b'.repeat(500_000)},${' '.repeat(500_000)}">`;
  assertLinear('html', () => plain.html(html).build());
  // Content is content: no URI in it is fetched, unpacked or looked at.
  assert.equal(fieldNames(plain.html(html).toBuffer()), fieldNames(plain.html('x').toBuffer()));
});

entry(
  'CVE-2025-61725, CVE-2026-39820, go#78566, CVE-2026-42499, go#78987: literals, comments and phrases are joined piece by piece',
  () => {
    const much = 200_000;
    const hostile = [
      `a@[${'1 '.repeat(much)}]`,
      `${'('.repeat(much)}a@b.example`,
      `(${'\\('.repeat(much)}) a@b`,
    ];
    for (const typed of [
      ...hostile,
      `${'a '.repeat(much)}<a@b.example>`,
      `${'"a" '.repeat(much)}<a@b.example>`,
    ]) {
      assertLinear('typed', () => codeThrown(() => base.to(typed).build()));
      assertLinear('read', () => readTo(typed));
    }
  },
);

entry(
  'Email-MIME#66, postal-mime#77, pecl-mail-mailparse#59: messages within messages, 100,000 deep',
  () => {
    const message = Buffer.from(`${'Content-Type: message/rfc822\r\n\r\n'.repeat(100_000)}x\r\n`);
    assertLinear('read', () => {
      const codes = read(message)
        .allDefects()
        .map(({ code }) => code);
      assert.ok(codes.includes('too-deep'));
    });
    assertLinear('preflight', () => preflight(message));
    assertLinear('attached', () => codeThrown(() => plain.attachMessage(message).build()));
  },
);

entry('maildev#531, emailjs-mime-parser#39: a million empty parts', () => {
  const head = 'Content-Type: multipart/mixed; boundary=x\r\n\r\n';
  const message = Buffer.from(`${head}${'--x\r\n'.repeat(1_000_000)}--x--\r\n`);
  assertLinear('read', () => {
    const root = read(message);
    assert.is(root.parts.length, 100_000);
    assert.ok(root.allDefects().some(({ code }) => code === 'too-many-parts'));
  });
});

// Others.

entry(
  'GHSA-wqvq-jvpq-h66f, GHSA-p6gq-j5cr-w38f, GHSA-8m3c-c648-2xjj: content by path or URL passes the ban on it',
  () => {
    for (const member of ['path', 'href', 'url', 'raw']) {
      const input = { content: 'x', [member]: 'file:///etc/passwd' };
      refuses('option-invalid', () => plain.attach(untyped(input)));
      refuses(['option-invalid', 'value-type'], () => plain.text('x', untyped({ [member]: 'x' })));
      refuses(['option-invalid', 'value-type'], () => plain.text(untyped({ [member]: 'x' })));
    }
  },
);

entry('RUSTSEC-2021-0069: a body that ends the data of SMTP', () => {
  const text = 'x\r\n.\r\nMAIL FROM:<x@evil.example>\r\n';
  for (const message of [plain.text(text), plain.html(text), plain.attach({ content: text })]) {
    const octets = message.toBuffer();
    assertSevenBitLines(octets);
    assert.not.match(octets.toString(), /\r\n\.\r\n/);
  }
});

entry(
  'CVE-2023-51764, CVE-2023-51765, CVE-2023-51766, CVE-2026-23829: a lone dot between other line ends',
  () => {
    for (const [before, after] of [
      ['\n', '\n'],
      ['\n', '\r\n'],
      ['\r', '\r'],
      ['\r\n', '\n'],
      ['\r\r\n', '\r\r\n'],
    ]) {
      const text = `x${before}.${after}MAIL FROM:<x@evil.example>\r\n`;
      const message = plain.text(text).attach({ content: text, type: 'text/plain' });
      assertSevenBitLines(message.toBuffer());
      assert.not.match(message.toBuffer().toString(), /[\r\n]\.[\r\n]/);
      const attached = plain.attachMessage(Buffer.from(`Subject: x\r\n\r\n${text}`)).toBuffer();
      assertSevenBitLines(attached);
      const foreign = Buffer.from(`From: a@b.example\r\nTo: c@d.example\r\n\r\n${text}`);
      assert.ok(
        read(foreign)
          .allDefects()
          .some(({ code }) => /^bare-|^smuggling/.test(code)),
      );
      assert.not.ok(preflight(foreign, { profile: 'smtp' }).ok);
    }
  },
);

entry('CVE-2024-39929, stalwart#1972: readers disagree on the name of a file', () => {
  for (const filename of [
    'a.exe',
    'a b.exe',
    'é.exe',
    `${'x'.repeat(200)}.exe`,
    '=?utf-8?Q?a?=.txt',
    "utf-8''a.txt",
  ]) {
    const file = part(plain.attach({ filename, content: 'x', type: 'a/b' }).toBuffer(), '2');
    assert.is(file.filename, filename);
    assert.is(file.mediaType.parameters.find(({ name }) => name === 'name')?.value, filename);
    assert.not.ok(file.allDefects().some(({ code }) => code.startsWith('parameter-')));
  }
  const both =
    "Content-Disposition: attachment; filename=a.txt; filename*=utf-8''b.exe\r\n\r\nx\r\n";
  const codes = read(Buffer.from(both))
    .allDefects()
    .map(({ code }) => code);
  assert.ok(codes.includes('parameter-both-forms'));
});

test('every entry of the history is a test, or has the reason why not', () => {
  assert.is(entries.size, ENTRIES);
  assert.ok(Object.values(notOurs).every((reason) => reason !== ''));
});

test.run();
