/** What of a message SES holds against the verified identities, and what fails. */

import { Identities, unverifiedText } from '../../../carrier/identities.ts';
import { mailboxKey } from '../../../carrier/mailbox-parts.ts';
import { simulatorRole } from '../../../carrier/simulator.ts';
import type { MessageFacts } from '../../facts.ts';
import type { SesAnswer } from '../../report.ts';
import { isAuthorizedElsewhere, type SenderRole } from './authorized-elsewhere.ts';
import {
  effectiveRecipients,
  fieldMailboxes,
  type PlacedMailbox,
  requestMailboxes,
} from './placed-mailbox.ts';

/** A mailbox that no identity covers. */
export interface Unverified {
  readonly mailbox: PlacedMailbox;
  /** The identity that would cover it, if local parts had no case. */
  readonly otherCase: string | undefined;
  /** Where else the same mailbox stands and fails. */
  readonly alsoIn: readonly string[];
  readonly answer: SesAnswer;
}

/** Each mailbox once. */
export interface IdentityCheck {
  readonly senders: readonly Unverified[];
  /** In the sandbox alone. */
  readonly recipients: readonly Unverified[];
}

const NOTHING: IdentityCheck = { senders: [], recipients: [] };

const checks = new WeakMap<MessageFacts, IdentityCheck>();

/** Nothing fails where the caller does not say what is verified; made once for each message. */
export function identityCheck(facts: MessageFacts): IdentityCheck {
  if (facts.options.identities === undefined) return NOTHING;
  const known = checks.get(facts);
  if (known !== undefined) return known;
  const made = check(facts, new Identities(facts.options.identities));
  checks.set(facts, made);
  return made;
}

/** A mailbox to be verified, and whether SES is known to refuse it. */
interface Checked {
  readonly mailbox: PlacedMailbox;
  readonly answer: Omit<SesAnswer, 'text'>;
}

const OBSERVED = { refuses: true, evidence: 'observed' } as const;
const DOCUMENTED = { refuses: true, evidence: 'documented' } as const;
const INFERRED = { refuses: false, evidence: 'inferred' } as const;

function check(facts: MessageFacts, identities: Identities): IdentityCheck {
  const fails = ({ mailbox: { address } }: Checked) => identities.covering(address) === undefined;
  const senders = [...authors(facts), ...senderFields(facts), ...bounceAddresses(facts)].filter(
    fails,
  );
  const recipients = sandboxRecipients(facts).filter(fails);
  if (senders.length + recipients.length === 0) return NOTHING;
  const written = [...senders, ...recipients].map(({ mailbox }) => mailbox.written);
  const text = unverifiedText(written, facts.options.region);
  const told = (failed: readonly Checked[]): readonly Unverified[] =>
    distinct(failed).map((group) => unverified(group, identities, text));
  return { senders: told(senders), recipients: told(recipients) };
}

/** What is refused in one place is refused, though in another it may pass. */
function unverified(
  group: readonly [Checked, ...Checked[]],
  identities: Identities,
  text: string,
): Unverified {
  const [{ mailbox, answer }, ...others] = group;
  const elsewhere = others.map((other) => other.mailbox.source);
  return {
    mailbox,
    otherCase: identities.inOtherCase(mailbox.address),
    alsoIn: [...new Set(elsewhere)].filter((source) => source !== mailbox.source),
    answer: { text, ...(group.find((one) => one.answer.refuses)?.answer ?? answer) },
  };
}

/** From; under API v2 `fromEmailAddress` takes its place. */
function authors(facts: MessageFacts): readonly Checked[] {
  const { options, profile } = facts;
  if (profile === 'ses-v2' && options.fromEmailAddress !== undefined) {
    return checked(facts, requestMailboxes(facts, 'fromEmailAddress'), 'from', DOCUMENTED);
  }
  const mailboxes = fieldMailboxes(facts, 'from');
  // Which of several SES looks at is not documented.
  return checked(facts, mailboxes, 'from', mailboxes.length === 1 ? OBSERVED : INFERRED);
}

function senderFields(facts: MessageFacts): readonly Checked[] {
  return checked(facts, fieldMailboxes(facts, 'sender'), 'sender', OBSERVED);
}

/** What the request says, else Return-Path. */
function bounceAddresses(facts: MessageFacts): readonly Checked[] {
  const option = facts.profile === 'ses-v2' ? 'feedbackForwarding' : 'source';
  if (facts.options[option] === undefined) {
    return checked(facts, fieldMailboxes(facts, 'return-path'), 'return-path', DOCUMENTED);
  }
  const mailboxes = requestMailboxes(facts, option);
  return option === 'source'
    ? checked(facts, mailboxes, 'source', OBSERVED)
    : checked(facts, mailboxes, 'return-path', INFERRED);
}

function checked(
  facts: MessageFacts,
  mailboxes: readonly PlacedMailbox[],
  role: SenderRole,
  answer: Checked['answer'],
): readonly Checked[] {
  return mailboxes
    .filter(({ address }) => !isAuthorizedElsewhere(facts, role, address))
    .map((mailbox) => ({ mailbox, answer }));
}

/** Recipients of the sandbox must be verified, but for those of the simulator. */
function sandboxRecipients(facts: MessageFacts): readonly Checked[] {
  if (facts.options.sandbox !== true) return [];
  return effectiveRecipients(facts)
    .filter(({ address }) => simulatorRole(address) === 'none')
    .map((mailbox) => ({ mailbox, answer: DOCUMENTED }));
}

/** Those of one mailbox together, at its first place. */
function distinct(failed: readonly Checked[]): readonly (readonly [Checked, ...Checked[]])[] {
  const groups = new Map<string, [Checked, ...Checked[]]>();
  for (const one of failed) {
    const key = mailboxKey(one.mailbox.address);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}
