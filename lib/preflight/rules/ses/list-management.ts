/** List management by SES: what it needs, and what it replaces. */

import { quoted } from '../../../errors.ts';
import { atSes, type MessageRule } from '../../rule.ts';
import { wholeOf } from './asked.ts';
import { askedList } from './asked-list.ts';
import { unsubscribePlaceholderRules } from './unsubscribe-placeholders.ts';

const SUBSCRIPTIONS =
  'https://docs.aws.amazon.com/ses/latest/dg/sending-email-subscription-management.html';

const HEAD = {
  kind: 'message',
  aliases: [],
  severity: atSes('warning'),
  sources: [SUBSCRIPTIONS],
} as const;
const DOCUMENTED = { refuses: false, evidence: 'documented' } as const;

export const listManagementRules: readonly MessageRule[] = [
  {
    ...HEAD,
    id: 'ses/list-management-syntax',
    about: 'form',
    // What SES answers is not known; to a list that is not there API v2 answers NotFoundException.
    summary: 'X-SES-LIST-MANAGEMENT-OPTIONS is ListName; topic=TopicName',
    remedy: 'Write ListName; topic=TopicName, of 1 to 64 of A-Z, a-z, 0-9, _ and - each.',
    check(facts, report) {
      const list = askedList(facts);
      if (list === undefined || !list.isJudged) return;
      for (const { found, clause, start, end } of list.management.faults) {
        const message = `${list.name}: ${quoted(found)} ${clause}`;
        report(list.placeOf({ start, end }), message, { refuses: false, evidence: 'inferred' });
      }
    },
  },
  {
    ...HEAD,
    id: 'ses/list-management-recipients',
    about: 'choice',
    summary: 'A message with list management goes to one recipient',
    remedy: 'Send to each recipient by a call of its own; else SES adds no links.',
    check(facts, report) {
      const list = askedList(facts);
      if (list === undefined || facts.recipientCount < 2) return;
      const message = `${list.name} in a message to ${facts.recipientCount} recipients, of 1 allowed`;
      report(wholeOf(list), message, DOCUMENTED);
    },
  },
  {
    ...HEAD,
    id: 'ses/list-management-overrides',
    about: 'choice',
    summary: 'A message with list management leaves List-Unsubscribe to SES',
    remedy: 'Take List-Unsubscribe and List-Unsubscribe-Post out: SES writes both.',
    check(facts, report) {
      const list = askedList(facts);
      if (list === undefined) return;
      const own = [
        ...facts.fieldsNamed('list-unsubscribe'),
        ...facts.fieldsNamed('list-unsubscribe-post'),
      ];
      const [field] = own;
      if (field === undefined) return;
      const names = [...new Set(own.map(({ name }) => name))].join(' and ');
      report(
        { ...field.nameSpan, entity: facts.root, field },
        `SES replaces ${names}, as ${list.name} is there`,
        DOCUMENTED,
      );
    },
  },
  {
    ...HEAD,
    id: 'ses/list-management-self-signed',
    about: 'choice',
    summary: 'A message with list management is signed by SES alone',
    remedy: 'Sign by Easy DKIM, or write List-Unsubscribe yourself, without list management.',
    check(facts, report) {
      const list = askedList(facts);
      const [field] = list === undefined ? [] : facts.fieldsNamed('dkim-signature');
      if (list === undefined || field === undefined) return;
      report(
        { ...field.nameSpan, entity: facts.root, field },
        `an own signature: SES adds no links to it, although ${list.name} is there`,
        DOCUMENTED,
      );
    },
  },
  ...unsubscribePlaceholderRules,
];
