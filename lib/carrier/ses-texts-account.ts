/** What SES says whatever the message is: quotas, rates, pauses, outages. */

import { guide, type SesText, type SesTextRow, sesText } from './ses-text.ts';

const QUOTA_ERRORS = guide('manage-sending-quotas-errors');
const SMTP_PAGE = guide('troubleshoot-smtp');
const API_V1 = 'https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html';
const API_V2 = 'https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html';

const THROTTLING = ['Throttling', 'ThrottlingException'];

const LIMITS: readonly SesTextRow[] = [
  {
    text: 'Daily message quota exceeded',
    cause:
      'the account has sent as many mails in 24 hours as it may; this one is dropped, not queued',
    remedy: 'Send it again when the window has moved on; ask for a higher quota.',
    codes: THROTTLING,
    smtp: ['454'],
    rules: ['ses/quota-exceeded'],
    retry: 'later',
    sources: [QUOTA_ERRORS],
  },
  {
    text: 'Maximum sending rate exceeded',
    cause: 'the account sends more mails a second than it may; this one is dropped, not queued',
    remedy: 'Send it again after a pause that doubles, of up to 10 minutes; pace the sending.',
    codes: THROTTLING,
    smtp: ['454'],
    rules: ['ses/send-rate'],
    retry: 'yes',
    sources: [QUOTA_ERRORS],
  },
  {
    cause: 'the account makes calls faster than it may',
    remedy: 'Call again after a pause that doubles, of up to 10 minutes; pace the calls.',
    codes: [...THROTTLING, 'TooManyRequestsException'],
    retry: 'yes',
    sources: [QUOTA_ERRORS, API_V2],
  },
  {
    cause: 'a limit of the account is reached',
    remedy: 'Look at the quotas of the account, and send it again later.',
    codes: ['LimitExceededException'],
    retry: 'later',
    sources: [API_V2],
  },
];

const PAUSES: readonly SesTextRow[] = [
  {
    cause: 'sending is paused for the configuration set',
    remedy: 'Find out why it was paused, then enable sending for the set.',
    codes: ['ConfigurationSetSendingPaused', 'ConfigurationSetSendingPausedException'],
    retry: 'later',
    sources: [API_V1],
  },
  {
    cause: 'sending is paused for the account, by its owner or by SES',
    remedy: 'Find out why it was paused: bounces and complaints mostly; then enable sending.',
    codes: ['AccountSendingPaused', 'AccountSendingPausedException', 'SendingPausedException'],
    retry: 'later',
    sources: [API_V1, API_V2],
  },
  {
    cause: 'the account may not send any more',
    remedy: 'Answer the case that AWS opened in its support centre.',
    codes: ['AccountSuspendedException'],
    sources: [API_V2],
  },
  {
    cause: 'SES itself failed',
    remedy:
      'Call again after a pause; it may have sent the mail all the same, so it may arrive twice.',
    codes: ['ServiceUnavailable', 'InternalFailure', 'InternalServiceError'],
    retry: 'yes',
    sources: ['https://docs.aws.amazon.com/ses/latest/APIReference/CommonErrors.html'],
  },
];

const SMTP: readonly SesTextRow[] = [
  {
    cause: 'the SMTP endpoint takes no further connection of yours now',
    remedy: 'Connect again after a pause; keep fewer connections open.',
    smtp: ['421'],
    retry: 'yes',
    sources: [SMTP_PAGE],
  },
  {
    cause: 'the SMTP endpoint cannot take the mail now',
    remedy: 'Send it again after a pause.',
    smtp: ['451', '454'],
    retry: 'yes',
    sources: [SMTP_PAGE],
  },
  {
    cause: 'the user name and password of SMTP are not taken, or none were sent',
    remedy: 'Use the SMTP credentials of that region: they are not those of the API.',
    smtp: ['530', '535'],
    sources: [SMTP_PAGE],
  },
  {
    cause: 'the SMTP endpoint does not take the address of MAIL FROM or RCPT TO',
    remedy: 'Correct the address of the envelope.',
    smtp: ['501', '553'],
    rules: ['address/quoted-local'],
    sources: [SMTP_PAGE],
  },
];

/** Limits first, then pauses and outages, then what only SMTP replies. */
export const sesAccountTexts: readonly SesText[] = [...LIMITS, ...PAUSES, ...SMTP].map((row) =>
  sesText(
    'account',
    { codes: [], smtp: [], retry: 'no' },
    API_V1,
  )({
    evidence: 'documented',
    ...row,
  }),
);
