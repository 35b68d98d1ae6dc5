/** All rules, and how they are found by id or alias. */

import type { Profile } from '../carrier/limits.ts';
import { cures } from './mending/cures.ts';
import type { Rule, RuleInfo } from './rule.ts';
import { addressRules } from './rules/address/rules.ts';
import { deliverabilityRules } from './rules/deliverability/rules.ts';
import { dkimRules } from './rules/dkim/rules.ts';
import { encodingRules } from './rules/encoding/rules.ts';
import { listRules } from './rules/list/rules.ts';
import { mimeRules } from './rules/mime/rules.ts';
import { rfc5322Rules } from './rules/rfc5322/rules.ts';
import { sesRules } from './rules/ses/rules.ts';
import type { Severity } from './severity.ts';

/** Every rule, by area and subject. */
export const catalogue: readonly Rule[] = [
  ...rfc5322Rules,
  ...encodingRules,
  ...mimeRules,
  ...addressRules,
  ...dkimRules,
  ...listRules,
  ...deliverabilityRules,
  ...sesRules,
];

const byName: ReadonlyMap<string, readonly Rule[]> = groupByName(catalogue);

/** The rules of an id or alias; none if nothing has that name. */
export function rulesNamed(name: string): readonly Rule[] {
  return byName.get(name) ?? [];
}

function groupByName(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const named = new Map<string, Rule[]>();
  for (const rule of rules) {
    for (const name of [rule.id, ...rule.aliases])
      named.set(name, [...(named.get(name) ?? []), rule]);
  }
  return named;
}

/** What each rule says of itself, sorted by id: plain, frozen data. */
export const rules: readonly RuleInfo[] = Object.freeze(
  catalogue.map(infoOf).sort((a, b) => (a.id < b.id ? -1 : 1)),
);

function infoOf(rule: Rule): RuleInfo {
  const { id, aliases, about, severity, summary, remedy, sources } = rule;
  const copy: Readonly<Record<Profile, Severity | 'off'>> = Object.freeze({ ...severity });
  return Object.freeze({
    id,
    aliases: Object.freeze([...aliases]),
    about,
    severity: copy,
    summary,
    remedy,
    sources: Object.freeze([...sources]),
    fixable: cures.has(id),
  });
}
