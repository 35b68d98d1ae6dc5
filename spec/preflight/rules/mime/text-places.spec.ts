/** Places of decoded text: exact in plain bodies, as written or the whole body in encoded ones. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MessageFacts } from '../../../../lib/preflight/facts.ts';
import { TextPlaces } from '../../../../lib/preflight/rules/mime/text-places.ts';

const test = suite('preflight/rules/mime/text-places');

/** The octets at the places of some words of the text, asked for in order. */
function placed(fields: string, body: string, ...words: readonly string[]): readonly string[] {
  const octets = Buffer.from(`Content-Type: text/plain; charset=utf-8\r\n${fields}\r\n${body}`);
  const facts = new MessageFacts(octets, {});
  const text = facts.root.text ?? '';
  const places = new TextPlaces(facts, facts.root);
  let from = 0;
  return words.map((word) => {
    const start = text.indexOf(word, from);
    from = start + word.length;
    const place = places.place({ start, end: from });
    return `${place.start - octets.indexOf(body)} ${octets.toString('utf8', place.start, place.end)}`;
  });
}

test('in a plain body each place is exact, also of a word that stands twice', () => {
  assert.equal(placed('', 'one\r\ntwo one\r\n\r\none', 'one', 'one\n', 'one'), [
    '0 one',
    '9 one\r\n',
    '16 one',
  ]);
});

test('in a quoted-printable body a word stands as it does there, or it is the whole body', () => {
  const fields = 'Content-Transfer-Encoding: quoted-printable\r\n';
  const body = 'z=C3=AB one=\r\n two o=\r\nne';
  assert.equal(placed(fields, body, 'one', 'two'), ['8 one', '15 two']);
  assert.equal(placed(fields, body, 'one two', 'one'), [`0 ${body}`, `0 ${body}`]);
});

test('in a base64 body it is the whole body', () => {
  const body = 'b25lIHR3bw0K';
  assert.equal(placed('Content-Transfer-Encoding: base64\r\n', body, 'one'), [`0 ${body}`]);
});

test('where line ends are mixed, or octets are not ASCII, a word is searched', () => {
  assert.equal(placed('', 'a\nb\r\none', 'one'), ['5 one']);
  assert.equal(placed('', 'ë\r\none', 'one'), ['4 one']);
});

test.run();
