/** How severe the faults of a request are: the caller's word for them, apart from that for the message. */

import type { Profile } from '../carrier/limits.ts';
import { rulesNamed } from '../preflight/catalogue.ts';
import { checkTexts, severityRecord } from '../preflight/option-values.ts';
import type { PreflightOptions } from '../preflight/options.ts';
import type { RuleInfo } from '../preflight/rule.ts';
import type { Severity } from '../preflight/severity.ts';
import { requestRules } from './request-rules.ts';

type Wishes = Pick<PreflightOptions, 'severity' | 'only'>;

/** What is wished of the rules of requests, and what is left to say of the others. */
export interface RequestSeverities {
  readonly severityOf: (rule: RuleInfo) => Severity | 'off';
  readonly theirs: Wishes;
}

/** @throws {MimewrightError} `value-missing`, `value-type` or `option-invalid`, naming the option. */
export function requestSeverities(options: Wishes, profile: Profile): RequestSeverities {
  const severity = 'severity' in options ? severityRecord('severity', options.severity) : undefined;
  const only = 'only' in options ? checkTexts('only', options.only) : undefined;
  return {
    severityOf({ id, severity: usual }) {
      if (only?.includes(id) === false) return 'off';
      return (severity && ownValue(severity, id)) ?? usual[profile];
    },
    theirs: {
      ...(severity && {
        severity: Object.fromEntries(Object.entries(severity).filter(([id]) => isTheirs(id))),
      }),
      ...(only && { only: only.filter(isTheirs) }),
    },
  };
}

function ownValue<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** Unknown ids are theirs, to be refused. */
function isTheirs(id: string): boolean {
  return rulesNamed(id).length > 0 || requestRules.every((rule) => rule.id !== id);
}
