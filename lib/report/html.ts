/** Reports as one HTML page: a file of its own, without scripts, safe with hostile mail. */

import { totalsText, verdictText } from './finding-words.ts';
import { htmlMessage } from './html-message.ts';
import { htmlStyle } from './html-style.ts';
import type { NamedReport } from './named-report.ts';
import { ruleSection } from './rule-section.ts';
import { xmlText } from './xml-text.ts';

/** No script, no image, no font, no frame, no form, and no other base. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * A page with a section for each message: the verdict, how much of the size and of the recipients is
 * used, the MIME tree, and each finding with its octets. It loads nothing and runs nothing; whatever
 * a message says is text.
 */
export function renderHtml(reports: readonly NamedReport[]): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${xmlText(POLICY)}">`,
    '<meta name="viewport" content="width=device-width">',
    '<title>mimewright</title>',
    `<style>${htmlStyle}</style>`,
    '</head>',
    '<body>',
    '<h1>mimewright</h1>',
    `<p>${xmlText(totalsText(reports))}</p>`,
    ...contents(reports),
    ...reports.map(htmlMessage),
    ...key(reports),
    ...explanations(reports),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** Where to find each message; one needs no list. */
function contents(reports: readonly NamedReport[]): readonly string[] {
  if (reports.length < 2) return [];
  const rows = reports.map(
    ({ name, report }, index) =>
      `<tr><td><a href="#m${index + 1}">${xmlText(name)}</a></td><td>${xmlText(verdictText(report))}</td></tr>`,
  );
  return ['<nav>', '<table>', ...rows, '</table>', '</nav>'];
}

/** What the pictures of octets mean, where there are some. */
function key(reports: readonly NamedReport[]): readonly string[] {
  const hasExcerpt = reports.some(
    ({ octets, report }) => octets && report.findings.some(({ at }) => at.in === 'message'),
  );
  if (!hasExcerpt) return [];
  const words =
    'Octets as shown: ␍ CR, ␊ LF, ␉ TAB, ␀ NUL, ␣ a blank at the end of a line, \\xC3 an octet beyond ASCII, ... a line that goes on.';
  return [`<p class="key">${xmlText(words)}</p>`];
}

function explanations(reports: readonly NamedReport[]): readonly string[] {
  const found = new Set(reports.flatMap(({ report }) => report.findings.map(({ rule }) => rule)));
  if (found.size === 0) return [];
  const items = [...found].sort().map((rule) => `<li>${xmlText(ruleSection(rule))}</li>`);
  return [
    '<footer>',
    '<p>Explained in the package mimewright:</p>',
    '<ul>',
    ...items,
    '</ul>',
    '</footer>',
  ];
}
