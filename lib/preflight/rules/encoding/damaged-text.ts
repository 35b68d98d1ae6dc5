/** Text that was damaged before it was written, or carries what is no text: RFC 3629 §6. */

import { quoted } from '../../../errors.ts';
import { asBuffer } from '../../../octets/view.ts';
import type { Entity } from '../../../reader/entity.ts';
import type { HeaderField } from '../../../reader/header-field.ts';
import type { MessageFacts } from '../../facts.ts';
import { type EntityRule, everywhere, type Site } from '../../rule.ts';
import { encodedPlace } from './encoded-place.ts';
import { firstMojibake } from './mojibake.ts';
import { isShownText } from './shown-text.ts';

const BYTE_ORDER_MARK = '\uFEFF';
const REPLACEMENT = '\uFFFD';

export const damagedTextRules: readonly EntityRule[] = [
  {
    kind: 'entity',
    id: 'encoding/bom-in-text',
    aliases: [],
    about: 'choice',
    severity: everywhere('info'),
    summary: 'Text does not start with a byte order mark',
    remedy: 'Take U+FEFF out of the text: its charset is told by the label.',
    sources: ['RFC 3629 §6'],
    check(entity, report, facts) {
      const { text } = shownUtf8(entity);
      if (text.startsWith(BYTE_ORDER_MARK)) {
        report(bodySite(facts, entity, BYTE_ORDER_MARK), 'U+FEFF at the start of a text');
      }
    },
  },
  {
    kind: 'entity',
    id: 'encoding/replacement-char',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'No character is lost: text holds no U+FFFD',
    remedy: 'Take the text from its source again, and decode it in its own charset.',
    sources: ['The Unicode Standard §23.8'],
    check(entity, report, facts) {
      const message = 'U+FFFD, which stands for a character that was lost';
      if (shownUtf8(entity).text.includes(REPLACEMENT)) {
        report(bodySite(facts, entity, REPLACEMENT), message);
      }
      for (const field of entity.fields) {
        const word = decodedWord(field, (text) => text.includes(REPLACEMENT));
        if (word !== undefined) report({ ...word, entity, field }, message);
      }
    },
  },
  {
    kind: 'entity',
    id: 'encoding/mojibake',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'Text was encoded once: it is not UTF-8 that was read as Latin-1',
    remedy: 'Read the text as UTF-8 where it comes from.',
    sources: ['RFC 3629 §3'],
    check(entity, report, facts) {
      const found = firstMojibake(shownUtf8(entity).text);
      if (found !== undefined)
        report(bodySite(facts, entity, found.written), mojibakeMessage(found));
      for (const field of entity.fields) {
        const word = decodedWord(field, (text) => firstMojibake(text) !== undefined);
        const inField = word && firstMojibake(word.text);
        if (word === undefined || inField === undefined) continue;
        const { start, end } = word;
        report({ start, end, entity, field }, mojibakeMessage(inField));
      }
    },
  },
];

function mojibakeMessage({ written, meant }: { written: string; meant: string }): string {
  return `${quoted(written)} for ${quoted(meant)}: UTF-8 that was read as Latin-1`;
}

const NO_TEXT = { text: '' } as const;

/** Shown text in UTF-8 that is sound; empty for everything else. */
function shownUtf8(entity: Entity): { readonly text: string } {
  if (!isShownText(entity) || entity.charset !== 'utf-8') return NO_TEXT;
  if (entity.contentDefects.some(({ code }) => code.startsWith('charset-'))) return NO_TEXT;
  return { text: entity.text ?? '' };
}

/** The first place of some text in a body that holds it, in UTF-8. */
function bodySite(facts: MessageFacts, entity: Entity, text: string): Site {
  const octets = Buffer.from(text);
  const start = asBuffer(entity.octets()).indexOf(octets);
  return { ...encodedPlace(facts, entity, { start, end: start + octets.length }), entity };
}

interface DecodedWord {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The first encoded-word with such a text, in a field whose words are sound. */
function decodedWord(
  { encodedWords, defects }: HeaderField,
  isSuch: (text: string) => boolean,
): DecodedWord | undefined {
  for (const { span, text } of encodedWords) {
    if (text === undefined || !isSuch(text)) continue;
    if (defects.some(({ code }) => UNSOUND.has(code))) return undefined;
    return { ...span, text };
  }
  return undefined;
}

const UNSOUND: ReadonlySet<string> = new Set([
  'charset-mislabelled',
  'encoded-word-bad-payload',
  'encoded-word-charset-lie',
  'encoded-word-split-char',
]);
