/** The search for delimiter lines of many boundaries. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { DelimiterSearch } from '../../lib/reader/delimiter-search.ts';

const test = suite('reader/delimiter-search');

const lookAlikes: string[] = [];

function searchOf(text: string, ...boundaries: readonly string[]): DelimiterSearch<string> {
  lookAlikes.length = 0;
  const search = new DelimiterSearch<string>(Buffer.from(text), (owner, { start, end }) => {
    lookAlikes.push(`${owner}: ${text.slice(start, end)}`);
  });
  for (const boundary of boundaries) search.add(boundary, `${boundary} owner`);
  return search;
}

test('the first delimiter line of any boundary is found, with its places', () => {
  const search = searchOf('x\r\n--c\r\n--b-- \r\ny', 'a', 'b');
  assert.equal(search.next(0), { owner: 'b owner', isClose: true, start: 8, next: 16 });
  assert.is(search.next(16), undefined);
});

test('a boundary that ends in two hyphens is found before the close delimiter of another', () => {
  const found = searchOf('--b--', 'b', 'b--').next(0);
  assert.equal([found?.owner, found?.isClose], ['b-- owner', false]);
});

test('a line that only starts like a delimiter is told, of the longest boundary', () => {
  const search = searchOf('--bc d\r\n --b x\r\n--\r\n--a\r\n--b', 'b', 'bc');
  assert.is(search.next(0)?.start, 25);
  assert.equal(lookAlikes, ['bc owner: --bc d']);
});

test('of equal boundaries the last one added counts, until it is removed', () => {
  const search = searchOf('--b', 'b');
  search.add('b', 'inner');
  assert.is(search.next(0)?.owner, 'inner');
  search.removeLast('b');
  assert.is(search.next(0)?.owner, 'b owner');
  search.removeLast('b');
  assert.is(search.next(0), undefined);
});

test('a line is asked about without a search', () => {
  const search = searchOf('--b\n--c\n', 'b');
  assert.is(search.isDelimiter(0), true);
  assert.is(search.isDelimiter(4), false);
});

test.run();
