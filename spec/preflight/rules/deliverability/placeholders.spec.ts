/** Placeholders: mail about templates names them, and templates hold them. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { preflight } from '../../../../lib/preflight/run.ts';
import { fixture } from '../../../support/fixture.ts';

const test = suite('preflight/rules/deliverability/placeholders');

const base = fixture('base/alternative.eml').toString();
const only = ['deliverability/template-unresolved'];

function count(find: string, replace: string, template = false): number {
  const message = Buffer.from(base.replace(find, () => replace));
  return preflight(message, { only, template }).findings.length;
}

test('a template may hold what is to be filled in', () => {
  assert.is(count('<p>The', '<p>Dear {{name}},</p><p>The'), 1);
  assert.is(count('<p>The', '<p>Dear {{name}},</p><p>The', true), 0);
});

test('who writes about placeholders is not told of them', () => {
  assert.is(count('<p>The', '<p>Write <code>{{name}}</code> or *|FNAME|*; the'), 0);
  assert.is(count('Subject: The', 'Subject: Re: [core] {{ }} in the'), 0);
  assert.is(count('Subject: The', 'Subject: 50% OFF, 100%: the'), 0);
});

test('what SES fills in is told elsewhere', () => {
  assert.is(count('<p>The', '<a href="{{amazonSESUnsubscribeUrl}}">Leave</a><p>The'), 0);
  assert.is(count('<p>The', '<a href="{{leave}}">Leave</a><p>The'), 1);
});

test.run();
