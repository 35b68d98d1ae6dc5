/** SES's grammar of MIME fields: every vector, the octets at fault, and time that stays linear. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { mimeFaultTexts } from '../../lib/carrier/mime-fault.ts';
import {
  type MimeFieldVerdict,
  parseContentDisposition,
  parseContentType,
} from '../../lib/carrier/mime-grammar.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('carrier/mime-grammar');

interface Vector {
  readonly kind: string;
  readonly value: string;
  readonly ok: boolean;
  readonly text?: string;
}

const parsers: Readonly<Record<string, ((body: string) => MimeFieldVerdict) | undefined>> = {
  'content-type': parseContentType,
  'content-disposition': parseContentDisposition,
};

const vectorFile = new URL('../../fixtures/ses-grammar.jsonl', import.meta.url);
const vectors = readFileSync(vectorFile, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): Vector => JSON.parse(line))
  .filter(({ kind }) => kind in parsers);

test('there are 595 vectors about MIME fields', () => {
  assert.is(vectors.length, 595);
});

test('every vector has its verdict and its text', () => {
  for (const { kind, value, ok, text } of vectors) {
    const verdict = parsers[kind]?.(value);
    const note = `${kind} ${JSON.stringify(value)}`;
    assert.ok(verdict, note);
    assert.is(verdict.fault?.text, text, note);
    assert.is(verdict.fault === undefined, ok, note);
    assert.is(ok && verdict.type === undefined, false, note);
  }
});

/** Body, what is at fault, where that stands, cause, text. */
type Row = readonly [body: string, found: string, start: number, cause: string, text: string];

const NAME = 'Expected parameter name, got';
const VALUE = 'Expected parameter value, got';

const typeFaults: readonly Row[] = [
  ['', '', 0, 'type-missing', 'Expected MIME type, got null'],
  ['  ', '', 2, 'type-missing', 'Expected MIME type, got null'],
  [' ; a=b', '', 1, 'type-missing', 'Expected MIME type, got ;'],
  ['"te\\xt"/plain', '"te\\xt"', 0, 'type-missing', 'Expected MIME type, got text'],
  ['text ; charset=utf-8', '', 4, 'slash-missing', "Expected '/', got ;"],
  ['text', '', 4, 'slash-missing', "Expected '/', got null"],
  ['te(c)xt/plain', 'xt', 5, 'slash-missing', "Expected '/', got xt"],
  ['text/ ; a=b', '', 5, 'subtype-missing', 'Expected MIME subtype, got ;'],
  ['text/@', '@', 5, 'subtype-missing', 'Expected MIME subtype, got @'],
  ['text/pl@in', '@', 7, 'separator-missing', 'Expected \';\', got "@"'],
  ['text/plain(c) "x', '"', 14, 'quote-unclosed', 'Unbalanced quoted string'],
  ['text/plain (a (b)', '(', 11, 'comment-unclosed', 'Unbalanced comments'],
  ['(a\\', '(', 0, 'comment-unclosed', 'Unbalanced comments'],
];

const dispositionFaults: readonly Row[] = [
  ['', '', 0, 'disposition-missing', 'Expected disposition, got null'],
  ['=?utf-8?B?YQ==?=', '=', 0, 'disposition-missing', 'Expected disposition, got ='],
  ['filename=a', '=', 8, 'separator-missing', 'Expected \';\', got "="'],
  ['inline x', 'x', 7, 'separator-missing', 'Expected \';\', got "x"'],
  ['inline;a=b (c)"d e"', '"d e"', 14, 'separator-missing', 'Expected \';\', got "d e"'],
  ['inline;a=a:b', ':', 10, 'separator-missing', 'Expected \';\', got ":"'],
  ['inline;;a=b', ';', 7, 'parameter-empty', `${NAME} ";"`],
  ['inline;";"', '";"', 7, 'parameter-name-missing', `${NAME} ";"`],
  ['inline;=b', '=', 7, 'parameter-name-missing', `${NAME} "="`],
  ['inline;\0=b', '\0', 7, 'parameter-name-missing', `${NAME} "\0"`],
  ['inline; a ; b=c', '', 9, 'parameter-equals-missing', 'Expected \'=\', got ";"'],
  ['inline; a (c)', '', 9, 'parameter-equals-missing', 'Expected \'=\', got "null"'],
  ['inline; a b=c', 'b', 10, 'parameter-name-invalid', 'Expected \'=\', got "b"'],
  ['inline; n\xc3\xa4=c', '\xc3\xa4', 9, 'parameter-name-invalid', 'Expected \'=\', got "\xc3"'],
  ['inline; a= ;', '', 11, 'parameter-value-missing', `${VALUE} ";"`],
  ['inline; a=', '', 10, 'parameter-value-missing', `${VALUE} "null"`],
  ['inline; a=?b', '?', 10, 'parameter-value-character', `${VALUE} "?"`],
  ['inline; a=\x7f', '\x7f', 10, 'parameter-value-character', `${VALUE} "\x7f"`],
  ['inline; a=b"c', '"', 11, 'quote-unclosed', 'Unbalanced quoted string'],
  ['inline; a="\\"', '"', 10, 'quote-unclosed', 'Unbalanced quoted string'],
  ['inline; a (', '(', 10, 'comment-unclosed', 'Unbalanced comments'],
];

test('a fault names its cause, the octets at fault and the text of SES', () => {
  for (const [kind, rows] of Object.entries({
    'content-type': typeFaults,
    'content-disposition': dispositionFaults,
  })) {
    for (const [body, found, start, cause, text] of rows) {
      const { fault } = parsers[kind]?.(body) ?? {};
      assert.ok(fault, body);
      assert.equal(
        [body.slice(fault.start, fault.end), fault.start, fault.cause, fault.text],
        [found, start, cause, text],
        body,
      );
    }
  }
});

test('observed are the texts that public reports quote, all others are inferred', () => {
  const evidence = (body: string): unknown => parseContentDisposition(body).fault?.evidence;
  assert.is(evidence('=?x?='), 'observed');
  assert.is(evidence('inline; filename=test hello.txt'), 'observed');
  assert.is(evidence('inline; filename'), 'observed');
  assert.is(evidence('inline; filename x'), 'inferred');
  assert.is(evidence('inline; filename='), 'inferred');
  assert.is(evidence(';'), 'inferred');
  assert.is(parseContentType('text;').fault?.evidence, 'observed');
  assert.is(parseContentType('text').fault?.evidence, 'inferred');
});

test('what SES takes is read as SES does', () => {
  const body = 'Text/(c)Plain ; Name="a\\"b\xc3\xa9" ;x*0*=utf-8\'\'%41(c); name=; ';
  const taken = body.replace(' name=;', '');
  const { type, parameters, fault } = parseContentType(taken);
  assert.is(type, 'text/plain');
  assert.is(fault, undefined);
  assert.equal(
    parameters.map(({ name, value, start, end }) => [name, value, taken.slice(start, end)]),
    [
      ['name', 'a"b\xc3\xa9', 'Name="a\\"b\xc3\xa9"'],
      ['x*0*', "utf-8''%41", "x*0*=utf-8''%41"],
    ],
  );
  assert.is(parseContentType(body).parameters.length, 2);
  assert.is(parseContentDisposition(' Inline;').type, 'inline');
});

/** Pieces of which such fields are made, and broken. */
const pieces = [
  'text/plain  attachment  name  =  ;  "a b"  (c)  x*=utf-8\'\'%41  \xc3\xa4  é  \0  \x7f'.split(
    '  ',
  ),
  [' ', '\t', '\r', '\n', '"', '\\', '(', ')', '/', '@', ',', ':', '[', '?', 'a'],
].flat();
const field = fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((all) => all.join(''));
const parser = fc.constantFrom(parseContentType, parseContentDisposition);

test('law: any text has a verdict, with spans inside the text and the text of its cause', () => {
  fc.assert(
    fc.property(field, parser, (body, parse) => {
      const { fault, parameters } = parse(body);
      for (const { start, end } of [...parameters, ...(fault ? [fault] : [])]) {
        assert.ok(start >= 0 && start <= end && end <= body.length);
      }
      if (fault) assert.ok(fault.text.startsWith(mimeFaultTexts[fault.cause]));
    }),
    { numRuns: 2000 },
  );
});

test('law: what follows the fault changes nothing, unless it closes what was open', () => {
  fc.assert(
    fc.property(field, parser, (body, parse) => {
      const { fault } = parse(body);
      fc.pre(fault !== undefined && !fault.cause.endsWith('unclosed'));
      fc.pre(fault.start < fault.end && !/[\w"\xc3\xa4é]/.test(body.charAt(fault.end - 1)));
      assert.equal(parse(`${body.slice(0, fault.end)} ;(x); y=z`).fault, fault);
    }),
  );
});

test('law: a fold, or a comment, before any separator changes no verdict', () => {
  fc.assert(
    fc.property(fc.constantFrom(...vectors), ({ kind, value }) => {
      fc.pre(!/[("]/.test(value));
      const spaced = value.replace(/[;=/]/g, '\t (c) $&');
      const parse = parsers[kind] ?? parseContentType;
      const [verdict, other] = [parse(value), parse(spaced)];
      assert.is(other.fault?.text, verdict.fault?.text);
      assert.equal(other.parameters.map(shown), verdict.parameters.map(shown));
    }),
    { numRuns: 500 },
  );
});

test('law: a verdict is frozen and survives JSON', () => {
  fc.assert(
    fc.property(field, parser, (body, parse) => {
      const verdict = parse(body);
      const { parameters, fault } = verdict;
      for (const value of [verdict, parameters, fault, ...parameters]) {
        assert.ok(Object.isFrozen(value));
      }
      const copy: MimeFieldVerdict = JSON.parse(JSON.stringify(verdict));
      assert.is(JSON.stringify(copy), JSON.stringify(verdict));
    }),
  );
});

const MANY = 100_000;

const bigFields: Readonly<Record<string, string>> = {
  parameters: `text/plain${'; name="a b"'.repeat(MANY)}`,
  comments: `text${'(c)'.repeat(MANY)}/plain`,
  nested: '('.repeat(MANY),
  openings: `text/plain; a="${'('.repeat(MANY)}`,
  escapes: `text/plain; a="${'\\'.repeat(MANY)}`,
  blanks: `text${' '.repeat(MANY)}/plain`,
  octets: `text/${'\xe9'.repeat(MANY)}`,
  atom: 'a'.repeat(MANY),
};

test('time stays linear in a hundred thousand of anything', () => {
  for (const [name, body] of Object.entries(bigFields)) {
    assertLinear(name, () => [parseContentType(body), parseContentDisposition(body)]);
  }
});

function shown({ name, value }: MimeFieldVerdict['parameters'][number]): string {
  return `${name}=${value}`;
}

test.run();
