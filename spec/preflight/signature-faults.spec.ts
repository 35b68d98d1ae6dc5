/** Which faults of a signature are told, and which follow from those. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseSignature } from '../../lib/dkim/signature-field.ts';
import { toldFaults } from '../../lib/preflight/signature-faults.ts';

const test = suite('preflight/signature-faults');

const HASH = 'MHIFHm0FLJ4ZxbH3Q1wUzJBEt4Jcrlw8Oj3uXxAKmCA=';
const MADE = Buffer.alloc(256).toString('base64');

const good: Readonly<Record<string, string>> = {
  ...{ v: '1', a: 'rsa-sha256', d: 'example.com', s: 'keys', h: 'From:To', bh: HASH, b: MADE },
};

/** The causes told of a signature, and what stands in their places. */
function told(tags: Readonly<Record<string, string>>): readonly string[] {
  const pairs = Object.entries({ ...good, ...tags }).map(([name, value]) => `${name}=${value}`);
  return toldOf(pairs.join('; '));
}

function toldOf(text: string): readonly string[] {
  return toldFaults(parseSignature(text)).map(
    ({ cause, start, end }) => `${cause}: ${text.slice(start, end)}`,
  );
}

test('of a sound signature nothing is told', () => {
  assert.equal(told({}), []);
});

test('a semicolon that is missing is told at the tag behind it, and nothing that follows from it', () => {
  assert.equal(told({ v: '1 a=rsa-sha1' }), ['semicolon-missing: a=']);
  assert.equal(told({ h: `From:To bh = ${HASH}` }), ['semicolon-missing: bh =']);
  assert.equal(told({ b: `${MADE}\tx=12` }), ['semicolon-missing: x=']);
});

test('base64 that is folded before its end holds no tag, nor do copied fields', () => {
  assert.equal(told({ b: `${'AAAA'.repeat(85)}AA\tc=` }), []);
  assert.equal(told({ z: 'Subject: a= b' }), []);
});

test('a list that is none, a tag given twice and another version leave nothing to judge', () => {
  assert.equal(told({ a: 'rsa-sha1; nothing' }), ['tag-list-syntax: nothing']);
  assert.equal(told({ s: 'keys; s=other', a: 'x' }), ['duplicate-tag: s']);
  assert.equal(told({ v: '2', a: 'x', bh: '*' }), ['version: 2']);
});

test('a hash of another algorithm is of another length', () => {
  assert.equal(told({ a: 'rsa-sha1', bh: 'AAAA' }), ['rsa-sha1: rsa-sha1']);
  assert.equal(told({ a: 'rsa-sha512', bh: 'AAAA' }), ['algorithm-unknown: rsa-sha512']);
  assert.equal(told({ bh: 'AAAA' }), ['body-hash-octets: AAAA']);
});

test('an empty list lacks no From', () => {
  assert.equal(told({ h: '' }), ['names-empty: ']);
  assert.equal(told({ h: 'To:' }), ['names-empty: To:', 'from-not-signed: To:']);
});

test.run();
