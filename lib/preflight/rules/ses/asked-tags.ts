/** The message tags that count: those of the request as a whole, else those of the field. */

import { parseMessageTags, type TagEntry, type TagText } from '../../../carrier/message-tags.ts';
import type { Span } from '../../../octets/span.ts';
import type { MessageFacts } from '../../facts.ts';
import type { OptionPlace } from '../../report.ts';
import type { Site } from '../../rule.ts';
import { holdsPlaceholder } from '../../template.ts';
import { type Asked, askedByField, inOption } from './asked.ts';

/** One tag; spans are characters of the field body, or of `name=value` for one of the request. */
export interface AskedTag {
  readonly name: TagText;
  readonly value: TagText;
  readonly placeOf: (span: Span) => Site | OptionPlace;
}

const NONE: readonly AskedTag[] = [];

/** The tags of the request; those that an engine is to fill are left out. */
export function requestTags({ options }: MessageFacts): readonly AskedTag[] {
  if (options.tags === undefined) return NONE;
  return Object.entries(options.tags).flatMap(([name, value], index) => {
    if (options.template && holdsPlaceholder(`${name}=${value}`)) return [];
    const start = name.length + 1;
    return [
      {
        name: { text: name, start: 0, end: name.length },
        value: { text: value, start, end: start + value.length },
        placeOf: inOption('tags', index),
      },
    ];
  });
}

/** The field's entries, where the request has no tags that win over them. */
export function fieldTags(
  facts: MessageFacts,
): { readonly field: Asked; readonly entries: readonly TagEntry[] } | undefined {
  if (hasRequestTags(facts)) return undefined;
  const field = askedByField(facts, 'x-ses-message-tags');
  return field?.isJudged ? { field, entries: parseMessageTags(field.text) } : undefined;
}

/** Those of the request, else those of the field that have an equals sign. */
export function askedTags(facts: MessageFacts): readonly AskedTag[] {
  if (hasRequestTags(facts)) return requestTags(facts);
  const tags = fieldTags(facts);
  if (tags === undefined) return NONE;
  return tags.entries.flatMap(({ name, value }) =>
    value === undefined ? [] : [{ name, value, placeOf: tags.field.placeOf }],
  );
}

/** Whether the body of a field names these tags and no others, in any order. */
export function fieldSaysTheSame(
  { text }: Asked,
  tags: readonly (readonly [name: string, value: string])[],
): boolean {
  const written = parseMessageTags(text);
  const byName = new Map(written.map(({ name, value }) => [name.text, value?.text]));
  const isSame = tags.every(([name, value]) => byName.get(name) === value);
  return isSame && written.length === tags.length;
}

/** An empty record asks for nothing. */
function hasRequestTags({ options: { tags } }: MessageFacts): boolean {
  return tags !== undefined && Object.keys(tags).length > 0;
}
