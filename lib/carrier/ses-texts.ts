/** Every text that a failed call to SES, or a bounce behind it, is known to hold, and what it means. */

import type { SesText } from './ses-text.ts';
import { sesAccountTexts } from './ses-texts-account.ts';
import { sesAddressTexts } from './ses-texts-address.ts';
import { sesHeaderTexts } from './ses-texts-header.ts';
import { sesIdentityTexts } from './ses-texts-identity.ts';
import { sesMimeTexts } from './ses-texts-mime.ts';
import { sesReceiverTexts } from './ses-texts-receiver.ts';
import { sesRequestTexts } from './ses-texts-request.ts';

/**
 * The catalogue of errors: texts with their variable parts, causes, cures and evidence, by subject.
 *
 * Plain, frozen data for pages and programs; `explainSesError()` finds the octets in a message.
 *
 * @example
 * sesTexts.find(({ id }) => id === 'duplicate-header')?.text; // "Duplicate header '{field}'."
 */
export const sesTexts: readonly SesText[] = Object.freeze([
  ...sesAddressTexts,
  ...sesHeaderTexts,
  ...sesMimeTexts,
  ...sesRequestTexts,
  ...sesIdentityTexts,
  ...sesAccountTexts,
  ...sesReceiverTexts,
]);
