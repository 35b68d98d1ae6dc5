/** The requests fit the types of both AWS clients; compiled, never run. */

import {
  type SESClient,
  SendRawEmailCommand,
  type SendRawEmailCommandInput,
} from '@aws-sdk/client-ses';
import {
  type SESv2Client,
  SendEmailCommand,
  type SendEmailCommandInput,
} from '@aws-sdk/client-sesv2';
import type { SesFields } from '../../lib/carrier/x-ses-fields.ts';
import {
  assertSendable,
  compose,
  type PreflightOptions,
  type RawMessage,
} from '../../lib/index.ts';
import {
  type SendEmailInput,
  type SendRawEmailInput,
  type SesOptions,
  sendEmailInput,
  sendRawEmailBatches,
  sendRawEmailInput,
} from '../../lib/ses.ts';

declare const ses: SESClient;
declare const sesV2: SESv2Client;
declare const raw: RawMessage;
declare const png: Uint8Array;
declare const pdf: Uint8Array;

export const v1: SendRawEmailCommandInput = sendRawEmailInput(raw);
export const v1Batches: SendRawEmailCommandInput[] = sendRawEmailBatches(raw, { max: 10 });
export const v2: SendEmailCommandInput = sendEmailInput(raw);

/** Names that the clients do not know: none. */
type Strangers =
  | Exclude<keyof SendRawEmailInput, keyof SendRawEmailCommandInput>
  | Exclude<keyof SendEmailInput, keyof SendEmailCommandInput>;
export const hasNoStrangers: [Strangers] extends [never] ? true : never = true;

/** A caller may amend a request. */
export function amend(input: SendRawEmailInput): void {
  input.Source = 'bounces@example.com';
  input.Destinations.push('bob@example.net');
}

/** The options of a request do for the X-SES fields and for preflight. */
export function options(o: SesOptions): readonly [Pick<SesFields, 'tags'>, PreflightOptions] {
  return [o, o];
}

/** The example of the documentation, as it stands. */
export async function example(): Promise<void> {
  const receipt = compose()
    .from('Café Łódź <billing@example.com>')
    .to({ name: 'Zoë Müller', address: 'zoe@bücher.example' })
    .subject('Your receipt ☕')
    .text('Total: 12 €')
    .html('<p>Total: <b>12 €</b> <img src="cid:logo"></p>')
    .embed({ cid: 'logo', content: png, type: 'image/png' })
    .attach({ content: pdf, filename: 'facture-été.pdf' });

  const raw = receipt.build();
  assertSendable(raw);
  await ses.send(new SendRawEmailCommand(sendRawEmailInput(raw)));
  await sesV2.send(new SendEmailCommand(sendEmailInput(raw)));
}
