/** Return-Path beside the request: which of them bounces go to. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { PreflightOptions } from '../../../../lib/preflight/options.ts';
import { preflight } from '../../../../lib/preflight/run.ts';

const test = suite('preflight/rules/ses/return-path');

const RULES = ['ses/return-path-replaced', 'ses/return-path-ignored', 'ses/return-path-empty'];

function found(body: string, options: PreflightOptions = {}): readonly string[] {
  const fields = ['From: ann@example.com', 'To: bob@example.net', `Return-Path: ${body}`];
  const octets = Buffer.from([...fields, '', 'Hello', ''].join('\r\n'));
  return preflight(octets, { only: RULES, ...options }).findings.map(({ rule }) => rule);
}

test('one address in both places is in order, its domain in any case', () => {
  assert.equal(found('<b@example.com>', { source: 'Bounces <b@EXAMPLE.com>' }), []);
  const feedbackForwarding = 'b@example.com';
  assert.equal(found('<b@example.com>', { feedbackForwarding, profile: 'ses-v2' }), []);
});

test('each API has a member of its own that wins', () => {
  const options = { source: 'ann@example.com', feedbackForwarding: 'b@example.com' };
  assert.equal(found('<b@example.com>', options), ['ses/return-path-ignored']);
  assert.equal(found('<b@example.com>', { ...options, profile: 'ses-v2' }), []);
  assert.equal(found('<b@example.com>', { source: 'ann@example.com', profile: 'ses-v2' }), [
    'ses/return-path-replaced',
  ]);
});

test('a blank or faulty source is told as such alone', () => {
  for (const source of ['', 'ann']) assert.equal(found('<b@example.com>', { source }), []);
});

test('only the null reverse-path is empty; what is faulty is told as such', () => {
  for (const body of ['<>', ' < > ']) assert.equal(found(body), ['ses/return-path-empty'], body);
  for (const body of ['', 'b', '<b@>', '<>, <>']) assert.equal(found(body), [], body);
});

test.run();
