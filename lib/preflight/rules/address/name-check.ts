/** Rules about what the display names of the author say, decoded. */

import type { ParsedMailbox } from '../../../header/parsed-address.ts';
import type { MessageRule, RuleHead } from '../../rule.ts';
import { holdsPlaceholder } from '../../template.ts';

/** The one that filters look at. */
export const FROM: readonly string[] = ['from'];

/** Those whose names tell whom a reader writes to. */
export const AUTHOR_FIELDS: readonly string[] = ['from', 'sender', 'reply-to'];

/** A rule that looks at one display name at a time. */
export interface NameCheckRow extends Omit<RuleHead, 'about'> {
  /** Names of the fields that it looks at, in lower case. */
  readonly fields: readonly string[];
  /** What is wrong with the name; undefined where nothing is. */
  readonly describe: (name: string, mailbox: ParsedMailbox) => string | undefined;
}

/** The rule of such a row; what a name says is its author's choice. */
export function checkingNames({ fields, describe, ...info }: NameCheckRow): MessageRule {
  return {
    ...info,
    kind: 'message',
    about: 'choice',
    check(facts, report) {
      const { options, root: entity } = facts;
      for (const { field, mailbox } of facts.soundMailboxes) {
        const { name, nameSpan } = mailbox;
        if (name === undefined || nameSpan === undefined) continue;
        if (!fields.includes(field.lowerName)) continue;
        if (options.template && holdsPlaceholder(name)) continue;
        const message = describe(name, mailbox);
        if (message !== undefined) report({ ...nameSpan, entity, field }, message);
      }
    },
  };
}
