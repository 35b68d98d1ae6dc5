/** Which fields a signature covers: RFC 6376 §3.5, §5.4, §8.15. */

import { rewrittenField } from '../../../carrier/rewritten-fields.ts';
import { quoted } from '../../../errors.ts';
import type { Span } from '../../../octets/span.ts';
import type { MessageFacts } from '../../facts.ts';
import type { MessageSignature } from '../../message-signature.ts';
import { everywhere, type MessageRule } from '../../rule.ts';
import { type FaultRow, faultRule } from './fault-rule.ts';

/** Servers add these to what goes through them. */
const TRACE: ReadonlySet<string> = new Set(['received', 'delivered-to', 'authentication-results']);

/** A colon with no name before it or behind it. */
const EMPTY_NAME = /^[ \t]*:|:[ \t]*(?=:|$):?/;

const fromNotSigned: FaultRow = {
  id: 'dkim/from-not-signed',
  aliases: ['ses/dkim-from-unsigned'],
  severity: everywhere('error'),
  summary: 'A signature covers From',
  remedy: 'Sign again with From in h=: a signature without it is void.',
  sources: ['RFC 6376 §5.4', 'RFC 6376 §6.1.1'],
  causes: ['from-not-signed'],
  describe: (found) => `h= lacks From: ${found}`,
};

export const signedFieldRules: readonly MessageRule[] = [
  faultRule(fromNotSigned),
  {
    kind: 'message',
    id: 'dkim/h-empty',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'In h= stand field names with ":" between them',
    remedy: 'Sign again with the names of fields in h=, and nothing empty among them.',
    sources: ['RFC 6376 §3.5'],
    check({ signatures: { judged } }, report) {
      for (const one of judged) {
        const odd = oddName(one);
        if (odd !== undefined) {
          const found = quoted(one.field.unfolded().slice(odd.start, odd.end));
          report(one.siteOf(odd), `h= names ${found}, which is no field name: is a ":" missing?`);
        }
        if (!one.faults.some(({ cause }) => cause === 'names-empty')) continue;
        const written = one.valueOf('h');
        const message =
          written === '' ? 'h= names no field' : `an empty name in h=: ${quoted(written)}`;
        report(one.siteOf(emptyName(one)), message);
      }
    },
  },
  {
    // SES adds two signatures of its own, and others on the way do so too.
    kind: 'message',
    id: 'dkim/h-lists-itself',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A signature does not cover itself, nor those that come later',
    remedy: 'Sign again without DKIM-Signature in h=.',
    sources: ['RFC 6376 §3.5', 'RFC 6376 §3.7'],
    check({ signatures: { judged } }, report) {
      for (const { one, last } of listedBeyond(judged, (name) => name === 'dkim-signature')) {
        const others = one.countOf('dkim-signature');
        const found = others === 0 ? 'no other one' : `only ${others} beside it`;
        report(one.siteOf(last.span), `h= names ${last.name}, of which there is ${found}`);
      }
    },
  },
  {
    kind: 'message',
    id: 'dkim/transit-field-signed',
    aliases: ['dkim/mutable-header-signed'],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'A signature does not cover what servers write on the way',
    remedy: 'Sign again without Return-Path, Bcc and trace fields in h=.',
    sources: ['RFC 6376 §5.4.1', 'RFC 5321 §4.4'],
    check(facts, report) {
      const { judged } = facts.signatures;
      for (const { one, last } of listedBeyond(judged, (name) => TRACE.has(name))) {
        report(one.siteOf(last.span), `h= closes ${last.name}, and servers add such fields`);
      }
      // What SES does to these is told where the carrier is SES.
      if (facts.profile !== 'smtp') return;
      for (const one of judged) {
        for (const [name, { last }] of one.listed()) {
          const isTakenOut = name === 'bcc' && one.countOf(name) > 0;
          if (name !== 'return-path' && !isTakenOut) continue;
          const deed = isTakenOut ? 'take out' : 'write anew';
          report(one.siteOf(last.span), `h= names ${last.name}, which servers ${deed}`);
        }
      }
    },
  },
  {
    // Gmail, Yahoo and most signers close From at most; only who closes others and not From erred.
    kind: 'message',
    id: 'dkim/not-oversigned',
    aliases: [],
    about: 'form',
    severity: everywhere('info'),
    summary: 'A signature that lets no fields be added lets no From be added',
    remedy: 'Sign again with From once more in h= than it occurs.',
    sources: ['RFC 6376 §5.4', 'RFC 6376 §8.15'],
    check(facts, report) {
      for (const one of facts.signatures.judged) {
        const listed = one.listed();
        const from = listed.get('from');
        if (from === undefined || from.count > one.countOf('from')) continue;
        const closed = [...listed].find(([name, { count }]) => isClosed(facts, one, name, count));
        if (closed === undefined) continue;
        const other = closed[1].last.name;
        report(
          one.siteOf(from.last.span),
          `h= lets nobody add ${other}, and lets another ${from.last.name} be added`,
        );
      }
    },
  },
  {
    // Gmail and Yahoo sign neither; who signs one of them must have forgotten the other.
    kind: 'message',
    id: 'dkim/content-type-unsigned',
    aliases: [],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'A signature over how the body is encoded covers Content-Type too',
    remedy: 'Sign again with Content-Type in h=: another one makes another text of the body.',
    sources: ['RFC 6376 §5.4.1', 'RFC 6376 §8.2'],
    check({ signatures: { judged } }, report) {
      for (const one of judged) {
        const names = one.listed();
        if (
          oddName(one) !== undefined ||
          !names.has(TRANSFER_ENCODING) ||
          names.has('content-type')
        )
          continue;
        if (one.countOf('content-type') === 0) continue;
        report(one.siteOfTag('h'), 'h= names Content-Transfer-Encoding, and lacks Content-Type');
      }
    },
  },
];

const TRANSFER_ENCODING = 'content-transfer-encoding';

/** Two names that have no colon between them, mostly. */
function oddName(one: MessageSignature): Span | undefined {
  return one.faults.find(({ cause }) => cause === 'name-syntax');
}

function emptyName(one: MessageSignature): Span {
  const tag = one.signature.tags.get('h');
  if (tag === undefined) return { start: 0, end: 0 };
  const match = EMPTY_NAME.exec(tag.value);
  if (match === null) return tag.valueSpan;
  const start = tag.valueSpan.start + match.index;
  return { start, end: start + match[0].length };
}

/** The names that are listed more often than there are such fields. */
function* listedBeyond(
  judged: readonly MessageSignature[],
  isMeant: (lowerName: string) => boolean,
) {
  for (const one of judged) {
    for (const [name, { count, last }] of one.listed()) {
      if (isMeant(name) && count > one.countOf(name)) yield { one, last };
    }
  }
}

/**
 * Whether another field of the name fails the signature, and its maker meant that: lists that are
 * the same for all messages name absent fields too.
 */
function isClosed(
  { profile }: MessageFacts,
  one: MessageSignature,
  name: string,
  count: number,
): boolean {
  if (TRACE.has(name) || name === 'dkim-signature') return false;
  const found = one.countOf(name);
  if (found === 0 || count <= found) return false;
  return profile === 'smtp' || rewrittenField(name) === undefined;
}
