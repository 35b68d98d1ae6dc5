/** Multiparts and embedded messages as a tree. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Entity } from '../../lib/reader/entity.ts';
import { MAX_DEPTH, MAX_PARTS } from '../../lib/reader/limits.ts';
import { read } from '../../lib/reader/read.ts';

const test = suite('reader/tree-reading');

/** Each entity with its path, type and defects; leaves with their body. */
function shapeOf(lines: readonly string[], lineEnd = '\r\n'): readonly string[] {
  const octets = Buffer.from(lines.join(lineEnd), 'latin1');
  const shape = (entity: Entity): readonly string[] => {
    const { path, mediaType, defects, parts, body } = entity;
    const text =
      parts.length === 0 ? [JSON.stringify(octets.toString('latin1', body.start, body.end))] : [];
    const line = [path, mediaType.essence, ...text, ...defects.map(({ code }) => `!${code}`)];
    return [line.join(' ').trim(), ...parts.flatMap(shape)];
  };
  return shape(read(octets));
}

function multipart(boundary: string, ...lines: readonly string[]): readonly string[] {
  return [`Content-Type: multipart/mixed; boundary="${boundary}"`, '', ...lines];
}

test('parts stand between delimiters; the line end before a delimiter is its own', () => {
  const message = multipart(
    'b',
    '--b',
    '',
    'one',
    '--b',
    'Content-Type: a/b',
    '',
    'two',
    '',
    '--b--',
  );
  for (const lineEnd of ['\r\n', '\n', '\r']) {
    assert.equal(shapeOf(message, lineEnd), [
      'multipart/mixed',
      '1 text/plain "one"',
      `2 a/b ${JSON.stringify(`two${lineEnd}`)}`,
    ]);
  }
});

test('a message that is no multipart is its own part 1', () => {
  assert.equal(shapeOf(['Subject: a', '', 'b']), ['1 text/plain "b"']);
});

test('multiparts nest, and an enclosing delimiter ends all within', () => {
  const inner = multipart('bB', '--bB', '', 'x', '--bB--');
  assert.equal(shapeOf(multipart('b', '--b', ...inner, '--b', '', 'y', '--b--')), [
    'multipart/mixed',
    '1 multipart/mixed !boundary-nested-clash',
    '1.1 text/plain "x"',
    '2 text/plain "y"',
  ]);
  const broken = multipart('c', '--c', '', 'x');
  assert.equal(shapeOf(multipart('b', '--b', ...broken, '--b', '', 'y', '--b--')), [
    'multipart/mixed',
    '1 multipart/mixed !multipart-unterminated',
    '1.1 text/plain "x"',
    '2 text/plain "y"',
  ]);
});

test('a delimiter holds the boundary exactly, then blanks (RFC 2046 §5.1.1)', () => {
  const body = ['--bB', '--b-', ' --b', '--b--x', 'a --b'];
  assert.equal(shapeOf(multipart('b', '--b \t', '', ...body, '--b-- ')), [
    'multipart/mixed !boundary-in-content !boundary-in-content !boundary-in-content',
    `1 text/plain ${JSON.stringify(body.join('\r\n'))}`,
  ]);
});

test('of two equal boundaries the inner one counts until it is closed', () => {
  const inner = multipart('b', '--b', '', 'x', '--b--');
  assert.equal(shapeOf(multipart('b', '--b', ...inner, '--b', '', 'y', '--b--')), [
    'multipart/mixed',
    '1 multipart/mixed !boundary-nested-clash',
    '1.1 text/plain "x"',
    '2 text/plain "y"',
  ]);
});

test('delimiters behind the close delimiter are text', () => {
  assert.equal(shapeOf(multipart('b', '--b', '', 'x', '--b--', '--b', '', 'y')), [
    'multipart/mixed !multipart-continued',
    '1 text/plain "x"',
  ]);
});

test('a delimiter behind the close delimiter is noted', () => {
  const lines = ['--b', '', 'x', '--b--', '', '--b', '', 'y', '--b--'];
  const octets = Buffer.from(multipart('b', ...lines).join('\r\n'));
  const { defects, epilogue } = read(octets);
  assert.equal(
    defects.map(({ code, start, end }) => [code, octets.toString('utf8', start, end)]),
    [['multipart-continued', '--b\r\n']],
  );
  assert.ok(epilogue);
});

test('preamble, epilogue and delimiters have spans', () => {
  const text = multipart('b', 'pre', '--b', '', 'x', '--b--', 'epi', '').join('\r\n');
  const { preamble, epilogue, delimiters } = read(Buffer.from(text));
  const slices = [preamble, ...delimiters, epilogue].map((span) =>
    text.slice(span?.start, span?.end),
  );
  assert.equal(slices, ['pre', '\r\n--b\r\n', '\r\n--b--\r\n', 'epi\r\n']);
  const bare = read(Buffer.from(multipart('b', '--b', '', 'x', '--b--').join('\r\n')));
  assert.equal([bare.preamble, bare.epilogue], [undefined, undefined]);
});

test('a nested multipart ends with its close delimiter, without the line end behind', () => {
  const inner = multipart('c', '--c', '', 'x', '--c--');
  const text = multipart('b', '--b', ...inner, '--b--').join('\r\n');
  const [nested] = read(Buffer.from(text)).parts;
  assert.match(text.slice(nested?.span.start, nested?.span.end), /--c--$/);
  assert.is(nested?.delimiters.at(-1)?.end, nested?.span.end);
});

test('a part needs no body and no empty line', () => {
  assert.equal(shapeOf(multipart('b', '--b', 'Content-Type: a/b', '--b', '--b', '', '--b--')), [
    'multipart/mixed',
    '1 a/b ""',
    '2 text/plain ""',
    '3 text/plain ""',
  ]);
});

test('a delimiter with a colon is no field', () => {
  assert.equal(shapeOf(multipart('a:b', '--a:b', 'Content-Type: a/b', '--a:b--')), [
    'multipart/mixed',
    '1 a/b ""',
  ]);
});

test('text where a header section is due is the body', () => {
  assert.equal(
    shapeOf(multipart('b', '--b', 'Content-Type: a/b', 'Hello', '--b', '--x', '--b--')),
    [
      'multipart/mixed',
      '1 a/b "Hello" !part-missing-separator',
      '2 text/plain "--x" !part-missing-separator',
    ],
  );
});

test('a missing empty line before the first delimiter costs no part', () => {
  const message = ['Content-Type: multipart/mixed; boundary=b', '--b', '', 'x', '--b--'];
  assert.equal(shapeOf(message), ['multipart/mixed !missing-separator', '1 text/plain "x"']);
});

test('multiparts that are not what they say', () => {
  assert.equal(shapeOf(['Content-Type: multipart/mixed', '', '--b']), [
    'multipart/mixed "--b" !boundary-missing',
  ]);
  assert.equal(shapeOf(multipart('', '--', 'x')), [
    'multipart/mixed "--\\r\\nx" !boundary-missing',
  ]);
  assert.equal(shapeOf(multipart('b', 'x')), ['multipart/mixed "x" !multipart-no-delimiter']);
  assert.equal(shapeOf(multipart('b', '--b--')), ['multipart/mixed "--b--" !multipart-empty']);
  assert.equal(shapeOf(multipart('b', '--b', '', 'x')), [
    'multipart/mixed !multipart-unterminated',
    '1 text/plain "x"',
  ]);
});

test('what has no delimiter is all preamble', () => {
  const { preamble, body } = read(Buffer.from(multipart('b', 'x').join('\r\n')));
  assert.equal(preamble, body);
});

test('boundaries outside ASCII are found as octets', () => {
  assert.equal(
    shapeOf(multipart('\xe9', '--\xe9', '', 'x', '--\xe9--')).at(-1),
    '1 text/plain "x"',
  );
});

test('an embedded message is a tree of its own, with paths within the part', () => {
  const message = ['Content-Type: message/rfc822', '', 'Subject: x', '', 'y'];
  const nested = ['Content-Type: message/global', '', ...multipart('c', '--c', '', 'z', '--c--')];
  assert.equal(shapeOf(multipart('b', '--b', ...message, '--b', ...nested, '--b--')), [
    'multipart/mixed',
    '1 message/rfc822',
    '1.1 text/plain "y"',
    '2 message/global',
    '2 multipart/mixed',
    '2.1 text/plain "z"',
  ]);
});

test('an encoded embedded message is a leaf, and a fault (RFC 2046 §5.2.1)', () => {
  for (const encoding of ['base64', 'quoted-printable']) {
    const fields = ['Content-Type: message/rfc822', `Content-Transfer-Encoding: ${encoding}`];
    assert.equal(shapeOf([...fields, '', 'QQ']), ['1 message/rfc822 "QQ" !cte-on-composite']);
  }
});

test('a part of a digest is a message where it does not say otherwise (RFC 2046 §5.1.5)', () => {
  const digest = ['Content-Type: multipart/digest; boundary=b', ''];
  const parts = [
    '--b',
    '',
    'Subject: x',
    '',
    'y',
    '--b',
    'Content-Type: text/html',
    '',
    'z',
    '--b--',
  ];
  assert.equal(shapeOf([...digest, ...parts]), [
    'multipart/digest',
    '1 message/rfc822',
    '1.1 text/plain "y"',
    '2 text/html "z"',
  ]);
});

test('depth has a limit, noted where it is reached', () => {
  for (const lines of [multipart('b', '--b'), ['Content-Type: message/rfc822', '']]) {
    let entity: Entity | undefined = read(Buffer.from(`${lines.join('\n')}\n`.repeat(20_000)));
    for (let depth = 1; depth < MAX_DEPTH; depth += 1) entity = entity?.parts[0];
    assert.equal(
      entity?.defects.map(({ code }) => code).filter((code) => code !== 'boundary-nested-clash'),
      ['too-deep'],
    );
    assert.equal(entity?.parts, []);
  }
});

test('parts have a limit, noted where it is reached; the rest is epilogue', () => {
  const text = `${multipart('b').join('\n')}\n${'--b\n\n'.repeat(MAX_PARTS)}`;
  assert.is(read(Buffer.from(`${text}--b--`)).defects.length, 0);
  const full = read(Buffer.from(`${text}--b\n\n--b--`));
  assert.is(full.parts.length, MAX_PARTS);
  assert.equal(
    full.defects.map(({ code }) => code),
    ['too-many-parts'],
  );
  assert.equal(full.epilogue, { start: text.length, end: text.length + 10 });
});

test.run();
