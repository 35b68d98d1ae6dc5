/** What the clients of the two send calls take: the input of this package, and that of the SDK. */

/** A string is what `preflightRequest` looks at too; it is a fault there, not a bad call. */
type Data = Uint8Array | string;

type Texts = readonly string[];

/** Both members of a tag are required; the SDK lets them be undefined. */
type Tags = readonly {
  readonly Name: string | undefined;
  readonly Value: string | undefined;
}[];

/**
 * The input of `SendRawEmail` as anybody may have written it; `SendRawEmailInput` is one, and so is
 * `SendRawEmailCommandInput` of `@aws-sdk/client-ses`. What is undefined is as good as absent.
 *
 * @see https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html
 */
export interface SendRawEmailRequest {
  readonly RawMessage: { readonly Data: Data | undefined } | undefined;
  readonly Source?: string | undefined;
  readonly Destinations?: Texts | undefined;
  readonly FromArn?: string | undefined;
  readonly SourceArn?: string | undefined;
  readonly ReturnPathArn?: string | undefined;
  readonly Tags?: Tags | undefined;
  readonly ConfigurationSetName?: string | undefined;
}

/**
 * The input of `SendEmail` of the API v2 as anybody may have written it; `SendEmailInput` is one, and
 * so is `SendEmailCommandInput` of `@aws-sdk/client-sesv2`.
 *
 * @see https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html
 */
export interface SendEmailRequest {
  readonly FromEmailAddress?: string | undefined;
  readonly FromEmailAddressIdentityArn?: string | undefined;
  readonly Destination?:
    | {
        readonly ToAddresses?: Texts | undefined;
        readonly CcAddresses?: Texts | undefined;
        readonly BccAddresses?: Texts | undefined;
      }
    | undefined;
  readonly ReplyToAddresses?: Texts | undefined;
  readonly FeedbackForwardingEmailAddress?: string | undefined;
  readonly FeedbackForwardingEmailAddressIdentityArn?: string | undefined;
  readonly Content:
    | {
        readonly Raw?: { readonly Data: Data | undefined } | undefined;
        readonly Simple?: object | undefined;
        readonly Template?: object | undefined;
      }
    | undefined;
  readonly EmailTags?: Tags | undefined;
  readonly ConfigurationSetName?: string | undefined;
  readonly EndpointId?: string | undefined;
  readonly TenantName?: string | undefined;
  readonly ListManagementOptions?:
    | { readonly ContactListName: string | undefined; readonly TopicName?: string | undefined }
    | undefined;
  readonly ConfigurationOverrides?: object | undefined;
}
