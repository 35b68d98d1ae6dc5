/** Reports as JSON: the same values, and nothing that a terminal obeys. */

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { preflight } from '../../lib/preflight/run.ts';
import { renderJson, renderJsonLines } from '../../lib/report/json.ts';
import { fixture, fixtures } from '../support/fixture.ts';
import { anyMessage, options } from '../support/messages.ts';
import { plain, receipt } from './named-reports.ts';

const test = suite('report/json');

const schema = JSON.parse(
  readFileSync(new URL('../../lib/report/report.schema.json', import.meta.url), 'utf8'),
);
const isOfSchema = new Ajv2020({ strict: true, strictRequired: false }).compile(schema);

function assertOfSchema(value: unknown, name: string): void {
  assert.ok(isOfSchema(value), `${name}: ${JSON.stringify(isOfSchema.errors)}`);
}

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

test('JSON lines are the entries of the document, a line each', () => {
  const lines = renderJsonLines([receipt, plain]);
  assert.is(renderJsonLines([]), '');
  assert.match(lines, /^\{"name":"\.\/mail\/receipt.eml",.*\}\n\{"name":"mail\/plain.eml",.*\}\n$/);
  const entries = lines.split('\n', 2).map((line) => JSON.parse(line));
  assert.equal(entries, JSON.parse(renderJson([receipt, plain])));
});

test('the reports of all fixtures are of the schema', () => {
  for (const folder of ['base', 'foreign']) {
    const reports = fixtures(folder).map(([name, octets]) => ({ name, report: preflight(octets) }));
    assertOfSchema(JSON.parse(renderJson(reports)), folder);
  }
  assertOfSchema(JSON.parse(renderJson([receipt, plain])), 'examples');
});

test('law: any report is of the schema', () => {
  fc.assert(
    fc.property(anyMessage, options, (octets, given) => {
      const report = preflight(octets, given);
      assertOfSchema(JSON.parse(renderJson([{ name: 'a', report }])), 'any');
    }),
    { numRuns: 100 },
  );
});

test('what is no report is not of the schema', () => {
  const whole = JSON.stringify(JSON.parse(renderJson([receipt])));
  const broken = [
    ['"refused":true', '"refused":1'],
    ['"ok":false,', ''],
    ['"name":', '"nom":'],
    ['"severity":"error"', '"severity":"fatal"'],
    ['"in":"message"', '"in":"option"'],
    ['"line":1', '"line":0'],
    ['"start":9', '"start":-1'],
    ['"rule":"encoding/', '"rule":"'],
    ['"evidence":"observed"', '"evidence":"rumour"'],
    ['"replacement":"', '"replacement":"é'],
    ['"fits":true', '"fits":"yes"'],
  ] as const;
  for (const [from, to] of broken) {
    assert.ok(whole.includes(from), from);
    assert.not.ok(isOfSchema(JSON.parse(whole.replace(from, to))), from);
  }
  assert.not.ok(isOfSchema(JSON.parse(whole.slice(1, -1))));
});

test('all members are required, but for what a finding or part may lack', () => {
  const optional = ['ses', 'fix', 'part', 'field', 'index', 'text', 'filename', 'cid'];
  for (const [name, { properties, required }] of Object.entries<{
    properties: object;
    required: readonly string[];
  }>(schema.$defs)) {
    const wanted = Object.keys(properties).filter((member) => !optional.includes(member));
    assert.equal([...required], wanted, name);
  }
});

test('every member of the schema says what it is', () => {
  const silent: string[] = [];
  const visit = (value: object, path: string): void => {
    for (const [name, member] of Object.entries(value)) {
      if (typeof member !== 'object' || member === null) continue;
      const isMember = path.endsWith('.properties') && !('const' in member);
      const isSaid = 'description' in member || '$ref' in member;
      if (isMember && !isSaid) silent.push(`${path}.${name}`);
      visit(member, `${path}.${name}`);
    }
  };
  visit(schema, '$');
  assert.equal(silent, []);
});

test.run();
