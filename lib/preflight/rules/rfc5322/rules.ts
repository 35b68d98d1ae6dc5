/** The rules about lines, the header section and its fields: RFC 5322. */

import type { Rule } from '../../rule.ts';
import { bodyStartRules } from './body-start.ts';
import { dateRules } from './date.ts';
import { fieldBodyRules } from './field-bodies.ts';
import { fieldRules } from './fields.ts';
import { headerLineRules } from './header-lines.ts';
import { lineRules } from './lines.ts';
import { literalEscapeRules } from './literal-escape.ts';
import { messageIdRules } from './message-id.ts';
import { obsoleteRules } from './obsolete.ts';
import { originatorRules } from './originators.ts';
import { referenceRules } from './references.ts';
import { sizeRules } from './size.ts';
import { startRules } from './start.ts';
import { transitRules } from './transit.ts';

export const rfc5322Rules: readonly Rule[] = [
  ...startRules,
  ...headerLineRules,
  ...fieldRules,
  ...fieldBodyRules,
  ...lineRules,
  ...dateRules,
  ...originatorRules,
  ...messageIdRules,
  ...referenceRules,
  ...transitRules,
  ...obsoleteRules,
  ...sizeRules,
  ...literalEscapeRules,
  ...bodyStartRules,
];
