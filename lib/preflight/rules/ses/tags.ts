/** Message tags: what SES refuses in those of a request. */

import { type TagFault, tagNameFault, tagValueFault } from '../../../carrier/tag.ts';
import { quoted } from '../../../errors.ts';
import { atSes, type MessageRule } from '../../rule.ts';
import { requestTags } from './asked-tags.ts';
import { tagChoiceRules } from './tag-choices.ts';
import { tagFieldRules } from './tag-fields.ts';

/** One fault that SES was seen to refuse, in names, values or both. */
interface Row extends Pick<MessageRule, 'id' | 'summary' | 'remedy'> {
  readonly parts: readonly ('name' | 'value')[];
  readonly cause: TagFault['cause'];
  readonly describe: (name: string, value: string) => string;
}

const ROWS: readonly Row[] = [
  {
    id: 'ses/tag-empty',
    summary: 'A tag of the request has a name and a value',
    remedy: 'Fill the name and the value of the tag, or leave the tag out.',
    parts: ['name', 'value'],
    cause: 'empty',
    describe: (name, value) =>
      name === ''
        ? `a tag without a name; its value is ${quoted(value)}`
        : `the tag ${quoted(name)} has no value`,
  },
  {
    id: 'ses/tag-name-length',
    summary: 'The name of a tag of the request has at most 255 characters',
    remedy: 'Shorten the name.',
    parts: ['name'],
    cause: 'length',
    describe: (name) =>
      `the name of a tag has ${name.length} characters, of 255 allowed: ${quoted(name.slice(0, 40))} and so on`,
  },
  {
    id: 'ses/tag-value-length',
    summary: 'The value of a tag of the request has at most 255 characters',
    remedy: 'Shorten the value.',
    parts: ['value'],
    cause: 'length',
    describe: (name, value) =>
      `the tag ${quoted(name)} has a value of ${value.length} characters, of 255 allowed`,
  },
  {
    id: 'ses/tag-name-chars',
    summary: 'The name of a tag of the request holds A-Z, a-z, 0-9, _ and - alone',
    remedy: 'Write _ for whatever is not a letter, a digit, _ or -.',
    parts: ['name'],
    cause: 'characters',
    describe: (name) => `no name of a tag: ${quoted(name)}`,
  },
  {
    id: 'ses/tag-value-chars',
    summary: 'The value of a tag of the request holds A-Z, a-z, 0-9, _ - . and @ alone',
    remedy: 'Write _ for whatever is not a letter, a digit, or one of _ - . and @.',
    parts: ['value'],
    cause: 'characters',
    describe: (name, value) => `no value of a tag: ${quoted(value)}, of ${quoted(name)}`,
  },
];

/*
 * SES was seen to refuse tags of a request. Mail with bad tags in its field is sent, without events
 * for them (documented for characters outside ASCII): see ses/tag-header-syntax.
 */
export const tagRules: readonly MessageRule[] = [
  ...ROWS.map(requestTagRule),
  ...tagFieldRules,
  ...tagChoiceRules,
];

function requestTagRule({ parts, cause, describe, ...head }: Row): MessageRule {
  return {
    kind: 'message',
    ...head,
    aliases: [],
    about: 'form',
    severity: atSes('error'),
    sources: [
      'https://docs.aws.amazon.com/ses/latest/APIReference/API_MessageTag.html',
      'https://github.com/localstack/localstack/blob/master/tests/aws/services/ses/test_ses.snapshot.json',
    ],
    check(facts, report) {
      for (const tag of requestTags(facts)) {
        for (const part of parts) {
          const { text: written, start } = tag[part];
          const fault = part === 'name' ? tagNameFault(written) : tagValueFault(written);
          if (fault?.cause !== cause) continue;
          report(
            tag.placeOf({ start: start + fault.start, end: start + fault.end }),
            describe(tag.name.text, tag.value.text),
            { text: fault.text, refuses: true, evidence: 'observed' },
          );
        }
      }
    },
  };
}
