/** Address literals: RFC 5321 §4.1.3. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isAddressLiteral } from '../../lib/header/address-literal.ts';

const test = suite('header/address-literal');

test('IPv4 addresses, and IPv6 addresses with their tag', () => {
  for (const content of ['192.0.2.1', 'IPv6:2001:db8::1', 'ipv6:::', 'IPv6:1:2:3:4:5:6:7:8']) {
    assert.ok(isAddressLiteral(content), content);
  }
  for (const content of ['', '::1', '192.0.2', '192.0.2.256', 'IPv6:', 'IPv6:1:2', 'IPv6:::1%a']) {
    assert.not.ok(isAddressLiteral(content), content);
  }
});

test('a gap stands for two groups at least, and an IPv4 tail for two', () => {
  assert.ok(isAddressLiteral('IPv6:1:2:3:4:5::8'));
  assert.not.ok(isAddressLiteral('IPv6:1:2:3:4:5:6::8'));
  assert.ok(isAddressLiteral('IPv6:1:2:3::192.0.2.1'));
  assert.not.ok(isAddressLiteral('IPv6:1:2:3:4:5::192.0.2.1'));
});

test.run();
