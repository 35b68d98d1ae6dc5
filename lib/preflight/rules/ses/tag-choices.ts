/** Message tags that SES takes, and what to know of them. */

import {
  hasReservedPrefix,
  isReservedTagName,
  tagNameFault,
  tagValueFault,
  undocumentedInValue,
} from '../../../carrier/tag.ts';
import { quoted } from '../../../errors.ts';
import { atSes, type MessageRule } from '../../rule.ts';
import { asked } from './asked.ts';
import { type AskedTag, askedTags } from './asked-tags.ts';

export const tagChoiceRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'ses/tag-value-undocumented',
    aliases: [],
    about: 'choice',
    severity: atSes('info'),
    summary: 'The value of a tag holds what the documentation allows',
    remedy: 'Write _ or - for it where the value is to pass every version of SES and emulators.',
    sources: [
      'https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_MessageTag.html',
      'https://github.com/localstack/localstack/issues/8588',
    ],
    check(facts, report) {
      for (const { name, value, placeOf } of askedTags(facts).filter(isSound)) {
        const found = undocumentedInValue(value.text);
        if (found === undefined) continue;
        report(
          placeOf({ start: value.start + found.start, end: value.start + found.end }),
          `the tag ${quoted(name.text)} is ${quoted(value.text)}: SES takes . and @, and does not document them`,
          { refuses: false, evidence: 'observed' },
        );
      }
    },
  },
  {
    kind: 'message',
    id: 'ses/tag-reserved',
    aliases: [],
    about: 'choice',
    severity: atSes('warning'),
    summary: 'The names that start with ses: are left to SES',
    remedy: 'Choose a name without ses:, or ses:feedback-id-a or ses:feedback-id-b.',
    sources: ['https://github.com/localstack/localstack/issues/11243'],
    check(facts, report) {
      for (const { name, placeOf } of askedTags(facts).filter(isSound)) {
        if (!isReservedTagName(name.text)) continue;
        report(placeOf(name), `SES keeps names that start with ses: ${quoted(name.text)}`, {
          refuses: false,
          evidence: 'inferred',
        });
      }
    },
  },
  {
    kind: 'message',
    id: 'ses/tags-without-config-set',
    aliases: [],
    about: 'choice',
    severity: atSes('info'),
    summary: 'Tags come with a configuration set, which publishes them',
    remedy: 'Name a configuration set, unless the identity has one by default.',
    sources: ['https://docs.aws.amazon.com/ses/latest/dg/event-publishing-send-email.html'],
    check(facts, report) {
      const tag = askedTags(facts).find(({ name }) => !hasReservedPrefix(name.text));
      if (tag === undefined || !isSound(tag)) return;
      if (asked(facts, 'configurationSet') !== undefined) return;
      report(
        tag.placeOf({ start: tag.name.start, end: tag.value.end }),
        `tags, of which ${quoted(tag.name.text)} is the first, but no configuration set`,
        { refuses: false, evidence: 'documented' },
      );
    },
  },
];

function isSound({ name, value }: AskedTag): boolean {
  return tagNameFault(name.text) === undefined && tagValueFault(value.text) === undefined;
}
