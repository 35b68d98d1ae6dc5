/** The names of X-SES fields. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { xSesFields } from '../../lib/carrier/x-ses-fields.ts';
import { X_SES_PREFIX, xSesKind, xSesNames } from '../../lib/carrier/x-ses-names.ts';

const test = suite('carrier/x-ses-names');

const arn = 'arn:aws:ses:eu-west-1:123456789012:identity/example.com';

test('what the builder writes is what SES reads, all of it', () => {
  const written = xSesFields({
    configurationSet: 'a',
    tags: { a: 'b' },
    tenant: 'a',
    sourceArn: arn,
    fromArn: arn,
    returnPathArn: arn,
    listManagement: { contactList: 'a' },
  });
  assert.equal(
    written.map(({ name }) => name),
    [...xSesNames],
  );
  for (const name of xSesNames) {
    assert.ok(name.toLowerCase().startsWith(X_SES_PREFIX));
    assert.is(xSesKind(name.toLowerCase()), 'read');
  }
});

test('what SES writes, and what it does not know', () => {
  for (const name of ['receipt', 'dkim-signature', 'spam-verdict', 'virus-verdict', 'outgoing']) {
    assert.is(xSesKind(`x-ses-${name}`), 'written', name);
  }
  for (const name of ['', 'config-set', 'verdict', 'configuration-set-', 'receipts']) {
    assert.is(xSesKind(`x-ses-${name}`), 'unknown', name);
  }
});

test.run();
