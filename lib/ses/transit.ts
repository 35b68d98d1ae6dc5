/** What the recipient gets after SES: the fields and bodies that it changes on the way. */

import { octetsArgument } from '../arguments.ts';
import { CRLF } from '../octets/ascii.ts';
import { read } from '../reader/read.ts';
import { inOwnMemory } from '../transfer/own-memory.ts';
import { hasLoneCrOrLf } from '../transfer/survey.ts';
import { bodyEdits } from './transit-bodies.ts';
import { spliced } from './transit-edits.ts';
import { fieldEdits } from './transit-fields.ts';
import { type TransitOptions, transitSettings } from './transit-options.ts';

/**
 * The message as the recipient gets it after SES, for tests of threads, signatures and templates.
 *
 * Message-ID, Date, Return-Path and Bounces-To are replaced where they stand, missing ones (not
 * Bounces-To) are added, with X-SES-Outgoing and Feedback-ID; the X-SES fields that SES reads are
 * gone. All other fields and bodies stay octet for octet, 8bit too, but that LF becomes CRLF. The
 * same octets and options give the same octets, and a second transit changes nothing more.
 *
 * Nothing in it is SES's own: each DKIM-Signature it adds has the selector `mimewright-placeholder`
 * and a text where a signature should be, so none verifies; ids, URLs and the IP address are
 * placeholders too. With `tracking`, a pixel and redirects on `mimewright-placeholder.invalid` stand
 * in the HTML, which is encoded anew; with `listManagement`, unsubscribe links do. SES was seen to
 * spoil 8bit text when it edits a part; here it keeps its characters.
 *
 * @param octets Any message: bad mail never throws, also such as SES would refuse.
 * @returns Octets of their own, which share no memory with the message.
 * @throws {MimewrightError} `value-type` or `value-missing` for arguments that are none;
 *   `option-invalid`, `date-invalid`, `msg-id-syntax` or `domain-syntax` for an option.
 * @see https://docs.aws.amazon.com/ses/latest/dg/header-fields.html (documented: Message-ID, Date,
 *   Return-Path), https://github.com/sisimai/set-of-emails (observed: Feedback-ID, X-SES-Outgoing),
 *   https://docs.aws.amazon.com/ses/latest/dg/faqs-metrics.html (documented: tracking)
 * @example
 * const received = read(transit(message.toBuffer(), { messageId: '0100-abc', region: 'eu-west-1' }));
 * received.field('Message-ID')?.msgIds; // ['0100-abc@eu-west-1.amazonses.com']
 */
export function transit(octets: Uint8Array, options: TransitOptions = {}): Uint8Array {
  const settings = transitSettings(options);
  const sent = octetsArgument('octets', octets);
  const message = settings.mendsLineEnds ? withoutLoneLf(sent) : sent;
  const root = read(message);
  const { labels, bodies } = bodyEdits(message, root, settings);
  const edits = [...labels, ...fieldEdits(root, settings), ...bodies];
  return inOwnMemory(spliced(message, edits));
}

/** A bare CR stays what it is. */
function withoutLoneLf(octets: Buffer): Buffer {
  if (!hasLoneCrOrLf(octets)) return octets;
  return Buffer.from(octets.toString('latin1').replace(/(?<!\r)\n/g, CRLF), 'latin1');
}
