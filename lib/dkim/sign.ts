/** Signing messages: RFC 6376 §5, RFC 8301, RFC 8463. */

import { isOctets, octetsArgument, recordArgument, wrongType } from '../arguments.ts';
import { rewrittenField } from '../carrier/rewritten-fields.ts';
import { MimewrightError, quoted } from '../errors.ts';
import type { RawMessage } from '../model/message.ts';
import { CRLF } from '../octets/ascii.ts';
import { endsLinesInLf } from './canonical-body.ts';
import { readHead } from './message-head.ts';
import { checkSignOptions, type Signing, type SignOptions } from './sign-options.ts';
import { formatSignature, type WrittenTags } from './signature-format.ts';
import { SignedMessage, unsignedSignature } from './signed-data.ts';
import { usualNames } from './signed-names.ts';

const LATIN1 = 'latin1';

/**
 * Stands in `b=` while the field is signed, so that it is folded as it will be: as short as the
 * shortest signature, that of Ed25519.
 */
const PLACEHOLDER = 'A'.repeat(88);

/**
 * Signs a message: the same one with a DKIM-Signature field above its fields.
 *
 * The signature is rsa-sha256 or ed25519-sha256, as the key is, over the whole body (`l=` is never
 * written). Same message, same key, same options: same octets. A message or body whose first line ends
 * in LF alone is signed as the one with CRLF that a transport makes of it. Encode before signing: an
 * 8-bit body, an LF among CRLFs or a line over 998 octets may be changed on its way.
 *
 * @param message Octets, or what `build()` returned; the envelope stays.
 * @throws {MimewrightError} `dkim-key` for a key that cannot sign; `dkim-fields` where the fields lack
 *   From, or name one that SES writes anew, takes out or adds, unless `dangerous`, and where the
 *   header has what is no field, a CR without LF, or a second From; `dkim-repeated` where a message
 *   for SES has a signature already, unless `dangerous`; `domain-syntax`, `field-name`,
 *   `option-invalid`, `value-missing` and `value-type`, each naming the option.
 * @see RFC 6376 §5
 * @see https://docs.aws.amazon.com/ses/latest/dg/send-email-authentication-dkim-manual.html
 * @example
 * const signed = sign(raw, { domain: 'example.com', selector: 'mail', privateKey: pem });
 */
export function sign<M extends Uint8Array | RawMessage>(message: M, options: SignOptions): M;
export function sign(
  message: Uint8Array | RawMessage,
  options: SignOptions,
): Uint8Array | RawMessage {
  const signing = checkSignOptions(options);
  const octets = octetsOf(message);
  const { start, field } = signatureOf(octets, signing);
  const signed = Buffer.allocUnsafeSlow(field.length + octets.length);
  octets.copy(signed, 0, 0, start);
  field.copy(signed, start);
  octets.copy(signed, start + field.length, start);
  return isOctets(message) ? signed : Object.freeze({ ...message, octets: signed });
}

/**
 * The DKIM-Signature field alone, its line end included: for who writes it and then the message to a
 * stream, and needs no second copy of a large one.
 *
 * It goes in front of the first field: {@link sign} puts it there, behind a byte order mark or the
 * line that starts a message in a mailbox file.
 *
 * @throws {MimewrightError} As {@link sign} does.
 * @see RFC 6376 §5.6
 * @example
 * socket.write(signatureField(octets, { domain: 'example.com', selector: 'mail', privateKey: pem }));
 * socket.write(octets);
 */
export function signatureField(
  message: Uint8Array | RawMessage,
  options: SignOptions,
): Buffer<ArrayBuffer> {
  const signing = checkSignOptions(options);
  return signatureOf(octetsOf(message), signing).field;
}

function octetsOf(message: Uint8Array | RawMessage): Buffer {
  if (isOctets(message)) return octetsArgument('message', message);
  const members = recordArgument('message', message);
  if (!members.has('octets')) throw wrongType('message', message, 'octets, nor a RawMessage');
  return octetsArgument('message.octets', members.get('octets'));
}

/** The field, and where in the octets it goes. */
function signatureOf(
  octets: Buffer,
  signing: Signing,
): { readonly start: number; readonly field: Buffer<ArrayBuffer> } {
  const head = readHead(octets);
  if (head.fault !== undefined) {
    throw new MimewrightError('dkim-fields', `message: ${head.fault}, which verifiers may refuse`);
  }
  const message = new SignedMessage(octets, head);
  const lines = signedLines(message, namesOf(message, signing), signing);
  const written = endsLinesInLf(octets) ? lines.replaceAll(CRLF, '\n') : lines;
  return { start: head.start, field: Buffer.from(written, LATIN1) };
}

function namesOf(
  message: SignedMessage,
  { fields, profile, isDangerous }: Signing,
): readonly string[] {
  const isSes = profile !== 'smtp';
  if (message.fieldsNamed('from').length === 0) throw noFrom('the message has no From field');
  if (isSes && !isDangerous && message.fieldsNamed('dkim-signature').length > 0) {
    const text = 'SES answers "Duplicate header \'DKIM-Signature\'." to a second signature';
    throw new MimewrightError('dkim-repeated', `the message is signed already: ${text}`);
  }
  if (fields === undefined) return usualNames((name) => message.fieldsNamed(name), profile);
  if (!fields.some((name) => name.toLowerCase() === 'from')) throw noFrom('fields lack From');
  const changed = isSes && !isDangerous ? fields.find((name) => rewrittenField(name)) : undefined;
  if (changed === undefined) return fields;
  const { change } = rewrittenField(changed) ?? {};
  throw new MimewrightError(
    'dkim-fields',
    `fields: ${quoted(changed)} is ${change} by SES, so that the signature would fail`,
  );
}

function noFrom(what: string): MimewrightError {
  return new MimewrightError('dkim-fields', `${what}, which every signature covers`);
}

function signedLines(message: SignedMessage, names: readonly string[], signing: Signing): string {
  const { key, header, body } = signing;
  const tags = tagsOf(signing);
  const bodyHash = message.bodyHash(body).digest.toString('base64');
  const unsigned = formatSignature(tags, { names, bodyHash, b: PLACEHOLDER });
  const text = message.signedFields(names, { header }) + unsignedSignature(unsigned, { header });
  const b = key.sign(Buffer.from(text, LATIN1)).toString('base64');
  return formatSignature(tags, { names, bodyHash, b });
}

function tagsOf({
  key,
  header,
  body,
  domain,
  selector,
  signedAt,
  expiresAt,
}: Signing): WrittenTags {
  return [
    ['v', '1'],
    ['a', key.algorithm],
    ['c', `${header}/${body}`],
    ['d', domain],
    ['s', selector],
    ...(signedAt === undefined ? [] : [['t', String(signedAt)] as const]),
    ...(expiresAt === undefined ? [] : [['x', String(expiresAt)] as const]),
  ];
}
