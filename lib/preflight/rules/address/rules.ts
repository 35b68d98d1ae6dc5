/** The rules about addresses and display names: RFC 5322 §3.4, RFC 5321. */

import type { AddressRule, Rule } from '../../rule.ts';
import { aLabelRules } from './a-label.ts';
import { addrSpecRules } from './addr-spec.ts';
import { displayNameRules } from './display-name.ts';
import { domainRules } from './domain.ts';
import { invisibleCharacterRule } from './invisible-character.ts';
import { listRules } from './list.ts';
import { localPartRules } from './local-part.ts';
import { mailboxRules } from './mailbox.ts';
import { mailboxStringRules } from './mailbox-string.ts';
import { nameContentRules } from './name-content.ts';
import { recipientListRules } from './recipients.ts';

/** Those that name what the carrier's grammar found, one for each cause or for causes with one cure. */
export const carrierAddressRules: readonly AddressRule[] = [...addrSpecRules, ...listRules];

export const addressRules: readonly Rule[] = [
  ...carrierAddressRules,
  invisibleCharacterRule,
  ...mailboxRules,
  ...localPartRules,
  ...domainRules,
  ...aLabelRules,
  ...displayNameRules,
  ...nameContentRules,
  ...mailboxStringRules,
  ...recipientListRules,
];
