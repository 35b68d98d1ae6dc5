/** The message of a request and its envelope, checked. */

import { octetsArgument, recordArgument, wrongType } from '../arguments.ts';
import type { SesOptions } from '../carrier/ses-options.ts';
import { MimewrightError } from '../errors.ts';
import type { RawMessage } from '../model/message.ts';
import { requestAddress, requestAddresses } from './request-address.ts';

/** A message with those whom a request names. */
export interface Addressed {
  readonly octets: Uint8Array;
  /** Where bounces go, as far as the envelope says. */
  readonly from: string | undefined;
  /** At least one, in order. */
  readonly to: string[];
}

/**
 * The octets, the reverse-path, and who gets the message: `destinations`, else `envelope.to`.
 *
 * @throws {MimewrightError} `recipients-missing` when nobody does; `value-missing` or `value-type`
 *   for what is no {@link RawMessage}; what {@link requestAddress} throws for an address.
 */
export function addressed(raw: RawMessage, { destinations }: SesOptions): Addressed {
  if (isBuilder(raw)) throw wrongType('raw', raw, 'a message: call build()');
  const message = recordArgument('raw, a message as build() returns it,', raw);
  const octets = octetsArgument('octets', message.get('octets'));
  const envelope = recordArgument('envelope', message.get('envelope'));
  const from = envelope.get('from');
  const forwardPaths = requestAddresses('envelope.to', envelope.get('to'));
  const to =
    destinations === undefined ? forwardPaths : requestAddresses('destinations', destinations);
  if (to.length === 0) throw nobody(destinations);
  return {
    octets,
    from: from === undefined ? undefined : requestAddress('envelope.from', from),
    to,
  };
}

function isBuilder(raw: unknown): boolean {
  return typeof raw === 'object' && raw !== null && 'build' in raw;
}

function nobody(destinations: SesOptions['destinations']): MimewrightError {
  return new MimewrightError(
    'recipients-missing',
    destinations === undefined
      ? 'the message goes to nobody: use to(), cc() or bcc(), or the option destinations'
      : 'destinations is an empty list: leave it out to send to those whom the message names',
  );
}
