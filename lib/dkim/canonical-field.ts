/** Canonical header fields: RFC 6376 §3.4.1, §3.4.2. */

/** The two ways to make a header or a body proof against changes on its way. */
export const canonicalizations = ['simple', 'relaxed'] as const;
export type Canonicalization = (typeof canonicalizations)[number];

const CRLF = '\r\n';
const BARE_LF = /(?<!\r)\n/g;

/**
 * A field as it is hashed, its last line end included.
 *
 * @param written The octets of a field, one character each, with or without the last line end. A
 *   bare LF counts as CRLF, which is what a transport makes of it.
 */
export function canonicalField(written: string, { header }: { header: Canonicalization }): string {
  const lines = written.replace(BARE_LF, CRLF);
  const field = lines.endsWith(CRLF) ? lines.slice(0, -CRLF.length) : lines;
  return (header === 'simple' ? field : relaxed(field)) + CRLF;
}

/** Names in lower case, each run of blanks one, none at the end nor around the colon; no folds. */
function relaxed(field: string): string {
  const unfolded = field.replaceAll(CRLF, '');
  const colon = unfolded.indexOf(':');
  if (colon === -1) return oneBlank(unfolded);
  const name = oneBlank(unfolded.slice(0, colon)).toLowerCase();
  return `${name}:${oneBlank(unfolded.slice(colon + 1))}`;
}

/** By hand at the ends: a regular expression looks at each run of blanks from each of them. */
function oneBlank(text: string): string {
  const collapsed = text.replace(/[ \t]+/g, ' ');
  const start = collapsed.startsWith(' ') ? 1 : 0;
  const end = collapsed.endsWith(' ') ? collapsed.length - 1 : collapsed.length;
  return collapsed.slice(start, Math.max(start, end));
}
