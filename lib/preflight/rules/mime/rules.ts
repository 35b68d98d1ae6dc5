/** The rules about MIME fields, parameters and structure: RFC 2045, RFC 2046. */

import type { Rule } from '../../rule.ts';
import { alternativeRules } from './alternative.ts';
import { aroundPartsRules } from './around-parts.ts';
import { boundaryRules } from './boundary.ts';
import { calendarRules } from './calendar.ts';
import { cidRules } from './cid.ts';
import { contentIdRules } from './content-id.ts';
import { contentMd5Rules } from './content-md5.ts';
import { contentTypeRules } from './content-type.ts';
import { dispositionRules } from './disposition.ts';
import { filenameRules } from './filename.ts';
import { flowedRules } from './flowed.ts';
import { headerCaseRules } from './header-case.ts';
import { messageRules } from './message.ts';
import { mixedRules } from './mixed.ts';
import { multipartRules } from './multipart.ts';
import { parameterRules } from './parameter.ts';
import { parameterFormRules } from './parameter-form.ts';
import { partFieldRules } from './part-fields.ts';
import { relatedRules } from './related.ts';
import { reportRules } from './report.ts';
import { signedRules } from './signed.ts';
import { treeSizeRules } from './tree-size.ts';
import { versionRules } from './version.ts';

export const mimeRules: readonly Rule[] = [
  ...alternativeRules,
  ...aroundPartsRules,
  ...boundaryRules,
  ...calendarRules,
  ...cidRules,
  ...contentIdRules,
  ...contentMd5Rules,
  ...contentTypeRules,
  ...dispositionRules,
  ...filenameRules,
  ...flowedRules,
  ...headerCaseRules,
  ...messageRules,
  ...mixedRules,
  ...multipartRules,
  ...parameterFormRules,
  ...parameterRules,
  ...partFieldRules,
  ...relatedRules,
  ...reportRules,
  ...signedRules,
  ...treeSizeRules,
  ...versionRules,
];
