/** The emulator in this process, under both real AWS clients. */

import { SendRawEmailCommand } from '@aws-sdk/client-ses';
import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { sesV1Client, sesV2Client } from './clients.ts';
import { startEmulator } from './emulator.ts';
import { fixture } from './fixture.ts';

const test = suite('support/emulator');

test('what either client sends is read and kept, in order', async () => {
  const emulator = await startEmulator();
  const [v1, v2] = [sesV1Client(emulator.url), sesV2Client(emulator.url)];
  try {
    await v1.send(
      new SendRawEmailCommand({ RawMessage: { Data: fixture('base/attachment.eml') } }),
    );
    await v2.send(new SendEmailCommand({ Content: { Raw: { Data: fixture('base/cjk.eml') } } }));
    const [minutes, winter, ...others] = await emulator.store();
    assert.is(minutes?.subject, 'Minutes of Friday');
    assert.equal(
      minutes?.attachments.map(({ filename }) => filename),
      ['minutes.pdf', 'present.csv'],
    );
    assert.is(winter?.subject, '冬の営業時間と新しい豆のお知らせ');
    assert.equal(others, []);
  } finally {
    v1.destroy();
    v2.destroy();
    await emulator.close();
  }
});

test('a new emulator starts with an empty store', async () => {
  const emulator = await startEmulator();
  assert.equal(await emulator.store(), []);
  await emulator.close();
});

test.run();
