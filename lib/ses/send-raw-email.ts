/** Requests for `SendRawEmail` of the SES API v1. */

import type { SesOptions } from '../carrier/ses-options.ts';
import type { RawMessage } from '../model/message.ts';
import { addressed } from './envelope.ts';
import { checkSesOptions, type Unsupported } from './options.ts';
import { requestAddress } from './request-address.ts';

/**
 * What `SendRawEmailCommand` of `@aws-sdk/client-ses` takes.
 *
 * @see https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html
 */
export interface SendRawEmailInput {
  /** The message itself: the SDK adds the base64 of the request. */
  RawMessage: { Data: Uint8Array };
  Destinations: string[];
  Source?: string;
  ConfigurationSetName?: string;
  Tags?: { Name: string; Value: string }[];
  SourceArn?: string;
  FromArn?: string;
  ReturnPathArn?: string;
}

const UNSUPPORTED: Unsupported = {
  fromEmailAddress: 'the From field of the message stands, use from()',
  replyToAddresses: 'the Reply-To field of the message stands, use replyTo()',
  feedbackForwarding: 'use source',
  endpointId: 'its client is told the endpoint',
  tenant: 'use ses({ tenant }), which writes X-SES-TENANT',
  listManagement: 'use ses({ listManagement }), which writes X-SES-LIST-MANAGEMENT-OPTIONS',
};

/**
 * The request that sends a message through the API v1.
 *
 * `Source` is `envelope.from`, `Destinations` are `envelope.to`, unless the options say otherwise;
 * so nobody else gets the message, whatever its fields say. SES takes 50 recipients a call: see
 * {@link sendRawEmailBatches}. The octets are shared, not copied.
 *
 * @throws {MimewrightError} `recipients-missing` for a message to nobody without `destinations`;
 *   `address-syntax`, `address-not-sendable` or `domain-syntax` for an address that SES would refuse
 *   or spoil; `option-invalid` for an option that is unknown, or that this API has no member for;
 *   `arn-syntax`, `ses-field`, `value-missing` and `value-type`, each naming the option.
 * @example
 * await ses.send(new SendRawEmailCommand(sendRawEmailInput(raw, { configurationSet: 'receipts' })));
 */
export function sendRawEmailInput(raw: RawMessage, options: SesOptions = {}): SendRawEmailInput {
  checkSesOptions(options, UNSUPPORTED);
  const { octets, from, to } = addressed(raw, options);
  const { configurationSet, tags = {}, sourceArn, fromArn, returnPathArn } = options;
  const source = options.source === undefined ? from : requestAddress('source', options.source);
  const input: SendRawEmailInput = { RawMessage: { Data: octets }, Destinations: to };
  if (source !== undefined) input.Source = source;
  if (configurationSet !== undefined) input.ConfigurationSetName = configurationSet;
  const tagList = Object.entries(tags).map(([Name, Value]) => ({ Name, Value }));
  if (tagList.length > 0) input.Tags = tagList;
  if (sourceArn !== undefined) input.SourceArn = sourceArn;
  if (fromArn !== undefined) input.FromArn = fromArn;
  if (returnPathArn !== undefined) input.ReturnPathArn = returnPathArn;
  return input;
}
