/** Specs: the same as the calls, held to the schema, faults named by their path. */

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compose } from '../../lib/builder/compose.ts';
import { composeFrom } from '../../lib/builder/compose-from.ts';
import type { MessageSpec } from '../../lib/builder/message-spec.ts';
import { MimewrightError } from '../../lib/errors.ts';
import { messageSpec } from '../support/arbitrary-message.ts';
import { plain, throwing, untyped } from '../support/built-message.ts';

const test = suite('builder/compose-from');

const schema = JSON.parse(
  readFileSync(new URL('../../lib/builder/message-spec.schema.json', import.meta.url), 'utf8'),
);
const isOfSchema = new Ajv2020({ strict: true, strictRequired: false }).compile(schema);

/** Every member of every object that a spec may hold. */
const full = {
  from: ['Ann <a@b.example>', { name: 'Doe, Zoë', address: 'z@b.example' }],
  sender: { address: 'a@b.example' },
  to: [
    'x@b.example, y@b.example',
    { group: 'G', members: ['m@b.example', { name: '', address: 'n@b.example' }] },
  ],
  cc: 'c@b.example',
  bcc: [],
  replyTo: [{ name: 'R', address: 'r@b.example' }],
  returnPath: 'p@b.example',
  subject: 'Grüße',
  date: '2026-11-23T11:00:00+01:00',
  messageId: '<m@b>',
  inReplyTo: 'i@b',
  references: ['i@b', '<j@b>'],
  priority: 'high',
  listUnsubscribe: { https: 'https://a.example/', mailto: 'a@b.example', oneClick: true },
  headers: [
    { name: 'X-A', text: 'é' },
    { name: 'X-Raw', dangerousBody: '=?utf-8?Q?x?=' },
    { name: 'x-a', text: '2' },
  ],
  ses: {
    configurationSet: 'c',
    tags: { a: 'b' },
    tenant: 't',
    sourceArn: 'arn:aws:ses:eu-west-1:123456789012:identity/example.com',
    fromArn: 'arn:aws:ses:eu-west-1:123456789012:identity/example.com',
    returnPathArn: 'arn:aws:ses:eu-west-1:123456789012:identity/example.com',
    listManagement: { contactList: 'l', topic: 't' },
  },
  text: { content: 'é', charset: 'iso-8859-1', encoding: 'base64' },
  html: '<img src="cid:logo">',
  amp: '',
  calendar: { content: 'METHOD:X', method: 'X', attachAs: 'x.ics' },
  alternatives: [
    { type: 'text/x', content: '', filename: 'f', cid: 'c1', description: 'd', encoding: '7bit' },
  ],
  embed: [{ cid: 'logo', content: { base64: 'iVBORw==' }, type: 'image/png', filename: 'l.png' }],
  attachments: [
    {
      content: { base64: '' },
      filename: 'a.pdf',
      type: 'a/b',
      description: 'd',
      cid: 'c2',
      disposition: 'inline',
      encoding: 'quoted-printable',
      legacyNames: true,
    },
  ],
  messages: [{ content: { base64: 'RnJvbTogYUBiDQoNCg==' }, filename: 'm.eml' }],
} as const satisfies Required<MessageSpec>;

test('a spec is the same as the calls', () => {
  const { ses, text, calendar } = full;
  const called = compose()
    .from(...full.from)
    .sender(full.sender)
    .to(...full.to)
    .cc(full.cc)
    .replyTo(...full.replyTo)
    .returnPath(full.returnPath)
    .subject(full.subject)
    .date(new Date('2026-11-23T10:00:00Z'))
    .messageId('m@b')
    .inReplyTo('i@b')
    .references('i@b', 'j@b')
    .priority('high')
    .listUnsubscribe(full.listUnsubscribe)
    .header('X-A', 'é')
    .dangerousHeader('X-Raw', '=?utf-8?Q?x?=')
    .addHeader('x-a', '2')
    .ses(ses)
    .text(text.content, { charset: text.charset, encoding: text.encoding })
    .html(full.html)
    .amp('')
    .calendar(calendar.content, { method: 'X', attachAs: 'x.ics' })
    .alternative('text/x', '', { filename: 'f', cid: 'c1', description: 'd', encoding: '7bit' })
    .embed({ ...full.embed[0], content: Buffer.from('iVBORw==', 'base64') })
    .attach({ ...full.attachments[0], content: new Uint8Array() })
    .attachMessage(Buffer.from('From: a@b\r\n\r\n'), { filename: 'm.eml' })
    .build();
  const raw = composeFrom(full).build();
  assert.is(Buffer.from(raw.octets).toString(), Buffer.from(called.octets).toString());
  assert.equal(raw.envelope, called.envelope);
});

test('callers in TypeScript may pass octets and a Date', () => {
  const content = Buffer.from('x');
  const spec = {
    from: 'a@b.example',
    attachments: [{ content }],
    messages: [{ content }],
    date: new Date(0),
  };
  const called = compose()
    .from('a@b.example')
    .attach({ content })
    .attachMessage(content)
    .date(new Date(0));
  assert.is(Buffer.compare(composeFrom(spec).build().octets, called.build().octets), 0);
});

test('more calls may follow', () => {
  assert.equal(
    composeFrom({ from: 'a@b.example', text: '' }).to('c@d.example').build().envelope.to,
    ['c@d.example'],
  );
});

test('the schema holds the spec of every member', () => {
  assert.ok(isOfSchema(full), JSON.stringify(isOfSchema.errors));
});

/** Each object of a spec, complete, with what is put into it. */
const objects: readonly (readonly [definition: string, put: (o: object) => unknown])[] = [
  ['namedMailbox', (o) => ({ sender: { ...full.from[1], ...o } })],
  ['group', (o) => ({ to: { ...full.to[1], ...o } })],
  ['header', (o) => ({ headers: [{ ...full.headers[0], ...o }] })],
  ['ses', (o) => ({ ses: o })],
  ['alternative', (o) => ({ alternatives: [{ ...full.alternatives[0], ...o }] })],
  ['embedded', (o) => ({ embed: [{ ...full.embed[0], ...o }] })],
  ['attachment', (o) => ({ attachments: [{ ...full.attachments[0], ...o }] })],
  ['attachedMessage', (o) => ({ messages: [{ ...full.messages[0], ...o }] })],
  ['octets', (o) => ({ attachments: [{ content: { base64: '', ...o } }] })],
];

test('the schema, MessageSpec and composeFrom know the same members', () => {
  const names = (object: object): readonly string[] => Object.keys(object).sort();
  assert.equal(names(schema.properties), names(full));
  const { $defs: definitions, properties } = schema;
  const pairs: readonly (readonly [object, object])[] = [
    [definitions.namedMailbox, full.from[1]],
    [definitions.group, full.to[1]],
    [definitions.header, { ...full.headers[0], ...full.headers[1] }],
    [definitions.ses, full.ses],
    [definitions.ses.properties.listManagement, full.ses.listManagement],
    [definitions.body.oneOf[1], full.text],
    [definitions.alternative, full.alternatives[0]],
    [definitions.embedded, full.embed[0]],
    [definitions.attachment, full.attachments[0]],
    [definitions.attachedMessage, full.messages[0]],
    [properties.calendar, full.calendar],
    [properties.listUnsubscribe, full.listUnsubscribe],
  ];
  for (const [of, spec] of pairs)
    assert.equal(names(untyped(Reflect.get(of, 'properties'))), names(spec));
});

test('no object of a spec takes a member that the schema does not have', () => {
  for (const [definition, put] of objects) {
    const known = Object.keys(schema.$defs[definition].properties);
    for (const name of [...known, 'subject2', '__proto__', 'constructor', 'x']) {
      const object = JSON.parse(
        JSON.stringify({ [name === '__proto__' ? 'PROTO' : name]: 'x' }).replace(
          'PROTO',
          '__proto__',
        ),
      );
      let isRefused = false;
      try {
        composeFrom(untyped(put(object)));
      } catch (error) {
        assert.instance(error, MimewrightError);
        isRefused = error instanceof MimewrightError && /no member/.test(error.message);
      }
      assert.is(isRefused, !known.includes(name), `${definition}.${name}`);
    }
  }
});

test('law: what composeFrom takes as JSON is of the schema, and the other way round', () => {
  fc.assert(
    fc.property(messageSpec, (spec) => {
      const json = JSON.parse(JSON.stringify(spec));
      composeFrom(json).build();
      assert.ok(isOfSchema(json), JSON.stringify(isOfSchema.errors));
    }),
    { numRuns: 40 },
  );
});

/** A JSON value with one value within changed for another. */
function mutated(value: unknown, pick: () => number, other: unknown): unknown {
  if (typeof value !== 'object' || value === null) return other;
  const entries = Object.entries(value);
  const chosen = entries[pick() % (entries.length + 1)];
  if (chosen === undefined) return other;
  const changed = mutated(chosen[1], pick, other);
  if (Array.isArray(value))
    return value.map((item, at) => (String(at) === chosen[0] ? changed : item));
  return { ...value, [chosen[0]]: changed };
}

test('law: what is not of the schema throws', () => {
  const others = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      '',
      5,
      true,
      [],
      {},
      [null],
      [''],
      { x: 1 },
      'x',
      { base64: 'x' },
      { content: 5 },
    ),
    fc.jsonValue({ maxDepth: 2 }),
  );
  let refused = 0;
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat(30)), others, (picks, other) => {
      const spec = mutated(full, () => picks.next().value ?? 0, other);
      if (isOfSchema(spec)) return;
      refused += 1;
      assert.throws(
        () => composeFrom(untyped(spec)),
        (error: unknown) => error instanceof MimewrightError,
        JSON.stringify(spec),
      );
    }),
    { numRuns: 600 },
  );
  assert.ok(refused > 300);
});

test('an error starts with the path of the member at fault', () => {
  const rows: readonly (readonly [spec: object, message: RegExp])[] = [
    [{ attachment: [] }, /^spec: no member "attachment"; nearest is attachments/],
    [{ BCC: 'a@b.example' }, /^spec: no member "BCC"; nearest is bcc,/],
    [{ to: null }, /^spec\.to is null where a value is due$/],
    [{ from: [] }, /^from is undefined/],
    [{ to: ['a@b.example', 'nobody'] }, /^to\[1\]: .*"nobody"/],
    [{ cc: [{ address: '' }] }, /^cc\[0\]\.address is ""/],
    [{ replyTo: { name: 'x' } }, /^replyTo\.address is undefined/],
    [{ subject: 'a\nb' }, /^subject holds the control character U\+000A/],
    [{ date: '2026-11-23' }, /^date: not a date-time with its zone: "2026-11-23"/],
    [{ references: ['a@b', 'c'] }, /^references\[1\]: not a msg-id: "c"/],
    [
      {
        headers: [
          { name: 'X-A', text: 'a' },
          { name: 'To', text: 'x' },
        ],
      },
      /^headers\[1\]: To is not set by name: use to\(\)/,
    ],
    [
      {
        headers: [
          { name: 'Importance', text: 'low' },
          { name: 'importance', text: 'low' },
        ],
      },
      /^headers\[1\]: importance may occur only once/,
    ],
    [
      {
        headers: [
          { name: 'X-A', text: 'a' },
          { name: 'X-A', dangerousBody: 'b' },
        ],
      },
      /^headers\[1\]\.name: "X-A" is in this list already/,
    ],
    [
      { headers: [{ name: 'X-A', text: 'a', dangerousBody: 'b' }] },
      /^headers\[0\]: it has text or dangerousBody, not both/,
    ],
    [{ headers: {} }, /^headers is not a list/],
    [{ listUnsubscribe: { http: 'x' } }, /^listUnsubscribe: no member "http"; nearest is https/],
    [{ ses: { tags: { 'a b': 'c' } } }, /^ses: tags: .*"a b"/],
    [
      { text: { content: 'x', encodin: 'base64' } },
      /^text: no member "encodin"; nearest is encoding/,
    ],
    [{ calendar: { content: 'METHOD:X', method: 'Y' } }, /^calendar\.method: "Y"/],
    [{ alternatives: [{ type: 'x', content: '' }] }, /^alternatives\[0\]\.type: .*"x"/],
    [
      {
        embed: [
          { cid: 'a', content: 'x' },
          { cid: 'a', content: 'x' },
        ],
      },
      /^embed\[1\]: .*"a" is taken/,
    ],
    [
      { attachments: [{ content: '' }, { content: '', filename: 'a\0' }] },
      /^attachments\[1\]\.filename holds/,
    ],
    [
      { attachments: [{ content: '', fileName: 'a' }] },
      /^attachments\[0\]: no member "fileName"; nearest is filename/,
    ],
    [{ attachments: ['a.pdf'] }, /^attachments\[0\] is not a plain object: "a\.pdf"/],
    [
      { attachments: [{ content: { base64: 'YQ' } }] },
      /^attachments\[0\]\.content\.base64 is not base64/,
    ],
    [{ messages: [{ content: 'From: a' }] }, /^messages\[0\]\.content is not a plain object/],
  ];
  for (const [spec, message] of rows) {
    assert.throws(
      () => composeFrom(untyped(spec)),
      (error: unknown) => {
        assert.instance(error, MimewrightError);
        assert.match(
          String(error),
          new RegExp(message.source.replace(/^\^/, '^MimewrightError: ')),
        );
        return true;
      },
    );
  }
});

test('base64 is taken strictly', () => {
  for (const base64 of [
    'YQ',
    'YQ=',
    'YR==',
    'YQ==\n',
    'YQ== ',
    'Y Q=',
    '-_==',
    'YQ===',
    '=',
    'é',
  ]) {
    const spec: MessageSpec = { attachments: [{ content: { base64 } }] };
    assert.throws(
      () => composeFrom(spec),
      throwing('base64-syntax', /^attachments\[0\]\.content\.base64/),
    );
  }
});

test('a date has a zone, and is a day of the calendar', () => {
  const written = (date: string): string =>
    Buffer.from(composeFrom({ ...full, date }).build().octets).toString();
  assert.match(
    written('2024-02-29T23:59:59.999-01:00'),
    /\r\nDate: Fri, 1 Mar 2024 00:59:59 \+0000\r\n/,
  );
  for (const date of [
    '2026-02-29T00:00Z',
    '2026-04-31T00:00Z',
    '2026-00-10T00:00Z',
    '2026-11-23T10:00:00',
    '2026-11-23 10:00Z',
    'Mon, 23 Nov 2026 10:00:00 +0000',
    '2026-11-23T24:00Z',
    '2026-11-23T10:00+25:00',
    '0000-01-01T00:00Z',
  ]) {
    assert.throws(() => composeFrom({ date }), throwing('date-invalid', /^date: /));
  }
});

test('an empty spec is a builder that lacks what it lacks', () => {
  assert.throws(() => composeFrom({}).build(), throwing('message-incomplete', /From/));
  assert.throws(() => composeFrom(untyped(undefined)), throwing('value-missing', /^spec/));
  assert.throws(() => composeFrom(untyped([])), throwing('value-type', /^spec/));
  assert.throws(() => composeFrom(untyped(plain)), throwing('value-type', /^spec/));
});

test('a list of any length keeps its order, and an error in it its place', () => {
  const many = Array.from({ length: 150_000 }, (_, at) => `a${at}@b.example`);
  const { envelope } = composeFrom({ from: 'a@b.example', text: 'x', to: many }).build();
  assert.equal(envelope.to, many);
  assert.throws(
    () => composeFrom({ cc: [...many.slice(0, 1_234), 'none'] }),
    throwing('address-syntax', /^cc\[1234\]: /),
  );
  const replyTo = many.slice(0, 2_500);
  const { octets } = composeFrom({ from: 'a@b.example', text: 'x', replyTo }).build();
  assert.is(
    Buffer.from(octets)
      .toString()
      .match(/a\d+@b\.example/g)?.length,
    replyTo.length,
  );
});

test.run();
