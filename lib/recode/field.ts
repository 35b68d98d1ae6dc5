/** A foreign header field made 7-bit and folded: RFC 2047, RFC 2231, RFC 5322 §2.2.3. */

import { isUtf8 } from 'node:buffer';
import { MimewrightError, quoted } from '../errors.ts';
import { parseAddrSpec } from '../header/addr-spec.ts';
import { parseDisposition } from '../header/disposition-parsing.ts';
import { encodedWords } from '../header/encoded-word.ts';
import { decodeEncodedWords } from '../header/encoded-word-decoding.ts';
import { foldField } from '../header/folding.ts';
import { parseMediaType } from '../header/media-type-parsing.ts';
import { formatParameters } from '../header/parameter.ts';
import type { ParsedParameter } from '../header/parsed-parameter.ts';
import { formatUnstructured } from '../header/unstructured.ts';
import { isAscii, isBlank, trimBlanks, trimBlanksAtEnd } from '../octets/ascii.ts';
import type { HeaderField } from '../reader/header-field.ts';
import { LINE_OCTETS_MAX } from '../transfer/line-limits.ts';
import { sevenBitFault } from '../transfer/survey.ts';
import { normalizeLineEnds } from './line-ends.ts';

/** Fields whose display names may become encoded-words. */
const ADDRESS_FIELDS: ReadonlySet<string> = new Set([
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'bcc',
  'resent-from',
  'resent-sender',
  'resent-reply-to',
  'resent-to',
  'resent-cc',
  'resent-bcc',
  'disposition-notification-to',
  'errors-to',
  'return-receipt-to',
]);

/** Fields in which an encoded-word may not stand: RFC 2047 §5. */
const MACHINE_FIELD =
  /^(?:received|(?:resent-)?(?:message-id|date)|in-reply-to|references|mime-version|return-path|content-(?:transfer-encoding|id|md5)|dkim-signature|arc-.*|authentication-results|list-(?:unsubscribe.*|help|post|owner|subscribe|archive))$/;

/** A quoted string, all behind a quote that is not closed, an angle part, a word, or one character. */
const ADDRESS_TOKEN = /"(?:[^"\\]|\\.)*"|(".*)|<[^<>]*>|[^ \t"<>(),:;]+|./gsu;

/** The pattern above runs out of stack on texts of some millions of characters. */
const ADDRESSES_CHARACTERS_MAX = 1_000_000;

/** What an encoded-word may touch in a list of addresses. */
const WORD_BEFORE = /[ \t(]$/;
const WORD_BEHIND = /^[ \t)]/;

/**
 * Recodes a field that holds what a 7-bit line may not.
 *
 * @param octets The whole field with its line end.
 * @returns Undefined where nothing needs to change but line ends, to CRLF.
 * @throws {MimewrightError} `message-not-recodable`, naming the field.
 */
export function recodeField(octets: Uint8Array, field: HeaderField): Uint8Array | undefined {
  if (sevenBitFault(normalizeLineEnds(octets)) === undefined) return undefined;
  try {
    return Buffer.from(
      foldField(field.name, piecesOf(field), { keepsFirst: !isStructured(field) }),
    );
  } catch (error) {
    if (!(error instanceof MimewrightError)) throw error;
    const message = `${quoted(field.name)}: ${error.message}`;
    throw new MimewrightError('message-not-recodable', message, { cause: error });
  }
}

function piecesOf(field: HeaderField): string[] {
  const raw = Buffer.from(field.unfolded(), 'latin1');
  if (!isUtf8(raw)) throw fault('its octets are neither ASCII nor UTF-8');
  const text = trimBlanks(raw.toString());
  if (/[\x00-\x08\x0a-\x1f\x7f]/.test(text)) throw fault('it holds a control character');
  if (isAscii(text)) return foldedPieces(field, text);
  if (field.lowerName === 'content-type') {
    const { mediaType } = parseMediaType(field.unfolded());
    return withParameters(mediaType.essence, mediaType.parameters);
  }
  if (field.lowerName === 'content-disposition') {
    const { disposition } = parseDisposition(field.unfolded());
    return withParameters(disposition.type, disposition.parameters);
  }
  if (ADDRESS_FIELDS.has(field.lowerName)) return addressPieces(text);
  if (MACHINE_FIELD.test(field.lowerName)) throw fault('it holds octets outside ASCII');
  return formatUnstructured(field.name, decodeEncodedWords(text));
}

/** ASCII that only wants folding; what cannot be folded becomes encoded-words where it may. */
function foldedPieces(field: HeaderField, text: string): string[] {
  const pieces = ` ${text}`.match(/[ \t]+[^ \t]+/g) ?? [' '];
  const { length } = field.name;
  const isFoldable = pieces.every((piece) => length + 1 + piece.length <= LINE_OCTETS_MAX);
  if (isFoldable || isStructured(field)) return pieces;
  return formatUnstructured(field.name, decodeEncodedWords(text));
}

function isStructured({ lowerName }: HeaderField): boolean {
  if (ADDRESS_FIELDS.has(lowerName) || MACHINE_FIELD.test(lowerName)) return true;
  return lowerName.startsWith('content-') && lowerName !== 'content-description';
}

function withParameters(value: string, parameters: readonly ParsedParameter[]): string[] {
  const decoded = parameters.map(({ name, value: text, isExtended }) => ({
    name,
    value: isExtended ? text : decodeEncodedWords(Buffer.from(text, 'latin1').toString()),
  }));
  return decoded.length === 0 ? [` ${value}`] : [` ${value};`, ...formatParameters(decoded)];
}

/** Encodes names and domains that are not ASCII; all else of the list stays as it was written. */
function addressPieces(text: string): string[] {
  if (text.length > ADDRESSES_CHARACTERS_MAX) {
    throw fault(`its addresses take more than ${ADDRESSES_CHARACTERS_MAX} characters`);
  }
  const written: string[] = [];
  let name = '';
  for (const [token, unclosed] of text.matchAll(ADDRESS_TOKEN)) {
    if (unclosed !== undefined) throw fault('a quote is not closed');
    if (isAscii(token) ? name !== '' && isBlank(token) : isOfName(token)) {
      name += unquoted(token);
      continue;
    }
    addName(written, name, token);
    name = '';
    written.push(isAscii(token) ? token : addressToken(token));
  }
  addName(written, name, '');
  return ` ${written.join('')}`.match(/[ \t]+[^ \t]+/g) ?? [];
}

/** Adds a name as encoded-words, with a blank to either side where there is none: RFC 2047 §5(3). */
function addName(written: string[], name: string, next: string): void {
  if (name === '') return;
  const words = trimBlanksAtEnd(name);
  const blanks = name.slice(words.length);
  // A local part outside ASCII, or quoted so: an encoded-word may not stand there.
  if (blanks === '' && /^[^<]*@/.test(next)) {
    throw fault(`${quoted(name + next)} is no address that mail can carry`);
  }
  const last = written.at(-1);
  const before = last === undefined || WORD_BEFORE.test(last) ? '' : ' ';
  const behind = blanks !== '' || next === '' || WORD_BEHIND.test(next) ? blanks : ' ';
  written.push(before + encodedWords(words).join(' ') + behind);
}

/** A quoted string, or a word that is neither an address nor an angle part. */
function isOfName(token: string): boolean {
  return (token.startsWith('"') && token.length > 1) || !/^<|@/.test(token);
}

function addressToken(token: string): string {
  return token.startsWith('<') ? `<${parseAddrSpec(token.slice(1, -1))}>` : parseAddrSpec(token);
}

function unquoted(token: string): string {
  const isQuoted = token.length > 1 && token.startsWith('"');
  return isQuoted ? token.slice(1, -1).replace(/\\(.)/gsu, '$1') : token;
}

function fault(reason: string): MimewrightError {
  return new MimewrightError('message-not-recodable', `in the attached message ${reason}`);
}
