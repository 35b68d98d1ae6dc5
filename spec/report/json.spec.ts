/** Reports as JSON: the same values, and nothing that a terminal obeys. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { preflight } from '../../lib/preflight/run.ts';
import { renderJson } from '../../lib/report/json.ts';
import { fixture } from '../support/fixture.ts';
import { anyMessage, options } from '../support/messages.ts';

const test = suite('report/json');

test('a document is a list of reports with their names', () => {
  const report = preflight(fixture('foreign/empty-to.eml'));
  const text = renderJson([{ name: 'empty-to.eml', report }]);
  assert.equal(JSON.parse(text), [{ name: 'empty-to.eml', ...report }]);
  assert.ok(text.startsWith('[\n  {\n    "name": "empty-to.eml",\n    "refused": true,\n'));
  assert.ok(text.endsWith('\n]\n'));
  assert.is(renderJson([]), '[]\n');
});

test('law: any report comes back from it, and controls stand there as escapes', () => {
  const name = fc.string({ unit: 'binary' }).map((text) => `${text}\u009b\u202e\u2028\ud800\n`);
  fc.assert(
    fc.property(anyMessage, options, name, (octets, given, name) => {
      const report = preflight(octets, given);
      const text = renderJson([{ name, report }]);
      assert.equal(JSON.parse(text), [{ name, ...report }]);
      assert.not.match(text, /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }),
    { numRuns: 200 },
  );
});

test.run();
