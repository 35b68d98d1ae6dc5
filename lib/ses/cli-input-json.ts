/** Requests for who has no SDK: what the AWS command line takes as `--cli-input-json`. */

import { MimewrightError } from '../errors.ts';
import type { SendEmailRequest, SendRawEmailRequest } from './request-shapes.ts';
import { sendable } from './send-members.ts';

/**
 * The JSON of a request, its message as base64: for `aws ses send-raw-email` that of `SendRawEmail`,
 * for `aws sesv2 send-email` that of `SendEmail`.
 *
 * Write it to a file and name the file: an argument of its own would be too long. Version 2 of the
 * command line takes base64 unless `cli_binary_format` is set to `raw-in-base64-out` (documented).
 * Version 1 takes a string literally and would send the base64 itself: put the message, as a string,
 * in the place of `Data` there, which what the builder makes can be, being ASCII.
 *
 * @param input As {@link sendRawEmailInput} or {@link sendEmailInput} makes it.
 * @returns One line of ASCII or UTF-8; some 1.4 times as long as the message.
 * @throws {MimewrightError} `value-missing` or `value-type`, naming the member, also for one that JSON
 *   has no way to write; `option-invalid` for a member that the API does not have.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cliv2-migration-changes.html (documented)
 * @example
 * await writeFile('request.json', cliInputJson(sendRawEmailInput(raw)));
 * // aws ses send-raw-email --cli-input-json file://request.json
 */
export function cliInputJson(input: SendRawEmailRequest | SendEmailRequest): string {
  const { profile, octets, members } = sendable(input);
  const Data = octets.toString('base64');
  return jsonOf(
    profile === 'ses-v1'
      ? { RawMessage: { Data }, ...members }
      : { Content: { Raw: { Data } }, ...members },
  );
}

/** `ConfigurationOverrides` is handed on unread: it may go round in a circle, or hold a bigint. */
function jsonOf(input: object): string {
  try {
    return JSON.stringify(input);
  } catch (cause) {
    const message = 'input holds what JSON has no way to write';
    throw new MimewrightError('value-type', message, { cause });
  }
}
