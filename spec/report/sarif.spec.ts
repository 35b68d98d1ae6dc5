/** SARIF 2.1.0: in shape, and true of the message. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { positionFinder } from '../../lib/octets/position.ts';
import { rules } from '../../lib/preflight/catalogue.ts';
import { preflight } from '../../lib/preflight/run.ts';
import type { NamedReport } from '../../lib/report/named-report.ts';
import { renderSarif } from '../../lib/report/sarif.ts';
import { uriOf } from '../../lib/report/sarif-result.ts';
import { manyFindings, namedReports, plain, receipt } from './named-reports.ts';
import { assertSarif } from './sarif-log.ts';

const test = suite('report/sarif');

/** The one run, to look at its members. */
function runOf(reports: readonly NamedReport[]) {
  return JSON.parse(renderSarif(reports, { rules, version: '1.0.0' })).runs[0];
}

test('law: a log has the shape of the standard', () => {
  fc.assert(
    fc.property(namedReports, (reports) => {
      assertSarif(JSON.parse(renderSarif(reports, { rules, version: '1.0.0' })));
      assertSarif(JSON.parse(renderSarif(reports)));
    }),
  );
});

test('the assertions of the shape are not forgiving', () => {
  const log = JSON.parse(renderSarif([receipt]));
  const broken: readonly ((run: ReturnType<typeof runOf>) => void)[] = [
    (run) => delete run.tool,
    (run) => delete run.results[0].message,
    (run) => Object.assign(run, { columnKind: 'octets' }),
    (run) => Object.assign(run.results[0], { level: 'info' }),
    (run) => Object.assign(run.results[0].message, { text: '{0}' }),
    (run) => Object.assign(run.results[0].message, { text: '[a](b)' }),
    (run) => Object.assign(run.results[0].locations[0].physicalLocation.region, { startLine: 0 }),
    (run) => Object.assign(run.results[0].locations[0].physicalLocation.region, { line: 1 }),
    (run) => Object.assign(run.artifacts[0].location, { uri: 'a b' }),
    (run) => Object.assign(run.artifacts[0].location, { uri: '//host/a' }),
    (run) => run.artifacts.push(run.artifacts[0]),
    (run) => Object.assign(run.results[0].fixes[0].artifactChanges[0], { replacements: [] }),
  ];
  for (const change of broken) {
    const copy = structuredClone(log);
    change(copy.runs[0]);
    assert.throws(() => assertSarif(copy), /\$\.runs/);
  }
});

test('law: indices point at what has the name, and fixes are those of the findings', () => {
  fc.assert(
    fc.property(namedReports, (reports) => {
      const { tool, artifacts, results } = runOf(reports);
      const findings = reports.flatMap(({ name, report }) => {
        return report.findings.map((finding) => ({ name, finding }));
      });
      assert.is(results.length, findings.length);
      for (const [at, { name, finding }] of findings.entries()) {
        const { ruleId, ruleIndex, locations, fixes } = results[at];
        assert.is(ruleId, finding.rule);
        assert.is(tool.driver.rules[ruleIndex].id, ruleId);
        const { artifactLocation, region } = locations[0].physicalLocation;
        assert.is(artifactLocation.uri, uriOf(name));
        assert.is(artifacts[artifactLocation.index].location.uri, uriOf(name));
        assert.is(region === undefined, finding.at.in === 'option');
        const edits = (finding.fix?.edits ?? []).map(({ start, end, replacement }) => ({
          deletedRegion: { byteOffset: start, byteLength: end - start },
          insertedContent: { text: replacement },
        }));
        assert.equal(fixes?.[0].artifactChanges[0].replacements ?? [], edits);
      }
    }),
  );
});

test('law: a region is the octets of the finding, and where they are valid UTF-8 its characters', () => {
  fc.assert(
    fc.property(namedReports, (reports) => {
      for (const named of reports) {
        const { report, octets } = named;
        const { results, newlineSequences } = runOf([named]);
        for (const [at, finding] of report.findings.entries()) {
          if (finding.at.in === 'option') continue;
          const { region } = results[at].locations[0].physicalLocation;
          const { start, end, line } = finding.at;
          assert.is(region.byteOffset, start);
          assert.is(region.byteOffset + region.byteLength, end);
          assert.is(region.startLine, line);
          assert.is('startColumn' in region, octets !== undefined);
          if (octets === undefined) continue;
          assert.is(region.endLine, positionFinder(octets)(end).line);
          const text = textOf(octets, region, newlineSequences);
          if (text !== undefined && isWhole(octets, start) && isWhole(octets, end))
            assert.is(text, Buffer.from(octets.subarray(start, end)).toString());
        }
      }
    }),
    { numRuns: 60 },
  );
});

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The text of a region as a reader of SARIF finds it; nothing where the message is no UTF-8. */
function textOf(octets: Uint8Array, region: Region, newlines: readonly string[]) {
  const whole = Buffer.from(octets);
  const text = whole.toString();
  if (Buffer.compare(Buffer.from(text), whole) !== 0) return undefined;
  const lines = text.split(new RegExp(`(?<=${newlines.join('|')})(?<!\\r(?=\\n))`));
  const { startLine, startColumn, endLine, endColumn } = region;
  const before = (line: number, column: number) => {
    const last = [...(lines[line - 1] ?? '')].slice(0, column - 1).join('');
    return lines.slice(0, line - 1).join('').length + last.length;
  };
  return text.slice(before(startLine, startColumn), before(endLine, endColumn));
}

function isWhole(octets: Uint8Array, offset: number): boolean {
  const octet = octets[offset] ?? 0;
  return octet < 0x80 || octet >= 0xc0;
}

test('columns count characters, and octets within one are the whole of it', () => {
  const regions = runOf([receipt]).results.map(
    (result: { locations: readonly [{ physicalLocation: { region?: Region } }] }) =>
      result.locations[0].physicalLocation.region,
  );
  const [first] = regions;
  assert.equal(first, {
    ...{ startLine: 1, startColumn: 10, endLine: 1, endColumn: 11, byteOffset: 9, byteLength: 2 },
  });
  assert.is(regions[5], undefined);
  const [finding] = receipt.report.findings;
  if (finding === undefined || finding.at.in === 'option') throw new Error('no finding');
  for (const [start, end] of [
    [9, 10],
    [10, 11],
  ] as const) {
    const half = { ...finding, at: { ...finding.at, start, end } };
    const report = { ...receipt.report, findings: [half] };
    const { region } = runOf([{ ...receipt, report }]).results[0].locations[0].physicalLocation;
    assert.is(`${region.startColumn}-${region.endColumn}`, '10-11');
  }
});

test('a rule has its help, an option its name, a path no dot', () => {
  const { tool, results, artifacts } = runOf([receipt, plain]);
  assert.is(tool.driver.version, '1.0.0');
  const [rule] = tool.driver.rules;
  assert.is(rule.id, 'address/domain-character');
  assert.is(rule.defaultConfiguration.level, 'error');
  assert.match(rule.help.markdown, /\n\n- RFC 1123 §2\.1\n.*\n\nExplained in `lib\/preflight\//s);
  assert.equal(rule.properties.tags, ['address', 'form']);
  assert.equal(results[5].locations[0].logicalLocations, [{ name: 'source', kind: 'parameter' }]);
  assert.equal(artifacts, [
    { location: { uri: 'mail/receipt.eml' }, length: receipt.report.sizeOctets },
    { location: { uri: 'mail/plain.eml' }, length: plain.report.sizeOctets },
  ]);
});

test('two messages of one name are one artifact, of no length if they differ', () => {
  const { name } = plain;
  const { artifacts } = runOf([plain, { ...receipt, name }, manyFindings(1)]);
  assert.equal(artifacts[0], { location: { uri: 'mail/plain.eml' } });
  assert.is(artifacts.length, 2);
  assert.is(runOf([plain, plain]).artifacts[0].length, plain.report.sizeOctets);
});

test('names become paths of URIs', () => {
  const uris = ['a b/ü?.eml', 'C:/a', '//host/x', 'x.mbox#2', '%41', '\ud800'].map(uriOf);
  assert.equal(uris, [
    'a%20b/%C3%BC%3F.eml',
    'C%3A/a',
    '/host/x',
    'x.mbox%232',
    '%2541',
    '%EF%BF%BD',
  ]);
});

test('fingerprints stay when lines are inserted above, and regions move', () => {
  const only = receipt.report.findings.map(({ rule }) => rule);
  const octets = Buffer.concat([Buffer.from('X-Trace: é\r\n'), receipt.octets]);
  const moved = { ...receipt, octets, report: preflight(octets, { source: 'x', only: [...only] }) };
  const prints = (run: ReturnType<typeof runOf>) =>
    new Map(
      run.results.map((one: { ruleId: string; partialFingerprints: object }) => [
        `${one.ruleId} ${JSON.stringify(one.partialFingerprints)}`,
        one,
      ]),
    );
  const [before, after] = [prints(runOf([receipt])), prints(runOf([moved]))];
  for (const key of before.keys()) assert.ok(after.has(key), String(key));
});

test.run();
