/** What `fix` may be told, and how that is checked. */

import { choiceArgument, recordArgument, textArgument } from '../arguments.ts';
import { MimewrightError, naming, quoted } from '../errors.ts';
import { domainToAscii } from '../header/domain.ts';
import type { Leave } from './mending/leave.ts';
import { checkTexts } from './option-values.ts';
import { checkOptions, type PreflightOptions } from './options.ts';

/** Beside what preflight is told, what may be done that changes a meaning. */
export interface FixOptions extends PreflightOptions {
  /**
   * What becomes of a message with a DKIM-Signature, which any change breaks: `keep`, if left out,
   * leaves it as it is; `drop-signature` takes the signatures out where something is mended. What is
   * in a `multipart/signed` is never touched.
   */
  readonly signed?: 'keep' | 'drop-signature';
  /**
   * What to do where the author's meaning is open. Of once-only fields with different bodies,
   * `keep-first` keeps the first and `keep-last` the last one (but for Content fields, of which the
   * first said how to read the body). Neither goes if left out.
   */
  readonly policy?: readonly string[];
  /**
   * A domain of yours: what has no Message-ID, where the profile asks for one, gets one at it, derived
   * from its octets.
   */
  readonly domain?: string;
}

type FixPolicy = (typeof fixPolicies)[number];
const fixPolicies = ['keep-first', 'keep-last'] as const;

const SIGNED = ['keep', 'drop-signature'] as const;

/**
 * Holds options to their types.
 *
 * @throws {MimewrightError} `option-invalid`, `value-type` or `value-missing`, naming the member.
 */
export function checkFixOptions(options: FixOptions): {
  readonly checked: PreflightOptions;
  readonly leave: Leave;
} {
  const members = new Map(recordArgument('options', options));
  const signed = members.has('signed')
    ? choiceArgument('signed', members.get('signed'), SIGNED)
    : 'keep';
  const policy = members.has('policy') ? checkPolicy(members.get('policy')) : [];
  members.delete('signed');
  members.delete('policy');
  const domain = members.has('domain') ? checkDomain(members.get('domain')) : undefined;
  members.delete('domain');
  const checked = checkOptions(Object.fromEntries(members));
  return {
    checked,
    leave: {
      ...keptBy(policy),
      ...(domain !== undefined && { domain }),
      dropsSignature: signed === 'drop-signature',
    },
  };
}

function checkDomain(value: unknown): string {
  return naming('domain', () => domainToAscii(textArgument('domain', value)));
}

function checkPolicy(value: unknown): readonly FixPolicy[] {
  return checkTexts('policy', value).map((text, at) =>
    choiceArgument(`policy[${at}]`, text, fixPolicies),
  );
}

function keptBy(policy: readonly FixPolicy[]): Pick<Leave, 'kept'> {
  const first = policy.includes('keep-first');
  const last = policy.includes('keep-last');
  if (first && last) {
    throw new MimewrightError(
      'option-invalid',
      `policy: ${quoted('keep-first')} and ${quoted('keep-last')} contradict each other`,
    );
  }
  if (first) return { kept: 'first' };
  return last ? { kept: 'last' } : {};
}
