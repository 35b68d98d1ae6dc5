/** Bodies in transit: which parts are edited, and how they are encoded anew. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compose } from '../../lib/builder/compose.ts';
import { read } from '../../lib/reader/read.ts';
import { transit } from '../../lib/ses/transit.ts';
import { readWithMailparser, readWithPostalMime } from '../support/readers.ts';

const test = suite('ses/transit-bodies');

const link = '<a href="https://a.example">x</a>';
const redirect =
  '<a href="https://mimewright-placeholder.invalid/click/https%3A%2F%2Fa.example">x</a>';

function tracked(octets: Uint8Array): Uint8Array {
  return transit(octets, { tracking: true });
}

function message(...lines: readonly string[]): Buffer {
  return Buffer.from(lines.join('\r\n'), 'latin1');
}

test('8bit HTML that is edited is encoded, and says what it said', () => {
  const sent = message(
    'Content-Type: text/html; charset=iso-8859-1',
    'Content-Transfer-Encoding: 8bit',
    '',
    `\xe9 ${link}`,
  );
  const received = read(tracked(sent));
  assert.is(received.transferEncoding, 'quoted-printable');
  assert.ok(received.text?.startsWith(`é ${redirect}<img`));
});

test('HTML without a field for its encoding gets one, and a MIME-Version where there is none', () => {
  const received = read(tracked(message('Content-Type: text/html; charset=utf-8', '', '\xc3\xa9')));
  assert.is(received.field('content-transfer-encoding')?.unfolded().trim(), 'quoted-printable');
  assert.is(received.field('mime-version')?.unfolded().trim(), '1.0');
  assert.ok(received.text?.startsWith('é<img'));
});

test('what is in base64 stays so', () => {
  const sent = compose().from('a@b.example').html('x\n', { encoding: 'base64' }).toBuffer();
  const received = read(tracked(sent));
  assert.is(received.transferEncoding, 'base64');
  assert.match(received.text ?? '', /^x\n<img/);
  assert.equal(received.allDefects(), []);
});

test('plain text, attachments and attached messages stay octet for octet', () => {
  const attached = compose().from('a@b.example').html(link);
  const sent = compose()
    .from('a@b.example')
    .text('https://a.example {{ses:openTracker}}')
    .html(link)
    .attach({ content: link, filename: 'a.html', type: 'text/html' })
    .attachMessage(attached)
    .toBuffer();
  const octets = tracked(sent);
  const bodies = (all: Uint8Array) =>
    [...read(all).walk()].map(({ body }) =>
      Buffer.from(all.subarray(body.start, body.end)).toString(),
    );
  const changed = bodies(sent).filter((body, index) => bodies(octets)[index] !== body);
  assert.equal(
    changed.filter((body) => !body.includes('\r\n--')),
    [link],
  );
});

test('the marker of the pixel counts once in the message', () => {
  const sent = message(
    ...['Content-Type: multipart/mixed; boundary=x', ''],
    ...['--x', 'Content-Type: text/html', '', 'one'],
    ...['--x', 'Content-Type: text/html', '', 'two {{ses:openTracker}}{{ses:openTracker}}!'],
    ...['--x', 'Content-Type: text/html', '', 'three {{ses:openTracker}}', '--x--', ''],
  );
  const [one, two, three] = read(tracked(sent)).parts.map(({ text }) => text);
  assert.is(one, 'one');
  assert.match(two ?? '', /^two <img [^>]*>!$/);
  assert.is(three, 'three ');
});

test('250 links of a message are tracked, of all its parts together', () => {
  const part = ['--x', 'Content-Type: text/html', '', link.repeat(200)];
  const sent = message('Content-Type: multipart/mixed; boundary=x', '', ...part, ...part, '--x--');
  const texts = read(tracked(sent)).parts.map(({ text }) => text ?? '');
  assert.equal(
    texts.map((text) => text.split(redirect).length - 1),
    [200, 50],
  );
});

test('no line of an edited part becomes a boundary delimiter', () => {
  const sent = message(
    ...['Content-Type: multipart/mixed; boundary=x', '', '--x', 'Content-Type: text/html'],
    ...['Content-Transfer-Encoding: quoted-printable', '', 'a', '=2D-x', 'b', '--x--', ''],
  );
  const received = read(tracked(sent));
  assert.is(received.parts.length, 1);
  assert.match(received.parts[0]?.text ?? '', /^a\n--x\nb<img/);
});

test('text in a charset whose octets may look like ASCII, or in an unknown encoding, stays', () => {
  for (const fields of [
    ['Content-Type: text/html; charset=iso-2022-jp'],
    ['Content-Type: text/html; charset=utf-16le', 'Content-Transfer-Encoding: 8bit'],
    ['Content-Type: text/html', 'Content-Transfer-Encoding: x-own'],
    ['Content-Type: text/html', 'Content-Transfer-Encoding: uuencode'],
  ]) {
    const received = tracked(message(...fields, '', link));
    assert.ok(Buffer.from(received).toString('latin1').endsWith(`\r\n\r\n${link}`), fields[0]);
  }
});

test('independent readers find the pixel and the redirect, and the rest as it was', async () => {
  const sent = compose().from('a@b.example').subject('é').text('é').html(`<p>é ${link}</p>`);
  for (const readWith of [readWithPostalMime, readWithMailparser]) {
    const [before, after] = [
      await readWith(sent.toBuffer()),
      await readWith(tracked(sent.toBuffer())),
    ];
    assert.is(after.text, before.text);
    assert.is(after.subject, 'é');
    assert.ok(after.html?.includes(`<p>é ${redirect}</p><img`));
  }
});

test.run();
