/** Messages in JSON lines: one message a line, as text or as base64. */

/** A message, or what is wrong with its line. */
export type JsonLine = { readonly line: number; readonly name?: string } & (
  | { readonly octets: Uint8Array }
  | { readonly fault: string }
);

/**
 * The messages of the lines: a string is the message itself; an object has `message` (text) or
 * `base64`, and may have a `name`. Blank lines are passed over, but counted.
 */
export function* jsonLineMessages(octets: Uint8Array): Generator<JsonLine, void, undefined> {
  const lines = new TextDecoder().decode(octets).split('\n');
  for (const [at, text] of lines.entries()) {
    if (text.trim() !== '') yield { line: at + 1, ...messageOf(text) };
  }
}

type Message = Pick<JsonLine, 'name'> &
  ({ readonly octets: Uint8Array } | { readonly fault: string });

function messageOf(text: string): Message {
  try {
    return messageIn(JSON.parse(text));
  } catch {
    return { fault: 'the line is no JSON' };
  }
}

function messageIn(value: unknown): Message {
  if (typeof value === 'string') return { octets: Buffer.from(value) };
  if (typeof value !== 'object' || value === null) {
    return { fault: 'the line is neither a string nor an object' };
  }
  const members = new Map<string, unknown>(Object.entries(value));
  const name = members.get('name');
  const named = typeof name === 'string' && name !== '' ? { name } : {};
  return { ...named, ...contentIn(members) };
}

function contentIn(
  members: ReadonlyMap<string, unknown>,
): { readonly octets: Uint8Array } | { readonly fault: string } {
  const message = members.get('message');
  if (typeof message === 'string') return { octets: Buffer.from(message) };
  const base64 = members.get('base64');
  if (typeof base64 !== 'string') return { fault: 'the object has neither message nor base64' };
  const octets = Buffer.from(base64, 'base64');
  // Node passes over what is no base64: then it is not what was written.
  if (octets.toString('base64') !== base64) return { fault: 'base64 is no canonical base64' };
  return { octets };
}
