/** A decoder of encoded-words for specs that judge our own: RFC 2047, written apart from it. */

import * as assert from 'uvu/assert';

const WORD =
  /^=\?utf-8\?(?:Q\?([!->@-~]*)|B\?((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?))\?=$/;

/** The text of one word in UTF-8; throws for what is no such word, or no text by itself. */
export function decodeWord(word: string): string {
  const match = WORD.exec(word);
  assert.ok(match, `no encoded-word: ${word}`);
  const [, q, b = ''] = match ?? [];
  const octets = q === undefined ? Buffer.from(b, 'base64') : decodeQ(q);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets);
}

function decodeQ(payload: string): Buffer {
  const octets: number[] = [];
  for (let at = 0; at < payload.length; at += 1) {
    if (payload[at] === '=') {
      assert.match(payload.slice(at, at + 3), /^=[0-9A-F]{2}$/);
      octets.push(Number.parseInt(payload.slice(at + 1, at + 3), 16));
      at += 2;
    } else octets.push(payload[at] === '_' ? 0x20 : payload.charCodeAt(at));
  }
  return Buffer.from(octets);
}
