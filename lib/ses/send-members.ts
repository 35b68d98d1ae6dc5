/** Requests on their way to a carrier: read strictly, for what a client leaves out would be lost. */

import { wrongType } from '../arguments.ts';
import { MimewrightError } from '../errors.ts';
import { type RequestReading, readRequest } from './read-request.ts';
import { strangerText } from './stranger.ts';

/** A request that has octets for a message and no member but those of its API. */
export type Sendable = RequestReading & { readonly octets: Buffer };

/**
 * Reads a request that is to be sent as it is.
 *
 * @throws {MimewrightError} `option-invalid` for a member that the API does not have, `value-missing`
 *   and `value-type`, each naming the member.
 */
export function sendable(input: unknown): Sendable {
  const reading = readRequest(input);
  const { profile, data, strangers } = reading;
  const [stranger] = strangers;
  const api = profile === 'ses-v1' ? 'SendRawEmail' : 'SendEmail';
  if (stranger !== undefined) {
    throw new MimewrightError('option-invalid', `input: ${strangerText(stranger, api)}`);
  }
  if (profile === 'ses-v2' && reading.otherContent.length > 0) {
    const message = `Content has ${reading.otherContent.join()} beside Raw, and may have one of them`;
    throw new MimewrightError('option-invalid', message);
  }
  const path = profile === 'ses-v1' ? 'RawMessage.Data' : 'Content.Raw.Data';
  if (typeof data === 'string') throw wrongType(path, data, 'a Uint8Array');
  return { ...reading, octets: data };
}
