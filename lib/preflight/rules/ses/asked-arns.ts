/** The ARNs of sending authorization that count, and what each of them covers. */

import { arnFault, type IdentityArn, parseArn } from '../../../carrier/arn.ts';
import type { MessageFacts } from '../../facts.ts';
import { type Asked, asked } from './asked.ts';

export interface AskedArn extends Asked {
  readonly covers: 'source' | 'from' | 'return-path';
}

const NONE: readonly AskedArn[] = [];

/** Each once, blank ones of fields left out; under API v2 one member covers source and From. */
export function askedArns(facts: MessageFacts): readonly AskedArn[] {
  const source = asked(facts, 'sourceArn');
  const from = asked(facts, 'fromArn');
  const returnPath = asked(facts, 'returnPathArn');
  if (source === undefined && from === undefined && returnPath === undefined) return NONE;
  const isOne = facts.profile === 'ses-v2' && source?.by === 'option';
  return [
    ...(source === undefined || isOne ? NONE : [{ ...source, covers: 'source' } as const]),
    ...(from === undefined ? NONE : [{ ...from, covers: 'from' } as const]),
    ...(returnPath === undefined ? NONE : [{ ...returnPath, covers: 'return-path' } as const]),
  ];
}

/** The members of an ARN that has no fault. */
export function soundMembers({ isJudged, text }: Asked): IdentityArn | undefined {
  return isJudged && arnFault(text) === undefined ? parseArn(text) : undefined;
}
