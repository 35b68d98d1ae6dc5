/** How the parts nest, for every combination of what a message may hold. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compose } from '../../lib/builder/compose.ts';
import type { MessageBuilder } from '../../lib/builder/message-builder.ts';
import { body, part, partBody, shape } from '../support/built-message.ts';

const test = suite('builder/structure');

const from = compose().from('ann@example.com');

const additions: readonly (readonly [
  subtype: string,
  add: (b: MessageBuilder) => MessageBuilder,
])[] = [
  ['plain', (b) => b.text('text')],
  ['markdown', (b) => b.alternative('text/markdown', '# text')],
  ['x-amp-html', (b) => b.amp('<html ⚡4email>')],
  ['html', (b) => b.html('<img src="cid:logo">')],
  ['calendar', (b) => b.calendar('METHOD:REQUEST', { method: 'REQUEST' })],
  ['png', (b) => b.embed({ cid: 'logo', content: 'x', type: 'image/png' })],
  ['rfc822', (b) => b.attachMessage(from.text('inner'))],
  ['pdf', (b) => b.attach({ content: 'x', type: 'application/pdf' })],
];

function level(subtype: string, parts: readonly string[]): string {
  return parts.length > 1 ? `${subtype}(${parts.join(', ')})` : parts.join('');
}

function expected(has: ReadonlySet<string>): string {
  const present = (...names: readonly string[]): string[] => names.filter((name) => has.has(name));
  const bodies = present('plain', 'markdown', 'x-amp-html', 'html', 'calendar');
  const related = level('related', [level('alternative', bodies), ...present('png')]);
  return level('mixed', [...(related === '' ? [] : [related]), ...present('pdf', 'rfc822')]);
}

test('law: mixed(related(alternative(…), embedded), attachments), a level with one child left out (S4, S5)', () => {
  let seen = 0;
  for (let bits = 1; bits < 2 ** additions.length; bits += 1) {
    const chosen = additions.filter((_, at) => (bits >> at) % 2 === 1);
    const has = new Set(chosen.map(([subtype]) => subtype));
    if (has.has('png') && !has.has('html')) continue;
    // The order of calls across kinds does not matter.
    const message = chosen.toReversed().reduce((b, [, add]) => add(b), from);
    assert.is(shape(message.build().octets), expected(has));
    seen += 1;
  }
  assert.is(seen, 191);
});

test('attachments keep their call order, whatever their kind', () => {
  const message = additions.slice(-2).reduce((b, [, add]) => add(b), from);
  assert.is(shape(message.build().octets), 'mixed(rfc822, pdf)');
});

test('related names the type of its root', () => {
  const embedded = from
    .html('<img src="cid:a">')
    .embed({ cid: 'a', content: 'x', type: 'image/gif' });
  assert.match(
    body(embedded, 'Content-Type') ?? '',
    /^multipart\/related; type="text\/html"; boundary=/,
  );
  const both = embedded.text('x').attach({ content: 'x' });
  const octets = both.build().octets;
  assert.match(
    partBody(octets, '1', 'Content-Type') ?? '',
    /^multipart\/related; type="multipart\/alternative";/,
  );
});

test('a message of one part is that part', () => {
  assert.is(
    body(from.attach({ content: 'x', type: 'a/b', filename: 'c' }), 'Content-Type'),
    'a/b; name=c',
  );
});

test('every part has a type and an encoding, and a disposition unless it is a body', () => {
  const octets = additions.reduce((b, [, add]) => add(b), from).build().octets;
  const paths = ['1.1.1', '1.1.2', '1.1.3', '1.1.4', '1.1.5', '1.2', '2', '3'];
  for (const path of ['', '1', '1.1', ...paths]) {
    assert.ok(partBody(octets, path, 'Content-Type'), path);
    assert.ok(partBody(octets, path, 'Content-Transfer-Encoding'), path);
  }
  const dispositions = paths.map((path) => part(octets, path).disposition?.type);
  const none = undefined;
  assert.equal(dispositions, [none, none, none, none, none, 'inline', 'attachment', 'attachment']);
});

test('what no reader shows as a body has a disposition wherever it stands', () => {
  const octets = from
    .text('x')
    .alternative('application/octet-stream', Buffer.from([0, 255]))
    .build().octets;
  assert.is(part(octets, '2').disposition?.type, 'inline');
});

test.run();
