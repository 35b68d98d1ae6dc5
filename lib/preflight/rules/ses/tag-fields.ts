/** Message tags in the field X-SES-MESSAGE-TAGS. */

import type { TagEntry } from '../../../carrier/message-tags.ts';
import { tagNameFault, tagValueFault } from '../../../carrier/tag.ts';
import { quoted } from '../../../errors.ts';
import type { Span } from '../../../octets/span.ts';
import { atSes, type MessageRule } from '../../rule.ts';
import { fieldTags } from './asked-tags.ts';

const EVENTS = 'https://docs.aws.amazon.com/ses/latest/dg/event-publishing-send-email.html';

export const tagFieldRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'ses/tag-header-syntax',
    aliases: [],
    about: 'form',
    severity: atSes('warning'),
    summary: 'X-SES-MESSAGE-TAGS holds name=value, with a comma between two of them',
    remedy: 'Write name=value, name=value, of A-Z, a-z, 0-9, _ and -, without a comma at the end.',
    sources: [EVENTS],
    check(facts, report) {
      const tags = fieldTags(facts);
      for (const entry of tags?.entries ?? []) {
        const fault = faultOf(entry);
        if (tags === undefined || fault === undefined) continue;
        const { message, start, end } = fault;
        report(tags.field.placeOf({ start, end }), message, {
          refuses: false,
          evidence: 'inferred',
        });
      }
    },
  },
  {
    kind: 'message',
    id: 'ses/tag-duplicate',
    aliases: [],
    about: 'form',
    severity: atSes('warning'),
    summary: 'X-SES-MESSAGE-TAGS, or the list of a request, names each tag once',
    remedy: 'Keep one of the two; which one SES takes is not known.',
    sources: [EVENTS],
    check(facts, report) {
      const tags = fieldTags(facts);
      const values = new Map<string, string>();
      for (const { name, value } of tags?.entries ?? []) {
        if (tags === undefined || value === undefined || name.text === '') continue;
        const before = values.get(name.text);
        if (before === undefined) values.set(name.text, value.text);
        else {
          const message = `the tag ${quoted(name.text)} is there already, as ${quoted(before)}, and is now ${quoted(value.text)}`;
          report(tags.field.placeOf(name), message, { refuses: false, evidence: 'inferred' });
        }
      }
    },
  },
];

/** The first thing wrong with an entry. */
function faultOf(entry: TagEntry): (Span & { readonly message: string }) | undefined {
  const { text, name, value, start, end } = entry;
  if (text === '') return { message: 'a comma with no tag behind it or before it', start, end };
  if (value === undefined) return { message: `no = in the tag ${quoted(text)}`, start, end };
  const allowed = '1 to 255 of A-Z, a-z, 0-9, _ and - are allowed';
  const inName = tagNameFault(name.text);
  if (inName !== undefined) {
    const message = `no name of a tag: ${quoted(name.text)}; ${allowed}`;
    return { message, start: name.start + inName.start, end: name.start + inName.end };
  }
  const inValue = tagValueFault(value.text);
  if (inValue === undefined) return undefined;
  const message = `no value of a tag: ${quoted(value.text)}; ${allowed}`;
  return { message, start: value.start + inValue.start, end: value.start + inValue.end };
}
