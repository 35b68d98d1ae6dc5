/** Who gets the message of a request: those whom it names, else those of its fields. */

import { parseAddressField } from '../carrier/address-grammar.ts';
import { read } from '../reader/read.ts';
import type { RequestReading } from './read-request.ts';
import { optionsOf } from './request-options.ts';

const RECIPIENT_FIELDS: readonly string[] = ['to', 'cc', 'bcc'];

/** Addresses as they are written; of fields the addr-specs, members of groups too. */
export function recipientsOf(reading: RequestReading): readonly string[] {
  const { destinations = [] } = optionsOf(reading);
  if (destinations.length > 0) return destinations;
  const { data } = reading;
  return read(typeof data === 'string' ? Buffer.from(data) : data)
    .fields.filter(({ lowerName }) => RECIPIENT_FIELDS.includes(lowerName))
    .flatMap((field) => parseAddressField(field.unfolded()).mailboxes)
    .map(({ address }) => address);
}
