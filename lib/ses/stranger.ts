/** Members that an API does not have: where they are told of, and what was meant. */

import type { SesOptions } from '../carrier/ses-options.ts';
import { quoted } from '../errors.ts';
import type { OptionPlace } from '../preflight/report.ts';
import type { Stranger } from './members.ts';

/** The options that stand for the members of both APIs. */
const OPTIONS: Readonly<Record<string, keyof SesOptions>> = {
  Source: 'source',
  Destinations: 'destinations',
  FromArn: 'fromArn',
  SourceArn: 'sourceArn',
  ReturnPathArn: 'returnPathArn',
  Tags: 'tags',
  ConfigurationSetName: 'configurationSet',
  FromEmailAddress: 'fromEmailAddress',
  FromEmailAddressIdentityArn: 'fromArn',
  Destination: 'destinations',
  ReplyToAddresses: 'replyToAddresses',
  FeedbackForwardingEmailAddress: 'feedbackForwarding',
  FeedbackForwardingEmailAddressIdentityArn: 'returnPathArn',
  EmailTags: 'tags',
  TenantName: 'tenant',
  EndpointId: 'endpointId',
  ListManagementOptions: 'listManagement',
};

/** Characters of a name that is taken to mean another which holds it. */
const TELLING_CHARACTERS = 4;

/** What was meant by the name of a stranger, as far as its letters tell. */
export function meantBy({ name, known }: Stranger): string | undefined {
  const typed = name.toLowerCase();
  const same = known.find((one) => one.toLowerCase() === typed);
  return same ?? known.find((one) => isWithin(one.toLowerCase(), typed));
}

function isWithin(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= TELLING_CHARACTERS && long.includes(short);
}

/** `"Destination" is no member of SendRawEmail: is Destinations meant?` */
export function strangerText(stranger: Stranger, api: string): string {
  const meant = meantBy(stranger);
  const question = meant === undefined ? '' : `: is ${meant} meant?`;
  return `${quoted(stranger.path)} is no member of ${api}${question}`;
}

/** The option it would be, else the one of what it is in, else the choice of the API. */
export function strangerPlace(stranger: Stranger): OptionPlace {
  const [outer = '', entry] = stranger.within.split(/[.[\]]/);
  const option =
    optionOf(stranger.name) ?? optionOf(meantBy(stranger) ?? '') ?? optionOf(outer) ?? 'profile';
  const index = option === 'tags' && entry !== undefined ? { index: Number(entry) } : {};
  return { in: 'option', option, ...index, start: 0, end: 0 };
}

function optionOf(member: string): keyof SesOptions | undefined {
  return Object.hasOwn(OPTIONS, member) ? OPTIONS[member] : undefined;
}
