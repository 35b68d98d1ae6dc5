/** The charset that an HTML text says it is in: RFC 2854 §6, RFC 2046 §4.1.2. */

import { isAscii } from 'node:buffer';
import { quoted } from '../../../errors.ts';
import { asBuffer } from '../../../octets/view.ts';
import type { Entity } from '../../../reader/entity.ts';
import { canonicalCharset } from '../../../transfer/charset.ts';
import { type EntityRule, everywhere } from '../../rule.ts';
import { encodedPlace } from './encoded-place.ts';
import { charsetParameter, isShownText } from './shown-text.ts';

/** Browsers look no further than about here. */
const HEAD_CHARACTERS = 2048;

const META_CHARSET = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([A-Za-z0-9._:-]+)/i;

/** Readers take these for one another. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['us-ascii', 'windows-1252'],
  ['iso-8859-1', 'windows-1252'],
  ['gb2312', 'gbk'],
  ['iso-8859-9', 'windows-1254'],
]);

export const htmlCharsetRules: readonly EntityRule[] = [
  {
    kind: 'entity',
    id: 'encoding/html-charset-conflict',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'HTML names the charset that its Content-Type does, or none',
    remedy: 'Let the meta element name the charset of the message, or take it out.',
    sources: ['RFC 2046 §4.1.2', 'RFC 2854 §6'],
    check(entity, report, facts) {
      if (entity.mediaType.essence !== 'text/html' || !isShownText(entity)) return;
      const { text = '', charset = '' } = entity;
      if (!text.includes('charset') || charsetParameter(entity) === undefined) return;
      const [element, label = ''] = META_CHARSET.exec(text.slice(0, HEAD_CHARACTERS)) ?? [];
      const named = canonicalCharset(label);
      if (element === undefined || named === undefined || isSame(named, charset)) return;
      if (isUncertain(entity)) return;
      const octets = asBuffer(entity.octets());
      const start = octets.indexOf(element, 0, 'latin1') + element.length - label.length;
      if (isAscii(octets) || start < element.length - label.length) return;
      const place = encodedPlace(facts, entity, { start, end: start + label.length });
      report(
        { ...place, entity },
        `the meta element says ${quoted(label)}, the Content-Type ${quoted(charset)}`,
      );
    },
  },
];

function isSame(one: string, other: string): boolean {
  return (SAME.get(one) ?? one) === (SAME.get(other) ?? other);
}

function isUncertain({ contentDefects }: Entity): boolean {
  return contentDefects.some(({ code }) => code.startsWith('charset-'));
}
