/** How findings are bounded, put in order and placed. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { rulesNamed } from '../../lib/preflight/catalogue.ts';
import { Collector } from '../../lib/preflight/collector.ts';
import { MessageFacts } from '../../lib/preflight/facts.ts';
import type { Reporter } from '../../lib/preflight/rule.ts';

const test = suite('preflight/collector');

const octets = Buffer.from('To: a\r\nCc: b\r\n\r\nHello\r\n');

function collect(report: (reporterOf: (id: string) => Reporter) => void): Collector {
  const collector = new Collector(new MessageFacts(octets, {}));
  report((id) => {
    const [rule] = rulesNamed(id);
    if (rule === undefined) throw new Error(id);
    return collector.reporter(rule, 'error');
  });
  return collector;
}

test('findings stand by start, end and rule; options after, by name, index and start', () => {
  const collector = collect((reporterOf) => {
    const option = { in: 'option', option: 'destinations', end: 9 } as const;
    reporterOf('ses/recipient-count')({ ...option, index: 2, start: 1 }, 'i');
    reporterOf('address/null')({ ...option, index: 10, start: 0 }, 'j');
    reporterOf('address/null')({ in: 'option', option: 'source', start: 0, end: 0 }, 'k');
    reporterOf('address/null')({ ...option, index: 2, start: 0 }, 'h');
    reporterOf('rfc5322/bare-lf')({ start: 4, end: 5 }, 'd');
    reporterOf('encoding/nul')({ start: 4, end: 5 }, 'c');
    reporterOf('rfc5322/bare-cr')({ start: 4, end: 4 }, 'b');
    reporterOf('rfc5322/bare-cr')({ start: 10, end: 11 }, 'e');
    reporterOf('rfc5322/bare-cr')({ start: 0, end: 9 }, 'a');
  });
  const order = collector.findings().map(({ message }) => message);
  assert.equal(order, ['a', 'b', 'c', 'd', 'e', 'h', 'i', 'j', 'k']);
});

test('a place has its line, column, part and field', () => {
  const facts = new MessageFacts(octets, {});
  const collector = collect((reporterOf) => {
    const [, field] = facts.root.fields;
    if (field === undefined) throw new Error('no field');
    reporterOf('encoding/nul')({ start: 11, end: 12, entity: facts.root, field }, 'x');
  });
  assert.equal(collector.findings()[0]?.at, {
    in: 'message',
    start: 11,
    end: 12,
    line: 2,
    column: 5,
    part: '1',
    field: 'Cc',
  });
});

test('of one rule a hundred findings are listed, the rest are counted', () => {
  for (const [count, omitted] of [
    [100, {}],
    [101, { 'encoding/nul': 1 }],
    [350, { 'encoding/nul': 250 }],
  ] as const) {
    const collector = collect((reporterOf) => {
      const report = reporterOf('encoding/nul');
      for (let at = 0; at < count; at += 1) report({ start: 0, end: 1 }, String(at));
      reporterOf('rfc5322/bare-cr')({ start: 0, end: 1 }, 'x');
    });
    assert.is(collector.findings().length, Math.min(count, 100) + 1);
    assert.equal(collector.omitted(), omitted);
  }
});

test('beyond a hundred, the first that SES refuses still gets a place', () => {
  const collector = collect((reporterOf) => {
    const report = reporterOf('rfc5322/duplicate-header');
    for (let at = 0; at < 200; at += 1) report({ start: 0, end: 1 }, 'taken');
    for (let at = 0; at < 5; at += 1) {
      report({ start: 1, end: 2 }, 'refused', { refuses: true, evidence: 'documented' });
    }
  });
  const listed = collector.findings();
  assert.is(listed.length, 100);
  assert.is(listed.filter(({ ses }) => ses?.refuses).length, 1);
  assert.equal(collector.omitted(), { 'rfc5322/duplicate-header': 105 });
});

test.run();
