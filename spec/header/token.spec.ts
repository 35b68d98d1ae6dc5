/** Tokens: RFC 2045 §5.1. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkToken, isToken } from '../../lib/header/token.ts';

const test = suite('header/token');

test('a token is ASCII without controls, blanks and specials', () => {
  const specials = '()<>@,;:\\"/[]?=';
  for (let code = 0; code < 0x180; code += 1) {
    const character = String.fromCharCode(code);
    const isDue = code > 0x20 && code < 0x7f && !specials.includes(character);
    assert.is(isToken(character), isDue, JSON.stringify(character));
    assert.is(isToken(`a${character}b`), isDue, JSON.stringify(character));
  }
  assert.not(isToken(''));
});

test('what is no token is refused with its name', () => {
  assert.is(checkToken('bulk', 'Precedence'), 'bulk');
  assert.throws(
    () => checkToken('a\r\nX: y', 'Precedence'),
    /Precedence: not a token: "a\\r\\nX: y"/,
  );
});

test.run();
