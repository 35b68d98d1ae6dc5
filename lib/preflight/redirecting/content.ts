/** Content-Type and Content-Disposition of foreign mail as readers understand them: RFC 2045 §5.1. */

import { decodeEncodedWords } from '../../header/encoded-word-decoding.ts';
import { foldField } from '../../header/folding.ts';
import { textOfOctets } from '../../header/octet-text.ts';
import { formatParameters } from '../../header/parameter.ts';
import type { ParsedParameter } from '../../header/parsed-parameter.ts';
import { quotedString } from '../../header/phrase.ts';
import type { Parameter } from '../../model/media-type.ts';
import type { HeaderField } from '../../reader/header-field.ts';

const TOKEN = /^[!#$&+\-.0-9A-Z^_`a-z{|}~]{1,60}$/;
const MEDIA_TYPE = /^[!#$&+\-.0-9A-Z^_`a-z{|}~]{1,127}\/[!#$&+\-.0-9A-Z^_`a-z{|}~]{1,127}$/;

/** What a boundary holds that is found again: RFC 2046 §5.1.1 asks for less. */
const QUOTABLE = /^[ -~]{1,400}$/;

/** The Content-Type field that says what readers make of this one; parameters given here win. */
export function mediaTypeField(
  field: HeaderField,
  wanted: Readonly<Record<string, string>> = {},
): string {
  const { essence = '', parameters = [] } = field.mediaType ?? {};
  const value = MEDIA_TYPE.test(essence) ? essence : 'text/plain';
  return fieldOf(field.name, value, [
    ...parametersOf(parameters).filter(({ name }) => !Object.hasOwn(wanted, name)),
    ...Object.entries(wanted).map(([name, text]) => ({ name, value: text })),
  ]);
}

/** The Content-Disposition field that says what readers make of this one. */
export function dispositionField(field: HeaderField): string {
  const { type = '', parameters = [] } = field.disposition ?? {};
  return fieldOf(field.name, TOKEN.test(type) ? type : 'attachment', parametersOf(parameters));
}

/** Each by the name that it has first; a name that cannot be written goes. */
function parametersOf(parameters: readonly ParsedParameter[]): readonly Parameter[] {
  const byName = new Map<string, string>();
  for (const { name, value, isExtended } of parameters) {
    if (!TOKEN.test(name) || byName.has(name)) continue;
    byName.set(name, isExtended ? value : decodeEncodedWords(textOfOctets(value)));
  }
  return Array.from(byName, ([name, value]) => ({ name, value: value.toWellFormed() }));
}

function fieldOf(name: string, value: string, parameters: readonly Parameter[]): string {
  const all = [[` ${value}`], ...parameters.map(piecesOf)];
  const last = all.length - 1;
  return foldField(
    name,
    all.flatMap((pieces, at) => (at === last ? pieces : withSemicolon(pieces))),
  );
}

/** A boundary stands in quotes, whatever it holds: few readers look for one by RFC 2231. */
function piecesOf(parameter: Parameter): readonly string[] {
  const { name, value } = parameter;
  if (name !== 'boundary' || !QUOTABLE.test(value)) return formatParameters([parameter]);
  return [` boundary=${quotedString(value)}`];
}

function withSemicolon(pieces: readonly string[]): readonly string[] {
  return [...pieces.slice(0, -1), `${pieces.at(-1) ?? ''};`];
}
