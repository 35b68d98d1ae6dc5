/** Addr-specs, strictly: RFC 5322 §3.4.1, RFC 5321 §4.5.3.1. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MimewrightError } from '../../lib/errors.ts';
import { parseAddrSpec } from '../../lib/header/addr-spec.ts';
import { addrSpec, anyString } from '../../lib/testing/arbitraries.ts';

const test = suite('header/addr-spec');

function refuses(text: string, code: string, reason = /./): void {
  assert.throws(
    () => parseAddrSpec(text),
    (error: unknown) =>
      error instanceof MimewrightError && error.code === code && reason.test(error.message),
    text,
  );
}

test('law: what is parsed comes back unchanged when it is parsed again (A1)', () => {
  fc.assert(
    fc.property(addrSpec, (given) => {
      const parsed = parseAddrSpec(given);
      assert.is(parseAddrSpec(parsed), parsed);
    }),
    { numRuns: 300 },
  );
});

test('law: a local part keeps its characters; only needless quotes go (A4)', () => {
  fc.assert(
    fc.property(addrSpec, (given) => {
      const at = given.lastIndexOf('@');
      const parsed = parseAddrSpec(given);
      assert.is(content(parsed.slice(0, parsed.lastIndexOf('@'))), content(given.slice(0, at)));
    }),
    { numRuns: 300 },
  );
});

test('law: any string gives an addr-spec on one line of ASCII, or a MimewrightError', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        anyString,
        anyString.map((s) => `${s}@example.com`),
      ),
      (given) => {
        const parsed = attempt(given);
        if (parsed === undefined) return;
        assert.match(parsed, /^[ -~]+@[!-~]+$/);
        assert.ok(parsed.length <= 254);
      },
    ),
    { numRuns: 300 },
  );
});

test('the domain becomes A-labels in lower case, the local part stays', () => {
  assert.is(parseAddrSpec('Zoe+x@BÜCHER.Example'), 'Zoe+x@xn--bcher-kva.example');
  assert.is(parseAddrSpec('a@[192.0.2.1]'), 'a@[192.0.2.1]');
  assert.is(parseAddrSpec('"ann"@b.example'), 'ann@b.example');
  assert.is(parseAddrSpec('"a\\nn b"@b.example'), '"ann b"@b.example');
  assert.is(parseAddrSpec('"a@b"@c.example'), '"a@b"@c.example');
  assert.is(
    parseAddrSpec('"foo@x.example> ORCPT=y"@b.example'),
    '"foo@x.example> ORCPT=y"@b.example',
  );
});

test('one string has one reading, or none', () => {
  refuses('a@b@c.example', 'address-syntax');
  refuses('user@good.example(x)evil.example', 'domain-syntax');
  refuses('a@malicious.example@important.example', 'address-syntax');
  refuses('alice@example.org)<bob@example.org', 'address-syntax');
  refuses('"a"b@c.example', 'address-syntax', /quoted as a whole/);
  refuses('"a\r\nBcc: x"@b.example', 'address-syntax');
  refuses('"a\u560ab"@b.example', 'address-not-sendable');
  refuses('zoë@b.example', 'address-not-sendable', /SMTPUTF8/);
});

test('a fault is named', () => {
  refuses('ann', 'address-syntax', /no @/);
  refuses('@b.example', 'address-syntax', /before the @/);
  refuses('a@', 'address-syntax', /after the @/);
  refuses('a..b@c.example', 'address-syntax', /dots/);
  refuses('a b@c.example', 'address-syntax', /holds " "/);
  refuses(`${'x'.repeat(65)}@b.example`, 'address-syntax', /65 characters/);
  refuses(`${'x'.repeat(1200)}@b.example`, 'address-syntax', /1200 characters/);
  refuses(
    `${'x'.repeat(64)}@${'y'.repeat(60)}.${'y'.repeat(60)}.${'z'.repeat(60)}.abcdefgh`,
    'address-syntax',
    /254/,
  );
});

function content(localPart: string): string {
  return localPart.startsWith('"') ? localPart.slice(1, -1).replace(/\\(.)/g, '$1') : localPart;
}

function attempt(given: string): string | undefined {
  try {
    return parseAddrSpec(given);
  } catch (error) {
    assert.instance(error, MimewrightError);
    return undefined;
  }
}

test('a local part that readers decode to another address is refused, quoted or not', () => {
  for (const localPart of ['=?utf-8?q?=40evil.com=00?=', '"=?utf-8?q?x?="', 'a=?x?B?eA==?=']) {
    assert.throws(
      () => parseAddrSpec(`${localPart}@b.example`),
      (error: unknown) => error instanceof MimewrightError && error.code === 'address-not-sendable',
    );
  }
  assert.is(parseAddrSpec('a=?b@b.example'), 'a=?b@b.example');
});

test.run();
