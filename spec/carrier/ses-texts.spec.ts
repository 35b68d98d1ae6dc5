/** The catalogue of error texts: whole, told apart from each other, and in step with the rules. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { addressFaultTexts } from '../../lib/carrier/address-fault.ts';
import { sesTextSubjects } from '../../lib/carrier/ses-text.ts';
import { matchSesText } from '../../lib/carrier/ses-text-match.ts';
import { sesTexts } from '../../lib/carrier/ses-texts.ts';
import { tagNameFault, tagValueFault } from '../../lib/carrier/tag.ts';
import { catalogue, rules } from '../../lib/preflight/catalogue.ts';
import { requestRules } from '../../lib/ses/request-rules.ts';
import { ruleCases } from '../support/rule-cases.ts';

const test = suite('carrier/ses-texts');

const ids = new Set([...rules, ...requestRules].map(({ id }) => id));

for (const entry of sesTexts) {
  const { id, text, codes, smtp, cause, remedy, sources } = entry;
  test(`it is a whole entry: ${id}`, () => {
    assert.match(id, /^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    assert.ok(sesTextSubjects.includes(entry.subject));
    assert.ok(text !== undefined || codes.length + smtp.length > 0);
    assert.match(cause, /^\S.*[^.\s]$/);
    assert.match(remedy, /^[A-Z].*\.$/);
    assert.ok(remedy.length <= 100, remedy);
    assert.ok(sources.length > 0 && sources.every((source) => source !== ''));
    for (const source of sources) {
      if (entry.evidence !== 'inferred') assert.match(source, /^https:\/\/\S+$/);
    }
    assert.ok(Object.isFrozen(entry) && Object.isFrozen(entry.rules));
  });
  test(`its rules are rules: ${id}`, () => {
    assert.equal(
      entry.rules.filter((rule) => !ids.has(rule)),
      [],
    );
  });
}

test('no two have one id', () => {
  assert.is(new Set(sesTexts.map(({ id }) => id)).size, sesTexts.length);
});

test('each text is found as its own entry, in whatever line, with what varies in it', () => {
  for (const entry of sesTexts) {
    if (entry.text === undefined) continue;
    const text = entry.text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? 'x');
    for (const line of [text, `12:00 error: ${text}`, `(${text}`]) {
      assert.is(matchSesText(line)?.entry.id, entry.id, line);
    }
    assert.is(matchSesText(text)?.text, text);
  }
});

const values: Readonly<Record<string, string>> = {
  limit: '50',
  octets: '12078147',
  token: '"hello.txt"',
  charset: 'cp-850',
  region: 'EU-WEST-1',
  mailbox: "Ann O'Neil <ann@example.net>",
};

test('every text of the address grammar is there, with the rules that give it', () => {
  for (const rule of catalogue) {
    if (rule.kind !== 'address') continue;
    for (const text of rule.causes.flatMap((cause) => addressFaultTexts[cause])) {
      const entry = matchSesText(text)?.entry;
      assert.is(entry?.text, text);
      assert.ok(entry?.rules.includes(rule.id), `${text}: ${rule.id}`);
      if (rule.observed.includes(text)) assert.is(entry?.evidence, 'observed', text);
    }
  }
});

test('every text of the case rows is there, with the rule that gives it', () => {
  const strangers = ruleCases().flatMap(({ rule, ses }) => {
    if (ses === undefined || matchSesText(ses)?.entry.rules.includes(rule)) return [];
    return [`${ses}: ${rule}`];
  });
  assert.equal([...new Set(strangers)], []);
});

test('every text about a tag is there', () => {
  const long = 'x'.repeat(256);
  const faults = ['', long, 'a:b', 'ä'].flatMap((tag) => [tagNameFault(tag), tagValueFault(tag)]);
  for (const fault of faults) assert.is(matchSesText(fault?.text ?? '')?.text, fault?.text);
});

test.run();
