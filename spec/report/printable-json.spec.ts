/** JSON for terminals. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { printableJson } from '../../lib/report/printable-json.ts';
import { UNSAFE } from './named-reports.ts';

const test = suite('report/printable-json');

test('controls within texts are escapes, line ends of the layout stay', () => {
  assert.is(printableJson({ a: '\u009b\u202e\n' }), '{\n  "a": "\\u009b\\u202e\\n"\n}\n');
});

test('law: it is the same value', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue({ stringUnit: 'binary' })), (value) => {
      const text = printableJson(value);
      assert.not.match(text, UNSAFE);
      assert.equal(JSON.parse(text), JSON.parse(JSON.stringify(value)));
    }),
  );
});

test.run();
