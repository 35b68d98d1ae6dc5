/** The ARN of an identity, as sending authorization names it. */

import type { Span } from '../octets/span.ts';
import type { WordedFault } from './worded-fault.ts';

const PARTITIONS: readonly string[] = ['aws', 'aws-cn', 'aws-us-gov'];

/** Characters of an identity: as many as SES allows a mailbox. */
const IDENTITY_CHARACTERS = 320;

const SHAPE = /^arn:([^:]*):ses:([^:]*):([^:]*):identity\/(.*)$/s;
const REGION = /^[a-z]+(?:-[a-z]+)+-[0-9]+$/;
const ACCOUNT = /^[0-9]{12}$/;

/** A domain, or a local part of visible ASCII, an at sign, and a domain. */
const IDENTITY = /^(?:[!-?A-~]+@)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/;

/** A member of an ARN, and its characters there. */
export interface ArnMember extends Span {
  readonly text: string;
}

/** The members of `arn:PARTITION:ses:REGION:ACCOUNT:identity/IDENTITY`, good or not. */
export interface IdentityArn {
  readonly partition: ArnMember;
  readonly region: ArnMember;
  readonly account: ArnMember;
  readonly identity: ArnMember;
}

/**
 * The members of the ARN of an identity.
 *
 * @returns Nothing where the text has another shape.
 */
export function parseArn(arn: string): IdentityArn | undefined {
  const members = SHAPE.exec(arn);
  if (members === null) return undefined;
  const [, partition = '', region = '', account = '', identity = ''] = members;
  const regionAt = 'arn:'.length + partition.length + ':ses:'.length;
  const accountAt = regionAt + region.length + ':'.length;
  return {
    partition: member(partition, 'arn:'.length),
    region: member(region, regionAt),
    account: member(account, accountAt),
    identity: member(identity, arn.length - identity.length),
  };
}

/**
 * Why a text is not the ARN of an identity, `arn:PARTITION:ses:REGION:ACCOUNT:identity/IDENTITY`.
 *
 * @returns The member at fault and what is allowed there; nothing for a good one.
 * @see https://docs.aws.amazon.com/ses/latest/dg/sending-authorization-delegate-sender-tasks-email.html
 *   (documented)
 */
export function arnFault(arn: string): WordedFault | undefined {
  const whole = { start: 0, end: arn.length };
  if (arn === '') return { ...whole, clause: 'is empty; leave it out instead' };
  const members = parseArn(arn);
  if (members === undefined) {
    return { ...whole, clause: 'is not arn:PARTITION:ses:REGION:ACCOUNT:identity/IDENTITY' };
  }
  const { partition, region, account, identity } = members;
  if (!PARTITIONS.includes(partition.text)) {
    return faultOf(partition, `must have a partition of ${PARTITIONS.join(', ')}`);
  }
  if (!REGION.test(region.text)) return faultOf(region, 'must have a region, such as eu-west-1');
  if (!ACCOUNT.test(account.text)) return faultOf(account, 'must have an account of 12 digits');
  const { length } = identity.text;
  if (IDENTITY.test(identity.text) && length <= IDENTITY_CHARACTERS) return undefined;
  return faultOf(
    identity,
    'must have an identity that is a domain or an address of ASCII, of at most 320 characters',
  );
}

/**
 * What SES answers to an ARN that it does not take: observed for the empty one, inferred for others.
 *
 * @see https://github.com/aws/aws-sdk-php/issues/1716
 */
export function invalidArnText(arn: string): string {
  return `Invalid ARN <${arn}>.`;
}

/**
 * What SES answers where an address is not under the identity of the ARN that is to cover it.
 *
 * @see https://github.com/aws/aws-sdk-js/issues/1146 (observed)
 */
export function misalignedArnText(address: string, arn: string): string {
  return `The address '${address}' does not align with the given ARN '${arn}'`;
}

function member(text: string, start: number): ArnMember {
  return { text, start, end: start + text.length };
}

function faultOf({ start, end }: ArnMember, clause: string): WordedFault {
  return { clause, start, end };
}
