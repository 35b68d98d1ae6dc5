/** A faulty header field made sound, saying the same: RFC 5322 §2.2, §2.2.3, §4. */

import { MimewrightError } from '../errors.ts';
import { domainToAscii } from '../header/domain.ts';
import { decodeEncodedWords } from '../header/encoded-word-decoding.ts';
import { finishedPieces } from '../header/finished-body.ts';
import { foldField } from '../header/folding.ts';
import { textOfOctets } from '../header/octet-text.ts';
import type { ParsedAddress } from '../header/parsed-address.ts';
import type { ParsedParameter } from '../header/parsed-parameter.ts';
import { CR, CRLF, LF, trimBlanks } from '../octets/ascii.ts';
import type { Entity } from '../reader/entity.ts';
import type { HeaderField } from '../reader/header-field.ts';
import { read } from '../reader/read.ts';
import { recodeField } from './field.ts';
import { isDoubtful } from './field-doubt.ts';
import { valuePieces } from './field-values.ts';

/** Names that filters know in one case only. */
const USUAL_NAMES: ReadonlyMap<string, string> = new Map([
  ['mime-version', 'MIME-Version'],
  ['x-mailer', 'X-Mailer'],
]);

/** Printable ASCII, blanks and TABs, no blank at either end. */
const FINISHED = /^[!-~](?:[\t -~]*[!-~])?$/;

/** How much of a field is written anew: its lines alone, or all that it says. */
export type FieldRepair = 'layout' | 'value';

/** New lines of a field, and how a reader takes them. */
export interface RepairedField {
  readonly lines: Buffer;
  /** A header section of this field alone. */
  readonly reading: Entity;
}

/**
 * Writes a field anew, as lines of 7-bit that say the same to a reader.
 *
 * @param octets The whole field with its line end.
 * @param repair `layout` keeps the body and folds it; `value` writes what the body says.
 * @returns Undefined where that cannot be done, or would say something else.
 */
export function repairField(
  octets: Buffer,
  field: HeaderField,
  repair: FieldRepair,
): RepairedField | undefined {
  for (const write of repair === 'layout' ? [layoutLines] : valueWriters(field)) {
    const lines = unlessImpossible(() => write(octets, field));
    const repaired = lines === undefined ? undefined : sameInOtherWords(lines, field);
    if (repaired !== undefined) return repaired;
  }
  return undefined;
}

type Writer = (octets: Buffer, field: HeaderField) => string | undefined;

/** Where it is open what a list of addresses says, raw octets in it can be encoded all the same. */
function valueWriters(field: HeaderField): readonly Writer[] {
  if (!isDoubtful(field)) return [valueLines, recodedLines];
  return field.kind === 'addresses' ? [recodedLines] : [];
}

function layoutLines(_: Buffer, field: HeaderField): string | undefined {
  const body = trimBlanks(field.unfolded());
  const options = { keepsFirst: field.kind === 'unstructured' };
  if (body === '') return foldField(nameOf(field), [' '], options);
  if (!FINISHED.test(body)) return undefined;
  return foldField(nameOf(field), finishedPieces(body), options);
}

function valueLines(_: Buffer, field: HeaderField): string | undefined {
  const pieces = valuePieces(field);
  const options = { keepsFirst: field.kind === 'unstructured' };
  return pieces && foldField(nameOf(field), pieces, options);
}

/** What encodes raw octets and leaves the rest as it was written. */
function recodedLines(octets: Buffer, field: HeaderField): string | undefined {
  const recoded = recodeField(octets, field);
  return recoded && Buffer.from(recoded).toString('latin1');
}

function nameOf({ name, lowerName }: HeaderField): string {
  return USUAL_NAMES.get(lowerName) ?? name;
}

function unlessImpossible(write: () => string | undefined): string | undefined {
  try {
    return write();
  } catch (error) {
    if (error instanceof MimewrightError) return undefined;
    throw error;
  }
}

function sameInOtherWords(lines: string, field: HeaderField): RepairedField | undefined {
  const octets = Buffer.from(lines, 'latin1');
  const reading = read(octets);
  const [written] = reading.fields;
  if (written === undefined || written.span.end < octets.length) return undefined;
  return saying(written) === saying(field) ? { lines: octets, reading } : undefined;
}

/** All that a field says, in one string: two fields that say the same have the same. */
function saying(field: HeaderField): string {
  const { kind, addresses, msgIds, date, mediaType, disposition } = field;
  switch (kind) {
    case 'addresses':
      return JSON.stringify(addresses.map(sayingOfAddress));
    case 'msg-id':
    case 'msg-ids':
      return JSON.stringify(msgIds.map(({ left, right }) => [left, right]));
    case 'date':
      return JSON.stringify([date?.date, date?.offsetMinutes ?? 0, date && 'date']);
    case 'media-type':
      return JSON.stringify([mediaType?.essence, sayingOfParameters(mediaType?.parameters)]);
    case 'disposition':
      return JSON.stringify([disposition?.type, sayingOfParameters(disposition?.parameters)]);
    case 'version':
      return '';
    default:
      return kind === 'unstructured' ? field.text : trimBlanks(field.unfolded());
  }
}

function sayingOfAddress(address: ParsedAddress): unknown {
  if (address.kind === 'group') return [address.name, address.members.map(sayingOfAddress)];
  const { name = '', comment, localPart, domain } = address;
  return { name, comment, localPart, domain: domainInAscii(domain) };
}

/** By its A-labels, in lower case: it is the same domain. */
function domainInAscii(domain: string): string {
  try {
    return domainToAscii(textOfOctets(domain));
  } catch {
    return domain.toLowerCase();
  }
}

function sayingOfParameters(parameters: readonly ParsedParameter[] = []): unknown {
  return parameters.map(({ name, value, isExtended }) => [
    name,
    isExtended ? value : decodeEncodedWords(textOfOctets(value)),
  ]);
}

/** The octets of a field's lines, with the line end that they had. */
export function withLineEndOf(octets: Buffer, lines: Buffer): Buffer {
  const last = octets.at(-1);
  const isEnded = last === LF || last === CR;
  return isEnded ? lines : lines.subarray(0, lines.length - CRLF.length);
}
