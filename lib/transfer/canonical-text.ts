/** Text in canonical form: every line end a CRLF. RFC 2046 §4.1.1. */

const LF = /\n/g;
const LINE_END = /\r\n?|\n/g;

/** Makes each CRLF, CR and LF a CRLF; text without line ends comes back as it is. */
export function canonicalText(text: string): string {
  // The ordinary case, and several times as fast.
  if (!text.includes('\r')) return text.replace(LF, '\r\n');
  return text.replace(LINE_END, '\r\n');
}
