/** The public surface of mimewright/dkim. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compose } from '../lib/builder/compose.ts';
import * as dkim from '../lib/dkim.ts';
import { pemOf, recordOf, rsa } from './support/dkim-keys.ts';

const test = suite('dkim');

test('it exports these, and no more', () => {
  assert.equal(Object.keys(dkim).sort(), ['sign', 'signatureField', 'signatures', 'verify']);
});

test('a built message is signed, its keys are asked for, and it verifies', () => {
  const raw = compose().from('ann@example.com').to('bob@example.org').text('Hello').build();
  const options = { domain: 'example.com', selector: 'mail', privateKey: pemOf('rsa-2048') };
  const { octets, envelope } = dkim.sign(raw, options);
  assert.is(envelope, raw.envelope);
  const records = new Map(
    dkim.signatures(octets).map(({ domain, selector }) => [`${selector} ${domain}`, recordOf(rsa)]),
  );
  assert.equal([...records.keys()], ['mail example.com']);
  const key = (domain: string, selector: string) => records.get(`${selector} ${domain}`);
  const [only] = dkim.verify(octets, { key });
  assert.is(only?.result, 'pass');
  assert.ok(Object.isFrozen(only));
});

test.run();
