/** Fix: foreign mail mended without change of meaning, and made 7-bit. */

import type { RawMessage } from '../model/message.ts';
import { positionFinder } from '../octets/position.ts';
import type { HeaderField } from '../reader/header-field.ts';
import { messageParts, withEnvelope } from './envelope.ts';
import { checkFixOptions, type FixOptions } from './fix-options.ts';
import { cures } from './mending/cures.ts';
import type { Finding, Report } from './report.ts';
import { rawDataRule } from './rules/ses/raw-data.ts';
import { look } from './run.ts';

/** A mended message, and what was done. */
export interface FixResult {
  /** The very octets that were given where nothing was mended. */
  readonly octets: Uint8Array;
  /**
   * What was mended, with its edits; in the order of the octets given. Where one mending shows what
   * could not be seen before, what that took follows, its places being those of the octets between.
   */
  readonly applied: readonly Finding[];
  /**
   * Findings of `report` whose rule is fixable, and which stand: they are in what was signed, or
   * nobody could mend them without guessing. Octets that are no message, but the base64, JSON or
   * UTF-16 of one, stay as they are, and that stands here.
   */
  readonly skipped: readonly Finding[];
  /** What preflight says of the mended message. */
  readonly report: Report;
}

/** More than one where a fault hides others; each round costs a preflight. */
const ROUNDS_MAX = 10;

/**
 * Mends what can be mended without change of meaning.
 *
 * Line ends become CRLF; header fields are folded, or written anew, in 7-bit; bodies that are not
 * 7-bit, or not soundly encoded, become quoted-printable or base64; what is missing between parts is
 * added; what the message is sound without goes. All else stays octet for octet. Readers take the
 * same subject, names, addresses, file names, text and attachments from it as before, and mending
 * it again changes nothing.
 *
 * Where nothing is skipped, the result is 7-bit, with CRLF line ends and lines of at most 998 octets.
 *
 * @param message Any octets: bad mail never throws. Of a {@link RawMessage}, the envelope stands in
 * for options as {@link FixOptions} tells.
 * @param options Those of preflight decide what counts as a fault: what is silenced is not mended.
 * @throws {MimewrightError} for bad options only.
 * @example
 * const { octets, applied, skipped } = fix(await readFile('forwarded.eml'));
 */
export function fix(message: Uint8Array | RawMessage, options: FixOptions = {}): FixResult {
  const { checked, leave } = checkFixOptions(options);
  const parts = messageParts(message);
  const told = withEnvelope(parts, checked);
  const given = parts.octets;
  const applied: Finding[] = [];
  let octets = given;
  let { report, mending } = look(octets, told, leave);
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const mended = mending.mended;
    if (mended === octets || mended.equals(octets)) break;
    applied.push(...report.findings.filter(isMended));
    applied.push(...signaturesTaken(octets, mending.signatures));
    octets = mended;
    ({ report, mending } = look(octets, told, leave));
  }
  const skipped = report.findings.filter(isLeft);
  return Object.freeze({
    octets: octets === given ? octetsOf(message) : octets,
    applied: Object.freeze(applied),
    skipped: Object.freeze(skipped),
    report,
  });
}

/** Of data that is no message, no fault is told that could be mended. */
function isLeft({ rule }: Finding): boolean {
  return cures.has(rule) || rule === rawDataRule.id;
}

/** Without a look at the edits, which are made for those who look. */
function isMended(finding: Finding): boolean {
  return Object.hasOwn(finding, 'fix');
}

function octetsOf(message: Uint8Array | RawMessage): Uint8Array {
  return message instanceof Uint8Array ? message : message.octets;
}

/** Signatures are no fault, so no rule tells of them. */
function signaturesTaken(octets: Buffer, signatures: readonly HeaderField[]): readonly Finding[] {
  const positionOf = positionFinder(octets);
  return signatures.map(({ name, span: { start, end } }) =>
    Object.freeze({
      rule: 'fix/signature-dropped',
      severity: 'info',
      message: `the field ${JSON.stringify(name)}, a signature that any change breaks`,
      remedy: 'Sign the mended message again.',
      at: Object.freeze({ in: 'message', start, end, ...positionOf(start), field: name } as const),
      fix: Object.freeze({
        description: 'take the signature out',
        edits: Object.freeze([Object.freeze({ start, end, replacement: '' })]),
      }),
    } as const),
  );
}
