/** Text within XML and HTML. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { xmlText } from '../../lib/report/xml-text.ts';

const test = suite('report/xml-text');

test('what XML reads as markup is a reference', () => {
  assert.is(xmlText(`<a b="c" d='e'>&amp;`), '&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;');
  assert.is(xmlText('日本 é 😀'), '日本 é 😀');
});

test('what is no character of XML is an escape', () => {
  assert.is(xmlText('\0\n\ufffe\uffff\ud800'), '\\u0000\\u000a\\ufffe\\uffff\\ud800');
});

test.run();
