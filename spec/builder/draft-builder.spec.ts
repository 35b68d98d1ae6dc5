/** Adders add, setters replace, nothing changes what was there, and bad values fail at the call. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compose } from '../../lib/builder/compose.ts';
import type { MessageBuilder } from '../../lib/builder/message-builder.ts';
import { MimewrightError, quoted } from '../../lib/errors.ts';
import { anyString } from '../../lib/testing/arbitraries.ts';
import { bodies, body, part, plain, shape, throwing, untyped } from '../support/built-message.ts';

const test = suite('builder/draft-builder');

const pdf = Buffer.from('%PDF-1.7');

test('to, cc, bcc, inReplyTo, references add in call order', () => {
  const message = plain
    .to('a@b.example')
    .to('c@d.example, e@f.example', { name: 'G', address: 'g@h.example' })
    .cc('i@j.example')
    .cc('k@l.example')
    .bcc('m@n.example')
    .bcc('o@p.example')
    .inReplyTo('1@a', '<2@a>')
    .inReplyTo('3@a 4@a')
    .references('5@a')
    .references('6@a');
  assert.is(body(message, 'To'), 'a@b.example, c@d.example, e@f.example, G <g@h.example>');
  assert.is(body(message, 'Cc'), 'i@j.example, k@l.example');
  assert.equal(message.build().envelope.to.slice(-2), ['m@n.example', 'o@p.example']);
  assert.is(body(message, 'In-Reply-To'), '<1@a> <2@a> <3@a> <4@a>');
  assert.is(body(message, 'References'), '<5@a> <6@a>');
});

test('attach, attachMessage, embed, alternative add in call order', () => {
  const { octets } = plain
    .html('<img src="cid:a">')
    .embed({ cid: 'a', content: pdf, type: 'image/png' })
    .embed({ cid: 'b', content: pdf, type: 'image/gif' })
    .alternative('text/rtf', 'a')
    .alternative('text/markdown', 'b')
    .attach({ content: pdf })
    .attachMessage(plain)
    .attach({ content: 'a,b', filename: 'a.csv' })
    .build();
  assert.is(
    shape(octets),
    'mixed(related(alternative(plain, rtf, markdown, html), png, gif), pdf, rfc822, csv)',
  );
});

test('every other method sets: the last call wins', () => {
  const ics = (method: string): string =>
    `BEGIN:VCALENDAR\r\nMETHOD:${method}\r\nEND:VCALENDAR\r\n`;
  const message = compose()
    .from('x@y.example')
    .from('a@b.example', 'c@d.example')
    .sender('x@y.example')
    .sender('a@b.example')
    .replyTo('x@y.example')
    .replyTo('e@f.example')
    .returnPath('x@y.example')
    .returnPath('g@h.example')
    .subject('x')
    .subject('Subject')
    .date(new Date(0))
    .date(new Date(Date.UTC(2026, 10, 23, 10)))
    .messageId('x@y')
    .messageId('<a@b>')
    .listUnsubscribe({ https: 'https://x.example/', oneClick: true })
    .listUnsubscribe({ mailto: 'a@b.example' })
    .priority('low')
    .priority('high')
    .text('x')
    .text('text')
    .html('x')
    .html('html')
    .amp('x')
    .amp('amp')
    .calendar(ics('CANCEL'), { method: 'CANCEL', attachAs: 'x.ics' })
    .calendar(ics('REQUEST'), { method: 'REQUEST' });
  const expected = {
    From: 'a@b.example, c@d.example',
    Sender: 'a@b.example',
    'Reply-To': 'e@f.example',
    Subject: 'Subject',
    Date: 'Mon, 23 Nov 2026 10:00:00 +0000',
    'Message-ID': '<a@b>',
    'List-Unsubscribe': '<mailto:a@b.example>',
    'List-Unsubscribe-Post': undefined,
    'X-Priority': '1',
    Importance: 'high',
  };
  for (const [name, value] of Object.entries(expected)) assert.is(body(message, name), value);
  const { octets, envelope } = message.build();
  assert.is(envelope.from, 'g@h.example');
  assert.is(shape(octets), 'alternative(plain, x-amp-html, html, calendar)');
  const contents = ['1', '2', '3'].map((path) =>
    Buffer.from(part(octets, path).octets()).toString(),
  );
  assert.equal(contents, ['text', 'amp', 'html']);
});

test("priority 'normal' writes nothing, and takes what was there", () => {
  const message = plain.header('Importance', 'high').priority('low').priority('normal');
  assert.equal([body(message, 'X-Priority'), body(message, 'Importance')], [undefined, undefined]);
  assert.is(body(plain.priority('low'), 'X-Priority'), '5');
});

const calls: Readonly<Record<string, (b: MessageBuilder) => MessageBuilder>> = {
  from: (b) => b.from('x@y.example'),
  sender: (b) => b.sender('x@y.example'),
  to: (b) => b.to('x@y.example'),
  cc: (b) => b.cc('x@y.example'),
  bcc: (b) => b.bcc('x@y.example'),
  replyTo: (b) => b.replyTo('x@y.example'),
  returnPath: (b) => b.returnPath('x@y.example'),
  subject: (b) => b.subject('x'),
  date: (b) => b.date(new Date(1)),
  messageId: (b) => b.messageId('x@y'),
  inReplyTo: (b) => b.inReplyTo('x@y'),
  references: (b) => b.references('x@y'),
  header: (b) => b.header('X-A', 'x'),
  addHeader: (b) => b.addHeader('X-A', 'x'),
  dangerousHeader: (b) => b.dangerousHeader('X-A', 'x'),
  listUnsubscribe: (b) => b.listUnsubscribe({ mailto: 'x@y.example' }),
  priority: (b) => b.priority('low'),
  ses: (b) => b.ses({ tags: { x: 'y' }, tenant: 'x' }),
  text: (b) => b.text('x'),
  html: (b) => b.html('x'),
  amp: (b) => b.amp('x'),
  calendar: (b) => b.calendar('METHOD:X', { method: 'X', attachAs: 'x' }),
  alternative: (b) => b.alternative('text/x', 'x'),
  embed: (b) => b.html('x').embed({ cid: 'x', content: 'x' }),
  attach: (b) => b.attach({ content: 'x' }),
  attachMessage: (b) => b.attachMessage(plain),
  without: (b) => b.without('To', 'X-A', 'X-SES-Tenant', 'X-SES-Message-Tags', 'Subject'),
};

test('law: each call leaves the builder as it was, whatever was called before (S13)', () => {
  const chain = fc.array(fc.constantFrom(...Object.values(calls)), { maxLength: 8 });
  fc.assert(
    fc.property(chain, fc.constantFrom(...Object.values(calls)), (before, call) => {
      let message = plain.sender('ann@example.com');
      for (const made of before) {
        try {
          message = made(message);
        } catch (error) {
          assert.instance(error, MimewrightError); // The same cid twice.
        }
      }
      const was = message.build();
      try {
        assert.ok(call(message) !== message);
      } catch (error) {
        assert.instance(error, MimewrightError);
      }
      const is = message.build();
      assert.is(Buffer.compare(is.octets, was.octets), 0);
      assert.equal(is.envelope, was.envelope);
    }),
    { numRuns: 60 },
  );
});

test('two messages from one template know nothing of each other', () => {
  const template = plain.to('a@b.example').ses({ tags: { a: '1' } });
  const [one, two] = [template.to('c@d.example'), template.to('e@f.example')];
  assert.equal(one.build().envelope.to, ['a@b.example', 'c@d.example']);
  assert.equal(two.build().envelope.to, ['a@b.example', 'e@f.example']);
});

test('what the caller changes after the call changes nothing', () => {
  const mailbox = { name: 'Ann', address: 'ann@example.com' };
  const group = { group: 'G', members: [mailbox] };
  const tags = { a: '1' };
  const listManagement = { contactList: 'news', topic: 'a' };
  const date = new Date(0);
  const attached = { content: pdf, filename: 'a.pdf' };
  const options = { charset: 'utf-8' };
  const list = ['x@y.example'];
  const message = compose()
    .from(mailbox)
    .to(group, ...list)
    .ses({ tags, listManagement })
    .date(date)
    .attach(attached)
    .text('é', options);
  const was = message.build().octets;
  mailbox.name = 'Eve';
  group.group = 'X';
  group.members.push({ name: 'Eve', address: 'eve@evil.example' });
  tags.a = '2';
  listManagement.topic = 'b';
  date.setTime(1e12);
  attached.filename = 'b.pdf';
  options.charset = 'iso-8859-1';
  list.push('z@z.example');
  assert.is(Buffer.compare(message.build().octets, was), 0);
});

test('what build() gives is frozen, and its octets are of their own memory', () => {
  const raw = plain.to('a@b.example').build();
  assert.ok(
    Object.isFrozen(raw) && Object.isFrozen(raw.envelope) && Object.isFrozen(raw.envelope.to),
  );
  assert.is(raw.octets.byteOffset, 0);
  assert.is(raw.octets.buffer.byteLength, raw.octets.length);
  raw.octets.fill(0);
  assert.is(body(plain, 'From'), 'ann@example.com');
});

test('toBuffer() is build().octets as a Buffer', () => {
  const message = plain.bcc('x@y.example');
  assert.ok(Buffer.isBuffer(message.toBuffer()));
  assert.ok(message.toBuffer().equals(message.build().octets));
});

const withText: Readonly<Record<string, (b: MessageBuilder, v: never) => MessageBuilder>> = {
  from: (b, v) => b.from(v),
  sender: (b, v) => b.sender(v),
  to: (b, v) => b.to(v),
  cc: (b, v) => b.cc('a@b.example', v),
  bcc: (b, v) => b.bcc(v),
  replyTo: (b, v) => b.replyTo(v),
  returnPath: (b, v) => b.returnPath(v),
  'to.address': (b, v) => b.to({ address: v }),
  'to.group': (b, v) => b.to({ group: v, members: [] }),
  'to.members': (b, v) => b.to({ group: 'g', members: [v] }),
  subject: (b, v) => b.subject(v),
  messageId: (b, v) => b.messageId(v),
  inReplyTo: (b, v) => b.inReplyTo(v),
  references: (b, v) => b.references('a@b', v),
  'header name': (b, v) => b.header(v, 'x'),
  'header text': (b, v) => b.header('X-A', v),
  'addHeader name': (b, v) => b.addHeader(v, 'x'),
  'addHeader text': (b, v) => b.addHeader('X-A', v),
  'dangerousHeader name': (b, v) => b.dangerousHeader(v, 'x'),
  'dangerousHeader body': (b, v) => b.dangerousHeader('X-A', v),
  'listUnsubscribe.https': (b, v) => b.listUnsubscribe({ https: v }),
  'listUnsubscribe.mailto': (b, v) => b.listUnsubscribe({ mailto: v }),
  'ses.tenant': (b, v) => b.ses({ tenant: v }),
  'ses.tags': (b, v) => b.ses({ tags: { a: v } }),
  'ses.listManagement': (b, v) => b.ses({ listManagement: { contactList: v } }),
  'text.charset': (b, v) => b.text('x', { charset: v }),
  'calendar.method': (b, v) => b.calendar('METHOD:X', { method: v }),
  'calendar.attachAs': (b, v) => b.calendar('METHOD:X', { method: 'X', attachAs: v }),
  'alternative type': (b, v) => b.alternative(v, 'x'),
  'alternative.filename': (b, v) => b.alternative('text/x', 'x', { filename: v }),
  'alternative.cid': (b, v) => b.alternative('text/x', 'x', { cid: v }),
  'alternative.description': (b, v) => b.alternative('text/x', 'x', { description: v }),
  'embed.cid': (b, v) => b.embed({ cid: v, content: 'x' }),
  'embed.type': (b, v) => b.embed({ cid: 'a', content: 'x', type: v }),
  'embed.filename': (b, v) => b.embed({ cid: 'a', content: 'x', filename: v }),
  'attach.filename': (b, v) => b.attach({ content: 'x', filename: v }),
  'attach.type': (b, v) => b.attach({ content: 'x', type: v }),
  'attach.description': (b, v) => b.attach({ content: 'x', description: v }),
  'attach.cid': (b, v) => b.attach({ content: 'x', cid: v }),
  'attachMessage.filename': (b, v) => b.attachMessage(plain, { filename: v }),
  without: (b, v) => b.without(v),
};

const withValue: Readonly<Record<string, (b: MessageBuilder, v: never) => unknown>> = {
  ...withText,
  date: (b, v) => b.date(v),
  priority: (b, v) => b.priority(v),
  listUnsubscribe: (b, v) => b.listUnsubscribe(v),
  'listUnsubscribe.oneClick': (b, v) =>
    b.listUnsubscribe({ https: 'https://a.example', oneClick: v }),
  ses: (b, v) => b.ses(v),
  'to.name': (b, v) => b.to({ name: v, address: 'a@b.example' }),
  'to.members': (b, v) => b.to({ group: 'g', members: v }),
  text: (b, v) => b.text(v),
  'text.encoding': (b, v) => b.text('x', { encoding: v }),
  html: (b, v) => b.html(v),
  amp: (b, v) => b.amp(v),
  calendar: (b, v) => b.calendar(v, { method: 'X' }),
  'calendar options': (b, v) => b.calendar('METHOD:X', v),
  'alternative content': (b, v) => b.alternative('text/x', v),
  'alternative.encoding': (b, v) => b.alternative('text/x', 'x', { encoding: v }),
  embed: (b, v) => b.embed(v),
  'embed.content': (b, v) => b.embed({ cid: 'a', content: v }),
  attach: (b, v) => b.attach(v),
  'attach.content': (b, v) => b.attach({ content: v }),
  'attach.disposition': (b, v) => b.attach({ content: 'x', disposition: v }),
  'attach.encoding': (b, v) => b.attach({ content: 'x', encoding: v }),
  'attach.legacyNames': (b, v) => b.attach({ content: 'x', legacyNames: v }),
  attachMessage: (b, v) => b.attachMessage(v),
  'build.keepBcc': (b, v) => b.build({ keepBcc: v }),
};

for (const [name, call] of Object.entries(withValue)) {
  test(`undefined, null and values of another type throw: ${name}`, () => {
    const odd = [
      null,
      5,
      Number.NaN,
      true,
      Symbol('x'),
      () => 'x',
      [],
      ['a@b.example'],
      new Map(),
      new Date(Number.NaN),
      1n,
    ];
    const optional = name.endsWith('options') ? [] : [undefined];
    for (const value of [...optional, ...odd]) {
      if (typeof value === 'boolean' && /legacyNames|keepBcc|oneClick/.test(name)) continue;
      if (Array.isArray(value) && name === 'to.members') continue;
      try {
        call(plain, untyped(value));
      } catch (error) {
        assert.instance(error, MimewrightError, String(error));
        continue;
      }
      assert.unreachable(`${quoted(value)} was taken`);
    }
  });
}

for (const [name, call] of Object.entries(withText)) {
  test(`'' throws, and names what is missing: ${name}`, () => {
    assert.throws(
      () => call(plain, untyped('')),
      throwing('value-missing', /is "" where a value is due$/),
    );
  });
}

test("text(''), html('') and amp('') are bodies", () => {
  const empty = compose().from('a@b.example').text('').html('').amp('');
  assert.is(shape(empty.build().octets), 'alternative(plain, x-amp-html, html)');
});

test('a bad value names the field and quotes the value', () => {
  const rows: readonly (readonly [() => unknown, RegExp])[] = [
    [
      () => plain.from('Doe, Ann <a@b.example>'),
      /^From: .*"Doe, Ann <a@b\.example>".*quote the display name.*\{ name, address \}/,
    ],
    [() => plain.to('a@b@c'), /^To: .*"a@b@c"/],
    [() => plain.cc({ address: 'a b@c.example' }), /^Cc\.address: .*"a b@c\.example"/],
    [
      () => plain.replyTo({ name: 'a\nb', address: 'a@b.example' }),
      /^Reply-To\.name .*U\+000A.*"a\\nb"/,
    ],
    [() => plain.subject('a\r\nBcc: b'), /^Subject .*U\+000D.*"a\\r\\nBcc: b"/],
    [() => plain.messageId('a b'), /^Message-ID: .*"a"/],
    [() => plain.messageId('a@b c@d'), /^Message-ID: .*"a@b c@d"/],
    [() => plain.date(new Date(Number.NaN)), /^Date: .*1900 to 9999/],
    [() => plain.attach({ content: 'x', filename: 'ab\0' }), /^attach\.filename .*U\+0000/],
    [() => plain.attach({ content: 'x', type: 'pdf' }), /^attach\.type: .*"pdf".*type\/subtype/],
    [() => plain.embed({ cid: '<a>', content: 'x' }), /"<a>".*without angles/],
    [() => plain.text('€', { charset: 'iso-8859-1' }), /^text: .*€/],
    [() => plain.text('x', { charset: 'utf-9' }), /^text.*"utf-9"/],
    [() => plain.ses({ tenant: 'a b' }), /^tenant: .*"a b"/],
    [() => plain.priority(untyped('urgent')), /^priority: not one of high, normal, low: "urgent"/],
    [
      () => plain.attach(untyped({ content: 'x', fileName: 'a' })),
      /^attach: no member "fileName"; nearest is filename/,
    ],
    [
      () => plain.build(untyped({ keepbcc: true })),
      /^build: no member "keepbcc"; nearest is keepBcc/,
    ],
  ];
  for (const [call, message] of rows) assert.throws(call, message);
});

test('no recipients added are no recipients', () => {
  assert.equal(plain.to().cc().bcc().inReplyTo().references().without().build().envelope.to, []);
  assert.throws(() => plain.from(), throwing('value-missing', /^From/));
  assert.throws(() => plain.replyTo(), throwing('value-missing', /^Reply-To/));
});

test('own members alone count, and `__proto__` is a name like any other', () => {
  const hostile = untyped(JSON.parse('{"content":"x","__proto__":{"filename":"a"}}'));
  assert.throws(() => plain.attach(hostile), throwing('option-invalid', /no member "__proto__"/));
  const inherited = untyped(Object.create({ filename: 'a' }, { content: { value: 'x' } }));
  assert.throws(
    () => plain.attach(inherited),
    throwing('value-type', /^attach is not a plain object/),
  );
  const tags = untyped(JSON.parse('{"__proto__":"x"}'));
  assert.is(
    body(plain.ses({ tags }).ses({ tags: { a: 'b' } }), 'X-SES-MESSAGE-TAGS'),
    '__proto__=x, a=b',
  );
});

test('options are read once: getters and proxies cannot say two things', () => {
  let asked = 0;
  const twoFaced = {
    get address() {
      asked += 1;
      return asked === 1 ? 'a@b.example' : 'x\r\nBcc: y';
    },
  };
  assert.is(body(plain.to(twoFaced), 'To'), 'a@b.example');
  const proxied = new Proxy({ content: 'x', filename: 'a.txt' }, {});
  assert.is(shape(plain.attach(proxied).build().octets), 'mixed(plain, plain)');
  let told = 0;
  const lying = {
    get tenant() {
      told += 1;
      return told === 1 ? 'a' : 'a\r\nBcc: y';
    },
  };
  assert.throws(() => plain.ses(lying), throwing('ses-field', /tenant/));
});

test('octets may be of shared memory, or a view into larger memory', () => {
  const shared = new Uint8Array(new SharedArrayBuffer(3)).fill(65);
  const message = plain.attach({ content: shared, type: 'a/b' }).attachMessage(shared);
  shared.fill(66);
  const { octets } = message.build();
  assert.is(Buffer.from(part(octets, '2').octets()).toString(), 'AAA');
  const view = new Uint8Array([1, 2, 3, 4]).subarray(1, 3);
  assert.equal([...part(plain.attach({ content: view }).build().octets, '2').octets()], [2, 3]);
});

test('ten thousand recipients are one call, or thousands', () => {
  const all = Array.from({ length: 10_000 }, (_, at) => `p${at}@example.com`);
  const message = plain.to(...all);
  assert.is(message.build().envelope.to.length, 10_000);
  let one = plain;
  for (const address of all.slice(0, 2000)) one = one.bcc(address);
  assert.is(one.build().envelope.to.length, 2000);
});

test('law: no string given to any method adds a field or a part', () => {
  const names = Object.keys(withText).filter((name) => !/charset|calendar|type|name/i.test(name));
  fc.assert(
    fc.property(fc.constantFrom(...names), anyString, (name, text) => {
      const call = withText[name];
      let message: MessageBuilder | undefined;
      try {
        message = call?.(plain.html('x'), untyped(text));
      } catch (error) {
        assert.instance(error, MimewrightError);
      }
      if (message === undefined) return;
      assert.is(bodies(message, 'Bcc').length, 0);
      const { octets } = message.build();
      assert.is(part(octets, '').defects.length, 0);
      assert.ok(part(octets, '').fields.length <= 6);
      assert.match(shape(octets), /^(?:mixed|related|alternative)\([^()]*(?:\([^()]*\)[^()]*)?\)$/);
    }),
    { numRuns: 300 },
  );
});

test('a charset error tells the place in the text as it was typed', () => {
  const call = (): unknown => compose().text('a\nb日', { charset: 'latin1' });
  assert.throws(call, throwing('charset-unencodable', /index 3/));
});

test.run();
