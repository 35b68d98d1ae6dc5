/** `mimewright explain`: rules, and what SES said to a message. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { rules } from '../../../lib/index.ts';
import { runIn, type Said } from '../../support/command-line.ts';
import { fixture } from '../../support/fixture.ts';

const comma = fixture('foreign/comma-in-name.eml');
const plain = fixture('base/plain.eml');

function explain(...args: readonly string[]): Promise<Said> {
  const files = { 'mail.eml': comma, 'plain.eml': plain, 'empty.eml': '' };
  return runIn({ files, stdin: comma }, 'explain', ...args);
}

const test = suite('cli/commands/explain');

test('every rule is explained, by id and by alias', async () => {
  for (const { id, aliases, summary } of rules) {
    for (const name of [id, ...aliases]) {
      const { status, out } = await explain(name);
      assert.is(status, 0);
      assert.ok(Buffer.from(out, 'latin1').toString().includes(`  ${summary}.\n`), name);
    }
  }
});

test('the last part of an id is enough', async () => {
  const short = await explain('duplicate-header');
  assert.equal(short, await explain('rfc5322/duplicate-header'));
});

test('several stand one behind the other', async () => {
  const { out } = await explain('encoding/nul', 'ses/message-size');
  assert.match(out, /^encoding\/nul\n[\s\S]*\n\nses\/message-size\n/);
});

test('what SES said is shown at its octets, with cause and cure', async () => {
  for (const file of ['mail.eml', '-']) {
    const { status, out } = await explain('--error', "Missing final '@domain'", file);
    assert.is(status, 0);
    assert.match(out, /^SES: Missing final '@domain'/);
    assert.match(out, /\n {2}\S+:1:10\n {4}\| From: Roe, Richard <.*\n {4}\| +\^\nCure: /);
  }
});

test('a text that does not fit, and an unknown one: status 1', async () => {
  const absent = await explain('--error', "Missing final '@domain'", 'plain.eml');
  assert.is(absent.status, 1);
  assert.match(absent.out, /does not hold the fault/);
  const unknown = await explain('--error', 'out of cheese', 'plain.eml');
  assert.is(unknown.status, 1);
  assert.match(unknown.out, /unknown/);
  assert.is((await explain('--error', '', 'empty.eml')).status, 1);
});

test('bad usage, and a file that is not there', async () => {
  assert.match((await explain()).err, /no rule to explain; mimewright rules lists them\n/);
  assert.match((await explain('no/such')).err, /no rule "no\/such"; mimewright rules lists them\n/);
  assert.match((await explain('--error', 'x')).err, /no file to explain\n/);
  const { status, err } = await explain('--error', 'x', 'none.eml');
  assert.equal([status, err], [3, 'mimewright: none.eml: no such file or directory\n']);
});

test.run();
