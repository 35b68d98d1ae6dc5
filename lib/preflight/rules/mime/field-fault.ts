/** Rules about what is wrong in Content-Type and Content-Disposition: RFC 2045 §5.1, RFC 2183 §2. */

import type { MimeFault } from '../../../carrier/mime-fault.ts';
import type { Defect, DefectCode } from '../../../reader/defect.ts';
import type { Entity } from '../../../reader/entity.ts';
import { fieldNamed, type HeaderField } from '../../../reader/header-field.ts';
import type { MessageFacts } from '../../facts.ts';
import type { SesAnswer } from '../../report.ts';
import type { MessageRule, RuleHead } from '../../rule.ts';
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
  /** Undefined where the fault is another rule's. */
  readonly describe: (fault: FieldFault) => string | undefined;
}

/** Codes after which nobody knows what the parameters were meant to be. */
const PARSE_FAULTS: ReadonlySet<DefectCode> = new Set<DefectCode>([
  'comment-unbalanced',
  'content-type-syntax',
  'parameter-syntax',
  'parameter-unquoted',
  'quoted-string-unclosed',
]);

/** Codes after which nobody knows what one parameter was meant to be. */
const PARAMETER_FAULTS: ReadonlySet<DefectCode> = new Set<DefectCode>([
  'parameter-continuation',
  'parameter-duplicate',
  'parameter-extended-first',
  'parameter-extended-syntax',
]);

/** More than one that says the boundary, or one that RFC 2231 has a say in. */
const BOUNDARIES = /\bboundary\*|\bboundary\s*=[\s\S]*\bboundary\s*=/i;

/**
 * A rule of what is told of such fields: the same code may mean several faults with several cures.
 * SES says one thing of a field, which stands on the finding of that fault.
 */
export function fieldFaultRule(rule: FieldFaultRule): MessageRule {
  const { codes, details, describe, ...info } = rule;
  const isOurs = ({ code, detail }: Defect): boolean =>
    codes.includes(code) &&
    (details === undefined || (detail !== undefined && details.includes(detail)));
  return {
    ...info,
    kind: 'message',
    check(facts, report) {
      for (const { entity, field, defects, fault, answered } of facts.mimeFields) {
        if (isPlaceholder(facts, field)) continue;
        for (const defect of defects) {
          const message = isOurs(defect) ? describe({ defect, entity, field, facts }) : undefined;
          if (message === undefined) continue;
          const { start, end } = defect;
          const answer = defect === answered && fault ? answerTo(fault) : undefined;
          report({ start, end, entity, field }, message, answer);
        }
      }
    },
  };
}

function answerTo({ text, evidence }: MimeFault): SesAnswer {
  return { text, refuses: true, evidence };
}

/** True where the parameters of the media type cannot be relied on, and a finding tells why. */
export function isMediaTypeBroken({ fields }: Entity): boolean {
  const field = fieldNamed(fields, 'content-type');
  const isFault = ({ code }: Defect): boolean =>
    PARSE_FAULTS.has(code) || PARAMETER_FAULTS.has(code);
  return field?.defects.some(isFault) ?? false;
}

/** True where delimiter lines cannot be told from others, and a finding tells why. */
export function isBoundaryInDoubt({ defects, fields }: Entity): boolean {
  if (defects.some(({ code }) => code === 'boundary-trailing-space')) return true;
  const field = fieldNamed(fields, 'content-type');
  if (field === undefined || field.defects.length === 0) return false;
  if (field.defects.some(({ code }) => PARSE_FAULTS.has(code))) return true;
  return (
    field.defects.some(({ code }) => PARAMETER_FAULTS.has(code)) &&
    BOUNDARIES.test(field.unfolded())
  );
}

/** What is to come where a placeholder stands is not known. */
function isPlaceholder({ options }: MessageFacts, field: HeaderField): boolean {
  return options.template === true && holdsPlaceholder(field.unfolded());
}
