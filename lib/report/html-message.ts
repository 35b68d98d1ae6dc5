/** One message in the HTML report: its verdict, sizes, parts and findings. */

import type { Finding, PartSummary, Report } from '../preflight/report.ts';
import { grouped, omittedLines, placeName, verdictText } from './finding-words.ts';
import type { NamedReport } from './named-report.ts';
import { octetExcerpt } from './octet-excerpt.ts';
import { sizeLines } from './size-lines.ts';
import { xmlText } from './xml-text.ts';

/** Deeper parts are indented no further. */
const DEPTH_MAX = 8;

/** From here on a meter warns. */
const NEARLY_FULL = 0.9;

/** A section whose id is `m1` for the first message. */
export function htmlMessage({ name, report, octets }: NamedReport, index: number): string {
  const { findings } = report;
  return [
    `<section id="m${index + 1}" class="${verdictOf(report)}">`,
    `<h2>${xmlText(name)}</h2>`,
    `<p class="verdict">${xmlText(verdictText(report))}</p>`,
    ...budget(report),
    ...(findings.length > 0 ? ['<h3>Findings</h3>'] : []),
    ...findings.map((finding) => article(finding, octets)),
    ...omittedLines(report).map((line) => `<p>${xmlText(line)}</p>`),
    ...tree(report.parts),
    '</section>',
  ].join('\n');
}

function verdictOf({ ok, findings }: Report): string {
  if (!ok) return 'error';
  return findings.some(({ severity }) => severity === 'warning') ? 'warning' : 'ok';
}

function budget(report: Report): readonly string[] {
  const { sizeOctets, sizeLimitOctets, recipientCount, recipientLimit } = report;
  return [
    '<table class="budget">',
    budgetRow('Size', sizeOctets, sizeLimitOctets, 'octets'),
    budgetRow('Recipients', recipientCount, recipientLimit, ''),
    '</table>',
    ...sizeLines(report).map((line) => `<p>${xmlText(line)}</p>`),
  ];
}

function budgetRow(label: string, used: number, most: number, unit: string): string {
  const percent = most === 0 ? '' : `, ${percentText(used / most)}`;
  const words = `${grouped(used)} of ${grouped(most)} ${unit}`.trim() + percent;
  const meter = `<meter min="0" max="${most}" high="${Math.floor(most * NEARLY_FULL)}" value="${used}"></meter>`;
  return `<tr><th>${label}</th><td>${meter}</td><td>${words}</td></tr>`;
}

function article(finding: Finding, octets: Uint8Array | undefined): string {
  const { severity, rule, message, remedy, ses } = finding;
  const said = ses?.text;
  return [
    `<article class="${severity}">`,
    `<h4><b>${severity}</b> ${xmlText(message)}</h4>`,
    `<p class="place">${xmlText(placeWords(finding))} · <code>${xmlText(rule)}</code></p>`,
    ...excerpt(finding, octets),
    ...(said === undefined
      ? []
      : [`<p>SES says <q>${xmlText(said)}</q> (${xmlText(ses?.evidence ?? '')})</p>`]),
    `<p>Fix: ${xmlText(remedy)}</p>`,
    '</article>',
  ].join('\n');
}

function placeWords({ at }: Finding): string {
  if (at.in === 'option') return `option ${placeName(at)}`;
  const { line, column, field, part } = at;
  const named = [
    ...(field === undefined ? [] : [`field ${field}`]),
    ...(part === undefined || part === '' ? [] : [`part ${part}`]),
  ];
  return [`line ${line}, column ${column}`, ...named].join(' · ');
}

/** The fault is marked in its line: pictures are not as wide as letters in every font. */
function excerpt({ at }: Finding, octets: Uint8Array | undefined): readonly string[] {
  const { line, carets } = (octets && octetExcerpt(octets, at)) ?? {};
  if (line === undefined || carets === undefined) return [];
  const start = carets.indexOf('^');
  const end = carets.length;
  const [before, marked, after] = [line.slice(0, start), line.slice(start, end), line.slice(end)];
  return [`<pre>${xmlText(before)}<mark>${xmlText(marked)}</mark>${xmlText(after)}</pre>`];
}

/** Paths tell the depth: `1.2.1` is the first part of the second part of the first. */
function tree(parts: readonly PartSummary[]): readonly string[] {
  const rows = parts.map(({ path, type, encoding, octets, decodedOctets, filename, cid }) => {
    const depth = path === '' ? 0 : path.split('.').length;
    const named = [filename, cid && `cid:${cid}`].filter((one) => one !== undefined);
    const cells = [
      `<th class="d${Math.min(depth, DEPTH_MAX)}">${xmlText(`${path} ${type}`.trim())}</th>`,
      `<td>${xmlText(encoding)}</td>`,
      ...[octets, decodedOctets].map((count) => `<td class="count">${grouped(count)}</td>`),
      `<td>${named.map(xmlText).join(' ')}</td>`,
    ];
    return `<tr>${cells.join('')}</tr>`;
  });
  const head =
    '<tr><th>Part</th><th>Encoding</th><th>Octets</th><th>Decoded</th><th>Name</th></tr>';
  return [
    '<h3>Parts</h3>',
    '<table class="parts">',
    `<thead>${head}</thead>`,
    '<tbody>',
    ...rows,
    '</tbody>',
    '</table>',
  ];
}

/** Rounded up, so that what is full says so; what is next to nothing is not called a tenth. */
function percentText(share: number): string {
  if (share > 0 && share < 0.001) return 'under 0.1 %';
  return `${(Math.ceil(share * 1000) / 10).toFixed(1)} %`;
}
