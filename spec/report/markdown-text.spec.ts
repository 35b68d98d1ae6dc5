/** Text that stays text in Markdown. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { markdownText } from '../../lib/report/markdown-text.ts';
import { printable } from '../../lib/report/printable.ts';
import { hostileText } from './named-reports.ts';

const test = suite('report/markdown-text');

test('links, mentions, tables, code and HTML become references', () => {
  assert.is(markdownText('[a](b) | `c`'), '&#91;a&#93;(b) &#124; &#96;c&#96;');
  assert.is(markdownText('<b> & @me #1 $x$'), '&#60;b&#62; &#38; &#64;me &#35;1 &#36;x&#36;');
  assert.is(markdownText('https://x WWW.x.y'), 'https&#58;//x WWW&#46;x.y');
  assert.is(markdownText('a "b" (c), d-e. \n'), 'a "b" (c), d-e. &#92;u000a');
});

test('law: read back, it is the text', () => {
  fc.assert(
    fc.property(fc.oneof(hostileText, fc.string({ unit: 'binary' })), (text) => {
      const back = markdownText(text).replace(/&#(\d+);/g, (_, code: string) =>
        String.fromCharCode(Number(code)),
      );
      assert.is(back, printable(text));
    }),
  );
});

test.run();
