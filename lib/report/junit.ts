/** Reports as JUnit XML, for test reports of build servers. */

import type { Finding } from '../preflight/report.ts';
import { omittedLines, placeName, sesText, verdictText } from './finding-words.ts';
import type { NamedReport } from './named-report.ts';
import { xmlText } from './xml-text.ts';

/**
 * A test suite for each message: a failed test case for each error; where there is none, one that
 * passed. Warnings and infos are the output of the suite.
 */
export function renderJunit(reports: readonly NamedReport[]): string {
  const tests = reports.reduce((sum, { report }) => sum + Math.max(1, report.errors.length), 0);
  const failures = reports.reduce((sum, { report }) => sum + report.errors.length, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="mimewright" ${countsOf(tests, failures)}>`,
    ...reports.map(suite),
    '</testsuites>',
    '',
  ].join('\n');
}

function countsOf(tests: number, failures: number): string {
  return `tests="${tests}" failures="${failures}" errors="0" skipped="0"`;
}

function suite({ name, report }: NamedReport): string {
  const { errors, findings } = report;
  const others = findings.filter(({ severity }) => severity !== 'error');
  const output = [verdictText(report), ...others.map(lineOf), ...omittedLines(report)];
  const cases =
    errors.length === 0
      ? [`    <testcase ${placeOf(name)} name="preflight"/>`]
      : errors.map((error) => failedCase(name, error));
  return [
    `  <testsuite name="${xmlText(name)}" ${countsOf(cases.length, errors.length)}>`,
    ...cases,
    `    <system-out>${output.map(xmlText).join('\n')}</system-out>`,
    '  </testsuite>',
  ].join('\n');
}

function placeOf(name: string): string {
  return `classname="${xmlText(name)}" file="${xmlText(name)}"`;
}

function failedCase(name: string, error: Finding): string {
  const { rule, message, remedy, at } = error;
  const said = sesText(error);
  const detail = [lineOf(error), ...(said === undefined ? [] : [said]), `fix: ${remedy}`];
  return [
    `    <testcase ${placeOf(name)} name="${xmlText(`${rule} at ${placeName(at)}`)}">`,
    `      <failure type="${xmlText(rule)}" message="${xmlText(message)}">${detail.map(xmlText).join('\n')}</failure>`,
    '    </testcase>',
  ].join('\n');
}

function lineOf({ at, severity, message, rule }: Finding): string {
  return `${placeName(at)}: ${severity}: ${message} [${rule}]`;
}
