/** Rules about what is wrong in Content-Type and Content-Disposition: RFC 2045 §5.1, RFC 2183 §2. */

import type { Defect, DefectCode } from '../../../reader/defect.ts';
import type { Entity } from '../../../reader/entity.ts';
import { fieldNamed, type HeaderField } from '../../../reader/header-field.ts';
import type { MessageFacts } from '../../facts.ts';
import type { SesAnswer } from '../../report.ts';
import type { EntityRule, RuleHead } from '../../rule.ts';
import { holdsPlaceholder } from '../../template.ts';

/** A defect in such a field, and where it stands. */
export interface FieldFault {
  readonly defect: Defect;
  readonly entity: Entity;
  readonly field: HeaderField;
  readonly facts: MessageFacts;
}

/** A rule that names some defects in fields with parameters, told apart by code and detail. */
export interface FieldFaultRule extends RuleHead {
  readonly codes: readonly DefectCode[];
  /** Of those codes, the details that are this rule's; all, where left out. */
  readonly details?: readonly string[];
  readonly describe: (fault: FieldFault) => string | undefined;
  readonly ses: SesAnswer;
}

/** Codes after which nobody knows what the parameters were meant to be. */
const PARSE_FAULTS: ReadonlySet<DefectCode> = new Set<DefectCode>([
  'comment-unbalanced',
  'content-type-syntax',
  'parameter-continuation',
  'parameter-duplicate',
  'parameter-extended-first',
  'parameter-extended-syntax',
  'parameter-syntax',
  'parameter-unquoted',
  'quoted-string-unclosed',
]);

/** An entity rule of what is told of one: the same code may mean several faults with several cures. */
export function fieldFaultRule(rule: FieldFaultRule): EntityRule {
  const { codes, details, describe, ses, ...info } = rule;
  const isOurs = ({ code, detail }: Defect): boolean =>
    codes.includes(code) &&
    (details === undefined || (detail !== undefined && details.includes(detail)));
  return {
    ...info,
    kind: 'entity',
    check(entity, report, facts) {
      for (const field of entity.fields) {
        if (!hasParameters(field)) continue;
        for (const defect of field.defects) {
          if (!isOurs(defect) || isExempt(facts, entity, field)) continue;
          const message = describe({ defect, entity, field, facts });
          if (message === undefined) continue;
          const { start, end } = defect;
          report({ start, end, entity, field }, message, ses);
        }
      }
    },
  };
}

/** True where the parameters of the media type cannot be relied on, and a finding tells why. */
export function isMediaTypeBroken({ fields }: Entity): boolean {
  const field = fieldNamed(fields, 'content-type');
  return field?.defects.some(({ code }) => PARSE_FAULTS.has(code)) ?? false;
}

/** True where delimiter lines cannot be told from others, and a finding tells why. */
export function isBoundaryInDoubt(entity: Entity): boolean {
  return (
    entity.defects.some(({ code }) => code === 'boundary-trailing-space') ||
    isMediaTypeBroken(entity)
  );
}

function hasParameters({ lowerName }: HeaderField): boolean {
  return lowerName === 'content-type' || lowerName === 'content-disposition';
}

/** What is within an attached message goes out as it came; a placeholder is none yet. */
function isExempt(facts: MessageFacts, entity: Entity, field: HeaderField): boolean {
  if (facts.options.template === true && holdsPlaceholder(field.unfolded())) return true;
  return !facts.own.has(entity);
}
