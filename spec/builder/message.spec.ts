/** What build() requires, named at once. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compose } from '../../lib/builder/compose.ts';
import { plain, throwing } from '../support/built-message.ts';

const test = suite('builder/message');

test('everything that is missing is named at once', () => {
  const bare = throwing(
    'message-incomplete',
    /lacks From: use from\(\); a body or an attachment: use text\(\), html\(\) or attach\(\)$/,
  );
  assert.throws(() => compose().build(), bare);
  assert.throws(() => compose().toBuffer(), bare);
  assert.throws(() => compose().sizeOctets(), bare);
  const message = compose().from('a@b.example', 'c@d.example').embed({ cid: 'a', content: 'x' });
  assert.throws(
    () => message.build(),
    throwing(
      'message-incomplete',
      /lacks Sender, for From.*; a body.*; an HTML body to show the embedded parts: use html\(\)$/,
    ),
  );
});

test('several authors need a Sender, one does not', () => {
  const two = compose().from('a@b.example', 'c@d.example').text('');
  assert.throws(
    () => two.build(),
    throwing('message-incomplete', /^the message lacks Sender, [^;]*$/),
  );
  two.sender('a@b.example').build();
});

test("a body is text(''), html, amp, calendar or alternative; an attachment will do", () => {
  const from = compose().from('a@b.example');
  from.text('').build();
  from.amp('x').build();
  from.alternative('text/x', '').build();
  from.alternative('application/x', Buffer.from('')).build();
  from.calendar('METHOD:X', { method: 'X' }).build();
  from.attach({ content: '' }).build();
  from.attachMessage(Buffer.from('')).build();
});

test('embedded parts need an HTML body, also one from alternative()', () => {
  const embedded = plain.embed({ cid: 'a', content: 'x' });
  assert.throws(() => embedded.build(), throwing('message-incomplete', /an HTML body/));
  embedded.html('').build();
  embedded.alternative('text/html', '').build();
});

test('a template without recipients is a message', () => {
  assert.equal(plain.build().envelope, { from: 'ann@example.com', to: [] });
});

test('the same content id twice throws at the call, a prefix of one does not (S6)', () => {
  const part = { content: 'x' };
  const logo = plain.html('').embed({ cid: 'logo', ...part });
  const taken = throwing('content-id-repeated', /"logo" is taken/);
  assert.throws(() => logo.embed({ cid: 'logo', ...part }), taken);
  assert.throws(() => logo.attach({ cid: 'logo', ...part }), taken);
  assert.throws(() => logo.alternative('text/x', 'x', { cid: 'logo' }), taken);
  logo
    .embed({ cid: 'log', ...part })
    .embed({ cid: 'logo2', ...part })
    .attach(part)
    .attach(part)
    .build();
});

test('a content id is taken wherever it stands: alternative, embedded, attached', () => {
  const input = { cid: 'logo', content: 'x' };
  const holders = [
    plain.alternative('text/x', 'x', { cid: 'logo' }),
    plain.embed(input),
    plain.attach(input),
  ];
  for (const holder of holders) {
    assert.throws(() => holder.embed(input), throwing('content-id-repeated', /"logo" is taken/));
  }
});

test.run();
