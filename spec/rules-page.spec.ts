/** The page of rules: that of today's rules and cases, each rule with its section and its example. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { ruleAnchor, ruleSection } from '../lib/report/rule-section.ts';
import { root } from './support/program.ts';
import { ruleCases } from './support/rule-cases.ts';
import { editOf } from './support/rules-page/edit.ts';
import { code } from './support/rules-page/markdown.ts';
import { toldRules as rules, rulesByArea, rulesPage } from './support/rules-page/page.ts';
import { visibleLine } from './support/rules-page/visible.ts';

const path = 'lib/preflight/rules.md';
const page = readFileSync(join(root, path), 'utf8');
const sections = new Map(
  page.split(/^### /m).map((text) => [/^<a id="([^"]+)">/.exec(text)?.[1], text] as const),
);

const test = suite('rules-page');

test('it is that of the rules and cases of today', () => {
  assert.ok(rulesPage(rules, ruleCases()) === page, 'stale: npm run rules writes it anew');
});

test('every rule has the section that reports name, and no other has one', () => {
  const anchors = [...page.matchAll(/^### <a id="([^"]+)"><\/a>(.+)$/gm)];
  assert.equal(
    anchors.map(([, anchor, id]) => [`${path}#${anchor}`, id]),
    rules.map(({ id }) => [ruleSection(id), id]),
  );
});

test('every link within the page leads to a place in it', () => {
  const places = new Set([...rulesByArea(rules).keys(), ...rules.map(({ id }) => ruleAnchor(id))]);
  for (const [, place = ''] of page.matchAll(/\]\(#([^)]*)\)/g))
    assert.ok(places.has(place), place);
});

test('every rule has a cause, and an example that shows something and marks it', () => {
  for (const { id } of rules) {
    const text = sections.get(ruleAnchor(id)) ?? '';
    assert.match(text, /^- Cause, as in the example: `.*\S.*`$/m, id);
    const block = /^```(?:diff|text)\n([\s\S]*?)^```$/m.exec(text)?.[1] ?? '';
    const lines = block.trimEnd().split('\n');
    const isMarks = (line: string) => /^ *\^+$/.test(line);
    assert.ok(lines.some(isMarks), id);
    assert.ok(
      lines.some((line) => !isMarks(line) && /\S/.test(line.slice(1))),
      id,
    );
  }
});

test('the page counts its rules by area', () => {
  for (const [area, own] of rulesByArea(rules)) {
    assert.ok(page.includes(`\n| [${area}](#${area}) | ${own.length} | `), area);
  }
});

test('no octet hides, and the carets stand under those at fault', () => {
  const octets = Buffer.from('a\tb\0é \r\n');
  const line = { start: 0, end: octets.length };
  assert.equal(visibleLine(octets, line, { start: 4, end: 6 }), {
    text: 'a␉b␀<C3><A9> ␍␊',
    marks: '    ^^^^^^^^',
  });
});

test('a CRLF is left out where it is neither at fault nor behind a blank', () => {
  const octets = Buffer.from('a\r\n');
  const line = { start: 0, end: 3 };
  assert.equal(visibleLine(octets, line), { text: 'a' });
  assert.equal(visibleLine(octets, line, { start: 1, end: 1 }), { text: 'a', marks: ' ^' });
  assert.equal(visibleLine(octets, line, { start: 1, end: 3 }), { text: 'a␍␊', marks: ' ^^' });
  assert.equal(visibleLine(octets, line, { start: 3, end: 4 }), { text: 'a' });
});

test('a long line is cut to where its fault is', () => {
  const octets = Buffer.from(`${'x'.repeat(500)}!${'x'.repeat(500)}`);
  const { text, marks } = visibleLine(octets, { start: 0, end: 1001 }, { start: 500, end: 501 });
  assert.match(text, /^…x{24}!x{59}…$/);
  assert.is(marks, `${' '.repeat(25)}^`);
});

test('an edit is told by whole lines', () => {
  const lines = (before: string, after: string) => {
    const edit = editOf(Buffer.from(before), Buffer.from(after));
    return [
      before.slice(edit.before.start, edit.before.end),
      after.slice(edit.after.start, edit.after.end),
    ];
  };
  assert.equal(lines('a\nb\nc\n', 'a\nbb\nc\n'), ['b\n', 'bb\n']);
  assert.equal(lines('a\nc\n', 'a\nb\nc\n'), ['', 'b\n']);
  assert.equal(lines('a\na\nc\n', 'a\nc\n'), ['a\n', '']);
  assert.equal(lines('a\nb', 'a\nb'), ['', '']);
  assert.equal(lines('a\nb\n', 'a\nb'), ['b\n', 'b']);
  assert.equal(lines('', 'a\n'), ['', 'a\n']);
});

test('text with backticks is code all the same', () => {
  assert.equal(['a', 'a`b', '``'].map(code), ['`a`', '`` a`b ``', '``` `` ```']);
});

test.run();
