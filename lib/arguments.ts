/** What a caller passed, held to what a method takes; every fault names the argument. */

import { MimewrightError, quoted } from './errors.ts';

/**
 * A string that is not empty.
 *
 * @throws {MimewrightError} `value-missing` for undefined, null and '', `value-type` for the rest.
 */
export function textArgument(what: string, value: unknown): string {
  const text = stringArgument(what, value);
  if (text === '') throw missing(what, value);
  return text;
}

/** A string that may be empty. */
export function stringArgument(what: string, value: unknown): string {
  if (value === undefined || value === null) throw missing(what, value);
  if (typeof value !== 'string') throw wrongType(what, value, 'a string');
  return value;
}

/** True or false. @throws {MimewrightError} `value-type` */
export function booleanArgument(what: string, value: unknown): boolean {
  if (typeof value !== 'boolean') throw wrongType(what, value, 'true or false');
  return value;
}

/** A moment, as a copy that nobody turns later. @throws {MimewrightError} `value-type` */
export function dateArgument(what: string, value: unknown): Date {
  if (value === undefined || value === null) throw missing(what, value);
  const time = timeOf(value);
  if (Number.isNaN(time)) throw wrongType(what, value, 'a valid Date');
  return new Date(time);
}

/** NaN for what is no date, though it may pass for one by its prototype. */
function timeOf(value: unknown): number {
  try {
    return Date.prototype.getTime.call(value);
  } catch {
    return Number.NaN;
  }
}

/** One of a closed set. @throws {MimewrightError} `option-invalid`, which lists the set. */
export function choiceArgument<T extends string>(
  what: string,
  value: unknown,
  allowed: readonly T[],
): T {
  const choice = allowed.find((one) => one === value);
  if (choice !== undefined) return choice;
  throw new MimewrightError(
    'option-invalid',
    `${what}: not one of ${allowed.join(', ')}: ${quoted(value)}`,
  );
}

/**
 * The own members of a plain object by name: one such as `__proto__` is a name like any other.
 *
 * @param allowed Where given, the only names that may occur.
 * @throws {MimewrightError} `value-missing`, `value-type`, or `option-invalid` for an unknown name.
 */
export function recordArgument(
  what: string,
  value: unknown,
  allowed?: readonly string[],
): ReadonlyMap<string, unknown> {
  if (value === undefined || value === null) throw missing(what, value);
  if (!isRecord(value)) throw wrongType(what, value, 'a plain object');
  const members = new Map<string, unknown>(Object.entries(value));
  const unknown = [...members.keys()].find((name) => allowed?.includes(name) === false);
  if (unknown === undefined || allowed === undefined) return members;
  throw new MimewrightError(
    'option-invalid',
    `${what}: no member ${quoted(unknown)}; allowed are ${allowed.join(', ')}`,
  );
}

/**
 * The octets of a Uint8Array of any kind, seen as a plain Buffer, without a copy.
 *
 * A subclass may say anything of its length, its buffer and its parts: the built-in getters are
 * asked once, and nothing of the caller's is called afterwards.
 *
 * @throws {MimewrightError} `value-missing`; `value-type` also for a buffer that was given away.
 */
export function octetsArgument(what: string, value: unknown): Buffer {
  if (value === undefined || value === null) throw missing(what, value);
  if (!isOctets(value)) throw wrongType(what, value, 'a Uint8Array');
  const buffer: ArrayBufferLike = Reflect.get(typedArray, 'buffer', value);
  const start: number = Reflect.get(typedArray, 'byteOffset', value);
  const octets: number = Reflect.get(typedArray, 'length', value);
  try {
    return Buffer.from(buffer, start, octets);
  } catch (cause) {
    const message = `${what} has a buffer that was detached or resized`;
    throw new MimewrightError('value-type', message, { cause });
  }
}

/** True for a Uint8Array, one of another realm too; a Proxy of one has no octets to read natively. */
export function isOctets(value: unknown): value is Uint8Array {
  return (
    ArrayBuffer.isView(value) && Reflect.get(typedArray, Symbol.toStringTag, value) === 'Uint8Array'
  );
}

/** Its getters know the array that they are asked of, whatever its class. */
const typedArray: object = Object.getPrototypeOf(Uint8Array.prototype);

/** The error for a value that is absent where one is due. */
export function missing(what: string, value: unknown): MimewrightError {
  return new MimewrightError('value-missing', `${what} is ${quoted(value)} where a value is due`);
}

/** The error for a value of another type than due. */
export function wrongType(what: string, value: unknown, due: string): MimewrightError {
  return new MimewrightError('value-type', `${what} is not ${due}: ${quoted(value)}`);
}

/** A Map has no own members: taken for a record, it would lose them without a word. */
function isRecord(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
