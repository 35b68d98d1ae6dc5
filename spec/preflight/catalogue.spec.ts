/** The catalogue: what each rule says of itself, and for each a message one edit away from clean. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { addressFaultTexts } from '../../lib/carrier/address-fault.ts';
import { profiles } from '../../lib/carrier/limits.ts';
import { catalogue, rules, rulesNamed } from '../../lib/preflight/catalogue.ts';
import type { Finding } from '../../lib/preflight/report.ts';
import { preflight } from '../../lib/preflight/run.ts';
import { fixtures } from '../support/fixture.ts';
import { optionText } from '../support/option-text.ts';
import { edited, placeOf, type RuleCase, ruleCases } from '../support/rule-cases.ts';

const test = suite('preflight/catalogue');

const cases = ruleCases();

test('the base messages are clean in every profile', () => {
  for (const [name, octets] of fixtures('base')) {
    for (const profile of profiles) {
      assert.equal(preflight(octets, { profile }).findings, [], `${name} under ${profile}`);
    }
  }
});

/** What a finding must be, in the words of a rule case. */
function expected(row: RuleCase, message: Buffer): unknown {
  const { rule, severity, at, option, ses, refused = ses !== undefined } = row;
  const place = option ?? { start: placeOf(row, message) };
  return { rule, severity, ...place, at, ses, refused };
}

function asRow({ rule, severity, at, ses }: Finding, { options }: RuleCase, message: Buffer) {
  const rest = { rule, severity };
  const answer = { ses: ses?.text, refused: ses?.refuses ?? false };
  if (at.in === 'message') {
    const text = message.toString('utf8', at.start, at.end);
    return { ...rest, start: at.start, at: text, ...answer };
  }
  const { option, index } = at;
  const text = optionText(options ?? {}, at);
  const place = index === undefined ? { option } : { option, index };
  return { ...rest, ...place, at: text.slice(at.start, at.end), ...answer };
}

test('each case gives exactly its finding: one fault, at its octets, with the text of SES (S16, S18)', () => {
  for (const row of cases) {
    const message = edited(row);
    const { profile = 'ses-v1', options } = row;
    const report = preflight(message, { ...options, profile });
    const found = report.findings.map((finding) => asRow(finding, row, message));
    assert.equal(found, [expected(row, message)], JSON.stringify(row).slice(0, 500));
    const { refused = row.ses !== undefined } = row;
    assert.is(report.refused, refused, JSON.stringify(row).slice(0, 500));
    assert.not(report.refused && report.ok, `law: what is refused is not ok: ${row.rule}`);
  }
});

test('each case has the severity of its rule in the other profiles', () => {
  for (const row of cases.filter(({ fill, option, profile }) => !fill && !option && !profile)) {
    for (const profile of profiles) {
      const { findings } = preflight(edited(row), { ...row.options, profile });
      const severity = rulesNamed(row.rule)[0]?.severity[profile];
      assert.equal(
        findings.map((finding) => `${finding.rule} ${finding.severity}`),
        severity === 'off' ? [] : [`${row.rule} ${severity}`],
        `${profile}: ${JSON.stringify(row).slice(0, 500)}`,
      );
    }
  }
});

test('every rule has a case, and every case a rule', () => {
  const tried = new Set(cases.map(({ rule }) => rule));
  assert.equal([...tried].sort(), rules.map(({ id }) => id).sort());
});

test('every cause of an address fault has one rule and a case with each text that is its own', () => {
  const addressRules = catalogue.flatMap((rule) => (rule.kind === 'address' ? [rule] : []));
  const causes = addressRules.flatMap((rule) => rule.causes);
  assert.equal(causes.toSorted(), Object.keys(addressFaultTexts).sort());
  for (const rule of addressRules) {
    const texts = new Set(cases.filter((row) => row.rule === rule.id).map(({ ses }) => ses));
    for (const cause of rule.causes) {
      assert.ok(
        addressFaultTexts[cause].some((text) => texts.has(text)),
        `${rule.id}: ${cause}`,
      );
    }
  }
});

test('ids are area/name, unique and sorted; no alias is an id', () => {
  const ids = rules.map(({ id }) => id);
  for (const id of ids)
    assert.match(
      id,
      /^(?:address|deliverability|dkim|encoding|list|mime|rfc5322|ses)\/[a-z0-9-]+$/,
    );
  assert.equal(ids, [...new Set(ids)].sort());
  for (const { aliases } of rules) {
    for (const alias of aliases) {
      assert.match(alias, /^[a-z0-9]+\/[a-z0-9-]+$/);
      assert.not(ids.includes(alias), alias);
    }
  }
});

test('ids and aliases find their rules, other names none', () => {
  for (const { id, aliases } of rules) {
    assert.equal(
      rulesNamed(id).map((rule) => rule.id),
      [id],
    );
    for (const alias of aliases) {
      assert.ok(
        rulesNamed(alias).some((rule) => rule.id === id),
        alias,
      );
    }
  }
  for (const name of ['', 'ses', 'ses/', 'toString', '__proto__', 'SES/message-size']) {
    assert.equal(rulesNamed(name), []);
  }
});

test('every rule says what holds, what to do, and who says so', () => {
  for (const { id, summary, remedy, sources } of rules) {
    assert.match(summary, /^[A-Z].*[^.]$/, id);
    assert.match(remedy, /^[A-Z].*\.$/, id);
    assert.ok(summary.length <= 80 && remedy.length <= 90, id);
    assert.ok(sources.length > 0, id);
  }
});

test('rules of SES are off where the carrier is another', () => {
  for (const { id, severity } of rules) {
    if (id.startsWith('ses/')) assert.is(severity.smtp, 'off', id);
    else assert.is.not(severity.smtp, 'off', id);
  }
});

test('rules are plain data, frozen through and through', () => {
  assert.equal(JSON.parse(JSON.stringify(rules)), rules);
  for (const rule of rules) {
    for (const value of [rules, rule, rule.aliases, rule.severity, rule.sources]) {
      assert.ok(Object.isFrozen(value), rule.id);
    }
  }
});

test.run();
