/** What is asked of SES: by X-SES fields, and by the members of the request, which win. */

import type { Profile } from '../../../carrier/limits.ts';
import { withoutBlanks } from '../../../octets/ascii.ts';
import type { Span } from '../../../octets/span.ts';
import type { HeaderField } from '../../../reader/header-field.ts';
import type { MessageFacts } from '../../facts.ts';
import type { OptionPlace } from '../../report.ts';
import type { Site } from '../../rule.ts';
import { holdsPlaceholder } from '../../template.ts';

/** A text that asks something of SES, and where its characters stand. */
export interface Asked {
  readonly by: 'field' | 'option';
  /** Name of the field, as written, or of the option. */
  readonly name: string;
  /** Of a field, its unfolded body without the blanks around it, one character for each octet. */
  readonly text: string;
  /** False for what an engine is to fill, and for octets that other rules tell of. */
  readonly isJudged: boolean;
  readonly placeOf: (span: Span) => Site | OptionPlace;
}

/** What can be asked for by one text. */
export const wishes = [
  'configurationSet',
  'tenant',
  'sourceArn',
  'fromArn',
  'returnPathArn',
] as const;
export type Wish = (typeof wishes)[number];

const FIELDS: Readonly<Record<Wish, string>> = {
  configurationSet: 'x-ses-configuration-set',
  tenant: 'x-ses-tenant',
  sourceArn: 'x-ses-source-arn',
  fromArn: 'x-ses-from-arn',
  returnPathArn: 'x-ses-return-path-arn',
};

const COMMON = {
  configurationSet: ['configurationSet'],
  tenant: [],
  sourceArn: ['sourceArn'],
  fromArn: ['fromArn'],
  returnPathArn: ['returnPathArn'],
} as const;

/** The options that each API has a member for; v2 has one for the ARNs of source and From. */
const OPTIONS: Readonly<Record<Profile, Readonly<Record<Wish, readonly Wish[]>>>> = {
  'ses-v1': COMMON,
  'ses-v2': {
    ...COMMON,
    tenant: ['tenant'],
    sourceArn: ['fromArn', 'sourceArn'],
    fromArn: ['fromArn', 'sourceArn'],
  },
  smtp: COMMON,
};

const PRINTABLE = /^[\t\x20-\x7e]*$/;

/** The field that asks for it, its name in lower case. */
export function fieldOf(wish: Wish): string {
  return FIELDS[wish];
}

/** What counts: the option, else the field. */
export function asked(facts: MessageFacts, wish: Wish): Asked | undefined {
  return askedByOption(facts, wish) ?? askedByField(facts, FIELDS[wish]);
}

export function askedByOption({ options, profile }: MessageFacts, wish: Wish): Asked | undefined {
  const option = OPTIONS[profile][wish].find((name) => options[name] !== undefined);
  const text = option === undefined ? undefined : options[option];
  if (option === undefined || text === undefined) return undefined;
  const isJudged = !(options.template && holdsPlaceholder(text));
  return { by: 'option', name: option, text, isJudged, placeOf: inOption(option) };
}

/** What the first field of a name asks for; a blank one asks for nothing. */
export function askedByField(facts: MessageFacts, lowerName: string): Asked | undefined {
  const [field] = facts.fieldsNamed(lowerName);
  if (field === undefined) return undefined;
  const body = field.unfolded();
  const { start, end } = withoutBlanks(body);
  if (start === end) return undefined;
  const text = body.slice(start, end);
  const isFilledLater = facts.options.template === true && holdsPlaceholder(text);
  const isJudged = !isFilledLater && PRINTABLE.test(text);
  return { by: 'field', name: field.name, text, isJudged, placeOf: inBody(facts, field, start) };
}

/** The place of characters in an option's string. */
export function inOption(
  option: OptionPlace['option'],
  index?: number,
): (span: Span) => OptionPlace {
  const place = { in: 'option', option, ...(index !== undefined && { index }) } as const;
  return ({ start, end }) => ({ ...place, start, end });
}

/** The whole of what is asked. */
export function wholeOf({ text, placeOf }: Asked): Site | OptionPlace {
  return placeOf({ start: 0, end: text.length });
}

function inBody(facts: MessageFacts, field: HeaderField, from: number): (span: Span) => Site {
  return ({ start, end }) => ({
    ...field.spanOf({ start: from + start, end: from + end }),
    entity: facts.root,
    field,
  });
}
