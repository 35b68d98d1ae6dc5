/** What both AWS clients take is taken here too; compiled, never run. */

import type { SendRawEmailCommandInput } from '@aws-sdk/client-ses';
import type { SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import type { PreflightOptions, RawMessage, Report, RuleInfo } from '../../lib/index.ts';
import {
  type BatchOptions,
  cliInputJson,
  type PreflightRequestOptions,
  planSending,
  preflightRequest,
  queryBody,
  requestRules,
  type SendEmailInput,
  type SendEmailRequest,
  type SendingPlan,
  type SendRawEmailInput,
  type SendRawEmailRequest,
  sendEmailBatches,
  sendRawEmailBatches,
} from '../../lib/ses.ts';

declare const raw: RawMessage;
declare const v1: SendRawEmailCommandInput;
declare const v2: SendEmailCommandInput;
declare const options: PreflightOptions;

export const shapes: readonly [SendRawEmailRequest, SendEmailRequest] = [v1, v2];
export const made: (one: SendRawEmailInput, other: SendEmailInput) => typeof shapes = (...both) =>
  both;

export const reports: readonly Report[] = [
  preflightRequest(v1),
  preflightRequest(v2, { region: 'eu-west-1', identities: ['example.com'], sandbox: true }),
  preflightRequest(v1, options),
];

/** Every member that the clients know has a place here, and no other. */
type Strangers<Ours, Theirs> =
  | Exclude<keyof Ours, keyof Theirs>
  | Exclude<keyof Theirs, keyof Ours>;
export const hasAllOfV1: [Strangers<SendRawEmailRequest, SendRawEmailCommandInput>] extends [never]
  ? true
  : never = true;
export const hasAllOfV2: [Strangers<SendEmailRequest, SendEmailCommandInput>] extends [never]
  ? true
  : never = true;

// @ts-expect-error: the request itself says who gets it
export const twice: PreflightRequestOptions = { destinations: [] };

// @ts-expect-error: SendEmail takes no form
export const form: string = queryBody(v2);

export const texts: readonly string[] = [queryBody(v1), cliInputJson(v1), cliInputJson(v2)];

const max: BatchOptions = { max: 10 };
export const v2Batches: SendEmailCommandInput[] = sendEmailBatches(raw, max);
export const plans: readonly SendingPlan[] = [
  planSending(['ann@example.com']),
  planSending(sendRawEmailBatches(raw, max), { sandbox: true }),
  planSending(v2Batches, { quota: { max24HourSend: 200, sentLast24Hours: 0 } }),
];
export const told: readonly RuleInfo[] = requestRules;
