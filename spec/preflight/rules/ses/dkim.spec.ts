/** Fields in a signature that do not survive SES: which ones, and how often they are told. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { rewrittenFields } from '../../../../lib/carrier/rewritten-fields.ts';
import { preflight } from '../../../../lib/preflight/run.ts';

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

test('a name that is signed twice is told once, in each signature', () => {
  const signature = 'DKIM-Signature: h=Date:From:Date:date; b=x';
  assert.equal(found(signature), ['ses/dkim-signs-rewritten: Date']);
  assert.is(found(signature, signature).length, 2);
});

test('a signature without h=, or over other fields, is left alone', () => {
  for (const signature of ['v=1; bh=Date', 'h=From:To:Subject', '', 'h=', 'x-h=Date']) {
    assert.equal(found(`DKIM-Signature: ${signature}`), []);
  }
});

test.run();
