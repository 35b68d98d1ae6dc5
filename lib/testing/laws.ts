/** All laws of mail that a sender can be tried against. */

import { addressLaws } from './address-laws.ts';
import { base64Laws } from './base64-laws.ts';
import { bodyLaws } from './body-laws.ts';
import { encodedWordLaws } from './encoded-word-laws.ts';
import { fieldLaws } from './field-laws.ts';
import { injectionLaws } from './injection-laws.ts';
import type { CheckOptions, Law, Verdict } from './law.ts';
import { messageLaws } from './message-laws.ts';
import { parameterLaws } from './parameter-laws.ts';
import { quotedPrintableLaws } from './quoted-printable-laws.ts';
import type { Sender } from './sender.ts';
import { structureLaws } from './structure-laws.ts';

/** Every law, from octets to whole messages; each id once. */
export const laws: readonly Law[] = Object.freeze([
  ...base64Laws,
  ...quotedPrintableLaws,
  ...bodyLaws,
  ...fieldLaws,
  ...encodedWordLaws,
  ...parameterLaws,
  ...addressLaws,
  ...injectionLaws,
  ...structureLaws,
  ...messageLaws,
]);

/**
 * Tries a sender against every law, one after another.
 *
 * @returns One verdict for each of {@link laws}, in their order. The promise rejects only where a
 * law itself is at fault: a sender that throws has refused.
 *
 * @example
 * const verdicts = await checkLaws({ name: 'mine', build: (message) => send(message) });
 */
export async function checkLaws(sender: Sender, options: CheckOptions = {}): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const law of laws) verdicts.push(await law.check(sender, options));
  return verdicts;
}
