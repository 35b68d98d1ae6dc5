/** Which fields are signed, and how often each is named: RFC 6376 §5.4, §5.4.1, §8.15. */

import type { Profile } from '../carrier/limits.ts';
import { rewrittenField } from '../carrier/rewritten-fields.ts';
import type { HeaderField } from '../reader/header-field.ts';

/**
 * What a receiver wants signed where it is there: RFC 6376 §5.4.1, RFC 8058 §4. In the order in which
 * they are named.
 */
const SIGNED: readonly string[] = [
  'From',
  'Sender',
  'Reply-To',
  'To',
  'Cc',
  'Date',
  'Message-ID',
  'In-Reply-To',
  'References',
  'Subject',
  'Resent-From',
  'Resent-To',
  'Resent-Cc',
  'Resent-Date',
  'Resent-Message-ID',
  'List-Id',
  'List-Help',
  'List-Post',
  'List-Owner',
  'List-Archive',
  'List-Subscribe',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
  'Content-Disposition',
  'Content-ID',
  'Content-Description',
];

/**
 * Named once more than they occur, absent ones too: nobody can add another, which a reader might
 * show in place of what was signed.
 */
const OVERSIGNED: ReadonlySet<string> = new Set([
  'from',
  'reply-to',
  'to',
  'cc',
  'date',
  'subject',
  'content-type',
  'content-transfer-encoding',
]);

/** What SES writes anew where it manages the list: SES guide, subscription management. */
const OF_LIST: ReadonlySet<string> = new Set(['list-unsubscribe', 'list-unsubscribe-post']);
const LIST_MANAGEMENT = 'x-ses-list-management-options';

/** The fields of a message by their names in lower case. */
type FieldsNamed = (lowerName: string) => readonly HeaderField[];

/** The names of `h=` that serve a message best: never what the carrier changes. */
export function usualNames(fieldsNamed: FieldsNamed, profile: Profile): readonly string[] {
  const isSes = profile !== 'smtp';
  const isListManaged = isSes && fieldsNamed(LIST_MANAGEMENT).length > 0;
  return SIGNED.flatMap((name) => {
    const lowerName = name.toLowerCase();
    if (isSes && rewrittenField(name) !== undefined) return [];
    if (isListManaged && OF_LIST.has(lowerName)) return [];
    const count = fieldsNamed(lowerName).length;
    const isOnceMore = OVERSIGNED.has(lowerName);
    return Array.from({ length: isOnceMore ? count + 1 : count }, () => name);
  });
}
