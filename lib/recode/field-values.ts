/** A header field written anew from what it says: RFC 5322 §3, RFC 2047, RFC 2231. */

import { parseAddrSpec } from '../header/addr-spec.ts';
import { formatAddresses } from '../header/address-format.ts';
import { formatDate } from '../header/date-time.ts';
import type { ParsedDateTime } from '../header/date-time-parsing.ts';
import { decodeEncodedWords } from '../header/encoded-word-decoding.ts';
import { checkFieldText } from '../header/field-text.ts';
import { formatMsgIds } from '../header/msg-id.ts';
import { textOfOctets } from '../header/octet-text.ts';
import { formatParameters } from '../header/parameter.ts';
import type { ParsedAddress, ParsedMailbox } from '../header/parsed-address.ts';
import type { ParsedParameter } from '../header/parsed-parameter.ts';
import { isToken } from '../header/token.ts';
import { formatUnstructured } from '../header/unstructured.ts';
import type { Address, Mailbox } from '../model/mailbox.ts';
import type { HeaderField } from '../reader/header-field.ts';

/** A character that stands for octets without meaning. */
const REPLACEMENT = '\ufffd';
const MINUTE_MS = 60_000;

/**
 * The body of a field, written anew from its parsed value.
 *
 * @returns Pieces for `foldField`; undefined where the field says nothing that could be written, or
 *   where what it says is in doubt.
 * @throws {MimewrightError} where a value cannot stand in a field.
 */
export function valuePieces(field: HeaderField): readonly string[] | undefined {
  switch (field.kind) {
    case 'addresses':
      return addressPieces(field);
    case 'media-type':
      return parameterPieces(field.mediaType?.essence, field.mediaType?.parameters);
    case 'disposition':
      return parameterPieces(field.disposition?.type, field.disposition?.parameters);
    case 'date':
      return field.date && [` ${dateTimeText(field.date)}`];
    case 'msg-id':
    case 'msg-ids':
      return msgIdPieces(field);
    case 'version':
      return [' 1.0'];
    case 'unstructured':
      return textPieces(field);
    default:
      return undefined;
  }
}

function textPieces({ name, text, encodedWords }: HeaderField): readonly string[] | undefined {
  const isDoubtful = encodedWords.some((word) => word.text === undefined);
  if (text === '' || isDoubtful || text.includes(REPLACEMENT)) return undefined;
  return formatUnstructured(name, checkFieldText(text, name));
}

function addressPieces({ name, addresses }: HeaderField): readonly string[] | undefined {
  const written = addresses.map(addressOf);
  if (written.length === 0) return undefined;
  const sound = written.filter((address) => address !== undefined);
  return sound.length === written.length ? formatAddresses(name, sound) : undefined;
}

function addressOf(address: ParsedAddress): Address | undefined {
  if (address.kind === 'mailbox') return mailboxOf(address);
  const members = address.members.flatMap((member) => mailboxOf(member) ?? []);
  if (members.length < address.members.length || isDoubtful(address.name)) return undefined;
  return { kind: 'group', name: checkFieldText(address.name, 'a group'), members };
}

/** A comment may be somebody's name: it is not for us to say what becomes of it. */
function mailboxOf({ name, comment, address }: ParsedMailbox): Mailbox | undefined {
  if (comment !== undefined || isDoubtful(name ?? '')) return undefined;
  const mailbox = { kind: 'mailbox', address: parseAddrSpec(address) } as const;
  return name === undefined || name === ''
    ? mailbox
    : { ...mailbox, name: checkFieldText(name, 'a display name') };
}

/** What still looks encoded was not understood. */
function isDoubtful(text: string): boolean {
  return text.includes(REPLACEMENT) || text.includes('=?');
}

function parameterPieces(
  value: string | undefined,
  parameters: readonly ParsedParameter[] = [],
): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const names = new Set(parameters.map(({ name }) => name));
  if (names.size < parameters.length) return undefined;
  if (parameters.some(({ language = '' }) => language !== '')) return undefined;
  const written = parameters.map(({ name, value: text, isExtended }) => ({
    name,
    value: isExtended ? text : decodeEncodedWords(textOfOctets(text)),
  }));
  for (const { name, value: text } of written) {
    // What is no name of a charset may be one and more: some readers take its start for it.
    if (isDoubtful(text) || (name === 'charset' && !isToken(text))) return undefined;
    checkFieldText(text, name, 'filename-control');
  }
  if (written.length === 0) return [` ${value}`];
  return [` ${value};`, ...formatParameters(written)];
}

/** The same moment in the same zone; `-0000` where no zone is known: RFC 5322 §3.3, §4.3. */
function dateTimeText({ date, offsetMinutes }: ParsedDateTime): string {
  const local = formatDate(new Date(date.getTime() + (offsetMinutes ?? 0) * MINUTE_MS));
  return local.replace('+0000', offsetMinutes === undefined ? '-0000' : zoneText(offsetMinutes));
}

function zoneText(minutes: number): string {
  const distance = Math.abs(minutes);
  const digits = Math.floor(distance / 60) * 100 + (distance % 60);
  return (minutes < 0 ? '-' : '+') + String(digits).padStart(4, '0');
}

function msgIdPieces({ msgIds }: HeaderField): readonly string[] | undefined {
  const ids = msgIds.map(({ left, right }) => `${left}@${right}`);
  return ids.length > 0 && ids.every((id) => /^[!-~]+$/.test(id)) ? formatMsgIds(ids) : undefined;
}
