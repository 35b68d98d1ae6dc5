/** Preflight of a request: the very input of an SDK's send call, message, members and all. */

import { choiceArgument, recordArgument } from '../arguments.ts';
import type { SesOptions } from '../carrier/ses-options.ts';
import { MimewrightError } from '../errors.ts';
import { asBuffer } from '../octets/view.ts';
import type { PreflightOptions } from '../preflight/options.ts';
import type { Report } from '../preflight/report.ts';
import { preflight } from '../preflight/run.ts';
import { sesOptionNames } from './options.ts';
import { readRequest, tagsOf } from './read-request.ts';
import { dataFaults, memberFaults } from './request-findings.ts';
import { optionsOf } from './request-options.ts';
import { requestSeverities } from './request-severities.ts';
import type { SendEmailRequest, SendRawEmailRequest } from './request-shapes.ts';
import { withTagPlaces } from './tag-places.ts';
import { withFaults } from './with-faults.ts';

/** As for `preflight`, without what the request itself says. */
export type PreflightRequestOptions = Omit<PreflightOptions, keyof SesOptions>;

/**
 * Says, offline, what SES would refuse, rewrite or break of a request, before it is sent.
 *
 * The profile follows from where the message is: `RawMessage` is `SendRawEmail` of the API v1,
 * `Content` is `SendEmail` of the API v2. Members are told of by the options that stand for them
 * (`at.option`): To, Cc and Bcc of `Destination` are `destinations`, in this order and counted
 * through; `EmailTags` and `Tags` are `tags`, by their index in the list; what has no option, such as
 * `Content`, is at `profile`. Data that is a string is looked at as the octets that clients of today
 * send, its UTF-8. Simple and Template content of v2, and `ConfigurationOverrides`, are not looked at.
 *
 * @param input What `new SendRawEmailCommand(input)` or `new SendEmailCommand(input)` takes; not the
 *   JSON of the AWS CLI, whose data is base64.
 * @throws {MimewrightError} `value-missing` for an input without a message, `value-type` for a member
 *   of another type than the client takes, `option-invalid` for an option that the request says
 *   itself, a `profile` of another API, or whatever else `preflight` throws it for.
 * @see {@link requestRules} for what is told of requests alone
 * @example
 * const input = { RawMessage: { Data: octets }, Destinations: ['To: ann@example.com'] };
 * preflightRequest(input).errors; // ses/recipient-entry-header-name
 */
export function preflightRequest(
  input: SendRawEmailRequest | SendEmailRequest,
  options: PreflightRequestOptions = {},
): Report {
  const reading = readRequest(input);
  const { profile, data } = reading;
  const said = optionsOf(reading);
  checkAgainst(options, profile);
  const { severityOf, theirs } = requestSeverities(options, profile);
  const octets = asBuffer(typeof data === 'string' ? Buffer.from(data) : data);
  const report = preflight(octets, { ...options, ...theirs, ...said, profile });
  const placed = withTagPlaces(report, tagsOf(reading), said.tags);
  const faults = [...dataFaults(data, octets, report), ...memberFaults(reading)];
  return withFaults(placed, faults, severityOf);
}

/** A type may be got round: what the request says must not be said twice. */
function checkAgainst(options: PreflightRequestOptions, profile: 'ses-v1' | 'ses-v2'): void {
  const members = recordArgument('options', options);
  const twice = sesOptionNames.find((name) => members.has(name));
  if (twice !== undefined) {
    throw new MimewrightError('option-invalid', `${twice}: the request itself says it`);
  }
  if (members.has('profile')) choiceArgument('profile', members.get('profile'), [profile]);
}
