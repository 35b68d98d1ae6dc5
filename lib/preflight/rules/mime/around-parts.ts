/** What stands around the parts of a multipart and is never shown: RFC 2046 §5.1.1. */

import { CR, LF, SPACE, TAB } from '../../../octets/ascii.ts';
import type { Span } from '../../../octets/span.ts';
import type { Entity } from '../../../reader/entity.ts';
import { excerpt } from '../../excerpt.ts';
import type { MessageFacts } from '../../facts.ts';
import { type EntityRule, everywhere } from '../../rule.ts';

/** The customary notice to readers that know no MIME. */
const NOTICE = /MIME|multi-?part/i;

/** A notice is short, and names what it is about. */
const NOTICE_OCTETS = 1000;

const WHITE_SPACE: ReadonlySet<number | undefined> = new Set([TAB, LF, CR, SPACE]);

export const aroundPartsRules: readonly EntityRule[] = [
  {
    kind: 'entity',
    id: 'mime/preamble-text',
    aliases: [],
    about: 'form',
    severity: everywhere('info'),
    summary: 'Nothing to be read stands before the first delimiter',
    remedy: 'Move the text into a part of its own.',
    sources: ['RFC 2046 §5.1.1'],
    check(entity, report, facts) {
      const { preamble, delimiters } = entity;
      if (preamble === undefined || delimiters.length === 0) return;
      const text = written(facts.octets, preamble);
      if (text === undefined || isNotice(facts.octets, text)) return;
      if (!isOurs(facts, entity)) return;
      report(
        { ...text, entity },
        `text before the first part, which readers do not show: ${excerpt(facts, text)}`,
      );
    },
  },
  {
    kind: 'entity',
    id: 'mime/epilogue-text',
    aliases: [],
    about: 'form',
    severity: everywhere('info'),
    summary: 'Nothing to be read stands behind the close delimiter',
    remedy: 'Move the text into a part of its own, before the close delimiter.',
    sources: ['RFC 2046 §5.1.1'],
    check(entity, report, facts) {
      const { epilogue, defects } = entity;
      if (epilogue === undefined) return;
      // Parts behind the close delimiter, or beyond those that are read, are told.
      if (defects.some(({ code }) => UNREAD.has(code))) return;
      const text = written(facts.octets, epilogue);
      if (text === undefined || !isOurs(facts, entity)) return;
      report(
        { ...text, entity },
        `text behind the last part, which readers do not show: ${excerpt(facts, text)}`,
      );
    },
  },
];

const UNREAD: ReadonlySet<string> = new Set(['multipart-continued', 'too-many-parts']);

/** What is wrong with its octets is told at the octets. */
function isOurs(facts: MessageFacts, entity: Entity): boolean {
  return entity.contentDefects.length === 0 && facts.own.has(entity);
}

/** Without the white space around it; undefined where there is nothing else. */
function written(octets: Buffer, span: Span): Span | undefined {
  let { start, end } = span;
  while (start < end && WHITE_SPACE.has(octets[start])) start += 1;
  while (end > start && WHITE_SPACE.has(octets[end - 1])) end -= 1;
  return end > start ? { start, end } : undefined;
}

function isNotice(octets: Buffer, { start, end }: Span): boolean {
  return NOTICE.test(octets.toString('latin1', start, Math.min(end, start + NOTICE_OCTETS)));
}
