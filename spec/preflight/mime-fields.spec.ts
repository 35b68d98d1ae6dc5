/** MIME fields in whole messages: refused where SES's grammar refuses, with its text, and nowhere else. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseContentDisposition, parseContentType } from '../../lib/carrier/mime-grammar.ts';
import type { Finding, Report } from '../../lib/preflight/report.ts';
import { preflight } from '../../lib/preflight/run.ts';
import { fixture } from '../support/fixture.ts';

const test = suite('preflight/mime-fields');

interface Vector {
  readonly kind: string;
  readonly value: string;
  readonly text?: string;
}

const names: Readonly<Record<string, string>> = {
  'content-type': 'Content-Type',
  'content-disposition': 'Content-Disposition',
};

const vectors = fixture('ses-grammar.jsonl')
  .toString()
  .trimEnd()
  .split('\n')
  .map((line): Vector => JSON.parse(line))
  .filter(({ kind }) => kind in names);

const HEADER = [
  'From: ann@example.com',
  'To: bob@example.net',
  'Subject: Timetable',
  'Date: Fri, 14 Nov 2025 10:00:00 +0000',
  'Message-ID: <1@example.com>',
  'MIME-Version: 1.0',
];

/** A body with parts, whatever of these the field says the boundary is. */
const BODY = ['', 'x', '--=_x', '', 'x', '--=_x--', ''];

interface Placed {
  readonly octets: Buffer;
  readonly start: number;
  readonly end: number;
}

/** The field in the header section of a message, or of a part of one. */
function placed({ kind, value }: Vector, place: 'root' | 'part'): Placed {
  const start = [...HEADER];
  if (place === 'part') {
    start.push('Content-Type: multipart/mixed; boundary=outer', '', '--outer');
  }
  if (kind === 'content-disposition') start.push('Content-Type: text/plain');
  const before = Buffer.from(`${start.join('\r\n')}\r\n${names[kind]}: `);
  const body = Buffer.from(value, 'latin1');
  const end = place === 'part' ? [...BODY, '--outer--', ''] : BODY;
  const after = Buffer.from(`\r\n${end.join('\r\n')}`);
  const octets = Buffer.concat([before, body, after]);
  return { octets, start: before.length, end: before.length + body.length };
}

/** A multipart whose boundary is another one is refused for that. */
function aboutFields({ findings }: Report): readonly Finding[] {
  const other = 'Missing start boundary';
  return findings.filter(({ ses }) => ses?.refuses === true && ses.text !== other);
}

function assertAnswer(vector: Vector, place: 'root' | 'part'): void {
  const { octets, start, end } = placed(vector, place);
  const note = `${place} ${vector.kind} ${JSON.stringify(vector.value)}`;
  const answers = aboutFields(preflight(octets));
  assert.equal(
    answers.map(({ ses }) => ses?.text),
    vector.text === undefined ? [] : [vector.text],
    note,
  );
  for (const { at, severity } of answers) {
    assert.is(severity, 'error', note);
    assert.ok(start <= at.start + 1 && at.end <= end, note);
  }
}

test('every vector, in a message and in a part, is refused with its text, or not at all', () => {
  assert.is(vectors.length, 595);
  for (const vector of vectors) {
    assertAnswer(vector, 'root');
    assertAnswer(vector, 'part');
  }
});

const parsers = {
  'content-type': parseContentType,
  'content-disposition': parseContentDisposition,
} as const;

/** Pieces of which such fields are made, and broken. */
const pieces = [
  'text/plain  attachment  name=x  =  ;  "a b"  (c)  x*0*=utf-8\'\'%41  \xc3\xa4'.split('  '),
  [' ', '\t', '"', '\\', '(', ')', '/', '@', ',', ':', '[', '?', 'a', '\0', '\x01', '\x7f', '\xe9'],
].flat();
const body = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 })
  .map((all) => `x${all.join('')}`.replace(/^x(?=\S)/, ''));

test('law: the report says of a field what the grammar says, and says it once', () => {
  const kinds = fc.constantFrom('content-type', 'content-disposition');
  fc.assert(
    fc.property(body, kinds, fc.constantFrom('root', 'part'), (value, kind, place) => {
      const { text } = parsers[kind](value).fault ?? {};
      assertAnswer({ kind, value, ...(text !== undefined && { text }) }, place);
    }),
    { numRuns: 1500 },
  );
});

test('law: a fold or a comment changes no answer', () => {
  fc.assert(
    fc.property(fc.constantFrom(...vectors), (vector) => {
      fc.pre(!/[("]/.test(vector.value) && /\S;/.test(vector.value));
      const value = vector.value.replace(/(?<=\S);/, '\r\n\t(c) ;');
      assertAnswer({ ...vector, value }, 'root');
    }),
    { numRuns: 200 },
  );
});

/** Parts of a field, and the rules that tell of it: one for each fault. */
const told: readonly (readonly [kind: string, value: string, ...rules: string[]])[] = [
  ['content-type', 't\xc3\xabxt/plain', 'mime/content-type-syntax'],
  ['content-type', 'text/pl@in', 'mime/parameter-separator-missing'],
  ['content-type', 'text (plain', 'mime/parameter-unbalanced'],
  ['content-type', 'text/plain "x', 'mime/parameter-separator-missing'],
  ['content-type', 'text/plain; na me=x', 'mime/parameter-name-invalid'],
  ['content-type', 'text/plain; n\xc3\xa4me=x', 'mime/parameter-name-invalid'],
  ['content-disposition', 'attach ment', 'mime/parameter-separator-missing'],
  ['content-disposition', 'filename=a', 'mime/disposition-syntax'],
  ['content-disposition', '', 'rfc5322/empty-field'],
  ['content-disposition', 'inline; a=(x', 'mime/parameter-unbalanced'],
  ['content-disposition', 'inline;;; a=b', 'mime/parameter-empty', 'mime/parameter-empty'],
  ['content-disposition', 'inline; a=; b', ...Array(2).fill('mime/parameter-value-missing')],
];

test('one fault is one finding', () => {
  for (const [kind, value, ...rules] of told) {
    const { octets, start, end } = placed({ kind, value }, 'part');
    const { findings, refused } = preflight(octets);
    const field = octets.lastIndexOf(`${names[kind]}:`, start);
    const found = findings.filter(({ at }) => at.start >= field && at.start <= end);
    assert.equal(
      found.map(({ rule }) => rule),
      rules,
      value,
    );
    assert.ok(refused, value);
  }
});

test('of a repeated field of a part only the first is read', () => {
  const value = 'inline\r\nContent-Disposition: =?utf-8?Q?inline?=';
  const { octets } = placed({ kind: 'content-disposition', value }, 'part');
  const { findings } = preflight(octets);
  assert.ok(findings.some(({ rule }) => rule === 'mime/disposition-syntax'));
  assert.not(findings.some(({ ses }) => ses?.refuses));
});

test('a fault that stands behind all that the reader parses is told', () => {
  const value = `inline;${' '.repeat(4_200_000)}c=d e`;
  assertAnswer({ kind: 'content-disposition', value, text: 'Expected \';\', got "e"' }, 'root');
});

test('what is in an attached message is not judged', () => {
  const message = [
    ...HEADER,
    'Content-Type: message/rfc822',
    '',
    'From: ann@example.com',
    'Content-Type: text; charset=utf-8',
    '',
    'x',
    '',
  ].join('\r\n');
  assert.not(preflight(Buffer.from(message)).refused);
});

test('under smtp nothing is refused; a placeholder is no fault of a template', () => {
  const { octets } = placed({ kind: 'content-disposition', value: '{{ type }}' }, 'root');
  assert.not(preflight(octets, { template: true }).refused);
  assert.ok(preflight(octets).refused);
  assert.not(preflight(octets, { profile: 'smtp' }).refused);
});

test.run();
