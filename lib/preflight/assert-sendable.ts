/** Preflight as a guard before sending. */

import { MimewrightError } from '../errors.ts';
import type { RawMessage } from '../model/message.ts';
import type { PreflightOptions } from './options.ts';
import type { Finding, Report } from './report.ts';
import { preflight } from './run.ts';

/** What {@link assertSendable} throws: its message lists every error, its report holds the rest. */
export class NotSendableError extends MimewrightError {
  readonly report: Report;

  constructor(report: Report) {
    const { errors } = report;
    const count = errors.length === 1 ? 'an error' : `${errors.length} errors`;
    super('not-sendable', `the message has ${count}:\n${errors.map(line).join('\n')}`);
    this.report = report;
  }
}

/**
 * Returns the report of a message that has no errors; throws for one that has.
 *
 * @throws {MimewrightError} `not-sendable`, as a {@link NotSendableError} with the report.
 */
export function assertSendable(
  message: Uint8Array | RawMessage,
  options: PreflightOptions = {},
): Report {
  const report = preflight(message, options);
  if (report.ok) return report;
  throw new NotSendableError(report);
}

function line({ rule, message, at, ses }: Finding): string {
  const said = ses?.text === undefined ? '' : ` (SES: ${ses.text})`;
  return `- ${placeName(at)}: ${message} [${rule}]${said}`;
}

function placeName(at: Finding['at']): string {
  if (at.in === 'message') return `line ${at.line}, column ${at.column}`;
  return at.index === undefined ? at.option : `${at.option}[${at.index}]`;
}
