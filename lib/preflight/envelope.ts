/** The envelope of a message, and what it says to the options: who gets it, where bounces go. */

import { isOctets, octetsArgument, recordArgument, stringArgument } from '../arguments.ts';
import { parseAddressField } from '../carrier/address-grammar.ts';
import { addrSpecOf, mailboxKey } from '../carrier/mailbox-parts.ts';
import { MimewrightError, quoted } from '../errors.ts';
import type { RawMessage } from '../model/message.ts';
import { fieldNamed } from '../reader/header-field.ts';
import { read } from '../reader/read.ts';
import { checkTexts } from './option-values.ts';
import type { PreflightOptions } from './options.ts';

/** The octets of a message, with its envelope if it has one. */
export interface MessageParts {
  readonly octets: Buffer;
  readonly envelope?: { readonly from?: string; readonly to: readonly string[] };
}

/** @throws {MimewrightError} `value-type` or another code for what is no message, naming it. */
export function messageParts(message: Uint8Array | RawMessage): MessageParts {
  if (isOctets(message)) return { octets: octetsArgument('message', message) };
  const { octets, envelope } = message ?? {};
  if (!isOctets(octets)) {
    throw new MimewrightError(
      'value-type',
      `message is neither a Uint8Array nor a RawMessage: ${quoted(message)}`,
    );
  }
  const record = recordArgument('envelope', envelope, ['from', 'to']);
  const from = record.get('from');
  return {
    octets: octetsArgument('message.octets', octets),
    envelope: {
      to: checkTexts('envelope: to', record.get('to')),
      ...(from !== undefined && { from: stringArgument('envelope: from', from) }),
    },
  };
}

/** The options, with what the envelope says where they say nothing: as the requests are made. */
export function withEnvelope(
  { octets, envelope }: MessageParts,
  options: PreflightOptions,
): PreflightOptions {
  if (envelope === undefined) return options;
  const { from, to: destinations } = envelope;
  if (from === undefined) return { destinations, ...options };
  if (options.profile !== 'ses-v2') return { destinations, source: from, ...options };
  if (options.feedbackForwarding !== undefined) return { destinations, ...options };
  const feedbackForwarding = reversePathBesideFrom(octets, from);
  return { destinations, ...(feedbackForwarding && { feedbackForwarding }), ...options };
}

/** The reverse-path, unless it is the one mailbox of the From field; API v2 needs it only then. */
export function reversePathBesideFrom(octets: Uint8Array, from: string): string | undefined {
  const field = fieldNamed(read(octets).fields, 'from');
  const [author, ...others] = parseAddressField(field?.unfolded() ?? '').mailboxes;
  if (author === undefined || others.length > 0) return from;
  return mailboxKey(author.address) === mailboxKey(addrSpecOf(from)) ? undefined : from;
}
