/** Rules of requests: for each an input that it tells of, as it is and as the page shows it. */

import type { Finding } from '../../../lib/preflight/report.ts';
import { preflightRequest } from '../../../lib/ses/preflight-request.ts';
import type { SendEmailRequest, SendRawEmailRequest } from '../../../lib/ses/request-shapes.ts';
import { fixture } from '../fixture.ts';

export interface RequestCase {
  readonly rule: string;
  readonly input: SendRawEmailRequest | SendEmailRequest;
  /** The input in a line, and what of it is at fault. */
  readonly shown: string;
  readonly at: string;
}

const octets = fixture('base/plain.eml');
const misspelt = { RawMessage: { Data: octets }, Destination: ['bob@example.net'] };
const beside = { Raw: { Data: octets }, Template: { TemplateName: 'receipt' } };

export const requestCases: readonly RequestCase[] = [
  {
    rule: 'ses/raw-data-string',
    input: { RawMessage: { Data: octets.toString() } },
    shown: '{ RawMessage: { Data: octets.toString() } }',
    at: 'octets.toString()',
  },
  {
    rule: 'ses/request-member-unknown',
    input: misspelt,
    shown: "{ RawMessage: { Data: octets }, Destination: ['bob@example.net'] }",
    at: 'Destination',
  },
  {
    rule: 'ses/request-content-choice',
    input: { Content: beside },
    shown: "{ Content: { Raw: { Data: octets }, Template: { TemplateName: 'receipt' } } }",
    at: 'Template:',
  },
];

/** @throws {Error} when the rule does not find its case. */
export function requestFinding({ rule, input }: RequestCase): Finding {
  const finding = preflightRequest(input).findings.find((each) => each.rule === rule);
  if (finding === undefined) throw new Error(`${rule} does not find its case`);
  return finding;
}
