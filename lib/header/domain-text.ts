/** Domains for other senders, the argument checked: RFC 5890, RFC 5321 §4.1.3. */

import { textArgument } from '../arguments.ts';
import { domainToAscii as toAscii } from './domain.ts';

/**
 * The lower-case A-label form of a host name, an internationalized name, or an address literal.
 *
 * Names are mapped and checked as UTS #46 does, without its transitional forms; beyond it, symbols,
 * emoji and joiners are refused. What is accepted comes back unchanged when it is passed in again.
 *
 * @param domain What stands after the `@`: no blanks, comments, or dot at the end.
 * @returns At most 253 octets of ASCII, labels of at most 63, or a literal in its brackets.
 * @throws {MimewrightError} `domain-syntax` when it is none of the three; `value-missing` or
 *   `value-type` when it is no text.
 * @see RFC 5890 §2.3.2.1 (A-labels); RFC 5893 (right to left); UTS #46
 * @example
 * domainToAscii('Bücher.example'); // 'xn--bcher-kva.example'
 */
export function domainToAscii(domain: string): string {
  return toAscii(textArgument('domain', domain));
}
