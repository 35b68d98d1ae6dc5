/** Unfolding, and the way back from an unfolded body to its octets. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fieldNamed, type HeaderField } from '../../lib/reader/header-field.ts';
import { MAX_PARSED_OCTETS } from '../../lib/reader/limits.ts';
import { read } from '../../lib/reader/read.ts';

const test = suite('reader/header-field');

const message = Buffer.from('A: 1\r\nSubject: caf\xe9\r\n au\r\n\tlait\r\nB: 2\r\n\r\n', 'latin1');

function subject(octets: Uint8Array): HeaderField {
  const field = fieldNamed(read(octets).fields, 'subject');
  if (field === undefined) throw new Error('no Subject');
  return field;
}

test('an unfolded body lacks the line ends of its folds and nothing else (RFC 5322 §2.2.3)', () => {
  assert.is(subject(message).unfolded(), ' caf\xe9 au\tlait');
  assert.is(subject(Buffer.from('Subject:\r\n')).unfolded(), '');
  assert.is(subject(Buffer.from('Subject:')).unfolded(), '');
});

test('the name is as written, its lower case beside it', () => {
  assert.is(subject(Buffer.from('sUBJECT: a')).name, 'sUBJECT');
  assert.is(subject(Buffer.from('sUBJECT: a')).lowerName, 'subject');
});

test('spans of field, name and body', () => {
  const { span, nameSpan, bodySpan } = subject(message);
  const slice = ({ start, end }: typeof span): string => message.toString('latin1', start, end);
  assert.is(slice(span), 'Subject: caf\xe9\r\n au\r\n\tlait\r\n');
  assert.is(slice(nameSpan), 'Subject');
  assert.is(slice(bodySpan), ' caf\xe9\r\n au\r\n\tlait');
});

test('a stretch of the unfolded body has the octets from its first to its last character', () => {
  const field = subject(message);
  const octetsOf = (from: number, to: number): string => {
    const { start, end } = field.spanOf({ start: from, end: to });
    return message.toString('latin1', start, end);
  };
  assert.is(octetsOf(3, 7), 'f\xe9\r\n a');
  assert.is(octetsOf(3, 5), 'f\xe9');
  assert.equal(field.spanOf({ start: 0, end: 0 }), {
    start: field.bodySpan.start,
    end: field.bodySpan.start,
  });
});

test('law: the octet at offsetOf(i) is character i; the end lies at the end of the body', () => {
  const line = fc.string({ unit: fc.constantFrom('a', ' ', '\t', '\xe9', ':') });
  const lineEnd = fc.constantFrom('\r\n', '\n', '\r', '\r\r\n');
  fc.assert(
    fc.property(fc.array(fc.tuple(line, lineEnd), { minLength: 1 }), (lines) => {
      const folded = lines.map(([text, end]) => ` x${text}${end}`).join('');
      const octets = Buffer.from(`Subject:${folded}B: 2\r\n`, 'latin1');
      const field = subject(octets);
      const text = field.unfolded();
      assert.is(text, lines.map(([part]) => ` x${part}`).join(''));
      const found = Array.from(text, (_, index) => octets[field.offsetOf(index)]);
      assert.is(Buffer.from(found.map((octet) => octet ?? 0)).toString('latin1'), text);
      assert.is(field.offsetOf(text.length), field.bodySpan.end);
    }),
  );
});

test('of nothing at a fold, the place is where what came before it ends', () => {
  const [field] = read(Buffer.from('From: x y\n ;\n\n')).fields;
  const [mailbox] = field?.addresses ?? [];
  assert.equal(mailbox?.span, { start: 6, end: 9 });
  assert.equal(mailbox?.kind === 'mailbox' && mailbox.addressSpan, { start: 9, end: 9 });
});

test('odd indices stay within the body', () => {
  const [field] = read(Buffer.from('A: bc\r\n\r\n')).fields;
  assert.equal(
    [-5, Number.NaN, 0.5, Number.NEGATIVE_INFINITY, 99].map((index) => field?.offsetOf(index)),
    [2, 2, 2, 2, 5],
  );
});

test('what lies beyond 4 MiB of a field body is noted, not parsed', () => {
  const text = `To: ${'a@b,'.repeat(MAX_PARSED_OCTETS / 4)}c@d\r\n\r\n`;
  const [field] = read(Buffer.from(text)).fields;
  assert.equal(
    field?.defects.filter(({ code }) => code === 'field-too-long').map(({ end }) => end),
    [text.length - 4],
  );
});

test.run();
