/** X-SES fields that say other than the members of the request, which win. */

import { quoted } from '../../../errors.ts';
import type { MessageFacts } from '../../facts.ts';
import { type Asked, askedByField, askedByOption, fieldOf, wishes } from './asked.ts';
import { listByField, listByOption } from './asked-list.ts';
import { fieldSaysTheSame } from './asked-tags.ts';

/** A field, and the option that SES reads in its place. */
export interface Conflict {
  readonly field: Asked;
  readonly option: string;
  /** What the option says, for a message. */
  readonly wins: string;
}

/** Each field that differs; a placeholder differs from nothing. */
export function conflicts(facts: MessageFacts): readonly Conflict[] {
  const found = [...wishes.map((wish) => inText(facts, wish)), inList(facts), inTags(facts)];
  return found.flatMap((conflict) => (conflict?.field.isJudged ? [conflict] : []));
}

function inText(facts: MessageFacts, wish: (typeof wishes)[number]): Conflict | undefined {
  const option = askedByOption(facts, wish);
  if (option === undefined || !option.isJudged || option.text === '') return undefined;
  const field = askedByField(facts, fieldOf(wish));
  if (field === undefined || field.text === option.text) return undefined;
  return { field, option: option.name, wins: quoted(option.text) };
}

function inList(facts: MessageFacts): Conflict | undefined {
  const option = listByOption(facts);
  const field = option?.isJudged ? listByField(facts) : undefined;
  if (option === undefined || field === undefined) return undefined;
  const isSame =
    field.management.contactList === option.management.contactList &&
    field.management.topic === option.management.topic;
  return isSame ? undefined : { field, option: option.name, wins: quoted(option.text) };
}

function inTags(facts: MessageFacts): Conflict | undefined {
  const entries = Object.entries(facts.options.tags ?? {});
  if (entries.length === 0) return undefined;
  const field = askedByField(facts, 'x-ses-message-tags');
  if (field === undefined || fieldSaysTheSame(field, entries)) return undefined;
  const wins = quoted(entries.map(([name, value]) => `${name}=${value}`).join(', '));
  return { field, option: 'tags', wins };
}
