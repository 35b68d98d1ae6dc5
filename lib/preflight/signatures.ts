/** The DKIM signatures of a message: which of them are judged, and which are left over. RFC 6376 §6.1. */

import type { Profile } from '../carrier/limits.ts';
import { foldedDomain } from '../carrier/mailbox-parts.ts';
import { SignedMessage } from '../dkim/signed-data.ts';
import { JUDGED_MAX } from '../dkim/verify.ts';
import type { Entity } from '../reader/entity.ts';
import type { HeaderField } from '../reader/header-field.ts';
import { MessageSignature } from './message-signature.ts';
import type { PreflightOptions } from './options.ts';
import { holdsPlaceholder } from './template.ts';
import type { FieldMailbox } from './written-address.ts';

/** The facts of a message as far as they are needed here. */
export interface SignatureSource {
  readonly octets: Buffer;
  readonly root: Entity;
  readonly profile: Profile;
  readonly options: PreflightOptions;
  readonly soundMailboxes: readonly FieldMailbox[];
  fieldsNamed(lowerName: string): readonly HeaderField[];
}

/** What is told of signatures. */
export interface SignatureSurvey {
  /** Those whose faults are told, in the order of their fields. */
  readonly judged: readonly MessageSignature[];
  /** The first one, where none is of a domain of From's: it goes, whatever else is wrong with it. */
  readonly foreign: MessageSignature | undefined;
  /** The domains of From, in A-labels; looked at where there is a signature alone. */
  readonly authors: readonly string[];
}

const NONE: readonly never[] = Object.freeze([]);
const NOTHING: SignatureSurvey = Object.freeze({ judged: NONE, foreign: undefined, authors: NONE });

export function surveySignatures(facts: SignatureSource): SignatureSurvey {
  const fields = facts.fieldsNamed('dkim-signature');
  if (fields.length === 0) return NOTHING;
  // SES refuses several, which another rule tells; which of them stays is open.
  if (fields.length > 1 && facts.profile !== 'smtp') return NOTHING;
  const message = new SignedMessage(facts.octets, facts.root);
  const all = fields
    .slice(0, JUDGED_MAX)
    .filter((field) => facts.options.template !== true || !holdsPlaceholder(field.unfolded()))
    .map((field) => new MessageSignature(field, message, facts.root));
  const [first] = all;
  const authors = first === undefined ? [] : authorDomains(facts);
  const isForeign = all.every(({ domain }) => domain !== undefined && isOfNone(domain, authors));
  return first !== undefined && isForeign
    ? { judged: NONE, foreign: first, authors }
    : { judged: all, foreign: undefined, authors };
}

function authorDomains({ soundMailboxes }: SignatureSource): readonly string[] {
  return soundMailboxes
    .filter(({ field }) => field.lowerName === 'from')
    .map(({ mailbox }) => foldedDomain(mailbox.domain));
}

/** Where From names nobody, nothing is known. */
function isOfNone(domain: string, authors: readonly string[]): boolean {
  return authors.length > 0 && authors.every((author) => !mayAlign(domain, author));
}

/**
 * Whether two domains are, or may be, of one organization: one is under the other, or both are under
 * one name of two labels. Whether `a.co.example` and `b.co.example` are, only a list of public
 * suffixes tells, which changes by the day.
 */
function mayAlign(one: string, other: string): boolean {
  if (one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`)) return true;
  const above = one.split('.').slice(-2);
  return above.length === 2 && other.endsWith(`.${above.join('.')}`);
}
