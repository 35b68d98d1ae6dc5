/** Rules of requests: what `preflightRequest` tells beside what `preflight` does. */

import type { TagFault } from '../carrier/tag.ts';
import { rules } from '../preflight/catalogue.ts';
import { atSes, type RuleInfo } from '../preflight/rule.ts';
import type { Severity } from '../preflight/severity.ts';

const V1 = 'https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html';
const V2 = 'https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html';
const STRING_REPORT = 'https://github.com/aws/aws-sdk-js/issues/4121';

export const rawDataString: RuleInfo = rule({
  id: 'ses/raw-data-string',
  about: 'form',
  severity: 'warning',
  summary: 'The data of a request is octets, not a string',
  remedy: 'Pass a Uint8Array: the octets of the message as they are, Buffer.from(text) of a text.',
  sources: [STRING_REPORT],
});

export const memberUnknown: RuleInfo = rule({
  id: 'ses/request-member-unknown',
  about: 'choice',
  severity: 'warning',
  summary: 'Every member of a request is one that its API has',
  remedy: 'Spell the member as the API does, or leave it out.',
  sources: [V1, V2],
});

export const contentChoice: RuleInfo = rule({
  id: 'ses/request-content-choice',
  about: 'choice',
  severity: 'error',
  summary: 'The content of a request is raw alone',
  remedy: 'Leave all but Content.Raw out.',
  sources: ['https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_EmailContent.html'],
});

/** A tag named twice is one fault, in the list of a request as in the field of a message. */
export const tagRepeated: RuleInfo | undefined = rules.find(({ id }) => id === 'ses/tag-duplicate');

/** The rules of a value by what is wrong with it, as `ses/tags.ts` has them. */
export const tagValueRules: Readonly<Record<TagFault['cause'], RuleInfo | undefined>> = {
  empty: rules.find(({ id }) => id === 'ses/tag-empty'),
  length: rules.find(({ id }) => id === 'ses/tag-value-length'),
  characters: rules.find(({ id }) => id === 'ses/tag-value-chars'),
};

/** Sorted by id; `severity` and `only` of `preflightRequest` take these ids beside those of `rules`. */
export const requestRules: readonly RuleInfo[] = Object.freeze([
  rawDataString,
  contentChoice,
  memberUnknown,
]);

interface Wording extends Pick<RuleInfo, 'id' | 'about' | 'summary' | 'remedy' | 'sources'> {
  readonly severity: Severity;
}

function rule({ severity, sources, ...wording }: Wording): RuleInfo {
  return Object.freeze({
    ...wording,
    aliases: Object.freeze([]),
    severity: Object.freeze(atSes(severity)),
    sources: Object.freeze(sources),
    fixable: false,
  });
}
