/** What an edit changed in a message, by whole lines. */

import type { Span } from '../../../lib/octets/span.ts';

const LF = 0x0a;

/** The lines that went and those that came; either may be none. */
export interface Edit {
  readonly before: Span;
  readonly after: Span;
}

/** The least range of lines in which two messages differ. */
export function editOf(before: Buffer, after: Buffer): Edit {
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before[same] === after[same]) same += 1;
  const start = lineStart(after, same);
  let rest = 0;
  while (rest < most - start && before.at(-1 - rest) === after.at(-1 - rest)) rest += 1;
  const end = lineAfter(after, after.length - rest);
  return {
    before: { start, end: Math.max(start, end + before.length - after.length) },
    after: { start, end: Math.max(start, end) },
  };
}

/**
 * Lines of a range, each with its line end, lazily: messages may be large. At the very end of a
 * message, one empty line.
 */
export function* linesOf(message: Buffer, { start, end }: Span): Generator<Span, void, undefined> {
  for (let at = start; at < end; ) {
    const next = lineAfter(message, at + 1);
    yield { start: at, end: next };
    if (next === message.length) return;
    at = next;
  }
}

/** Where the line of an octet starts. */
export function lineStart(message: Buffer, offset: number): number {
  return offset === 0 ? 0 : message.lastIndexOf(LF, offset - 1) + 1;
}

/** The next start of a line, from an offset on; that itself if it is one. */
function lineAfter(message: Buffer, offset: number): number {
  if (offset === 0 || message[offset - 1] === LF) return offset;
  const end = message.indexOf(LF, offset);
  return end === -1 ? message.length : end + 1;
}
