/** What of a signature does not survive SES: which fields, how often they are told, and the body. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compose } from '../../../../lib/builder/compose.ts';
import type { MessageBuilder } from '../../../../lib/builder/message-builder.ts';
import { rewrittenFields } from '../../../../lib/carrier/rewritten-fields.ts';
import { sign } from '../../../../lib/dkim/sign.ts';
import type { PreflightOptions } from '../../../../lib/preflight/options.ts';
import { preflight } from '../../../../lib/preflight/run.ts';
import { fixture } from '../../../support/fixture.ts';

const test = suite('preflight/rules/ses/dkim');

/** The texts at fault in a message with these fields, by rule. */
function found(...fields: readonly string[]): readonly string[] {
  const lines = ['From: ann@example.com', 'To: bob@example.net', ...fields, '', 'Hello', ''];
  const octets = Buffer.from(lines.join('\r\n'));
  return preflight(octets, { only: ['dkim/mutable-header-signed'] }).findings.map(({ rule, at }) =>
    [rule, octets.toString('latin1', at.start, at.end)].join(': '),
  );
}

test('every field that SES touches is told where it is signed, in any case, across folds', () => {
  for (const { name, change } of rewrittenFields) {
    const signature = `DKIM-Signature: v=1; h=From:\r\n ${name.toUpperCase()}; b=x`;
    const rule = change === 'replaced' ? 'ses/dkim-signs-rewritten' : 'ses/dkim-signs-removed';
    const field = `${name}: x`;
    assert.equal(found(signature, field), [`${rule}: ${name.toUpperCase()}`], name);
  }
});

test('what SES takes out does no harm where it is absent; what it writes does', () => {
  for (const { name, change } of rewrittenFields) {
    const { length } = found(`DKIM-Signature: h=From:${name}; b=x`);
    assert.is(length, change === 'removed' ? 0 : 1, name);
  }
});

test('a name that is signed twice is told once', () => {
  const signature = 'DKIM-Signature: h=Date:From:Date:date; b=x';
  assert.equal(found(signature), ['ses/dkim-signs-rewritten: Date']);
});

test('of several signatures, which SES refuses, nothing else is told', () => {
  const signature = 'DKIM-Signature: h=Date:From; b=x';
  assert.equal(found(signature, signature), []);
});

test('a signature without h=, or over other fields, is left alone', () => {
  for (const signature of ['v=1; bh=Date', 'h=From:To:Subject', '', 'h=', 'x-h=Date']) {
    assert.equal(found(`DKIM-Signature: ${signature}`), []);
  }
});

const privateKey = fixture('keys/rsa-2048.pem').toString();

/** Whether SES is told to change the body of a signed message. */
function willChange(message: MessageBuilder, options: PreflightOptions): boolean {
  const signed = sign(message.build(), { domain: 'example.com', selector: 'keys', privateKey });
  const only = ['ses/dkim-body-will-change'];
  return preflight(signed, { ...options, only }).findings.length > 0;
}

test('tracking changes HTML, and text with links', () => {
  const message = compose().from('ann@example.com').to('bob@example.net');
  const text = message.text('Hello');
  assert.not(willChange(text, { tracking: true }));
  assert.ok(willChange(message.text('See https://example.com/'), { tracking: true }));
  assert.ok(willChange(text.html('<p>Hello'), { tracking: true }));
  assert.not(willChange(text.html('<p>Hello'), {}));
});

test('the marker for the picture says that SES tracks, unless the caller says that it does not', () => {
  const message = compose().from('ann@example.com').to('bob@example.net');
  const marked = message.html('<p>Hello{{ses:openTracker}}');
  assert.ok(willChange(marked, {}));
  assert.not(willChange(marked, { tracking: false }));
});

test('with list management another rule tells of the signature', () => {
  const message = compose().from('ann@example.com').to('bob@example.net').html('<p>Hello');
  const managed = message.ses({ listManagement: { contactList: 'News' } });
  assert.not(willChange(managed, { tracking: true }));
});

test.run();
