/** Alternatives of one content, the best one last: RFC 2046 §5.1.4. */

import { quoted } from '../../../errors.ts';
import type { Entity } from '../../../reader/entity.ts';
import { fieldNamed } from '../../../reader/header-field.ts';
import type { MessageFacts } from '../../facts.ts';
import { hasClearParts, isAttachment, isMultipart } from '../../own-entities.ts';
import { everywhere, type MessageRule } from '../../rule.ts';
import { typeSite } from '../../type-site.ts';

/** Types that are shown or heard, and no form of a text. */
const NEVER_TEXT: readonly string[] = ['image', 'audio', 'video'];

/** What must stand before what: readers show the last that they know. */
const ORDER: readonly (readonly [string, string])[] = [
  ['text/plain', 'text/html'],
  ['text/x-amp-html', 'text/html'],
];

/** They name a part, and say nothing of what is in it. */
const NAMING: readonly string[] = ['name', 'charset'];

export const alternativeRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'mime/alternative-order',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'Alternatives stand in the order of preference, plain text first, HTML behind it',
    remedy: 'Put plain text first, AMP behind it, HTML then.',
    sources: [
      'RFC 2046 §5.1.4',
      'https://amp.dev/documentation/guides-and-tutorials/learn/email-spec/amp-email-structure/',
    ],
    check(facts, report) {
      for (const { parts } of alternatives(facts)) {
        for (const [before, behind] of ORDER) {
          const first = parts.findIndex((part) => shownEssence(part) === behind);
          const late = parts.find((part, at) => at > first && part.mediaType.essence === before);
          if (first === -1 || late === undefined) continue;
          const message = `${quoted(before)} behind ${quoted(behind)}; readers show the last that they know`;
          report(typeSite(late), message);
        }
      }
    },
  },
  {
    kind: 'message',
    id: 'mime/alternative-incomplete',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'One of the alternatives is plain text',
    remedy: 'Add a text/plain part with the same content, as the first one.',
    sources: ['RFC 2046 §5.1.4', 'measured: rspamd 3.4 MIME_MA_MISSING_TEXT 2.0'],
    check(facts, report) {
      for (const multipart of alternatives(facts)) {
        if (holdsPlainText(multipart) || !holdsHtml(multipart)) continue;
        report(typeSite(multipart), 'no "text/plain" among the alternatives, which filters score');
      }
    },
  },
  {
    kind: 'message',
    id: 'mime/alternative-non-text',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'Alternatives are forms of one text; files stand beside them',
    remedy: 'Move the part out, into a multipart/mixed around the multipart/alternative.',
    sources: ['RFC 2046 §5.1.4'],
    check(facts, report) {
      for (const { parts } of alternatives(facts)) {
        for (const part of parts) {
          const { type, essence } = part.mediaType;
          if (!isAttachment(part) && !NEVER_TEXT.includes(type)) continue;
          const what = isAttachment(part) ? 'an attachment' : `${quoted(essence)}`;
          report(typeSite(part), `${what} as an alternative; most readers show one of them alone`);
        }
      }
    },
  },
  {
    kind: 'message',
    id: 'mime/alternative-duplicate-type',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'Each alternative has another type or language',
    remedy: 'Keep one of them, or put both into a multipart/mixed.',
    sources: ['RFC 2046 §5.1.4'],
    check(facts, report) {
      for (const { parts } of alternatives(facts)) {
        const seen = new Set<string>();
        for (const part of parts) {
          const { type, essence } = part.mediaType;
          if (type !== 'text' || essence === 'text/calendar' || isAttachment(part)) continue;
          const form = formOf(part);
          if (seen.has(form)) {
            report(
              typeSite(part),
              `a second alternative of type ${quoted(essence)}; one of both is never shown`,
            );
          }
          seen.add(form);
        }
      }
    },
  },
];

/** Those with a choice to make, whose parts are what they seem. */
function alternatives(facts: MessageFacts): readonly Entity[] {
  const all = facts.own.ofType('multipart/alternative');
  if (all.length === 0) return all;
  return all.filter((one) => one.parts.length > 1 && hasClearParts(one));
}

/** The type of a part, of a multipart/related that of its root. */
function shownEssence({ mediaType, parts }: Entity): string {
  const [root] = parts;
  if (mediaType.essence !== 'multipart/related' || root === undefined) return mediaType.essence;
  return root.mediaType.essence;
}

function holdsPlainText(entity: Entity): boolean {
  if (isMultipart(entity)) return entity.parts.some(holdsPlainText);
  return entity.mediaType.essence === 'text/plain' && !isAttachment(entity);
}

function holdsHtml(entity: Entity): boolean {
  if (isMultipart(entity)) return entity.parts.some(holdsHtml);
  return entity.mediaType.essence === 'text/html';
}

/** What tells alternatives apart: type, parameters, language. */
function formOf({ mediaType, fields }: Entity): string {
  const parameters = mediaType.parameters
    .filter(({ name }) => !NAMING.includes(name))
    .map(({ name, value }) => `${name}=${value.toLowerCase()}`);
  const charset = mediaType.parameters.find(({ name }) => name === 'charset')?.value;
  const language = fieldNamed(fields, 'content-language')?.unfolded().trim().toLowerCase();
  return [mediaType.essence, charset?.toLowerCase(), language, ...parameters.sort()].join(';');
}
