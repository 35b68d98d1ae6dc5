/** Verifying signatures: RFC 6376 §6, RFC 8301, RFC 8463. */

import { createHash, verify as verifySignature } from 'node:crypto';
import {
  dateArgument,
  octetsArgument,
  recordArgument,
  stringArgument,
  wrongType,
} from '../arguments.ts';
import type { Span } from '../octets/span.ts';
import type { HeaderField } from '../reader/header-field.ts';
import { type DkimFault, dkimFaults } from './dkim-fault.ts';
import { readHead } from './message-head.ts';
import { type PublicKey, publicKeyOf } from './public-key.ts';
import { type DkimSignature, parseSignature } from './signature-field.ts';
import { SignedMessage, unsignedSignature } from './signed-data.ts';

/** RFC 8301 §3.2: verifiers must not take shorter RSA keys. */
const RSA_BITS_MIN = 1024;

/** Each may ask for a hash of the whole body: nobody signs a message so often. */
export const JUDGED_MAX = 50;

/** Faults that leave a signature as good as it is. */
const HARMLESS: ReadonlySet<string> = new Set(['query-unknown']);

/**
 * What became of one signature, by the words of RFC 8601 §2.7.1. `pass`: it verifies. `fail`: the
 * message is not the one that was signed, or the signature has expired. `policy`: its algorithm or
 * key is too weak to be taken, or it is not among the first 50. `permerror`: it cannot be verified, for
 * its field or its key is broken or missing, or the header is one that readers do not agree on.
 */
export type VerificationResult = 'pass' | 'fail' | 'policy' | 'permerror';

/** One signature of a message, judged. */
export interface Verification {
  readonly result: VerificationResult;
  /** Why it does not pass; of one that does, nothing. */
  readonly reason?: string;
  /** The signing domain, in lower case; empty where the field has none. */
  readonly domain: string;
  readonly selector: string;
  /** As in the field: `rsa-sha256`. */
  readonly algorithm: string;
  /** Names of the signed fields, as in the field. */
  readonly fields: readonly string[];
  /** Octets at the end of the canonical body that are not signed, where `l=` leaves some. */
  readonly unsignedOctets: number;
  /** The field, in octets of the message. */
  readonly span: Span;
}

/** What verifying needs from outside. */
export interface VerifyOptions {
  /**
   * The key of a domain and selector: the record of `SELECTOR._domainkey.DOMAIN`, its strings
   * joined or in quotes as `dig` shows them, or a PEM; undefined where there is none. Fetch them first: see {@link signatures}.
   */
  readonly key: (domain: string, selector: string) => string | undefined;
  /** Holds `x=` against it; without it, no signature has expired. */
  readonly now?: Date;
}

/**
 * Verifies the DKIM signatures of a message, offline, in the order of their fields.
 *
 * A message or body whose first line ends in LF alone is verified as the one with CRLF that a
 * transport makes of it. Time grows with the octets, and with the
 * signatures; of more than 50 in a message, the rest are `policy`.
 *
 * @throws {MimewrightError} for a bad call only, and whatever `key` throws.
 * @see RFC 6376 §6.1
 * @example
 * for (const { domain, result, reason } of verify(octets, { key: () => record })) console.log(domain, result, reason);
 */
export function verify(octets: Uint8Array, options: VerifyOptions): readonly Verification[] {
  const buffer = octetsArgument('octets', octets);
  const members = recordArgument('options', options, ['key', 'now']);
  const key = members.get('key');
  if (typeof key !== 'function') throw wrongType('key', key, 'a function');
  const now = members.has('now') ? dateArgument('now', members.get('now')) : undefined;
  const keyOf = (domain: string, selector: string): string | undefined => {
    const record: unknown = Reflect.apply(key, undefined, [domain, selector]);
    return record === undefined ? undefined : stringArgument('what key() returns', record);
  };
  const head = readHead(buffer);
  const message = new SignedMessage(buffer, head);
  return message.fieldsNamed('dkim-signature').map((field, index) => {
    const signature = parseSignature(field.unfolded());
    const one = { message, field, signature };
    const isJudged = index < JUDGED_MAX;
    const verdict = isJudged ? judge(one, head.fault, { keyOf, now }) : TOO_MANY;
    return Object.freeze({ ...verdict, ...summary(one, isJudged) });
  });
}

/** A signature, and what it is to be held against. */
interface Signed {
  readonly message: SignedMessage;
  readonly field: HeaderField;
  readonly signature: DkimSignature;
}

type Verdict = Pick<Verification, 'result' | 'reason'>;

const TOO_MANY: Verdict = {
  result: 'policy',
  reason: `only the first ${JUDGED_MAX} signatures are judged`,
};

function judge(
  one: Signed,
  headFault: string | undefined,
  { keyOf, now }: { readonly keyOf: VerifyOptions['key']; readonly now: Date | undefined },
): Verdict {
  const { signature } = one;
  if (headFault !== undefined) return permerror(headFault);
  const fault = signature.faults.find(({ cause }) => !HARMLESS.has(cause));
  if (fault !== undefined) return faultVerdict(fault, signature);
  const { domain, selector, expiresAt } = signature;
  if (domain === undefined || selector === undefined)
    return permerror('the signature names no key');
  if (now !== undefined && expiresAt !== undefined && expiresAt * 1000 < now.getTime()) {
    return { result: 'fail', reason: 'the signature has expired' };
  }
  const record = keyOf(domain, selector);
  if (record === undefined) return permerror('there is no key');
  const key = publicKeyOf(record);
  if ('reason' in key) return permerror(key.reason);
  return keyVerdict(key, signature) ?? octetsVerdict(one, key);
}

/** A short signature of RSA was made with a short key. */
function faultVerdict({ cause, tag }: DkimFault, { algorithm }: DkimSignature): Verdict {
  const isWeak =
    cause === 'rsa-sha1' || (cause === 'signature-octets' && algorithm === 'rsa-sha256');
  const place = tag === undefined ? '' : ` (${tag}=)`;
  return { result: isWeak ? 'policy' : 'permerror', reason: dkimFaults[cause] + place };
}

function permerror(reason: string): Verdict {
  return { result: 'permerror', reason };
}

/** What speaks against a key before anything is computed. */
function keyVerdict(key: PublicKey, signature: DkimSignature): Verdict | undefined {
  const { algorithm, identityDomain, domain } = signature;
  if (key.algorithm !== algorithm) return permerror('the key is not of the algorithm');
  if (algorithm === 'rsa-sha256' && key.bits < RSA_BITS_MIN) {
    return {
      result: 'policy',
      reason: `the key has ${key.bits} bits; ${RSA_BITS_MIN} are asked for`,
    };
  }
  const isBelow = identityDomain !== undefined && identityDomain !== domain;
  return key.isStrict && isBelow
    ? permerror('the key is not for identities below the domain')
    : undefined;
}

function octetsVerdict(one: Signed, { key }: PublicKey): Verdict {
  const { message, signature } = one;
  const { bodyHash, body, length, signature: made } = signature;
  const hash = message.bodyHash(body, length);
  if (length !== undefined && length > hash.octets) {
    return permerror(
      `l= is ${one.signature.tags.get('l')?.value}, and the body has ${hash.octets} octets`,
    );
  }
  if (bodyHash === undefined || !hash.digest.equals(bodyHash)) {
    return { result: 'fail', reason: 'the body is not the one that was signed' };
  }
  if (made !== undefined && isSignedBy(key, signedText(one), made, signature)) {
    return { result: 'pass' };
  }
  return { result: 'fail', reason: 'the signed fields are not those that were signed' };
}

function signedText({ message, field, signature: { header, names } }: Signed): Buffer {
  const fields = message.signedFields(
    names.map(({ name }) => name),
    { header },
    field,
  );
  return Buffer.from(fields + unsignedSignature(message.written(field), { header }), 'latin1');
}

function isSignedBy(
  key: PublicKey['key'],
  data: Buffer,
  made: Buffer,
  { algorithm }: DkimSignature,
): boolean {
  try {
    if (algorithm === 'rsa-sha256') return verifySignature('sha256', data, key, made);
    return verifySignature(null, createHash('sha256').update(data).digest(), key, made);
  } catch {
    // OpenSSL 3 says false of keys that cannot be used, such as one whose modulus is even; should
    // another version throw, mail must still not.
    return false;
  }
}

function summary(
  { message, field, signature }: Signed,
  isJudged: boolean,
): Omit<Verification, 'result' | 'reason'> {
  const { tags, domain, selector, names, body, length } = signature;
  const isPartial = isJudged && length !== undefined;
  const unsigned = isPartial ? message.bodyHash(body, length).octets - length : 0;
  return {
    domain: domain ?? '',
    selector: selector ?? '',
    algorithm: tags.get('a')?.value ?? '',
    fields: Object.freeze(names.map(({ name }) => name)),
    unsignedOctets: Math.max(0, unsigned),
    span: field.span,
  };
}
