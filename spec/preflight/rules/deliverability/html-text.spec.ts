/** What HTML shows: text apart from tags, styles, comments and blanks. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  isVisible,
  showsText,
  textRuns,
} from '../../../../lib/preflight/rules/deliverability/html-text.ts';

const test = suite('preflight/rules/deliverability/html-text');

test('text is what stands between tags', () => {
  const html = '<!-- a > b --><style>p { }</style><TITLE>no</TITLE><p class="x">one <b>two</b> < 3';
  assert.equal([...textRuns(html)], ['one ', 'two', ' < 3']);
});

test('a tag, a comment or a style that does not end runs to the end', () => {
  for (const html of ['one<p', 'one<!-- two', 'one<style>two</p>']) {
    assert.equal([...textRuns(html)], ['one'], html);
  }
});

test('blanks, joiners and their character references show nothing', () => {
  assert.not.ok(showsText('<p>&nbsp; &#160;&#xA0;&zwnj;&#847;\u200b\u00a0\ufeff</p>'));
  assert.ok(showsText('<p>&#1055;</p>'));
  assert.ok(showsText('<p>&amp;</p>'));
  assert.ok(isVisible('é'));
  assert.not.ok(isVisible(' \u034f\u200d\n'));
});

test('time grows with the length alone', () => {
  const html = '<img'.repeat(200_000);
  const start = performance.now();
  assert.not.ok(showsText(html));
  assert.ok(performance.now() - start < 2000);
});

test.run();
