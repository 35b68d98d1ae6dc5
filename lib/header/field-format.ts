/** A field as folded 7-bit lines, by its grammar: RFC 5322 §2.2. */

import type { SevenBitLines } from '../model/encoded.ts';
import type { Field } from '../model/field.ts';
import { formatAddresses } from './address-format.ts';
import { formatDate } from './date-time.ts';
import { finishedPieces } from './finished-body.ts';
import { foldField } from './folding.ts';
import { formatMsgIds } from './msg-id.ts';
import { formatPhrase } from './phrase.ts';
import { formatUnstructured } from './unstructured.ts';
import { formatUris } from './uri.ts';

/**
 * Formats a field: `Name: body`, folded, with its last CRLF.
 *
 * @throws {MimewrightError} `field-body` when something that cannot be folded is too long for a line.
 */
export function formatField(field: Field): SevenBitLines {
  return foldField(field.name, formatBody(field), { keepsFirst: field.kind === 'text' });
}

function formatBody(field: Field): readonly string[] {
  switch (field.kind) {
    case 'text':
      return formatUnstructured(field.name, field.text);
    case 'addresses':
      return formatAddresses(field.name, field.addresses);
    case 'msg-ids':
      return formatMsgIds(field.ids);
    case 'date':
      return [` ${formatDate(field.date)}`];
    case 'uris':
      return formatUris(field.uris);
    case 'list-id':
      return [
        ...(field.phrase === undefined ? [] : formatPhrase(field.phrase, field.name)),
        ` <${field.id}>`,
      ];
    case 'tokens':
      return field.tokens.map((token) => ` ${token}`);
    case 'finished':
      return finishedPieces(field.body);
    default:
      return field satisfies never;
  }
}
