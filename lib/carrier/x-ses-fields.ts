/** The X-SES fields: what a caller wants of SES, checked and written as header fields. */

import { recordArgument, textArgument } from '../arguments.ts';
import { MimewrightError, quoted } from '../errors.ts';
import { arnFault } from './arn.ts';
import { nameFault } from './names.ts';
import { tagNameFault, tagValueFault } from './tag.ts';

/** What SES shall do with one message. */
export interface SesFields {
  readonly configurationSet?: string;
  /** By name; written in the order of the record. */
  readonly tags?: Readonly<Record<string, string>>;
  readonly tenant?: string;
  readonly sourceArn?: string;
  readonly fromArn?: string;
  readonly returnPathArn?: string;
  readonly listManagement?: { readonly contactList: string; readonly topic?: string };
}

/** One field to be written. */
export interface XSesField {
  readonly name: string;
  /** Words of printable ASCII: one blank goes between two of them, where the field may be folded. */
  readonly body: readonly string[];
}

/**
 * The header fields that carry these wishes, each at most once, always in the same order.
 *
 * @param fields Own members only; no tags write no field.
 * @throws {MimewrightError} `option-invalid` for a member that does not exist, `value-missing` for
 *   one that is undefined, null or empty, `value-type` for one that is no text where text is due,
 *   `arn-syntax` for an ARN and `ses-field` for whatever else is outside its grammar.
 * @example
 * xSesFields({ configurationSet: 'news', tags: { kind: 'receipt' } });
 * // [{ name: 'X-SES-CONFIGURATION-SET', body: ['news'] },
 * //  { name: 'X-SES-MESSAGE-TAGS', body: ['kind=receipt'] }]
 * @see https://docs.aws.amazon.com/ses/latest/dg/event-publishing-send-email.html (documented)
 */
export function xSesFields(fields: SesFields): readonly XSesField[] {
  const members = recordArgument('ses', fields, memberNames);
  if (members.size === 0) return [];
  return Object.entries(writers).flatMap(([member, { name, words }]) => {
    if (!members.has(member)) return [];
    const body = words(member, members.get(member));
    return body.length === 0 ? [] : [{ name, body }];
  });
}

/** How one member becomes a field: its name, and the words of its body. */
interface Writer {
  readonly name: string;
  readonly words: (member: string, value: unknown) => readonly string[];
}

const writers: Readonly<Record<keyof SesFields, Writer>> = {
  configurationSet: { name: 'X-SES-CONFIGURATION-SET', words: nameWords },
  tags: { name: 'X-SES-MESSAGE-TAGS', words: tagWords },
  listManagement: { name: 'X-SES-LIST-MANAGEMENT-OPTIONS', words: listManagementWords },
  sourceArn: { name: 'X-SES-SOURCE-ARN', words: arnWords },
  fromArn: { name: 'X-SES-FROM-ARN', words: arnWords },
  returnPathArn: { name: 'X-SES-RETURN-PATH-ARN', words: arnWords },
  tenant: { name: 'X-SES-TENANT', words: nameWords },
};

const memberNames: readonly string[] = Object.keys(writers);

function nameWords(member: string, value: unknown): readonly string[] {
  const name = textArgument(member, value);
  const fault = nameFault(name);
  if (fault === undefined) return [name];
  throw new MimewrightError('ses-field', `${member}: ${quoted(name)} ${fault.clause}`);
}

function arnWords(member: string, value: unknown): readonly string[] {
  const arn = textArgument(member, value);
  const fault = arnFault(arn);
  if (fault === undefined) return [arn];
  throw new MimewrightError('arn-syntax', `${member}: ${quoted(arn)} ${fault.clause}`);
}

function tagWords(member: string, value: unknown): readonly string[] {
  const pairs = [...recordArgument(member, value)].map(([name, tag]) => tagPair(member, name, tag));
  return pairs.map((pair, index) => (index < pairs.length - 1 ? `${pair},` : pair));
}

function tagPair(member: string, name: string, tag: unknown): string {
  if (tagNameFault(name) !== undefined) {
    const allowed = '1 to 255 of A to Z, a to z, 0 to 9, _ and - are allowed';
    throw new MimewrightError('ses-field', `${member}: not a name: ${quoted(name)}; ${allowed}`);
  }
  const value = textArgument(`${member}: the value of ${quoted(name)}`, tag);
  if (tagValueFault(value) === undefined) return `${name}=${value}`;
  const allowed = '1 to 255 of A to Z, a to z, 0 to 9, _ - . and @ are allowed';
  throw new MimewrightError('ses-field', `${member}: not a value: ${quoted(value)}; ${allowed}`);
}

function listManagementWords(member: string, value: unknown): readonly string[] {
  const members = recordArgument(member, value, ['contactList', 'topic']);
  const [list = ''] = nameWords(`${member}.contactList`, members.get('contactList'));
  if (!members.has('topic')) return [list];
  const [topic = ''] = nameWords(`${member}.topic`, members.get('topic'));
  return [`${list};`, `topic=${topic}`];
}
