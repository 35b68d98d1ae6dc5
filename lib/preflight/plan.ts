/** Which rules run, and how severe what they find is: by profile, and by what the caller wants. */

import type { Profile } from '../carrier/limits.ts';
import type { DefectCode } from '../reader/defect.ts';
import { catalogue, rulesNamed } from './catalogue.ts';
import { type PreflightOptions, unknownRule } from './options.ts';
import type { DefectNaming, EntityRule, MessageRule, Rule } from './rule.ts';
import type { Severity } from './severity.ts';

interface Ranked<R extends Rule> {
  readonly rule: R;
  readonly severity: Severity;
}

/** The rules that run, by what they look at. */
export interface Plan {
  readonly messageRules: readonly Ranked<MessageRule>[];
  readonly entityRules: readonly Ranked<EntityRule>[];
  /** What names the defects of the reader, by code. */
  readonly namings: ReadonlyMap<DefectCode, { readonly rule: Rule; readonly naming: DefectNaming }>;
  /** Of each rule that is not off. */
  readonly severities: ReadonlyMap<Rule, Severity>;
}

/** The plan of a run; that of a profile, where the caller wants nothing else, is made once. */
export function planOf({
  options,
  profile,
}: {
  readonly options: PreflightOptions;
  readonly profile: Profile;
}): Plan {
  if (options.only === undefined && options.severity === undefined) {
    return usualPlan(profile);
  }
  return makePlan(severityOf(options, profile));
}

const usualPlans = new Map<Profile, Plan>();

function usualPlan(profile: Profile): Plan {
  const made = usualPlans.get(profile) ?? makePlan((rule) => rule.severity[profile]);
  usualPlans.set(profile, made);
  return made;
}

function makePlan(severityOf: (rule: Rule) => Severity | 'off'): Plan {
  const messageRules: Ranked<MessageRule>[] = [];
  const entityRules: Ranked<EntityRule>[] = [];
  const namings = new Map<DefectCode, { readonly rule: Rule; readonly naming: DefectNaming }>();
  const severities = new Map<Rule, Severity>();
  for (const rule of catalogue) {
    const severity = severityOf(rule);
    if (severity === 'off') continue;
    severities.set(rule, severity);
    if (rule.kind === 'message') messageRules.push({ rule, severity });
    if (rule.kind === 'entity') entityRules.push({ rule, severity });
    const naming = defectNaming(rule);
    for (const code of naming?.codes ?? []) if (naming) namings.set(code, { rule, naming });
  }
  return { messageRules, entityRules, namings, severities };
}

/** What a rule says of defects, if it names any. */
function defectNaming(rule: Rule): DefectNaming | undefined {
  if (rule.kind === 'address') return rule.noticed;
  return rule.kind === 'defect' ? rule : undefined;
}

/**
 * The caller's severity by id, by alias, else that of the profile. What is off in a profile is not
 * about its carrier, and stays off.
 */
function severityOf(
  { only: names, severity: wanted = {} }: PreflightOptions,
  profile: Profile,
): (rule: Rule) => Severity | 'off' {
  const only = names && new Set(names.flatMap((id) => known('only', id)));
  const chosen = new Map<Rule, Severity | 'off'>();
  for (const [id, severity] of Object.entries(wanted)) {
    for (const rule of known('severity', id)) {
      if (id === rule.id || wanted[rule.id] === undefined) chosen.set(rule, severity);
    }
  }
  return (rule) => {
    const usual = rule.severity[profile];
    if (usual === 'off' || only?.has(rule) === false) return 'off';
    return chosen.get(rule) ?? usual;
  };
}

function known(what: string, id: string): readonly Rule[] {
  const rules = rulesNamed(id);
  if (rules.length === 0) throw unknownRule(what, id);
  return rules;
}
