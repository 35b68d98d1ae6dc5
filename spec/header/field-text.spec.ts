/** Text that can be read back goes into fields; all other text is refused. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MimewrightError } from '../../lib/errors.ts';
import { checkFieldText } from '../../lib/header/field-text.ts';
import { anyString, text } from '../../lib/testing/arbitraries.ts';

const test = suite('header/field-text');

test('law: well-formed text without controls comes back as it is', () => {
  fc.assert(fc.property(text, (t) => assert.is(checkFieldText(t, 'Subject'), t)));
});

test('law: any other string throws, with the name of the field', () => {
  fc.assert(
    fc.property(anyString, (t) => {
      const isFit = t.isWellFormed() && !/[\x00-\x08\x0a-\x1f\x7f]/.test(t);
      if (isFit) assert.is(checkFieldText(t, 'Subject'), t);
      else assert.throws(() => checkFieldText(t, 'Subject'), /^.*Subject holds/);
    }),
    { numRuns: 300 },
  );
});

test('each control but TAB is refused', () => {
  for (let code = 0; code <= 0x9f; code += 1) {
    const t = `a${String.fromCharCode(code)}b`;
    if (code === 9 || (code >= 0x20 && code !== 0x7f)) assert.is(checkFieldText(t, 'Subject'), t);
    else assert.throws(() => checkFieldText(t, 'Subject'), /control character U\+00/);
  }
});

test('the fault has a code and a name', () => {
  const errorOf = (t: string, code?: 'filename-control'): MimewrightError => {
    try {
      checkFieldText(t, 'Subject', code);
    } catch (error) {
      if (error instanceof MimewrightError) return error;
    }
    throw new Error('nothing was thrown');
  };
  assert.is(errorOf('\ud800').code, 'ill-formed-text');
  assert.is(errorOf('a\r\nb').code, 'text-control');
  assert.match(errorOf('a\r\nb').message, /U\+000D: "a\\r\\nb"/);
  assert.is(errorOf('a\0', 'filename-control').code, 'filename-control');
});

test.run();
