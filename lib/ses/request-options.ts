/** What a request says, as preflight is told it. */

import type { SesOptions } from '../carrier/ses-options.ts';
import type {
  RequestReading,
  RequestTag,
  SendEmailMembers,
  SendRawEmailMembers,
} from './read-request.ts';

/** The members that are there; of tags that share a name the first. */
export function optionsOf(reading: RequestReading): SesOptions {
  return reading.profile === 'ses-v1' ? ofV1(reading.members) : ofV2(reading.members);
}

function ofV1(members: SendRawEmailMembers): SesOptions {
  const { Destinations, Source, ConfigurationSetName, Tags } = members;
  const { SourceArn, FromArn, ReturnPathArn } = members;
  return {
    ...(Destinations !== undefined && { destinations: Destinations }),
    ...(Source !== undefined && { source: Source }),
    ...(ConfigurationSetName !== undefined && { configurationSet: ConfigurationSetName }),
    ...(Tags !== undefined && { tags: recordOf(Tags) }),
    ...(SourceArn !== undefined && { sourceArn: SourceArn }),
    ...(FromArn !== undefined && { fromArn: FromArn }),
    ...(ReturnPathArn !== undefined && { returnPathArn: ReturnPathArn }),
  };
}

function ofV2(members: SendEmailMembers): SesOptions {
  return { ...addressesOf(members), ...identitiesOf(members), ...accountOf(members) };
}

function addressesOf(members: SendEmailMembers): SesOptions {
  const { Destination, FromEmailAddress, ReplyToAddresses } = members;
  const { FeedbackForwardingEmailAddress: feedbackForwarding } = members;
  const { ToAddresses = [], CcAddresses = [], BccAddresses = [] } = Destination ?? {};
  return {
    ...(Destination && { destinations: [...ToAddresses, ...CcAddresses, ...BccAddresses] }),
    ...(FromEmailAddress !== undefined && { fromEmailAddress: FromEmailAddress }),
    ...(ReplyToAddresses !== undefined && { replyToAddresses: ReplyToAddresses }),
    ...(feedbackForwarding !== undefined && { feedbackForwarding }),
  };
}

/** One ARN stands for what v1 tells apart: it covers the From field. */
function identitiesOf(members: SendEmailMembers): SesOptions {
  const { FromEmailAddressIdentityArn: fromArn } = members;
  const { FeedbackForwardingEmailAddressIdentityArn: returnPathArn } = members;
  return {
    ...(fromArn !== undefined && { fromArn }),
    ...(returnPathArn !== undefined && { returnPathArn }),
  };
}

function accountOf(members: SendEmailMembers): SesOptions {
  const { ConfigurationSetName, EmailTags, TenantName, EndpointId } = members;
  const { ContactListName, TopicName } = members.ListManagementOptions ?? {};
  return {
    ...(ConfigurationSetName !== undefined && { configurationSet: ConfigurationSetName }),
    ...(EmailTags !== undefined && { tags: recordOf(EmailTags) }),
    ...(TenantName !== undefined && { tenant: TenantName }),
    ...(EndpointId !== undefined && { endpointId: EndpointId }),
    ...(ContactListName !== undefined && {
      listManagement: {
        contactList: ContactListName,
        ...(TopicName !== undefined && { topic: TopicName }),
      },
    }),
  };
}

/** A member that a tag lacks is as good as empty. */
function recordOf(tags: readonly RequestTag[]): Readonly<Record<string, string>> {
  const byName = new Map<string, string>();
  for (const { Name = '', Value = '' } of tags) if (!byName.has(Name)) byName.set(Name, Value);
  return Object.fromEntries(byName);
}
