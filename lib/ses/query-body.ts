/** `SendRawEmail` for who has no SDK: the form that the Query protocol of the API v1 posts. */

import { MimewrightError, quoted } from '../errors.ts';
import type { RequestTag } from './read-request.ts';
import type { SendRawEmailRequest } from './request-shapes.ts';
import { sendable } from './send-members.ts';

const PREFIX = 'Action=SendRawEmail&Version=2010-12-01';

/** What encodeURIComponent leaves, and the signature of a request does not. */
const LEFT = /[!'()*]/g;

/**
 * The body of the call: `application/x-www-form-urlencoded`, ASCII, in the order and the encoding of
 * the SDK's own client.
 *
 * Post it to `/` of the endpoint with that content type, signed (Signature Version 4, service `ses`).
 * In the URL it does not fit: SES takes 16,384 octets of header.
 *
 * @param input As {@link sendRawEmailInput} makes it. A message of 10 MB makes some 14 MB.
 * @throws {MimewrightError} `value-missing`, `value-type` or `ill-formed-text`, naming the member;
 *   `option-invalid` for a member that `SendRawEmail` does not have, and for the input of `SendEmail`.
 * @see https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html (documented)
 * @example
 * queryBody(sendRawEmailInput(raw));
 * // Action=SendRawEmail&Version=2010-12-01&RawMessage.Data=RnJvb…&Destinations.member.1=ann%40…
 */
export function queryBody(input: SendRawEmailRequest): string {
  const { profile, octets, members } = sendable(input);
  if (profile !== 'ses-v1') {
    throw new MimewrightError('option-invalid', 'input is for SendEmail, which takes no form');
  }
  const { Source, Destinations, FromArn, SourceArn, ReturnPathArn, Tags } = members;
  return [
    PREFIX,
    `RawMessage.Data=${escapedBase64(octets)}`,
    ...pair('Source', Source),
    ...list('Destinations', Destinations),
    ...pair('FromArn', FromArn),
    ...pair('SourceArn', SourceArn),
    ...pair('ReturnPathArn', ReturnPathArn),
    ...tagPairs(Tags),
    ...pair('ConfigurationSetName', members.ConfigurationSetName),
  ].join('&');
}

function pair(name: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : [`${name}=${escaped(name, value)}`];
}

/** An empty list is sent as such. */
function list(name: string, values: readonly string[] | undefined): readonly string[] {
  if (values?.length === 0) return [`${name}=`];
  return (values ?? []).flatMap((value, index) => pair(`${name}.member.${index + 1}`, value));
}

function tagPairs(tags: readonly RequestTag[] | undefined): readonly string[] {
  if (tags?.length === 0) return ['Tags='];
  return (tags ?? []).flatMap(({ Name, Value }, index) => [
    ...pair(`Tags.member.${index + 1}.Name`, Name),
    ...pair(`Tags.member.${index + 1}.Value`, Value),
  ]);
}

/** RFC 3986 §2.3: all but the unreserved characters. */
function escaped(name: string, value: string): string {
  if (!value.isWellFormed()) {
    throw new MimewrightError(
      'ill-formed-text',
      `${name}: a surrogate stands alone: ${quoted(value)}`,
    );
  }
  return encodeURIComponent(value).replace(LEFT, (character) => `%${hex(character)}`);
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase();
}

/** Three passes over the whole are faster than one call a character. */
function escapedBase64(octets: Buffer): string {
  const base64 = octets.toString('base64');
  return base64.replaceAll('+', '%2B').replaceAll('/', '%2F').replaceAll('=', '%3D');
}
