/** Encoded-words that say nothing which needs them: RFC 2047 §1. */

import { quoted } from '../../../errors.ts';
import type { ParsedAddress, ParsedMailbox } from '../../../header/parsed-address.ts';
import { formatPhrase } from '../../../header/phrase.ts';
import { isPlainWords } from '../../../header/plain-words.ts';
import { formatUnstructured } from '../../../header/unstructured.ts';
import type { Span } from '../../../octets/span.ts';
import type { HeaderField } from '../../../reader/header-field.ts';
import type { MessageFacts } from '../../facts.ts';
import { type EntityRule, everywhere } from '../../rule.ts';
import { holdsPlaceholder } from '../../template.ts';

/** The start of an encoded-word among the pieces of a formatted body. */
const WORD_START = ' =?';

export const encodedWordNeedlessRules: readonly EntityRule[] = [
  {
    kind: 'entity',
    id: 'encoding/encoded-word-needless',
    aliases: [],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'What can stand as it is in a header field is not encoded',
    remedy: 'Write the text as it is: filters take needless encoding for hiding.',
    sources: [
      'measured: rspamd 3.4 *_EXCESS_BASE64 1.5, *_EXCESS_QP 1.2',
      'measured: SpamAssassin 4.0.1 FROM_EXCESS_BASE64 0.0',
    ],
    check(entity, report, facts) {
      for (const field of entity.fields) {
        if (field.encodedWords.length === 0) continue;
        if (field.defects.some(({ code }) => code.startsWith('encoded-word'))) continue;
        for (const { text, ...span } of needless(field, facts)) {
          if (facts.isSpoiled(span.start)) continue;
          if (facts.options.template && holdsPlaceholder(text)) continue;
          report({ ...span, entity, field }, `${quoted(text)} in encoded-words, which needs none`);
        }
      }
    },
  },
];

interface Needless extends Span {
  readonly text: string;
}

function* needless(
  field: HeaderField,
  { octets }: MessageFacts,
): Generator<Needless, void, undefined> {
  // Of other text, filters think nothing.
  if (field.lowerName === 'subject') {
    const { start } = field.encodedWords[0]?.span ?? field.bodySpan;
    const { end } = field.encodedWords.at(-1)?.span ?? field.bodySpan;
    if (standsPlain(field.text, formatUnstructured, field)) yield { start, end, text: field.text };
  }
  if (field.kind !== 'addresses') return;
  for (const { name = '', nameSpan } of field.addresses.flatMap(mailboxesOf)) {
    if (
      nameSpan === undefined ||
      !octets.toString('latin1', nameSpan.start, nameSpan.end).includes('=?')
    )
      continue;
    if (standsPlain(name, (_, text) => formatPhrase(text, field.name), field)) {
      yield { ...nameSpan, text: name };
    }
  }
}

/** Whether our own writer would not encode it. */
function standsPlain(
  text: string,
  format: (name: string, text: string) => readonly string[],
  { name }: HeaderField,
): boolean {
  if (text.includes('=?') || !isPlainWords(text)) return false;
  return !format(name, text).some((piece) => piece.startsWith(WORD_START));
}

function mailboxesOf(address: ParsedAddress): readonly ParsedMailbox[] {
  return address.kind === 'group' ? address.members : [address];
}
