/** Places of decoded octets in encoded bodies: RFC 2045 §6.7, §6.8. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MessageFacts } from '../../../../lib/preflight/facts.ts';
import { encodedPlace } from '../../../../lib/preflight/rules/encoding/encoded-place.ts';

const test = suite('preflight/rules/encoding/encoded-place');

/** What stands, of a body in that encoding, where a stretch of decoded octets comes from. */
function written(encoding: string, body: string, start: number, end: number): string {
  const message = Buffer.from(`Content-Transfer-Encoding: ${encoding}\r\n\r\n${body}`, 'latin1');
  const facts = new MessageFacts(message, {});
  const place = encodedPlace(facts, facts.root, { start, end });
  return message.toString('latin1', place.start, place.end);
}

/** Each octet as an escape or as itself, with soft breaks and blanks at line ends between. */
const units = fc.array(
  fc.tuple(
    fc.constantFrom('a', '=C3', '=c3', '=', ' b', '\tc', '=20'),
    fc.constantFrom('', '', '', '=\r\n', '= \r\n', '=\n'),
  ),
  { minLength: 1 },
);

test('law: an octet of quoted-printable is placed at what wrote it', () => {
  fc.assert(
    fc.property(units, fc.nat(), (all, seed) => {
      const at = seed % all.length;
      const body = all.map((unit) => unit.join('')).join('');
      const [text = ''] = all[at] ?? [];
      const before = all.slice(0, at).reduce((sum, [unit]) => sum + octetsOf(unit), 0);
      // A "=" alone may make an escape, or a soft break, with what stands behind it.
      fc.pre(!/=(?![\r\n]| \r)(?![0-9A-Fa-f]{2})/.test(body) && !/=[ \t]*$/.test(body));
      assert.is(written('quoted-printable', body, before, before + octetsOf(text)), text);
    }),
  );
});

function octetsOf(unit: string): number {
  return unit.startsWith('=') ? 1 : unit.length;
}

test('blanks at a line end, and soft breaks, make no octet', () => {
  assert.is(written('quoted-printable', 'ab  \r\ncd', 2, 3), '\r');
  assert.is(written('quoted-printable', 'ab  \r\ncd', 4, 5), 'c');
  assert.is(written('quoted-printable', 'ab= \t\r\ncd', 2, 3), 'c');
  assert.is(written('quoted-printable', 'a=\n=C3=A9', 1, 3), '=C3=A9');
  assert.is(written('quoted-printable', '1 = 2', 2, 3), '=');
});

test('law: octets of base64 are placed at the characters that hold them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 90 }), fc.nat(), (octets, seed) => {
      const at = seed % octets.length;
      const text = Buffer.from(octets).toString('base64');
      const expected = text.slice(Math.floor((at * 8) / 6), Math.ceil(((at + 1) * 8) / 6));
      const lines = text.replace(/.{4}/g, '$&\r\n');
      assert.is(written('base64', lines, at, at + 1).replace(/\r\n/g, ''), expected);
    }),
  );
});

test('a body that is not encoded is its content', () => {
  assert.is(written('8bit', 'abc', 1, 2), 'b');
});

test.run();
