/** The input of either send call, read: its message, its members by their names, and what is no member. */

import { isOctets, missing, octetsArgument, wrongType } from '../arguments.ts';
import { MimewrightError } from '../errors.ts';
import { Members, type Stranger } from './members.ts';

/** A tag of a list; a member that is not there is undefined. */
export interface RequestTag {
  readonly Name: string | undefined;
  readonly Value: string | undefined;
}

/** The members of `SendRawEmail` beside the message, in the order in which its client writes them. */
export interface SendRawEmailMembers {
  readonly Source: string | undefined;
  readonly Destinations: readonly string[] | undefined;
  readonly FromArn: string | undefined;
  readonly SourceArn: string | undefined;
  readonly ReturnPathArn: string | undefined;
  readonly Tags: readonly RequestTag[] | undefined;
  readonly ConfigurationSetName: string | undefined;
}

/** The members of `SendEmail` beside the message. */
export interface SendEmailMembers {
  readonly FromEmailAddress: string | undefined;
  readonly FromEmailAddressIdentityArn: string | undefined;
  readonly Destination:
    | {
        readonly ToAddresses: readonly string[] | undefined;
        readonly CcAddresses: readonly string[] | undefined;
        readonly BccAddresses: readonly string[] | undefined;
      }
    | undefined;
  readonly ReplyToAddresses: readonly string[] | undefined;
  readonly FeedbackForwardingEmailAddress: string | undefined;
  readonly FeedbackForwardingEmailAddressIdentityArn: string | undefined;
  readonly EmailTags: readonly RequestTag[] | undefined;
  readonly ConfigurationSetName: string | undefined;
  readonly EndpointId: string | undefined;
  readonly TenantName: string | undefined;
  readonly ListManagementOptions:
    | { readonly ContactListName: string; readonly TopicName: string | undefined }
    | undefined;
  readonly ConfigurationOverrides: unknown;
}

interface Read {
  readonly data: Buffer | string;
  readonly strangers: readonly Stranger[];
}

export interface SendRawEmailReading extends Read {
  readonly profile: 'ses-v1';
  readonly members: SendRawEmailMembers;
}

export interface SendEmailReading extends Read {
  readonly profile: 'ses-v2';
  readonly members: SendEmailMembers;
  /** What the content is beside raw: `Simple`, `Template`. */
  readonly otherContent: readonly string[];
}

export type RequestReading = SendRawEmailReading | SendEmailReading;

/**
 * Reads an input; which API it is for follows from where its message is.
 *
 * @throws {MimewrightError} `value-missing` where there is no message, `value-type` for a member of
 *   another type than its client takes, `option-invalid` for the messages of both APIs in one.
 */
export function readRequest(input: unknown): RequestReading {
  const members = new Members('', input);
  const [isV1, isV2] = [members.has('RawMessage'), members.has('Content')];
  if (isV1 && isV2) {
    throw new MimewrightError(
      'option-invalid',
      'input has RawMessage, of SendRawEmail, and Content, of SendEmail: a request has one of them',
    );
  }
  if (isV1) return readSendRawEmail(members);
  if (isV2) return readSendEmail(members);
  if (members.has('input')) throw wrongType('input', input, "an input: pass the command's `input`");
  throw new MimewrightError(
    'value-missing',
    'input has neither RawMessage, as of SendRawEmail, nor Content, as of SendEmail',
  );
}

/** The tags of either API, in their order. */
export function tagsOf({ profile, members }: RequestReading): readonly RequestTag[] {
  return (profile === 'ses-v1' ? members.Tags : members.EmailTags) ?? [];
}

function readSendRawEmail(input: Members): SendRawEmailReading {
  const data = dataOf(input.members('RawMessage'), 'RawMessage.Data');
  const members = {
    Source: input.text('Source'),
    Destinations: input.texts('Destinations'),
    FromArn: input.text('FromArn'),
    SourceArn: input.text('SourceArn'),
    ReturnPathArn: input.text('ReturnPathArn'),
    Tags: tagList(input, 'Tags'),
    ConfigurationSetName: input.text('ConfigurationSetName'),
  };
  return { profile: 'ses-v1', data, members, strangers: input.strangers() };
}

function readSendEmail(input: Members): SendEmailReading {
  const content = input.members('Content');
  const otherContent = ['Simple', 'Template'].filter((name) => content?.value(name) !== undefined);
  if (otherContent.length > 0 && content?.has('Raw') === false) {
    const due = 'raw content: SES writes the message of any other itself';
    throw new MimewrightError(
      'value-missing',
      `Content has ${otherContent.join()} but no Raw, ${due}`,
    );
  }
  const data = dataOf(content?.members('Raw'), 'Content.Raw.Data');
  const destination = input.members('Destination');
  const members = {
    FromEmailAddress: input.text('FromEmailAddress'),
    FromEmailAddressIdentityArn: input.text('FromEmailAddressIdentityArn'),
    Destination: destination && {
      ToAddresses: destination.texts('ToAddresses'),
      CcAddresses: destination.texts('CcAddresses'),
      BccAddresses: destination.texts('BccAddresses'),
    },
    ReplyToAddresses: input.texts('ReplyToAddresses'),
    FeedbackForwardingEmailAddress: input.text('FeedbackForwardingEmailAddress'),
    FeedbackForwardingEmailAddressIdentityArn: input.text(
      'FeedbackForwardingEmailAddressIdentityArn',
    ),
    EmailTags: tagList(input, 'EmailTags'),
    ConfigurationSetName: input.text('ConfigurationSetName'),
    EndpointId: input.text('EndpointId'),
    TenantName: input.text('TenantName'),
    ListManagementOptions: listManagementOf(input.members('ListManagementOptions')),
    ConfigurationOverrides: input.value('ConfigurationOverrides'),
  };
  return { profile: 'ses-v2', data, members, strangers: input.strangers(), otherContent };
}

/** Without it there is nothing to look at, and nothing to send. */
function dataOf(holder: Members | undefined, path: string): Buffer | string {
  const data = holder?.value('Data');
  if (data === undefined) throw missing(path, data);
  if (typeof data === 'string') return data;
  if (!isOctets(data)) throw wrongType(path, data, 'a Uint8Array');
  return octetsArgument(path, data);
}

function tagList(input: Members, name: string): readonly RequestTag[] | undefined {
  return input
    .membersList(name)
    ?.map((tag) => ({ Name: tag.text('Name'), Value: tag.text('Value') }));
}

function listManagementOf(options: Members | undefined): SendEmailMembers['ListManagementOptions'] {
  if (options === undefined) return undefined;
  const ContactListName = options.text('ContactListName');
  if (ContactListName === undefined) {
    throw missing('ListManagementOptions.ContactListName', ContactListName);
  }
  return { ContactListName, TopicName: options.text('TopicName') };
}
