/** The public surface of mimewright/ses: messages as requests to Amazon SES. */

export type { SesOptions } from './carrier/ses-options.ts';
export type { SesRetry, SesText, SesTextSubject } from './carrier/ses-text.ts';
export { sesTexts } from './carrier/ses-texts.ts';
export type { Envelope, RawMessage } from './model/message.ts';
export type { BatchOptions } from './ses/batches.ts';
export { cliInputJson } from './ses/cli-input-json.ts';
export { explainSesError } from './ses/explain.ts';
export type { Certainty, Explanation } from './ses/explanation.ts';
export { type PlanOptions, planSending, type SendingPlan } from './ses/plan-sending.ts';
export { type PreflightRequestOptions, preflightRequest } from './ses/preflight-request.ts';
export { queryBody } from './ses/query-body.ts';
export { requestRules } from './ses/request-rules.ts';
export type { SendEmailRequest, SendRawEmailRequest } from './ses/request-shapes.ts';
export { type SendEmailInput, sendEmailInput } from './ses/send-email.ts';
export { sendEmailBatches } from './ses/send-email-batches.ts';
export { type SendRawEmailInput, sendRawEmailInput } from './ses/send-raw-email.ts';
export { sendRawEmailBatches } from './ses/send-raw-email-batches.ts';
export { simulator } from './ses/simulator.ts';
export { transit } from './ses/transit.ts';
export type { TransitOptions } from './ses/transit-options.ts';
