/** What the laws ask of written octets, by the house's own reader. */

import type { DefectCode } from '../reader/defect.ts';
import type { Entity } from '../reader/entity.ts';
import type { HeaderField } from '../reader/header-field.ts';
import { read } from '../reader/read.ts';
import type { SampleMailbox, SampleMessage, SenderWith, Written } from './sender.ts';

/** What was written, as octets. */
export function octetsOf(written: Written): Buffer {
  return typeof written === 'string' ? Buffer.from(written) : Buffer.from(written);
}

/** What was written, one character for each octet. */
export function charactersOf(written: Written): string {
  return octetsOf(written).toString('latin1');
}

/** The message that a sender builds, read. */
export async function readBuilt(
  { build }: SenderWith<'build'>,
  message: SampleMessage,
): Promise<Entity> {
  return read(octetsOf(await build(message)));
}

/** A body as the only field of a message, read. */
export function readField(name: string, body: string): HeaderField | undefined {
  return read(Buffer.from(`${name}: ${body.replace(/^[ \t]+/, '')}\r\n\r\n`)).field(name);
}

/** All mailboxes of fields of a name, those of groups in their places. */
export function mailboxesIn(entity: Entity, name: string): readonly SampleMailbox[] {
  return entity.fieldsNamed(name).flatMap(mailboxesOf);
}

/** The mailboxes of a field. */
export function mailboxesOf({ addresses }: HeaderField): readonly SampleMailbox[] {
  return addresses
    .flatMap((address) => (address.kind === 'group' ? address.members : address))
    .map(({ name, address }) => (name === undefined ? { address } : { name, address }));
}

/** An address as a reader gives it: quotes about a local part that needs none fall away. */
export function addressAsRead(address: string): string {
  const [mailbox] = readField('To', address)?.addresses ?? [];
  return mailbox?.kind === 'mailbox' ? mailbox.address : address;
}

/** An address with its domain in lower case, where case says nothing: RFC 5321 §2.4. */
export function comparableAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return address.slice(0, at) + address.slice(at).toLowerCase();
}

/** Characters in lines, whatever ends them; that every end is a CRLF is a law of its own. */
export function linesOf(characters: string): readonly string[] {
  return characters.split(/\r\n|\r|\n/);
}

/** The parts without parts; an attached message is not looked into. */
export function leavesOf(entity: Entity): readonly Entity[] {
  if (entity.mediaType.type !== 'multipart') return [entity];
  return entity.parts.flatMap(leavesOf);
}

/** Itself and all multiparts within it. */
export function multipartsOf(entity: Entity): readonly Entity[] {
  return [...entity.walk()].filter(({ mediaType }) => mediaType.type === 'multipart');
}

/** The first defect of those codes, in words. */
export function defectIn(entity: Entity, codes: readonly DefectCode[]): string | undefined {
  const found = entity.allDefects().find(({ code }) => codes.includes(code));
  if (found === undefined) return undefined;
  return found.detail === undefined ? found.code : `${found.code}: ${found.detail}`;
}

/** What differs, in words; undefined if nothing does. */
export function difference(what: string, due: unknown, found: unknown): string | undefined {
  if (JSON.stringify(due) === JSON.stringify(found)) return undefined;
  return `${what}: ${JSON.stringify(found)} in place of ${JSON.stringify(due)}`;
}

/** Text as a reader gives it: LF for each line end, and none at the end, where senders add one. */
export function comparableText(text: string | undefined): string | undefined {
  return text?.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
}
