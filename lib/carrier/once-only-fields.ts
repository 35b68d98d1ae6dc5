/** The header fields that SES lets occur only once in a message. */

/**
 * Names of fields that may occur once, as SES documents them; a second one, in whatever case, is
 * answered with `Duplicate header 'X'.`. Evidence: documented, and observed for a dozen of them.
 *
 * To, Cc and Bcc are not among them (repeated Bcc fields were accepted and counted), while Comments
 * and Keywords are, although RFC 5322 §3.6 allows several.
 *
 * @see https://docs.aws.amazon.com/ses/latest/dg/header-fields.html
 */
export const onceOnlyFields = [
  'Accept-Language',
  'acceptLanguage',
  'Archived-At',
  'Auto-Submitted',
  'Bounces-to',
  'Comments',
  'Content-Alternative',
  'Content-Base',
  'Content-Class',
  'Content-Description',
  'Content-Disposition',
  'Content-Duration',
  'Content-ID',
  'Content-Language',
  'Content-Length',
  'Content-Location',
  'Content-MD5',
  'Content-Transfer-Encoding',
  'Content-Type',
  'Date',
  'Delivered-To',
  'Disposition-Notification-Options',
  'Disposition-Notification-To',
  'DKIM-Signature',
  'DomainKey-Signature',
  'Errors-To',
  'From',
  'Importance',
  'In-Reply-To',
  'Keywords',
  'List-Archive',
  'List-Help',
  'List-Id',
  'List-Owner',
  'List-Post',
  'List-Subscribe',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'Message-Context',
  'Message-ID',
  'MIME-Version',
  'Organization',
  'Original-From',
  'Original-Message-ID',
  'Original-Recipient',
  'Original-Subject',
  'Precedence',
  'Priority',
  'References',
  'Reply-To',
  'Return-Path',
  'Return-Receipt-To',
  'Sender',
  'Solicitation',
  'Sensitivity',
  'Subject',
  'Thread-Index',
  'Thread-Topic',
  'User-Agent',
  'VBR-Info',
] as const;

/** The same names in lower case, to look a field name up. */
export const onceOnlyFieldNames: ReadonlySet<string> = new Set(
  onceOnlyFields.map((name) => name.toLowerCase()),
);

/**
 * What SES answers when a once-only field occurs again.
 *
 * @param name As the message spells it; SES was seen to answer in the documented spelling.
 */
export function repeatedFieldText(name: string): string {
  return `Duplicate header '${documentedNames.get(name.toLowerCase()) ?? name}'.`;
}

const documentedNames: ReadonlyMap<string, string> = new Map(
  onceOnlyFields.map((name) => [name.toLowerCase(), name]),
);
