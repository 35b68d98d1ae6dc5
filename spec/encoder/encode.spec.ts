/** The encoder pass as whole messages: 7-bit lines, sound boundaries, parts as they were given. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compose } from '../../lib/builder/compose.ts';
import type { MessageBuilder } from '../../lib/builder/message-builder.ts';
import { encodeMessage } from '../../lib/encoder/encode.ts';
import { MimewrightError } from '../../lib/errors.ts';
import { transferEncodings } from '../../lib/model/transfer-encoding.ts';
import { read } from '../../lib/reader/read.ts';
import { filename, lines, octets, text } from '../../lib/testing/arbitraries.ts';
import { canonicalText } from '../../lib/transfer/canonical-text.ts';
import { assertSevenBitLines, skeletonOf } from '../support/wire.ts';

const test = suite('encoder/encode');

const base = compose().from('ann@example.com').to('bob@example.net');

/** A message of any shape: bodies, embedded parts, attachments. */
const message: fc.Arbitrary<MessageBuilder> = fc
  .record({
    plain: fc.option(lines),
    html: fc.option(lines),
    embedded: fc.array(octets, { maxLength: 2 }),
    attached: fc.array(fc.record({ content: fc.oneof(octets, lines), filename }), { maxLength: 2 }),
    encoding: fc.constantFrom(undefined, ...transferEncodings),
    description: text,
  })
  .map(({ plain, html, embedded, attached, encoding, description }) => {
    let builder = base;
    if (plain !== null) builder = builder.text(plain);
    if (html !== null) builder = builder.html(html);
    if (html !== null) {
      for (const [at, content] of embedded.entries()) {
        builder = builder.embed({ cid: `c${at}`, content, type: 'image/png' });
      }
    }
    for (const part of attached) builder = builder.attach({ ...part, description });
    if (encoding !== undefined && encoding !== '7bit') builder = builder.text('é', { encoding });
    return plain === null && html === null && attached.length === 0 ? builder.text('') : builder;
  });

function built(builder: MessageBuilder): string {
  return builder.toBuffer().toString('latin1');
}

test('law: octets 1 to 127 in lines of at most 998 that end in CRLF (C1)', () => {
  fc.assert(
    fc.property(message, (builder) => assertSevenBitLines(builder.toBuffer())),
    { numRuns: 200 },
  );
});

test('law: every multipart holds the parts that it was given, and at least two (S3)', () => {
  fc.assert(
    fc.property(message, (builder) => {
      const ours = skeletonOf(built(builder));
      const seen = read(builder.toBuffer());
      const count = (entity: { readonly parts: readonly unknown[] }): number => entity.parts.length;
      assert.is(count(ours), count(seen));
      assert.is.not(count(ours), 1);
    }),
  );
});

test('law: the same model gives the same octets, and only it (S12, S13)', () => {
  fc.assert(
    fc.property(message, (builder) => {
      assert.is(built(builder), built(builder));
      assert.is.not(built(builder), built(builder.header('X-More', 'x')));
    }),
  );
});

test('law: what is attached comes back octet for octet, whatever was asked for', () => {
  const encoding = fc.constantFrom(undefined, ...transferEncodings);
  const type = fc.constantFrom('application/pdf', 'text/csv', 'text/plain; charset=utf-8');
  fc.assert(
    fc.property(octets, encoding, type, (content, asked, media) => {
      const part = { content, type: media, ...(asked && { encoding: asked }) };
      let octetsRead: Uint8Array | undefined;
      try {
        octetsRead = read(base.text('x').attach(part).toBuffer()).parts[1]?.octets();
      } catch (error) {
        assert.instance(error, MimewrightError);
        assert.is(asked, '7bit');
        return;
      }
      assert.equal(Buffer.from(octetsRead ?? []), Buffer.from(content));
    }),
    { numRuns: 300 },
  );
});

test('law: a text body comes back with its line ends made CRLF (B7, Q1)', () => {
  fc.assert(
    fc.property(lines, fc.boolean(), (content, isAlone) => {
      const builder = isAlone ? base.text(content) : base.text(content).html('x');
      const root = read(builder.toBuffer());
      const leaf = isAlone ? root : root.parts[0];
      assert.is(Buffer.from(leaf?.octets() ?? []).toString(), canonicalText(content));
    }),
    { numRuns: 300 },
  );
});

test('a body that holds the boundary which would have been chosen gets another one', () => {
  const body = (content: string): MessageBuilder => base.text(content).html('x');
  const boundaryOf = (raw: string): string => /boundary="([^"]+)"/.exec(raw)?.[1] ?? '';
  // The size is part of what boundaries are made of, so the placeholder is as long.
  const boundary = boundaryOf(built(body(`--${'x'.repeat(28)}\r\n`)));
  const hostile = built(body(`--${boundary}\r\n`));
  assert.is.not(boundaryOf(hostile), boundary);
  assert.is(skeletonOf(hostile).parts.length, 2);
});

test('an attached message keeps its parts, also where its boundary is a prefix of ours', () => {
  const inner = (boundary: string): Buffer =>
    Buffer.from(
      `Content-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n--${boundary}\r\n\r\nx\r\n--${boundary}--\r\n`,
    );
  for (const boundary of ['=_', '=_0', '=_0_', '=_0_a', '--', 'x']) {
    const raw = base.text('x').attachMessage(inner(boundary)).toBuffer();
    const [, attached] = read(raw).parts;
    assert.is(attached?.parts[0]?.parts.length, 1, boundary);
  }
});

test('a message within a message within a message', () => {
  const once = base.text('é').subject('inner');
  const twice = base.text('y').attachMessage(once).subject('middle');
  const raw = base.text('z').attachMessage(twice.build(), { filename: 'm.eml' }).toBuffer();
  assertSevenBitLines(raw);
  const middle = read(raw).parts[1]?.parts[0];
  assert.is(Buffer.from(middle?.parts[1]?.parts[0]?.octets() ?? []).toString(), 'é');
});

test('an attached message with an 8-bit child and a line of 1500 octets is 7-bit inside (C3)', () => {
  const inner = [
    'Subject: für',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'x'.repeat(1500),
    'é',
  ];
  const raw = base
    .text('x')
    .attachMessage(Buffer.from(inner.join('\n')))
    .toBuffer();
  assertSevenBitLines(raw);
  const [, attached] = read(raw).parts;
  assert.is(attached?.transferEncoding, '7bit');
  const text = Buffer.from(attached?.parts[0]?.octets() ?? []).toString();
  assert.is(text, `${'x'.repeat(1500)}\r\né`);
});

test('lines that transport would change are encoded', () => {
  for (const content of ['.', 'a\n.b', 'From x', 'a\nFrom x', 'tab\t', 'a \n', '-- \nAnn']) {
    const raw = built(base.text(content));
    const body = raw.slice(raw.indexOf('\r\n\r\n') + 4);
    assert.not.match(body, /^(?:\.|From )|[ \t]$/m, content);
  }
});

test('the fault of a part names its path', () => {
  const attached = base
    .text('x')
    .html('y')
    .attachMessage(Buffer.from('Subject: \xff\n\nx', 'latin1'));
  assert.throws(() => attached.build(), /^.*part 2: part 1: "Subject"/);
});

test('the entity says its sizes before anything is written', () => {
  const leaf = {
    kind: 'leaf',
    mediaType: { type: 'text', subtype: 'plain', parameters: [] },
    content: Buffer.from('é'),
    isText: true,
  } as const;
  const entity = encodeMessage({ fields: [], body: leaf });
  assert.is(entity.kind, 'leaf');
  assert.equal(entity.header.split('\r\n'), [
    'MIME-Version: 1.0',
    'Content-Type: text/plain',
    'Content-Transfer-Encoding: base64',
    '',
  ]);
});

test('content whose buffer was given away since throws, and names the part; empty content does not', () => {
  for (const add of [
    (content: Uint8Array) => base.text('x').attach({ content, type: 'a/b' }),
    (content: Uint8Array) => base.text('x').attachMessage(content),
  ]) {
    const content = new Uint8Array(64).fill(65);
    const message = add(content);
    structuredClone(content.buffer, { transfer: [content.buffer] });
    assert.throws(
      () => message.build(),
      (error: unknown) =>
        error instanceof MimewrightError && /^part 2: .*given away/.test(error.message),
    );
    assert.ok(add(new Uint8Array(0)).build().octets.length > 0);
  }
});

test('the path of a part within parts is in its boundary and in its fault', () => {
  const content = Uint8Array.from([120]);
  const image = { content, type: 'image/png', cid: 'c' };
  const nested = base.text('x').html('é').embed(image).attach({ content: 'y', type: 'a/b' });
  const boundaries = built(nested).matchAll(/boundary="=_([\d.]+)_/g);
  assert.equal(
    Array.from(boundaries, ([, path]) => path),
    ['0', '1', '1.1'],
  );
  structuredClone(content.buffer, { transfer: [content.buffer] });
  assert.throws(() => nested.build(), /^.*part 1\.2: .*given away/);
});

test.run();
