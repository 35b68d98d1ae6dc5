/** Faults that the writer of a body made throughout: told once, with their number. */

import type { Defect, DefectCode } from '../../../reader/defect.ts';
import type { Entity } from '../../../reader/entity.ts';
import type { MessageFacts } from '../../facts.ts';
import type { EntityRule, RuleHead } from '../../rule.ts';

/** Defects of one code that the reader keeps of one body. */
const DEFECTS_MAX = 1000;

/** What a rule of a body takes for its own, and what it says of the first. */
interface BodyFault extends RuleHead {
  readonly encoding: 'base64' | 'quoted-printable';
  readonly code: DefectCode;
  /** Of one body: false for what another rule tells, or what does no harm. */
  readonly judge?: (entity: Entity, facts: MessageFacts) => (defect: Defect) => boolean;
  readonly describe: (defect: Defect, facts: MessageFacts) => string;
}

/** A rule that reports the first of the faults of each body: one program made them all. */
export function bodyRule({ encoding, code, judge, describe, ...info }: BodyFault): EntityRule {
  return {
    ...info,
    kind: 'entity',
    check(entity, report, facts) {
      if (entity.transferEncoding !== encoding || entity.mediaType.type === 'multipart') return;
      // What is not to be encoded at all may well not be.
      if (entity.defects.some((defect) => defect.code === 'cte-on-composite')) return;
      const { contentDefects } = entity;
      if (contentDefects.length === 0) return;
      const ofCode = contentDefects.filter((defect) => defect.code === code);
      if (ofCode.length === 0) return;
      const found = judge === undefined ? ofCode : ofCode.filter(judge(entity, facts));
      const [first] = found;
      if (first === undefined) return;
      const { start, end } = first;
      report({ start, end, entity }, describe(first, facts) + firstOf(found.length));
    },
  };
}

function firstOf(count: number): string {
  if (count === 1) return '';
  return `; the first of ${count}${count === DEFECTS_MAX ? ' or more' : ''} in this body`;
}
