/** What a sender does not show by itself is seen in its messages. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { NotWritten, withDerivedParts } from '../../lib/testing/derived-parts.ts';
import { builder } from '../run/peers/mimewright.ts';

const test = suite('testing/derived-parts');

const derived = withDerivedParts(builder);

test('encoded bodies are taken out of messages', async () => {
  const content = Buffer.alloc(60, 1);
  const body = Buffer.from((await derived.encodeBase64?.(content)) ?? '').toString();
  assert.is(body, content.toString('base64').replace(/^.{76}/, '$&\r\n'));
  const text = Buffer.from((await derived.encodeQuotedPrintable?.('Café')) ?? '').toString();
  assert.is(text, 'Caf=C3=A9');
});

test('bodies of fields are taken as they stand', async () => {
  assert.is(await derived.encodedWords?.('Zoë'), ' =?utf-8?Q?Zo=C3=AB?=');
  const mailbox = { name: 'Doe, Ann', address: 'ann@example.com' };
  assert.is(await derived.formatMailbox?.(mailbox), ' "Doe, Ann" <ann@example.com>');
  assert.is(await derived.formatParameter?.('filename', 'a b'), ' filename="a b"');
});

test('what a message does not hold was not written', async () => {
  for (const write of [
    () => derived.encodeQuotedPrintable?.('plain'),
    () => derived.formatParameter?.('boundary', 'x'),
  ]) {
    const thrown = await Promise.resolve()
      .then(write)
      .catch((error: unknown) => error);
    assert.instance(thrown, NotWritten);
  }
});

test('its own parts stand; without messages there are no others', () => {
  const encodedWords = (text: string): string => text;
  assert.is(withDerivedParts({ ...builder, encodedWords }).encodedWords, encodedWords);
  assert.equal(withDerivedParts({ name: 'x' }), { name: 'x' });
});

test.run();
