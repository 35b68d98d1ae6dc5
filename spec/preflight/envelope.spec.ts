/** The envelope as options: what the requests are made of is what is judged. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compose } from '../../lib/builder/compose.ts';
import { messageParts, withEnvelope } from '../../lib/preflight/envelope.ts';
import type { PreflightOptions } from '../../lib/preflight/options.ts';
import { preflight } from '../../lib/preflight/run.ts';
import { preflightRequest } from '../../lib/ses/preflight-request.ts';
import { sendEmailInput } from '../../lib/ses/send-email.ts';
import { sendRawEmailInput } from '../../lib/ses/send-raw-email.ts';
import { fixture } from '../support/fixture.ts';

const test = suite('preflight/envelope');

const octets = Uint8Array.from(fixture('base/plain.eml'));

/** What an envelope from somebody says to the options. */
function told(from: string | undefined, options: PreflightOptions = {}): PreflightOptions {
  const envelope = { to: ['bob@example.net'], ...(from !== undefined && { from }) };
  const { destinations, ...rest } = withEnvelope(messageParts({ octets, envelope }), options);
  assert.equal(destinations, options.destinations ?? ['bob@example.net']);
  return rest;
}

const v2 = { profile: 'ses-v2' } as const;

test('API v1 and SMTP have a source', () => {
  assert.equal(told('bounces@example.com'), { source: 'bounces@example.com' });
  assert.equal(told('ann@example.com', { profile: 'smtp' }), {
    source: 'ann@example.com',
    profile: 'smtp',
  });
  assert.equal(told('bounces@example.com', { source: 'x@y.example' }), { source: 'x@y.example' });
  assert.equal(told(undefined), {});
});

test('API v2 has none: bounces go elsewhere where they are not the author’s', () => {
  assert.equal(told('bounces@example.com', v2), {
    ...v2,
    feedbackForwarding: 'bounces@example.com',
  });
  for (const from of ['ann@example.com', 'Ann <ann@EXAMPLE.com>', '"ann"@example.com']) {
    assert.equal(told(from, v2), v2, from);
  }
  const others = { ...v2, feedbackForwarding: 'x@y.example', destinations: ['a@b.example'] };
  assert.equal(told('bounces@example.com', others), {
    ...v2,
    feedbackForwarding: 'x@y.example',
  });
});

test('octets alone leave the options as they are', () => {
  assert.is(withEnvelope(messageParts(octets), v2), v2);
});

test('a reverse-path that SES refuses by API v2 is told', () => {
  const envelope = { from: 'bounces', to: ['bob@example.net'] };
  const [finding] = preflight({ octets, envelope }, v2).findings;
  assert.is(finding?.rule, 'address/missing-domain');
  assert.is(finding?.at.in === 'option' && finding.at.option, 'feedbackForwarding');
});

test('law: a message and the requests that are made of it have one report', () => {
  const address = fc.constantFrom('ann@example.com', 'bounces@example.com', 'Ann@bücher.example');
  fc.assert(
    fc.property(address, fc.option(address, { nil: undefined }), (from, returnPath) => {
      const message = compose().from(from).to('bob@example.net').subject('Hi').text('Hello');
      const raw = (returnPath === undefined ? message : message.returnPath(returnPath)).build();
      assert.equal(preflightRequest(sendRawEmailInput(raw)), preflight(raw));
      assert.equal(preflightRequest(sendEmailInput(raw)), preflight(raw, v2));
    }),
  );
});

test.run();
