/** What the page shows of a rule: a cause, SES's answers and an example. */

import type { SesAnswer } from '../../../lib/preflight/report.ts';
import type { RuleCase } from '../rule-cases.ts';
import { circumstances, example } from './example.ts';
import { fenced } from './markdown.ts';
import { requestCases, requestFinding } from './request-cases.ts';
import { sesAnswers, specimenOf } from './specimen.ts';

export interface Showing {
  /** Where the message of a finding stands, and that message. */
  readonly place: string;
  readonly message: string;
  readonly answers: readonly SesAnswer[];
  /** What the case tells preflight beside the message; empty if nothing. */
  readonly given: string;
  /** A fenced block. */
  readonly example: string;
}

/** @throws {Error} when the rule has no case. */
export function showingOf(id: string, cases: readonly RuleCase[]): Showing {
  return ofRequest(id) ?? ofMessage(id, cases);
}

function ofMessage(id: string, cases: readonly RuleCase[]): Showing {
  const specimen = specimenOf(id, cases);
  const { at, message } = specimen.finding;
  return {
    place: at.in === 'message' ? `${at.line}:${at.column} ` : '',
    message,
    answers: sesAnswers(id, cases),
    given: circumstances(specimen),
    example: example(specimen),
  };
}

function ofRequest(id: string): Showing | undefined {
  const row = requestCases.find(({ rule }) => rule === id);
  if (row === undefined) return undefined;
  const { message, ses } = requestFinding(row);
  const { shown, at } = row;
  const marks = ' '.repeat(shown.indexOf(at)) + '^'.repeat(at.length);
  return {
    place: '',
    message,
    answers: ses === undefined ? [] : [ses],
    given: 'preflightRequest(input)',
    example: fenced('text', [shown, marks]),
  };
}
