/** The signatures that SES adds, as placeholders that no verifier can take for signatures. */

import { finishedPieces } from '../header/finished-body.ts';
import { foldField } from '../header/folding.ts';
import type { HeaderField } from '../reader/header-field.ts';
import { PLACEHOLDER } from './transit-placeholder.ts';

/** Fields that SES's own signatures were seen to cover: `soe:rhost-spectrum-01.eml`, observed. */
const COVERED: ReadonlySet<string> = new Set([
  'from',
  'to',
  'cc',
  'subject',
  'reply-to',
  'in-reply-to',
  'references',
  'list-unsubscribe',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
  'message-id',
  'date',
]);

/** Of the signature for amazonses.com alone. */
const CARRIER_COVERED = 'feedback-id';

/** In the alphabet of base64, whole groups of four, and no signature of anything. */
const MARKER = 'mimewright/PLACEHOLDER/not/a/signature/at/all+++';

/**
 * The fields for these domains, first the identity's if it has one, then SES's own.
 *
 * @param names Of the fields of the message, in their order.
 */
export function placeholderSignatures(
  names: readonly string[],
  signingDomain: string | undefined,
): string {
  const covered = [...new Set(names.map((name) => name.toLowerCase()))];
  const byIdentity = covered.filter((name) => COVERED.has(name));
  const bySes = covered.filter((name) => COVERED.has(name) || name === CARRIER_COVERED);
  const own = signingDomain === undefined ? '' : signature(signingDomain, byIdentity);
  return own + signature('amazonses.com', bySes);
}

/** True for one of those: the next transit writes them anew. */
export function isPlaceholderSignature(field: HeaderField): boolean {
  return field.lowerName === 'dkim-signature' && field.unfolded().includes(`s=${PLACEHOLDER};`);
}

function signature(domain: string, covered: readonly string[]): string {
  const tags = [
    ...['v=1;', 'a=rsa-sha256;', 'q=dns/txt;', 'c=relaxed/simple;'],
    ...[`s=${PLACEHOLDER};`, `d=${domain};`, `h=${covered.join(': ')};`],
    ...[`bh=${MARKER};`, `b=${MARKER}`],
  ];
  return foldField('DKIM-Signature', finishedPieces(tags.join(' ')), { keepsFirst: false });
}
