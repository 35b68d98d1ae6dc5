/** The ARNs of sending authorization. */

import { arnFault, invalidArnText, misalignedArnText } from '../../../carrier/arn.ts';
import { Identities } from '../../../carrier/identities.ts';
import { quoted } from '../../../errors.ts';
import type { MessageFacts } from '../../facts.ts';
import { atSes, type MessageRule } from '../../rule.ts';
import { asked, wholeOf } from './asked.ts';
import { type AskedArn, askedArns, soundMembers } from './asked-arns.ts';
import { fieldMailboxes, type PlacedMailbox, requestMailboxes } from './placed-mailbox.ts';

const DELEGATE =
  'https://docs.aws.amazon.com/ses/latest/dg/sending-authorization-delegate-sender-tasks-email.html';
const EMPTY = 'https://github.com/aws/aws-sdk-php/issues/1716';

export const arnRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'ses/arn-empty',
    aliases: [],
    about: 'form',
    severity: atSes('error'),
    summary: 'An ARN of the request is not empty',
    remedy: 'Leave the ARN out where there is none.',
    sources: [EMPTY],
    check(facts, report) {
      for (const arn of askedArns(facts)) {
        if (arn.text !== '') continue;
        report(wholeOf(arn), `${arn.name} is an empty string`, {
          text: invalidArnText(''),
          refuses: true,
          evidence: 'observed',
        });
      }
    },
  },
  {
    kind: 'message',
    id: 'ses/arn-syntax',
    aliases: [],
    about: 'form',
    // SES's answer to the empty one is known, and that to others is taken to be like it.
    severity: atSes('warning'),
    summary: 'An ARN is arn:PARTITION:ses:REGION:ACCOUNT:identity/IDENTITY',
    remedy: 'Copy the ARN of the identity from the console of the account that owns it.',
    sources: [DELEGATE, EMPTY],
    check(facts, report) {
      for (const arn of askedArns(facts)) {
        if (!arn.isJudged || arn.text === '') continue;
        const fault = arnFault(arn.text);
        if (fault === undefined) continue;
        report(arn.placeOf(fault), `${arn.name}: ${quoted(arn.text)} ${fault.clause}`, {
          text: invalidArnText(arn.text),
          refuses: false,
          evidence: 'inferred',
        });
      }
    },
  },
  {
    kind: 'message',
    id: 'ses/arn-region',
    aliases: [],
    about: 'choice',
    severity: atSes('error'),
    summary: 'An ARN is of the region that the request goes to',
    remedy: 'Call the region of the ARN, or name the identity of the region that you call.',
    sources: [DELEGATE],
    check(facts, report) {
      const { region } = facts.options;
      // A multi-region endpoint has two regions, and which ones is not known here.
      if (region === undefined || usesEndpoint(facts)) return;
      for (const arn of askedArns(facts)) {
        const named = soundMembers(arn)?.region;
        if (named === undefined || named.text === region.toLowerCase()) continue;
        report(
          arn.placeOf(named),
          `${arn.name} is of the region ${quoted(named.text)}, and the request goes to ${quoted(region)}`,
          { refuses: true, evidence: 'documented' },
        );
      }
    },
  },
  {
    kind: 'message',
    id: 'ses/arn-identity-mismatch',
    aliases: [],
    about: 'choice',
    severity: atSes('error'),
    summary: 'The identity of an ARN covers the address that it is given for',
    remedy: 'Name the ARN of the address or of its domain.',
    sources: ['https://github.com/aws/aws-sdk-js/issues/1146'],
    check(facts, report) {
      for (const arn of askedArns(facts)) {
        const identity = soundMembers(arn)?.identity;
        if (identity === undefined) continue;
        const identities = new Identities([identity.text]);
        const address = onlyAddress(coveredMailboxes(facts, arn));
        if (address === undefined || identities.covering(address) !== undefined) continue;
        if (identities.inOtherCase(address) !== undefined) continue;
        report(
          arn.placeOf(identity),
          `${arn.name} is of ${quoted(identity.text)}, which does not cover ${quoted(address)}`,
          { text: misalignedArnText(address, arn.text), refuses: true, evidence: 'observed' },
        );
      }
    },
  },
  {
    kind: 'message',
    id: 'ses/arn-source-only',
    aliases: [],
    about: 'choice',
    severity: { 'ses-v1': 'info', 'ses-v2': 'off', smtp: 'off' },
    summary: 'The ARN of the source comes with one of the From field',
    remedy: 'Name the ARN of the From address too: fromArn, or X-SES-FROM-ARN.',
    sources: ['https://github.com/Netflix/iep/issues/367', DELEGATE],
    check(facts, report) {
      const source = asked(facts, 'sourceArn');
      if (source === undefined || soundMembers(source) === undefined) return;
      if (asked(facts, 'fromArn') !== undefined || facts.fieldsNamed('from').length === 0) return;
      report(
        wholeOf(source),
        `${source.name} without an ARN for From, which SES was seen to ask for though it documents one to be enough`,
        { refuses: false, evidence: 'observed' },
      );
    },
  },
  {
    kind: 'message',
    id: 'ses/arn-return-path-missing',
    aliases: [],
    about: 'choice',
    severity: atSes('info'),
    summary: 'An ARN covers the address that bounces go to, where it is of the other account',
    remedy: 'Name its ARN too: returnPathArn, or X-SES-RETURN-PATH-ARN.',
    sources: [DELEGATE],
    check(facts, report) {
      if (asked(facts, 'returnPathArn') !== undefined) return;
      const arn = askedArns(facts).find(({ covers }) => covers === 'from');
      // That of the source covers the Return-Path too, as it is documented.
      if (arn === undefined || coversReturnPath(facts)) return;
      const identity = soundMembers(arn)?.identity;
      const [mailbox] = identity === undefined ? [] : returnPathMailboxes(facts);
      if (identity === undefined || mailbox === undefined) return;
      if (!isForeign(facts, identity.text, mailbox.address)) return;
      report(
        mailbox.place,
        `bounces go to ${quoted(mailbox.address)}, of the identity of ${arn.name}, without an ARN for it`,
        { refuses: false, evidence: 'inferred' },
      );
    },
  },
];

function usesEndpoint({ options, profile }: MessageFacts): boolean {
  return profile === 'ses-v2' && options.endpointId !== undefined;
}

/** What an ARN is held against; nothing where SES is not known to compare. */
function coveredMailboxes(facts: MessageFacts, { covers }: AskedArn): readonly PlacedMailbox[] {
  const { options, profile } = facts;
  const isV2 = profile === 'ses-v2';
  if (covers === 'return-path') return returnPathMailboxes(facts);
  if (covers === 'source' && isV2) return [];
  if (covers === 'source' && options.source !== undefined) return requestMailboxes(facts, 'source');
  const isReplaced = isV2 && options.fromEmailAddress !== undefined;
  if (isReplaced) return requestMailboxes(facts, 'fromEmailAddress');
  return fieldMailboxes(facts, 'from');
}

/** Where bounces go: by API v1 the source is above the field, and its ARN is another one. */
function returnPathMailboxes(facts: MessageFacts): readonly PlacedMailbox[] {
  const { options, profile } = facts;
  const isV2 = profile === 'ses-v2';
  if (isV2 && options.feedbackForwarding !== undefined) {
    return requestMailboxes(facts, 'feedbackForwarding');
  }
  if (!isV2 && options.source !== undefined) return [];
  return fieldMailboxes(facts, 'return-path');
}

function coversReturnPath(facts: MessageFacts): boolean {
  return facts.profile !== 'ses-v2' && asked(facts, 'sourceArn') !== undefined;
}

/** Whether an address is of the identity of an ARN, and not among those of the caller. */
function isForeign({ options }: MessageFacts, identity: string, address: string): boolean {
  if (new Identities([identity]).covering(address) === undefined) return false;
  return new Identities(options.identities ?? []).covering(address) === undefined;
}

/** Which of several SES compares is not known. */
function onlyAddress(mailboxes: readonly PlacedMailbox[]): string | undefined {
  return mailboxes.length === 1 ? mailboxes[0]?.address : undefined;
}
