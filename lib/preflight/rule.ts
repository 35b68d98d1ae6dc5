/** The shape of a rule: what it is about, how bad it is, and how it is found. */

import type { AddressCause, AddressFault } from '../carrier/address-fault.ts';
import type { Profile } from '../carrier/limits.ts';
import type { Span } from '../octets/span.ts';
import type { Defect, DefectCode } from '../reader/defect.ts';
import type { Entity } from '../reader/entity.ts';
import type { HeaderField } from '../reader/header-field.ts';
import type { MessageFacts } from './facts.ts';
import type { OptionPlace, SesAnswer } from './report.ts';
import type { Severity } from './severity.ts';

/** What a rule says of itself. */
export interface RuleHead {
  /** `area/name`, stable across releases. */
  readonly id: string;
  /** Other names of the same fault; several rules may share one that lumps them together. */
  readonly aliases: readonly string[];
  /** `form`: how the message is written; `choice`: what its author wants. */
  readonly about: 'form' | 'choice';
  readonly severity: Readonly<Record<Profile, Severity | 'off'>>;
  readonly summary: string;
  readonly remedy: string;
  /** RFC sections and SES pages or reports. */
  readonly sources: readonly string[];
}

/** What is told of a rule; exported as `rules`. */
export interface RuleInfo extends RuleHead {
  /** `fix` mends it without change of meaning, wherever that can be done. */
  readonly fixable: boolean;
}

/** Where in the message a fault is, by octets, and in what. */
export interface Site extends Span {
  readonly entity?: Entity;
  readonly field?: HeaderField;
}

/** Takes one fault; the runner adds id, severity, line and order. */
export type Reporter = (place: Site | OptionPlace, message: string, ses?: SesAnswer) => void;

/** A rule that looks at the whole message. */
export interface MessageRule extends RuleHead {
  readonly kind: 'message';
  check(facts: MessageFacts, report: Reporter): void;
}

/** A rule that looks at one entity at a time. */
export interface EntityRule extends RuleHead {
  readonly kind: 'entity';
  /** It looks into attached messages too: for what harms a message on its way, whoever wrote it. */
  readonly looksIntoAttached?: true;
  check(entity: Entity, report: Reporter, facts: MessageFacts): void;
}

/** A defect that the reader noted, and what it is in. */
export interface Noticed {
  readonly defect: Defect;
  readonly entity: Entity;
  /** The field whose body it is in. */
  readonly field?: HeaderField;
  readonly facts: MessageFacts;
}

/** Which defects a rule names, and how it words them. */
export interface DefectNaming {
  /** Each code has one rule at most. */
  readonly codes: readonly DefectCode[];
  /** What is wrong, with the value quoted; undefined where it is no fault. */
  describe(noticed: Noticed): string | undefined;
  /** As of {@link EntityRule}. */
  readonly looksIntoAttached?: true;
  /** What SES does about it, where it is known. */
  readonly ses?: SesAnswer;
}

/** A rule that gives a name and a cure to what the reader noted. */
export interface DefectRule extends RuleHead, DefectNaming {
  readonly kind: 'defect';
}

/** A rule that gives a name and a cure to what the carrier's address grammar found. */
export interface AddressRule extends RuleHead {
  readonly kind: 'address';
  readonly causes: readonly AddressCause[];
  /** SES's texts that public reports quote for this fault; its other texts are inferred. */
  readonly observed: readonly string[];
  describe(fault: AddressFault, text: FaultText): string;
  /** The same fault as the reader notes it, in fields that SES takes or does not look at. */
  readonly noticed?: DefectNaming;
}

/** A fault of an address in words: what stands at fault, and the mailbox or group it is in. */
export interface FaultText {
  readonly found: string;
  readonly written: string;
}

export type Rule = MessageRule | EntityRule | DefectRule | AddressRule;

/** The same severity in every profile. */
export function everywhere(severity: Severity): RuleInfo['severity'] {
  return { 'ses-v1': severity, 'ses-v2': severity, smtp: severity };
}

/** A severity under SES; off where the carrier is another. */
export function atSes(severity: Severity): RuleInfo['severity'] {
  return { 'ses-v1': severity, 'ses-v2': severity, smtp: 'off' };
}
