/** Files that a spec of `compose` names, put in the place of their names. */

import type { MessageSpec } from '../index.ts';
import { causeOf } from './complaint.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';

/** Lists whose entries have octets as `content`. */
const OF_OCTETS = ['alternatives', 'embed', 'attachments', 'messages'];
/** Lists whose entries take the name of their file, unless they have one. */
const NAMED = ['embed', 'attachments'];
/** Members that are text, or an object whose `content` is. */
const OF_TEXT = ['text', 'html', 'calendar'];
/** Members that are text and nothing else. */
const TEXT = ['amp'];

/** Where a spec is, and where its files are found from. */
interface Place {
  /** As in `receipt.json: attachments[0]`. */
  readonly what: string;
  /** Empty, or ended by a slash. */
  readonly folder: string;
  readonly io: Io;
}

/**
 * A spec in which `{ "path": … }` gave way to what that file holds; it is checked when it is built.
 *
 * `path` stands in the place of `content`, or is all that `content` holds. `$schema`, which is for
 * editors, goes.
 *
 * @throws {UsageError} naming member and file.
 */
export async function withFiles(spec: unknown, place: Place): Promise<MessageSpec> {
  if (!isRecord(spec)) throw new UsageError(`${place.what}: a spec is an object`);
  const members = new Map<string, unknown>(Object.entries(spec));
  members.delete('$schema');
  for (const [name, value] of members) {
    const at: Place = { ...place, what: `${place.what}: ${name}` };
    if (OF_OCTETS.includes(name) && Array.isArray(value)) {
      members.set(name, await Promise.all(entriesOf(value, name, at)));
    } else if (OF_TEXT.includes(name)) members.set(name, await withText(value, at));
    else if (TEXT.includes(name)) members.set(name, await textOr(value, at));
  }
  return Object.fromEntries(members);
}

function entriesOf(list: readonly unknown[], name: string, place: Place): Promise<unknown>[] {
  return list.map((entry, at) =>
    withOctets(entry, { ...place, what: `${place.what}[${at}]` }, NAMED.includes(name)),
  );
}

async function withOctets(entry: unknown, place: Place, isNamed: boolean): Promise<unknown> {
  const found = contentFile(entry, place);
  if (found === undefined) return entry;
  const { path, rest } = found;
  const filename = path.slice(path.lastIndexOf('/') + 1);
  return { ...(isNamed && { filename }), ...rest, content: await octetsOf(path, place) };
}

async function withText(value: unknown, place: Place): Promise<unknown> {
  const found = contentFile(value, place);
  if (found === undefined) return value;
  return { ...found.rest, content: await textOf(found.path, place) };
}

/** The file that content comes from, and the members beside it. */
function contentFile(
  value: unknown,
  place: Place,
): { readonly path: string; readonly rest: Readonly<Record<string, unknown>> } | undefined {
  if (!isRecord(value)) return undefined;
  const own = pathIn(value, place);
  const content = 'content' in value ? value.content : undefined;
  if (own !== undefined && content !== undefined) {
    throw new UsageError(`${place.what}: there is both a path and a content`);
  }
  const path = own ?? pathIn(content, place);
  if (path === undefined) return undefined;
  const rest = Object.entries(value).filter(([name]) => name !== 'path' && name !== 'content');
  return { path, rest: Object.fromEntries(rest) };
}

async function textOr(value: unknown, place: Place): Promise<unknown> {
  const path = pathIn(value, place);
  return path === undefined ? value : textOf(path, place);
}

function pathIn(value: unknown, { what }: Place): string | undefined {
  if (!isRecord(value) || !('path' in value)) return undefined;
  const { path } = value;
  if (typeof path === 'string' && path !== '') return path;
  throw new UsageError(`${what}: path takes the name of a file`);
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text is UTF-8: what is not would be replaced, unseen. */
async function textOf(path: string, place: Place): Promise<string> {
  const octets = await octetsOf(path, place);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    throw new UsageError(`${place.what}: ${path}: it is no UTF-8`);
  }
}

async function octetsOf(path: string, { what, folder, io }: Place): Promise<Uint8Array> {
  const file = /^(?:\/|[A-Za-z]:[\\/])/.test(path) ? path : folder + path;
  try {
    return await io.readFile(file);
  } catch (error) {
    throw new UsageError(`${what}: ${file}: ${causeOf(error)}`);
  }
}
