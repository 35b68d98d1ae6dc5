/** Sizes in reports: told where they matter, and nowhere else. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { preflight } from '../../lib/preflight/run.ts';
import { sizeLines } from '../../lib/report/size-lines.ts';
import { renderText } from '../../lib/report/text.ts';

const test = suite('report/size-lines');

function report(octets: number) {
  return preflight(Buffer.alloc(octets, 'x'), { only: ['ses/message-size'] });
}

test('a message that fits in every reading has no line', () => {
  assert.equal(sizeLines(report(0)), []);
  assert.equal(sizeLines(report(7_864_320)), []);
});

test('one that an API does not take, or not if it counted the request, has one', () => {
  const asRequest = '10,485,764 octets as base64 of a request';
  const near = 'by v1 fits (SES does not count the base64), by v2 fits';
  assert.equal(sizeLines(report(7_864_321)), [`${asRequest}: ${near}`]);
  assert.match(sizeLines(report(10_485_761))[0] ?? '', /: by v1 too large, by v2 fits$/);
  assert.match(sizeLines(report(41_943_041))[0] ?? '', /: by v1 too large, by v2 too large$/);
});

test('it is the third line of a report as text', () => {
  const large = report(10_485_761);
  const lines = renderText([{ name: 'large', report: large }]).split('\n');
  assert.is(lines[2], `  ${sizeLines(large)[0]}`);
});

test.run();
