/** `mimewright request`: the requests of both APIs, with the members that were asked for. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runIn, type Said } from '../../support/command-line.ts';
import { fixture } from '../../support/fixture.ts';

const message = fixture('base/plain.eml');
const files = {
  'mail.eml': message,
  'bad.eml': fixture('foreign/comma-in-name.eml'),
  'empty.eml': '',
};
const to = ['--destination', 'c@d.example'];

function request(...args: readonly string[]): Promise<Said> {
  return runIn({ files, stdin: message }, 'request', ...args);
}

const test = suite('cli/commands/request');

test('v1: SendRawEmail', async () => {
  const { status, out } = await request(
    ...to,
    '--source',
    'x@example.com',
    '--tag',
    'a=b',
    'mail.eml',
  );
  assert.is(status, 0);
  assert.equal(JSON.parse(out), {
    RawMessage: { Data: message.toString('base64') },
    Source: 'x@example.com',
    Destinations: ['c@d.example'],
    Tags: [{ Name: 'a', Value: 'b' }],
  });
});

test('v2: SendEmail', async () => {
  const { out } = await request(
    ...to,
    '--api',
    'v2',
    '--tenant',
    't',
    '--configuration-set',
    's',
    '-',
  );
  const { Content, ...members } = JSON.parse(out);
  assert.is(Content.Raw.Data, message.toString('base64'));
  assert.equal(members, {
    Destination: { ToAddresses: ['c@d.example'] },
    TenantName: 't',
    ConfigurationSetName: 's',
  });
});

test('the body of a Query', async () => {
  const { out } = await request(...to, '--form', 'query', 'mail.eml');
  const body = new URLSearchParams(out.trim());
  assert.is(body.get('Action'), 'SendRawEmail');
  assert.is(body.get('RawMessage.Data'), message.toString('base64'));
});

test('what SES would refuse is told, and status 1', async () => {
  const { status, out, err } = await request(...to, 'bad.eml');
  assert.is(status, 1);
  assert.ok(JSON.parse(out));
  assert.match(err, /^mimewright: bad\.eml:1:10: SES would refuse it: /);
});

const faults: readonly (readonly [line: string, said: RegExp])[] = [
  ['mail.eml', /--destination ADDRESS is due$/],
  ['--destination a@b.example --api v3 mail.eml', /--api takes v1, v2, not "v3"$/],
  [
    '--destination a@b.example --api v2 --form query mail.eml',
    /--form query is of --api v1 alone$/,
  ],
  ['--destination a@b.example --tag x mail.eml', /--tag takes NAME=VALUE/],
  ['--destination a@b.example --source-arn x mail.eml', /sourceArn/],
  ['--destination a@b.example', /no file to request$/],
];
for (const [line, said] of faults) {
  test(`bad usage: request ${line}`, async () => {
    const { status, out, err } = await request(...line.split(' '));
    assert.equal([status, out], [2, '']);
    assert.match(err.split('\n')[0] ?? '', said);
  });
}

test('what cannot be read or written is a failure', async () => {
  assert.equal((await request(...to, 'none.eml')).status, 3);
  assert.equal((await request(...to, '-o', 'full.eml', 'mail.eml')).status, 3);
});

test.run();
