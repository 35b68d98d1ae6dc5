/** Edits of a message that is redirected, and what is told of each. */

import { CR, LF } from '../../octets/ascii.ts';
import { positionFinder } from '../../octets/position.ts';
import type { Span } from '../../octets/span.ts';
import { rulesNamed } from '../catalogue.ts';
import type { Finding, MessagePlace } from '../report.ts';

/** A stretch of the message and what takes its place, one character for each octet. */
export interface Edit extends Span {
  readonly replacement: string;
}

/** A finding whose line is not yet known; its octets are those of the message as it came. */
export interface Deed extends Omit<Finding, 'at'> {
  readonly at: Omit<MessagePlace, 'in' | 'line' | 'column'>;
}

/** An edit, and why it is made; several may share an edit. */
export interface Change {
  readonly edit: Edit;
  readonly deed: Deed;
}

/** What the deeds that no rule of the catalogue is about say to those who want it otherwise. */
const REMEDIES: Readonly<Record<string, string>> = {
  'redirect/from':
    'Nothing: SES sends from verified identities alone, and Reply-To names the author.',
  'redirect/reply-to': 'Pass replyTo to have replies go elsewhere.',
  'redirect/sender': 'Name Sender in keep, if it is verified at SES.',
  'redirect/signature': 'Sign anew, or let SES sign: the old signature covers the old From.',
  'redirect/carrier-field': 'Name the field in keep; for SES, pass it as an option of the request.',
};

/** What is told of a stretch that is edited by a rule, or for one of the reasons above. */
export function deedOf(rule: string, message: string, at: Deed['at']): Deed {
  const remedy = REMEDIES[rule] ?? rulesNamed(rule)[0]?.remedy ?? '';
  return { rule, severity: 'info', message, remedy, at };
}

/** The changes in the order of their octets, without those that touch what an earlier one edits. */
export function settled(changes: readonly Change[]): readonly Change[] {
  const inOrder = [...changes].sort(
    ({ edit: a }, { edit: b }) => a.start - b.start || a.end - b.end,
  );
  let last: Edit | undefined;
  return inOrder.filter(({ edit }) => {
    const isFree = edit === last || last === undefined || edit.start >= last.end;
    if (isFree) last = edit;
    return isFree;
  });
}

/** The octets with settled changes made; several that share an edit make it once. */
export function edited(octets: Buffer, changes: readonly Change[]): Buffer {
  const pieces: Buffer[] = [];
  let at = 0;
  for (const { start, end, replacement } of new Set(changes.map(({ edit }) => edit))) {
    const lineEnd = start > at && isBehindBareCr(octets, start) ? '\n' : '';
    pieces.push(octets.subarray(at, start), Buffer.from(lineEnd + replacement, 'latin1'));
    at = end;
  }
  pieces.push(octets.subarray(at));
  return Buffer.concat(pieces);
}

/** A bare CR there would take the line end that comes to stand behind it for a part of its own. */
function isBehindBareCr(octets: Buffer, at: number): boolean {
  return octets[at - 1] === CR && octets[at] !== LF;
}

/** Deeds as findings, in the order of their octets. */
export function findingsOf(message: Buffer, deeds: readonly Deed[]): readonly Finding[] {
  const positionOf = positionFinder(message);
  const inOrder = [...deeds].sort(({ at: a }, { at: b }) => a.start - b.start || a.end - b.end);
  return Object.freeze(
    inOrder.map((deed) => {
      const { at } = deed;
      const place: MessagePlace = { in: 'message', ...at, ...positionOf(at.start) };
      return Object.freeze({ ...deed, at: Object.freeze(place) });
    }),
  );
}
