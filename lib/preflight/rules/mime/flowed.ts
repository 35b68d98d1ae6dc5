/** Flowed text: RFC 3676. */

import { parameterNamed } from '../../../header/parsed-parameter.ts';
import { isAscii } from '../../../octets/ascii.ts';
import type { Entity } from '../../../reader/entity.ts';
import { fieldNamed } from '../../../reader/header-field.ts';
import type { MessageFacts } from '../../facts.ts';
import { isDoubtful } from '../../own-entities.ts';
import { everywhere, type MessageRule } from '../../rule.ts';
import { wordSite } from '../../type-site.ts';
import { TextPlaces } from './text-places.ts';

/** A line that flows, unquoted, then the line before a signature. */
const FLOWS_INTO_SIGNATURE = /^(?!>|-- \n)[^\n]* \n(?=-- (?:\n|$))/m;
const SIGNATURE = '\n-- ';

export const flowedRules: readonly MessageRule[] = [
  {
    // No warning: readers look for the signature line before they join lines, RFC 3676 §4.3.
    kind: 'message',
    id: 'mime/flowed-signature',
    aliases: [],
    about: 'choice',
    severity: everywhere('info'),
    summary: 'No paragraph of flowed text flows into the signature',
    remedy: 'Take the blank away from the end of the line before "-- ".',
    sources: ['RFC 3676 §4.2', 'RFC 3676 §4.3'],
    check(facts, report) {
      for (const entity of flowedTexts(facts)) {
        const { text = '' } = entity;
        const found = text.includes(SIGNATURE) ? FLOWS_INTO_SIGNATURE.exec(text) : null;
        if (found === null) continue;
        const end = found.index + found[0].length - 1;
        const place = new TextPlaces(facts, entity).place({ start: end - 1, end });
        report({ ...place, entity }, 'a blank that lets the line flow into the signature');
      }
    },
  },
  {
    // In a signed part quoted-printable keeps the blanks at the ends of lines, RFC 3156 §5.
    kind: 'message',
    id: 'mime/flowed-with-qp',
    aliases: [],
    about: 'form',
    severity: everywhere('info'),
    summary: 'Flowed text in ASCII needs no quoted-printable',
    remedy: 'Send the text as 7bit.',
    sources: ['RFC 3676 §4.2'],
    check(facts, report) {
      for (const entity of flowedTexts(facts)) {
        const { text = '', transferEncoding, transferEncodingField: field } = entity;
        if (field === undefined || transferEncoding !== 'quoted-printable') continue;
        if (!isAscii(text) || isSigned(facts, entity)) continue;
        report(wordSite(entity, field), '"quoted-printable" for flowed text that is all ASCII');
      }
    },
  },
  {
    kind: 'message',
    id: 'mime/flowed-misplaced',
    aliases: [],
    about: 'form',
    severity: everywhere('info'),
    summary: 'The parameters of flowed text stand on text/plain, delsp beside format=flowed',
    remedy: 'Take the parameter out, or send text/plain; format=flowed.',
    sources: ['RFC 3676 §4'],
    check(facts, report) {
      for (const entity of facts.own.all) {
        const { type, subtype, parameters } = entity.mediaType;
        if (type !== 'text' || parameters.length === 0) continue;
        const parameter = misplaced(entity, subtype === 'plain');
        const field = fieldNamed(entity.fields, 'content-type');
        if (parameter === undefined || field === undefined || isDoubtful(field, parameter))
          continue;
        const written = `${parameter.name}=${parameter.value}`;
        const message =
          subtype === 'plain'
            ? `${JSON.stringify(written)} without "format=flowed" means nothing`
            : `${JSON.stringify(written)} means something for "text/plain" alone`;
        report({ ...parameter.span, entity, field }, message);
      }
    },
  },
];

function misplaced(entity: Entity, isPlain: boolean): ReturnType<typeof parameterNamed> {
  const { parameters } = entity.mediaType;
  const delsp = parameterNamed(parameters, 'delsp');
  if (isPlain) return isFlowed(entity) ? undefined : delsp;
  return isFlowed(entity) ? parameterNamed(parameters, 'format') : delsp;
}

function flowedTexts(facts: MessageFacts): readonly Entity[] {
  const texts = facts.own.ofType('text/plain');
  return texts.length === 0 ? texts : texts.filter(isFlowed);
}

function isFlowed({ mediaType }: Entity): boolean {
  return parameterNamed(mediaType.parameters, 'format')?.value.toLowerCase() === 'flowed';
}

function isSigned(facts: MessageFacts, entity: Entity): boolean {
  for (const { mediaType } of facts.own.around(entity)) {
    if (mediaType.subtype === 'signed') return true;
  }
  return false;
}
