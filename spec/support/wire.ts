/** What must hold of every message on the wire, looked at without our own reader: RFC 5322 §2. */

import * as assert from 'uvu/assert';

/** Octets 1 to 127 in lines of at most 998 octets, each CR and LF half of a CRLF. */
export function assertSevenBitLines(octets: Uint8Array): void {
  const text = Buffer.from(octets).toString('latin1');
  assert.not.match(text, /[^\x01-\x7f]/);
  for (const line of text.split('\r\n')) {
    assert.not.match(line, /[\r\n]/);
    assert.ok(line.length <= 998, `a line of ${line.length} octets`);
  }
}

/** The names of the header fields of an entity, and the same of its parts. */
export interface Skeleton {
  readonly fieldNames: readonly string[];
  readonly parts: readonly Skeleton[];
}

/** Takes a message apart at its empty lines and at the boundaries that its fields name. */
export function skeletonOf(entity: string): Skeleton {
  const end = entity.indexOf('\r\n\r\n');
  const fields = entity
    .slice(0, end)
    .replace(/\r\n(?=[ \t])/g, '')
    .split('\r\n');
  const boundary = fields
    .map((field) => /^Content-Type:.*; boundary="?([^";]+)/.exec(field)?.[1])
    .find(Boolean);
  const [, ...parts] =
    boundary === undefined ? [] : `\r\n${entity.slice(end + 4)}`.split(`\r\n--${boundary}`);
  if (boundary !== undefined) assert.match(parts.pop() ?? '', /^--(?:\r\n)?$/);
  return {
    fieldNames: fields.map((field) => /^[!-9;-~]+(?=: )/.exec(field)?.[0] ?? `no field: ${field}`),
    parts: parts.map((part) => skeletonOf(part.slice(2))),
  };
}
