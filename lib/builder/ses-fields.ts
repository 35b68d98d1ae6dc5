/** The X-SES fields of a draft, gathered over several calls. */

import { type SesFields, xSesFields } from '../carrier/x-ses-fields.ts';

/**
 * What was asked for before, and now: member by member, tags by name. A value of its own: what the
 * caller changes later changes nothing.
 *
 * @throws {MimewrightError} `ses-field`, `arn-syntax`, `option-invalid`, `value-missing`, `value-type`
 */
export function mergedSesFields(before: SesFields, fields: SesFields): SesFields {
  xSesFields(fields);
  const { tags, listManagement } = fields;
  const merged = {
    ...before,
    ...fields,
    ...(tags !== undefined && { tags: { ...before.tags, ...tags } }),
    ...(listManagement !== undefined && { listManagement: { ...listManagement } }),
  };
  // Checked again: an object with getters may have said something else the second time.
  xSesFields(merged);
  return Object.freeze(merged);
}
