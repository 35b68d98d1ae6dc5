/** Canonical bodies, held to a slow one written from RFC 6376 §3.4.3 and §3.4.4. */

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { canonicalBody } from '../../lib/dkim/canonical-body.ts';
import type { Canonicalization } from '../../lib/dkim/canonical-field.ts';
import * as arbitraries from '../../lib/testing/arbitraries.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('dkim/canonical-body');

function canonical(body: string, form: Canonicalization): string {
  const pieces: string[] = [];
  canonicalBody(Buffer.from(body, 'latin1'), form, (octets) => {
    pieces.push(Buffer.from(octets).toString('latin1'));
  });
  return pieces.join('');
}

/** Line by line, as the RFC says it. */
function expected(body: string, form: Canonicalization): string {
  const endsInLf = /^[^\n]*(?<!\r)\n/.test(body);
  const mended = endsInLf ? body.replace(/(?<!\r)\n/g, '\r\n') : body;
  const lines = mended.split('\r\n');
  const reduced = form === 'simple' ? lines : lines.map(reducedLine);
  while (reduced.at(-1) === '') reduced.pop();
  if (reduced.length === 0) return form === 'simple' ? '\r\n' : '';
  return reduced.map((line) => `${line}\r\n`).join('');
}

function reducedLine(line: string): string {
  return line.replace(/[ \t]+/g, ' ').replace(/ $/, '');
}

function hash(body: string, form: Canonicalization): string {
  return createHash('sha256').update(canonical(body, form), 'latin1').digest('base64');
}

const forms = ['simple', 'relaxed'] as const;

/** What decides, alone and in runs that pass over the ends of blocks of 65,536 octets. */
const piece = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      ...['\r\n', '\n', '\r', ' ', '\t', '  ', ' \t', ' \r\n', '\t\r\n', ' \r', ' \n', '\r\r\n'],
      ...['x', '!', ' !', ' ! ', 'abc', 'abcd efgh', '\0', '\x1f', '\x7f', '\x80', '\xa0', '\xff'],
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom(' ', '\t', 'x', '\r\n', '\n', ' x', ' \r\n', 'x\r\n'),
        fc.constantFrom(65_533, 65_534, 65_535, 65_536, 65_537, 70_000),
      )
      .map(([text, octets]) => text.repeat(Math.ceil(octets / text.length)).slice(0, octets)),
  },
);
const body = fc.oneof(
  fc.array(piece, { maxLength: 12, size: 'max' }).map((pieces) => pieces.join('')),
  arbitraries.octets.map((octets) => Buffer.from(octets).toString('latin1')),
);

test('the hashes of an empty body (RFC 6376 §3.4.3, §3.4.4)', () => {
  for (const empty of ['', '\r\n', '\r\n\r\n\r\n', '\n\n']) {
    assert.is(hash(empty, 'simple'), 'frcCV1k9oG9oKj3dpUqdJg1PxRT2RSN/XKdLCPjaYaY=');
    assert.is(hash(empty, 'relaxed'), '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');
  }
  assert.is(hash(' \t\r\n  ', 'relaxed'), '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');
});

test('the example of RFC 6376 §3.4.5', () => {
  const example = ' C \r\nD \t E\r\n\r\n\r\n';
  assert.is(canonical(example, 'relaxed'), ' C\r\nD E\r\n');
  assert.is(canonical(example, 'simple'), ' C \r\nD \t E\r\n');
});

test('the last line gets its end; LF is a line end if the first is LF, and a lone CR is none', () => {
  assert.is(canonical('a \nb', 'relaxed'), 'a\r\nb\r\n');
  assert.is(canonical('a \nb', 'simple'), 'a \r\nb\r\n');
  assert.is(canonical('a \r\nb \n\n', 'relaxed'), 'a\r\nb \n\n\r\n');
  assert.is(canonical('a \rb\r', 'relaxed'), 'a \rb\r\r\n');
});

test('law: it is what the RFC says, line by line', () => {
  fc.assert(
    fc.property(body, fc.constantFrom(...forms), (text, form) => {
      assert.ok(canonical(text, form) === expected(text, form), form);
    }),
    {
      examples: [
        [`${' '.repeat(65_535)} x`, 'relaxed'],
        [`${'x'.repeat(65_535)}\r\n y`, 'simple'],
        [`${'x'.repeat(65_535)}\n y`, 'relaxed'],
        [`x\n${'x'.repeat(65_533)}\r\ny`, 'simple'],
        [`x${' '.repeat(140_000)}\r\n`, 'relaxed'],
        [`x${'\t'.repeat(140_000)}y`, 'relaxed'],
      ],
    },
  );
});

test('law: a canonical body is its own canonical form (D2)', () => {
  fc.assert(
    fc.property(body, fc.constantFrom(...forms), (text, form) => {
      const once = canonical(text, form);
      assert.ok(canonical(once, form) === once, form);
    }),
  );
});

test('law: where the body lies in its memory makes no difference', () => {
  fc.assert(
    fc.property(body, fc.nat(7), (text, offset) => {
      const memory = Buffer.from(`${'x'.repeat(offset)}${text}\r\n x`, 'latin1');
      const pieces: Buffer[] = [];
      const view = memory.subarray(offset, offset + text.length);
      canonicalBody(view, 'relaxed', (octets) => pieces.push(Buffer.from(octets)));
      assert.ok(Buffer.concat(pieces).toString('latin1') === canonical(text, 'relaxed'));
    }),
  );
});

test('time is linear in the octets, whatever they are', () => {
  for (const text of [' ', '\t', '\n', '\r', ' \r\n', '\r\n', 'x', 'x \t', '  \n']) {
    const long = text.repeat(4_000_000 / text.length);
    for (const form of forms)
      assertLinear(`${form} ${JSON.stringify(text)}`, () => hash(long, form));
  }
});

test.run();
