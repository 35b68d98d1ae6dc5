/** Folded fields: RFC 5322 §2.1.1, §2.2.3. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MimewrightError } from '../../lib/errors.ts';
import { foldField, joinFields } from '../../lib/header/folding.ts';

const test = suite('header/folding');

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,30}$/);
const piece = fc
  .tuple(
    fc.constantFrom(' ', ' ', ' ', '  ', '\t'),
    fc.oneof(
      fc.stringMatching(/^[!-~]{1,30}$/),
      fc.constantFrom('x'.repeat(60), 'x'.repeat(76), 'x'.repeat(77), 'x'.repeat(300)),
      fc.constantFrom('=?utf-8?Q?=C3=A9?=', `=?utf-8?Q?${'x'.repeat(63)}?=`),
    ),
  )
  .map((parts) => parts.join(''));
const pieces = fc.array(piece, { minLength: 1, maxLength: 15, size: 'max' });
const keepsFirst = fc.boolean();

function unfold(field: string): string {
  return field.slice(0, -2).replace(/\r\n(?=[ \t])/g, '');
}

function linesOf(field: string): readonly string[] {
  assert.match(field, /\r\n$/);
  return field.slice(0, -2).split('\r\n');
}

test('law: unfolding gives the field back, but for one blank where the name stands alone (H1)', () => {
  fc.assert(
    fc.property(name, pieces, keepsFirst, (n, all, keeps) => {
      const field = foldField(n, all, { keepsFirst: keeps });
      const isAlone = field.startsWith(`${n}: \r\n`);
      assert.is(unfold(field), `${n}:${isAlone ? ' ' : ''}${all.join('')}`);
    }),
    { numRuns: 300 },
  );
});

test('law: a line holds 78 octets, 76 with an encoded-word, unless a single piece is longer (H3)', () => {
  fc.assert(
    fc.property(name, pieces, keepsFirst, (n, all, keeps) => {
      const limit = all.some((one) => one.includes('=?')) ? 76 : 78;
      const [first = '', ...others] = linesOf(foldField(n, all, { keepsFirst: keeps }));
      const isOnePiece = first === `${n}:${all[0]}` && (all[0]?.length ?? 0) > limit;
      if (!keeps) assert.ok(first.length <= limit || isOnePiece, first);
      for (const line of others) assert.ok(line.length <= limit || all.includes(line), line);
    }),
    { numRuns: 300 },
  );
});

test('law: a blank follows the colon, every other line starts with one and holds more (H2, H5)', () => {
  fc.assert(
    fc.property(name, pieces, keepsFirst, (n, all, keeps) => {
      const [first = '', ...others] = linesOf(foldField(n, all, { keepsFirst: keeps }));
      assert.match(first, /^[^:]+:[ \t]/);
      if (keeps) assert.match(first, /^[^:]+:[ \t]+\S/);
      for (const line of others) assert.match(line, /^[ \t]+\S/);
    }),
    { numRuns: 300 },
  );
});

test('law: no fold cuts a piece (H4)', () => {
  fc.assert(
    fc.property(name, pieces, (n, all) => {
      const field = foldField(n, all);
      let at = n.length + 1;
      for (const one of all) {
        at = field.indexOf(one, at);
        assert.is.not(at, -1);
        at += one.length;
      }
    }),
  );
});

test('a line that cannot be folded holds up to 998 octets, and no more', () => {
  const body = ` ${'x'.repeat(997)}`;
  assert.is(foldField('A', [body]), `A: \r\n${body}\r\n`);
  assert.throws(() => foldField('A', [`${body}x`]), isFieldBodyError);
  assert.throws(() => foldField('A', [body], { keepsFirst: true }), isFieldBodyError);
});

test('law: whatever is no 7-bit line is refused (H6)', () => {
  const odd = fc.constantFrom('\r\n', '\r', '\n', '\0', '\x80', 'é', '\u560a', '\u010d', '\ud800');
  fc.assert(
    fc.property(pieces, odd, fc.boolean(), (all, character, isInName) => {
      const n = isInName ? `A${character}` : 'A';
      const given = isInName ? all : [...all, ` x${character}y`];
      assert.throws(() => foldField(n, given), isFieldBodyError);
    }),
  );
});

test('a field without pieces is its name and the colon', () => {
  assert.is(foldField('X-Empty', []), 'X-Empty:\r\n');
  assert.is(joinFields([foldField('A', [' b']), foldField('C', [' d'])]), 'A: b\r\nC: d\r\n');
});

function isFieldBodyError(error: unknown): boolean {
  return error instanceof MimewrightError && error.code === 'field-body';
}

test.run();
