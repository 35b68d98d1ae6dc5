/** The options that say what a request to SES says beside the message. */

import type { SesOptions } from '../ses.ts';
import type { Arguments, Option } from './option.ts';
import { UsageError } from './usage-error.ts';

const group = 'What the request says';

/** Options that take one text, by the member that it becomes. */
const TEXTS = {
  source: 'source',
  'from-email-address': 'fromEmailAddress',
  feedback: 'feedbackForwarding',
  'configuration-set': 'configurationSet',
  tenant: 'tenant',
  'source-arn': 'sourceArn',
  'from-arn': 'fromArn',
  'return-path-arn': 'returnPathArn',
  'endpoint-id': 'endpointId',
} as const satisfies Readonly<Record<string, keyof SesOptions>>;

/** As the members of SES's two APIs. */
export const sesOptions: readonly Option[] = [
  {
    name: 'destination',
    value: 'ADDRESS',
    repeats: true,
    group,
    help: 'who gets the message, whatever its fields say',
  },
  { name: 'source', value: 'ADDRESS', group, help: 'where bounces go (v1: Source)' },
  {
    name: 'from-email-address',
    value: 'MAILBOX',
    group,
    help: 'replaces the From field (v2: FromEmailAddress)',
  },
  {
    name: 'reply-to-address',
    value: 'MAILBOX',
    repeats: true,
    group,
    help: 'replaces the Reply-To field (v2: ReplyToAddresses)',
  },
  { name: 'feedback', value: 'ADDRESS', group, help: 'where bounces go (v2)' },
  { name: 'configuration-set', value: 'NAME', group, help: 'the configuration set' },
  { name: 'tag', value: 'NAME=VALUE', repeats: true, group, help: 'a message tag' },
  { name: 'tenant', value: 'NAME', group, help: 'the tenant (v2)' },
  { name: 'source-arn', value: 'ARN', group, help: 'identity that authorizes --source' },
  { name: 'from-arn', value: 'ARN', group, help: 'identity that authorizes From' },
  { name: 'return-path-arn', value: 'ARN', group, help: 'identity that authorizes Return-Path' },
  {
    name: 'contact-list',
    value: 'LIST[/TOPIC]',
    group,
    help: 'the contact list to unsubscribe from (v2)',
  },
  { name: 'endpoint-id', value: 'ID', group, help: 'a multi-region endpoint (v2)' },
];

/** The members of the request that were given. @throws {UsageError} */
export function sesOptionsOf(args: Arguments): SesOptions {
  const texts = Object.entries(TEXTS).flatMap(([name, member]) => {
    const text = args.text(name);
    return text === undefined ? [] : [[member, text] as const];
  });
  return {
    ...Object.fromEntries(texts),
    ...(args.has('destination') && { destinations: args.texts('destination') }),
    ...(args.has('reply-to-address') && { replyToAddresses: args.texts('reply-to-address') }),
    ...(args.has('tag') && { tags: tagsOf(args) }),
    ...listOf(args.text('contact-list')),
  };
}

function tagsOf(args: Arguments): Readonly<Record<string, string>> {
  const tags = args.texts('tag').map((text) => {
    const equals = text.indexOf('=');
    if (equals < 1) throw new UsageError(`--tag takes NAME=VALUE, not ${JSON.stringify(text)}`);
    return [text.slice(0, equals), text.slice(equals + 1)] as const;
  });
  return Object.fromEntries(tags);
}

function listOf(text: string | undefined): Pick<SesOptions, 'listManagement'> {
  if (text === undefined) return {};
  const [contactList = '', topic, ...rest] = text.split('/');
  if (contactList === '' || topic === '' || rest.length > 0) {
    throw new UsageError(`--contact-list takes LIST[/TOPIC], not ${JSON.stringify(text)}`);
  }
  return { listManagement: { contactList, ...(topic !== undefined && { topic }) } };
}
