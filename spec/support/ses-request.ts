/** What the two SES send calls say on the wire, brought to one shape. */

/** One accepted call; an absent member is undefined, an absent list is empty. */
export interface SesRequest {
  readonly api: 'v1' | 'v2';
  /** The raw message, octet for octet. */
  readonly octets: Buffer;
  /** v2: To, Cc and Bcc of `Destination`, in this order. */
  readonly destinations: readonly string[];
  readonly source: string | undefined;
  readonly fromEmailAddress: string | undefined;
  readonly replyToAddresses: readonly string[];
  readonly feedbackForwarding: string | undefined;
  readonly configurationSet: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly tenant: string | undefined;
  readonly sourceArn: string | undefined;
  readonly fromArn: string | undefined;
  readonly returnPathArn: string | undefined;
  readonly listManagement: { readonly contactList: string; readonly topic?: string } | undefined;
}

/** Reads the form of `SendRawEmail`. Undefined when it has no `RawMessage.Data`. */
export function readQuery(body: string): SesRequest | undefined {
  const form = new URLSearchParams(body);
  const data = form.get('RawMessage.Data');
  if (data === null) return undefined;
  const member = (name: string): string | undefined => form.get(name) ?? undefined;
  const names = members(form, 'Tags', '.Name');
  const values = members(form, 'Tags', '.Value');
  return {
    api: 'v1',
    octets: Buffer.from(data, 'base64'),
    destinations: members(form, 'Destinations'),
    source: member('Source'),
    fromEmailAddress: undefined,
    replyToAddresses: [],
    feedbackForwarding: undefined,
    configurationSet: member('ConfigurationSetName'),
    tags: Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])),
    tenant: undefined,
    sourceArn: member('SourceArn'),
    fromArn: member('FromArn'),
    returnPathArn: member('ReturnPathArn'),
    listManagement: undefined,
  };
}

/** Reads the JSON of `SendEmail`. Undefined when it has no `Content.Raw.Data`. */
export function readJson(body: string): SesRequest | undefined {
  const json: SendEmailJson = JSON.parse(body);
  const data = json.Content?.Raw?.Data;
  if (data === undefined) return undefined;
  const { ToAddresses = [], CcAddresses = [], BccAddresses = [] } = json.Destination ?? {};
  const tags = (json.EmailTags ?? []).map(({ Name, Value }) => [Name, Value] as const);
  return {
    api: 'v2',
    octets: Buffer.from(data, 'base64'),
    destinations: [...ToAddresses, ...CcAddresses, ...BccAddresses],
    source: undefined,
    fromEmailAddress: json.FromEmailAddress,
    replyToAddresses: json.ReplyToAddresses ?? [],
    feedbackForwarding: json.FeedbackForwardingEmailAddress,
    configurationSet: json.ConfigurationSetName,
    tags: Object.fromEntries(tags),
    tenant: json.TenantName,
    sourceArn: undefined,
    fromArn: json.FromEmailAddressIdentityArn,
    returnPathArn: json.FeedbackForwardingEmailAddressIdentityArn,
    listManagement: listManagement(json.ListManagementOptions),
  };
}

/** The members of a Query list, which counts from 1. */
function members(form: URLSearchParams, list: string, suffix = ''): string[] {
  const found: string[] = [];
  for (let n = 1; ; n += 1) {
    const value = form.get(`${list}.member.${n}${suffix}`);
    if (value === null) return found;
    found.push(value);
  }
}

function listManagement(
  options: SendEmailJson['ListManagementOptions'],
): SesRequest['listManagement'] {
  if (options === undefined) return undefined;
  const { ContactListName: contactList, TopicName: topic } = options;
  return topic === undefined ? { contactList } : { contactList, topic };
}

interface SendEmailJson {
  readonly Content?: { readonly Raw?: { readonly Data?: string } };
  readonly Destination?: {
    readonly ToAddresses?: readonly string[];
    readonly CcAddresses?: readonly string[];
    readonly BccAddresses?: readonly string[];
  };
  readonly FromEmailAddress?: string;
  readonly FromEmailAddressIdentityArn?: string;
  readonly FeedbackForwardingEmailAddress?: string;
  readonly FeedbackForwardingEmailAddressIdentityArn?: string;
  readonly ReplyToAddresses?: readonly string[];
  readonly ConfigurationSetName?: string;
  readonly EmailTags?: readonly { readonly Name: string; readonly Value: string }[];
  readonly TenantName?: string;
  readonly ListManagementOptions?: {
    readonly ContactListName: string;
    readonly TopicName?: string;
  };
}
