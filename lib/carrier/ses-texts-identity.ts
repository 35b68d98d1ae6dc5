/** What SES says of who may send, and under what names. */

import { guide, issue, MESSAGE_CODES, type SesText, type SesTextRow, sesText } from './ses-text.ts';

const UNVERIFIED: Omit<SesTextRow, 'text'> = {
  cause:
    'a sender (From, Source, Sender, Return-Path) is not verified in that region, or a recipient while in the sandbox',
  remedy: 'Verify the identities that are named, in that very region, or leave the sandbox.',
  codes: ['MessageRejected'],
  seen: ['a From and a Source that are not verified: both are named, the region in capitals'],
  rules: [
    'ses/identity-unverified',
    'ses/identity-local-part-case',
    'ses/sandbox-recipient',
    'ses/sender-foreign',
  ],
  evidence: 'documented',
  sources: [
    guide('troubleshoot-error-messages'),
    issue('mageplaza/magento-2-smtp', 152),
    issue('WPManageNinja/fluent-smtp', 90),
  ],
};

const ROWS: readonly SesTextRow[] = [
  {
    text: 'Email address is not verified. The following identities failed the check in region {region}: {identities}',
    id: 'email-address-not-verified',
    ...UNVERIFIED,
  },
  {
    text: 'Email address is not verified.',
    id: 'email-address-not-verified-unnamed',
    ...UNVERIFIED,
    remedy: 'Verify From, Source, Sender and Return-Path in that region, or leave the sandbox.',
  },
  {
    cause: 'the custom MAIL FROM domain of the identity is not verified: its MX record is missing',
    remedy: 'Set the DNS records of the MAIL FROM domain, or let SES fall back to its own.',
    codes: ['MailFromDomainNotVerified', 'MailFromDomainNotVerifiedException'],
    evidence: 'documented',
    sources: ['https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html'],
  },
  {
    text: 'Configuration set <{name}> does not exist.',
    id: 'configuration-set-does-not-exist',
    cause: 'there is no configuration set of that name in that account and region',
    remedy: 'Correct the name; create the set in the region that is called.',
    codes: ['ConfigurationSetDoesNotExist', 'NotFoundException'],
    seen: ['an unknown name'],
    rules: ['ses/config-set-name'],
    sources: [issue('floci-io/floci', 1561), guide('using-configuration-sets-in-email')],
  },
  {
    cause: 'a configuration set that the message or its identity names does not exist',
    remedy: 'Correct the name; create the set in the region that is called.',
    codes: ['ConfigurationSetDoesNotExist', 'ConfigurationSetDoesNotExistException'],
    rules: ['ses/config-set-name'],
    evidence: 'documented',
    sources: ['https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html'],
  },
  {
    cause: 'something that the request names does not exist: a configuration set, tenant or list',
    remedy: 'Correct the names; look in the account and region that is called.',
    codes: ['NotFoundException'],
    rules: ['ses/config-set-name', 'ses/tenant-name', 'ses/list-management-syntax'],
    evidence: 'documented',
    sources: ['https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html'],
  },
  {
    text: 'Invalid ARN <{arn}>.',
    cause: 'an identity ARN is empty or malformed',
    remedy:
      'Leave the ARN out where it is empty; else arn:aws:ses:REGION:ACCOUNT:identity/IDENTITY.',
    seen: ['an empty string in place of no ARN'],
    rules: ['ses/arn-empty', 'ses/arn-syntax'],
    sources: [issue('aws/aws-sdk-php', 1716)],
  },
  {
    text: "The address '{address}' does not align with the given ARN '{arn}'",
    id: 'address-does-not-align-with-arn',
    cause: 'an address is neither that of the ARN nor in its domain',
    remedy: 'Pass the ARN of the identity that covers the address.',
    seen: ['a From address that the identity of the ARN does not cover'],
    rules: ['ses/arn-identity-mismatch'],
    sources: [issue('aws/aws-sdk-js', 1146)],
  },
  {
    text: "User '{user}' is not authorized to perform '{action}' on resource '{arn}'",
    id: 'user-not-authorized',
    cause:
      'the policy of the caller, or of the identity, does not allow it; a recipient that is an identity of yours is checked too',
    remedy: 'Allow ses:SendRawEmail, by API v2 ses:SendEmail too, on the resource that is named.',
    codes: ['AccessDenied', 'AccessDeniedException'],
    smtp: ['554'],
    seen: ['a policy without ses:SendRawEmail', 'a recipient of the sandbox that is an identity'],
    rules: ['ses/arn-source-only'],
    sources: [issue('symfony/symfony', 51461), issue('cloudposse/terraform-aws-ses', 40)],
  },
  {
    cause: 'the policy of the caller, or of the identity, does not allow the call',
    remedy: 'Allow ses:SendRawEmail, by API v2 ses:SendEmail too, on the identities of the call.',
    codes: ['AccessDenied', 'AccessDeniedException'],
    rules: ['ses/arn-source-only'],
    evidence: 'documented',
    sources: [guide('sending-authorization-delegate-sender-tasks-email')],
  },
];

/** What is verified, what exists, what is allowed. */
export const sesIdentityTexts: readonly SesText[] = ROWS.map(
  sesText('identity', MESSAGE_CODES, guide('troubleshoot-error-messages')),
);
