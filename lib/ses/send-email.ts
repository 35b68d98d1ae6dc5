/** Requests for `SendEmail` of the SES API v2, with raw content. */

import type { SesOptions } from '../carrier/ses-options.ts';
import { MimewrightError, quoted } from '../errors.ts';
import type { RawMessage } from '../model/message.ts';
import { reversePathBesideFrom } from '../preflight/envelope.ts';
import { type Addressed, addressed } from './envelope.ts';
import { checkSesOptions, type Unsupported } from './options.ts';
import { requestAddress, requestAddresses } from './request-address.ts';

/**
 * What `SendEmailCommand` of `@aws-sdk/client-sesv2` takes.
 *
 * @see https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html
 */
export interface SendEmailInput {
  /** The message itself: the SDK adds the base64 of the request. */
  Content: { Raw: { Data: Uint8Array } };
  Destination: { ToAddresses: string[] };
  FromEmailAddress?: string;
  ReplyToAddresses?: string[];
  FeedbackForwardingEmailAddress?: string;
  FromEmailAddressIdentityArn?: string;
  FeedbackForwardingEmailAddressIdentityArn?: string;
  ConfigurationSetName?: string;
  EmailTags?: { Name: string; Value: string }[];
  TenantName?: string;
  EndpointId?: string;
  ListManagementOptions?: { ContactListName: string; TopicName?: string };
}

const UNSUPPORTED: Unsupported = { source: 'use feedbackForwarding' };

/**
 * The request that sends a message through the API v2.
 *
 * All recipients stand in `ToAddresses`: the list is the envelope, and who is shown as To, Cc, or
 * not at all is settled by the fields of the message. `FromEmailAddress` is given only by option,
 * for it replaces the From field and its display name. Bounces go to `envelope.from`, which is named
 * only where it is not the From field already. The octets are shared, not copied.
 *
 * @throws {MimewrightError} `recipients-missing` for a message to nobody without `destinations`;
 *   `address-syntax`, `address-not-sendable` or `domain-syntax` for an address that SES would refuse
 *   or spoil; `option-invalid` for an option that is unknown, or that this API has no member for;
 *   `arn-syntax`, `ses-field`, `value-missing` and `value-type`, each naming the option.
 * @example
 * await ses.send(new SendEmailCommand(sendEmailInput(raw, { tenant: 'acme' })));
 */
export function sendEmailInput(raw: RawMessage, options: SesOptions = {}): SendEmailInput {
  checkSesOptions(options, UNSUPPORTED);
  const message = addressed(raw, options);
  const input: SendEmailInput = {
    Content: { Raw: { Data: message.octets } },
    Destination: { ToAddresses: message.to },
  };
  addSenders(input, message, options);
  addIdentities(input, options);
  addAccountMembers(input, options);
  return input;
}

function addSenders(
  input: SendEmailInput,
  message: Addressed,
  { fromEmailAddress, replyToAddresses = [], feedbackForwarding }: SesOptions,
): void {
  if (fromEmailAddress !== undefined) {
    input.FromEmailAddress = requestAddress('fromEmailAddress', fromEmailAddress);
  }
  const replyTo = requestAddresses('replyToAddresses', replyToAddresses);
  if (replyTo.length > 0) input.ReplyToAddresses = replyTo;
  const feedback =
    feedbackForwarding === undefined
      ? message.from && reversePathBesideFrom(message.octets, message.from)
      : requestAddress('feedbackForwarding', feedbackForwarding);
  if (feedback !== undefined) input.FeedbackForwardingEmailAddress = feedback;
}

/** One ARN covers what v1 and the X-SES fields tell apart as source and From. */
function addIdentities(
  input: SendEmailInput,
  { sourceArn, fromArn, returnPathArn }: SesOptions,
): void {
  if (sourceArn !== undefined && fromArn !== undefined && sourceArn !== fromArn) {
    throw new MimewrightError(
      'option-invalid',
      `fromArn: this API has one member for sourceArn and fromArn: ${quoted(fromArn)} is not ${quoted(sourceArn)}`,
    );
  }
  const identity = fromArn ?? sourceArn;
  if (identity !== undefined) input.FromEmailAddressIdentityArn = identity;
  if (returnPathArn !== undefined) input.FeedbackForwardingEmailAddressIdentityArn = returnPathArn;
}

function addAccountMembers(
  input: SendEmailInput,
  { configurationSet, tags = {}, tenant, endpointId, listManagement }: SesOptions,
): void {
  if (configurationSet !== undefined) input.ConfigurationSetName = configurationSet;
  const tagList = Object.entries(tags).map(([Name, Value]) => ({ Name, Value }));
  if (tagList.length > 0) input.EmailTags = tagList;
  if (tenant !== undefined) input.TenantName = tenant;
  if (endpointId !== undefined) input.EndpointId = endpointId;
  if (listManagement === undefined) return;
  const { contactList, topic } = listManagement;
  input.ListManagementOptions = { ContactListName: contactList };
  if (topic !== undefined) input.ListManagementOptions.TopicName = topic;
}
