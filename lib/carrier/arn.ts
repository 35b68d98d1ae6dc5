/** The ARN of an identity, as sending authorization names it. */

const PARTITIONS: readonly string[] = ['aws', 'aws-cn', 'aws-us-gov'];

/** Characters of an identity: as many as SES allows a mailbox. */
const IDENTITY_CHARACTERS = 320;

const SHAPE = /^arn:([^:]*):ses:([^:]*):([^:]*):identity\/(.*)$/s;
const REGION = /^[a-z]+(?:-[a-z]+)+-[0-9]+$/;
const ACCOUNT = /^[0-9]{12}$/;

/** A domain, or a local part of visible ASCII, an at sign, and a domain. */
const IDENTITY = /^(?:[!-?A-~]+@)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/;

/**
 * Why a text is not the ARN of an identity, `arn:PARTITION:ses:REGION:ACCOUNT:identity/IDENTITY`.
 *
 * @returns A clause that follows the quoted ARN, naming the member at fault and what is allowed
 *   there; nothing for a good one.
 * @see https://docs.aws.amazon.com/ses/latest/dg/sending-authorization-delegate-sender-tasks-email.html
 *   (documented)
 */
export function arnFault(arn: string): string | undefined {
  if (arn === '') return 'is empty; leave it out instead';
  const members = SHAPE.exec(arn);
  if (members === null) return 'is not arn:PARTITION:ses:REGION:ACCOUNT:identity/IDENTITY';
  const [, partition = '', region = '', account = '', identity = ''] = members;
  if (!PARTITIONS.includes(partition)) return `must have a partition of ${PARTITIONS.join(', ')}`;
  if (!REGION.test(region)) return 'must have a region, such as eu-west-1';
  if (!ACCOUNT.test(account)) return 'must have an account of 12 digits';
  if (IDENTITY.test(identity) && identity.length <= IDENTITY_CHARACTERS) return undefined;
  return 'must have an identity that is a domain or an address of ASCII, of at most 320 characters';
}

/**
 * What SES answers to an ARN that it does not take: observed for the empty one, inferred for others.
 *
 * @see https://github.com/aws/aws-sdk-php/issues/1716
 */
export function invalidArnText(arn: string): string {
  return `Invalid ARN <${arn}>.`;
}
