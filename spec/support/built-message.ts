/** What stands in built octets, as the house's own reader finds it. */

import * as assert from 'uvu/assert';
import { compose } from '../../lib/builder/compose.ts';
import type { MessageBuilder } from '../../lib/builder/message-builder.ts';
import { type ErrorCode, MimewrightError } from '../../lib/errors.ts';
import type { Entity } from '../../lib/reader/entity.ts';
import { fieldNamed } from '../../lib/reader/header-field.ts';
import { read } from '../../lib/reader/read.ts';

/** A message that lacks nothing. */
export const plain: MessageBuilder = compose().from('ann@example.com').text('Hello');

/** For `assert.throws`: that code, and a message that matches. */
export function throwing(code: ErrorCode, message: RegExp): (error: unknown) => boolean {
  return (error) => {
    if (!(error instanceof MimewrightError)) throw error;
    assert.is(error.code, code, error.message);
    assert.match(error.message, message);
    return true;
  };
}

/** The code that a call throws; an error that is no MimewrightError is thrown on. */
export function codeThrown(call: () => unknown): ErrorCode | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    if (error instanceof MimewrightError) return error.code;
    throw error;
  }
}

/** A value as a caller without types has it: of whatever type is asked for. */
export function untyped(value: unknown): never {
  const box: { readonly value: never } = JSON.parse('{}', () => ({ value }));
  return box.value;
}

/** The unfolded bodies of all fields of a name. */
export function bodies(message: MessageBuilder, name: string): readonly string[] {
  return read(message.build().octets)
    .fields.filter((field) => field.lowerName === name.toLowerCase())
    .map((field) => field.unfolded().trim());
}

/** The unfolded body of the only field of a name; undefined where there is none. */
export function body(message: MessageBuilder, name: string): string | undefined {
  const [first, ...others] = bodies(message, name);
  assert.is(others.length, 0, `${name} occurs again`);
  return first;
}

/** The names of the message's fields in their order. */
export function fieldNames(octets: Uint8Array): readonly string[] {
  return read(octets).fields.map(({ name }) => name);
}

/** A part by its path, as in `1.2`; the message itself by the empty path. */
export function part(octets: Uint8Array, path: string): Entity {
  return (path === '' ? [] : path.split('.')).reduce((entity, at) => {
    const child = entity.parts[Number(at) - 1];
    if (child === undefined) throw new Error(`no part ${path}`);
    return child;
  }, read(octets));
}

/** The unfolded body of a field of a part. */
export function partBody(octets: Uint8Array, path: string, name: string): string | undefined {
  return fieldNamed(part(octets, path).fields, name.toLowerCase())?.unfolded().trim();
}

/** The subtypes as they nest: `mixed(alternative(plain, html), pdf)`. */
export function shape(octets: Uint8Array): string {
  return nest(read(octets));
}

function nest({ mediaType, parts }: Entity): string {
  return mediaType.type === 'multipart'
    ? `${mediaType.subtype}(${parts.map(nest).join(', ')})`
    : mediaType.subtype;
}

/** Holds octets to 7-bit, CRLF and lines of at most 998. */
export function assertSevenBit(octets: Uint8Array): void {
  const text = Buffer.from(octets).toString('latin1');
  assert.not.match(text, /[^\x01-\x7f]/);
  assert.not.match(text, /\r(?!\n)|(?<!\r)\n/);
  for (const line of text.split('\r\n')) assert.ok(line.length <= 998, `${line.length} octets`);
}
