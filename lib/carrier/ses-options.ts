/** What a request to SES may say beside the message: the members of its two APIs, by one name each. */

/**
 * The options of a request. Each is checked, and wins over the X-SES field of the same meaning that
 * stands in the message.
 *
 * @see https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html (v1)
 * @see https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html (v2)
 */
export interface SesOptions {
  /**
   * Who gets the message, whatever its To, Cc and Bcc fields say; one mailbox an entry. v1:
   * `Destinations`; v2: `Destination.ToAddresses`.
   */
  readonly destinations?: readonly string[];
  /** Where bounces and complaints go. v1: `Source`; v2 has `feedbackForwarding` for it. */
  readonly source?: string;
  /** Replaces the From field, display name and all. v1: none; v2: `FromEmailAddress`. */
  readonly fromEmailAddress?: string;
  /** Replace the Reply-To field. v1: none; v2: `ReplyToAddresses`. */
  readonly replyToAddresses?: readonly string[];
  /** Where bounces and complaints go. v1 has `source` for it; v2: `FeedbackForwardingEmailAddress`. */
  readonly feedbackForwarding?: string;
  /** `ConfigurationSetName` in both. */
  readonly configurationSet?: string;
  /** By name; they replace those of the message as a whole. v1: `Tags`; v2: `EmailTags`. */
  readonly tags?: Readonly<Record<string, string>>;
  /** v1: none, but the X-SES-TENANT field does it; v2: `TenantName`. */
  readonly tenant?: string;
  /** Of the identity bounces go to. v1: `SourceArn`; v2: `FromEmailAddressIdentityArn`. */
  readonly sourceArn?: string;
  /** Of the identity in the From field. v1: `FromArn`; v2: `FromEmailAddressIdentityArn`. */
  readonly fromArn?: string;
  /** v1: `ReturnPathArn`; v2: `FeedbackForwardingEmailAddressIdentityArn`. */
  readonly returnPathArn?: string;
  /** Of a multi-region endpoint. v1: none; v2: `EndpointId`. */
  readonly endpointId?: string;
  /** v1: none, but the X-SES-LIST-MANAGEMENT-OPTIONS field; v2: `ListManagementOptions`. */
  readonly listManagement?: { readonly contactList: string; readonly topic?: string };
}
