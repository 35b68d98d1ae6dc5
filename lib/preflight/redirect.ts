/** Foreign mail made sendable in one's own name, as SES wants it: RFC 5322 §3.6. */

import { octetsArgument } from '../arguments.ts';
import type { RawMessage } from '../model/message.ts';
import { asBuffer } from '../octets/view.ts';
import { read } from '../reader/read.ts';
import { inOwnMemory } from '../transfer/own-memory.ts';
import { fix } from './fix.ts';
import { type Deed, edited, findingsOf, settled } from './redirecting/edit.ts';
import { fieldChanges } from './redirecting/fields.ts';
import { deedFrom, mendingChanges, samePlace } from './redirecting/mend.ts';
import {
  checkRedirectOptions,
  type Redirection,
  type RedirectOptions,
} from './redirecting/options.ts';
import { originalPlaces } from './redirecting/places.ts';
import { headerStart } from './redirecting/start.ts';
import type { Finding } from './report.ts';
import { preflight } from './run.ts';

/** What fix mends in bodies that are 7-bit already: they stay octet for octet. */
const UNTOUCHED = Object.fromEntries(
  [
    'encoding/base64-blank-line',
    'encoding/base64-line-length',
    'encoding/base64-noncanonical',
    'encoding/from-line',
    'encoding/lone-dot-line',
    'encoding/qp-bad-escape',
    'encoding/qp-dangling-soft-break',
    'encoding/qp-line-length',
    'encoding/qp-lowercase-hex',
    'encoding/qp-on-binary',
    'encoding/qp-trailing-whitespace',
    'encoding/trailing-whitespace',
    'rfc5322/no-final-crlf',
  ].map((rule) => [rule, 'off'] as const),
);

/** A fault may hide another; more than two in a row were never seen. */
const ROUNDS_MAX = 8;

/**
 * Makes a message from anybody one that SES sends in your name, to those whom you name.
 *
 * From becomes your mailbox with the author's name; an author without one is shown by the local part
 * of the address. Replies go to the message's own Reply-To, else to the author. To and Cc stay as
 * the author wrote them, for the envelope decides who gets the message; what SES could not parse
 * there is written anew, or left out. Sender, Return-Path, Bcc, signatures, ARC, Received and other
 * trace, and the fields of SES go; so does each second field of a kind that may occur once. What
 * else SES would refuse is mended, and all is made 7-bit as {@link fix} does it. Bodies that are 7-bit
 * stay octet for octet; a signed part stays as it is, unless SES would refuse it.
 *
 * What SES refuses for what the message is stays so, and `preflight` of the result tells: too large,
 * too many parts, a file of a kind that is not sent. More than 50 recipients are for
 * `sendRawEmailBatches`.
 *
 * @param message Any octets: bad mail never throws.
 * @returns The octets, in memory of their own; the envelope: bounces to `returnPath`, else to `from`,
 * and each of `to` once, domains as A-labels; and what was done: findings in the order of their
 * octets, which are those of the message as it was passed. They name the rule that asks for it, or a
 * reason of their own: `redirect/from`, `redirect/reply-to`, `redirect/sender`,
 * `redirect/signature`, `redirect/carrier-field`.
 * @throws {MimewrightError} for bad options only, each naming the option: `address-syntax`,
 * `address-not-sendable` or `domain-syntax` for an address that SES would refuse,
 * `recipients-missing` where `to` names nobody, `field-name` and `option-invalid` for what cannot be
 * kept, `value-missing`, `value-type` and `option-invalid`.
 * @see https://docs.aws.amazon.com/ses/latest/dg/header-fields.html
 * @example
 * const forwarded = redirect(octets, { from: 'forwarder@example.com', to: ['ann@example.org'] });
 * await ses.send(new SendRawEmailCommand(sendRawEmailInput(forwarded)));
 */
export function redirect(
  message: Uint8Array,
  options: RedirectOptions,
): RawMessage & { readonly applied: readonly Finding[] } {
  const octets = octetsArgument('message', message);
  const redirection = checkRedirectOptions(options);
  const { start, deeds } = headerStart(octets);
  const source = octets.subarray(start);
  const made = madeSendable(source, redirection);
  const moved = [...new Set(made.deeds)].map((deed) => shifted(deed, start));
  const { returnPath, to } = redirection;
  return Object.freeze({
    octets: inOwnMemory(made.octets),
    envelope: Object.freeze({ from: returnPath, to: Object.freeze([...to]) }),
    applied: findingsOf(octets, [...deeds, ...moved]),
  });
}

interface Made {
  readonly octets: Uint8Array;
  readonly deeds: readonly Deed[];
}

/** The fields first, with all that is seen to be refused; then the fix, and what shows up behind it. */
function madeSendable(source: Buffer, redirection: Redirection): Made {
  const carrier = { destinations: redirection.to, source: redirection.returnPath };
  const root = read(source);
  const refused = mendingChanges(source, root, preflight(source, carrier), samePlace);
  let changes = settled([...fieldChanges(root, redirection), ...refused]);
  let octets = source;
  const deeds: Deed[] = [];
  const placeOf = originalPlaces(root);
  for (let round = 0; ; round += 1) {
    deeds.push(...changes.map(({ deed }) => deed));
    const { applied, report, ...fixed } = fix(edited(octets, changes), {
      ...carrier,
      severity: UNTOUCHED,
    });
    deeds.push(...deedsFrom(applied, placeOf));
    octets = asBuffer(fixed.octets);
    if (!report.refused || round === ROUNDS_MAX) return { octets, deeds };
    changes = settled(mendingChanges(octets, read(octets), report, placeOf));
    if (changes.length === 0) return { octets, deeds };
  }
}

function deedsFrom(
  findings: readonly Finding[],
  placeOf: ReturnType<typeof originalPlaces>,
): readonly Deed[] {
  return findings.flatMap((finding) =>
    finding.at.in === 'option' ? [] : [deedFrom(finding, placeOf(finding.at))],
  );
}

function shifted(deed: Deed, by: number): Deed {
  const { start, end } = deed.at;
  return by === 0 ? deed : { ...deed, at: { ...deed.at, start: start + by, end: end + by } };
}
