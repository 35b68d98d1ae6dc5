/** The options of a request, held to what its API has members for. */

import { missing, recordArgument, textArgument } from '../arguments.ts';
import type { SesOptions } from '../carrier/ses-options.ts';
import { xSesFields } from '../carrier/x-ses-fields.ts';
import { MimewrightError } from '../errors.ts';

/** The options that an API has no member for, each with what to do instead. */
export type Unsupported = { readonly [Option in keyof SesOptions]?: string };

/** What the members of a request are called here. */
export const sesOptionNames: readonly string[] = Object.keys({
  destinations: true,
  source: true,
  fromEmailAddress: true,
  replyToAddresses: true,
  feedbackForwarding: true,
  configurationSet: true,
  tags: true,
  tenant: true,
  sourceArn: true,
  fromArn: true,
  returnPathArn: true,
  endpointId: true,
  listManagement: true,
} satisfies Readonly<Record<keyof SesOptions, true>>);

/**
 * Checks all of a request's options but the addresses, which are checked where they are used.
 *
 * @throws {MimewrightError} `option-invalid` for an unknown or unsupported one, `value-missing` for
 *   one that is undefined, null or empty, `value-type`, `arn-syntax` and `ses-field`.
 */
export function checkSesOptions(options: SesOptions, unsupported: Unsupported): void {
  const members = recordArgument('options', options, sesOptionNames);
  for (const [name, instead] of Object.entries(unsupported)) {
    if (!members.has(name)) continue;
    throw new MimewrightError(
      'option-invalid',
      `${name}: this API has no member for it: ${instead}`,
    );
  }
  for (const [name, value] of members) {
    if (value === undefined || value === null) throw missing(name, value);
  }
  // What is no address is what an X-SES field may say: one grammar, whichever way it goes.
  const {
    destinations,
    source,
    fromEmailAddress,
    replyToAddresses,
    feedbackForwarding,
    endpointId,
    ...fields
  } = options;
  if (endpointId !== undefined) textArgument('endpointId', endpointId);
  xSesFields(fields);
}
