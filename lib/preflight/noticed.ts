/** What the reader noted, given to the rules that name it. */

import type { Defect } from '../reader/defect.ts';
import type { Entity } from '../reader/entity.ts';
import type { HeaderField } from '../reader/header-field.ts';
import type { MessageFacts } from './facts.ts';
import { inOrderAt } from './in-order.ts';
import type { Plan } from './plan.ts';
import type { Noticed, Reporter, Rule } from './rule.ts';
import { siteOf } from './site.ts';

/**
 * Reports each defect to the rule of its code. What lies in an address that the carrier's grammar
 * faults has been told.
 */
export function reportDefects(
  facts: MessageFacts,
  namings: Plan['namings'],
  reporterOf: (rule: Rule) => Reporter | undefined,
): void {
  if (namings.size === 0) return;
  const report = (noticed: Noticed): void => reportOne(noticed, namings, reporterOf);
  const reportIn = (noticed: Noticed): void => {
    if (isToldWithin(facts, noticed, namings)) report(noticed);
  };
  for (const defect of facts.root.lineDefects) {
    const { entity = facts.root, field } = siteOf(facts, defect);
    report(noticedIn(facts, defect, entity, field));
  }
  for (const entity of facts.entities) {
    for (const defect of entity.defects) {
      const field = inOrderAt(entity.fields, defect.start, ({ span }) => span);
      reportIn(noticedIn(facts, defect, entity, field));
    }
    for (const field of entity.fields) {
      for (const defect of field.defects) {
        reportIn(noticedIn(facts, defect, entity, field));
      }
    }
    for (const defect of entity.contentDefects) {
      reportIn(noticedIn(facts, defect, entity, undefined));
    }
  }
}

/** What is within an attached message is another author's, and goes out as it came. */
function isToldWithin(
  facts: MessageFacts,
  { defect, entity }: Noticed,
  namings: Plan['namings'],
): boolean {
  return facts.own.has(entity) || namings.get(defect.code)?.naming.looksIntoAttached === true;
}

function noticedIn(
  facts: MessageFacts,
  defect: Defect,
  entity: Entity,
  field: HeaderField | undefined,
): Noticed {
  return field === undefined ? { defect, entity, facts } : { defect, entity, field, facts };
}

function reportOne(
  noticed: Noticed,
  namings: Plan['namings'],
  reporterOf: (rule: Rule) => Reporter | undefined,
): void {
  const { defect, entity, field, facts } = noticed;
  const named = namings.get(defect.code);
  if (named === undefined || facts.isSpoiled(defect.start)) return;
  const message = named.naming.describe(noticed);
  if (message === undefined) return;
  const { start, end } = defect;
  const site = { start, end, entity, ...(field !== undefined && { field }) };
  reporterOf(named.rule)?.(site, message, named.naming.ses);
}
