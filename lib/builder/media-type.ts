/** Media types as callers pass them: RFC 2045 §5.1. */

import { textArgument } from '../arguments.ts';
import { MimewrightError, quoted } from '../errors.ts';
import { checkFieldText } from '../header/field-text.ts';
import { parseMediaType } from '../header/media-type-parsing.ts';
import type { MediaType, Parameter } from '../model/media-type.ts';

/** Names of types, subtypes and parameters are no longer: RFC 6838 §4.2, §4.3. */
const NAME_CHARACTERS_MAX = 127;

/**
 * Parses `type/subtype; name=value`, strictly.
 *
 * @throws {MimewrightError} `content-type-syntax` for what is not that, and for a multipart, whose
 * parts no single content can be.
 */
export function mediaTypeFrom(value: unknown, what: string): MediaType {
  const text = checkFieldText(textArgument(what, value), what);
  const { mediaType, defects } = parseMediaType(text);
  if (defects.length > 0 || /[^ -~]/.test(text)) {
    throw fault(what, text, 'it is type/subtype, then parameters as ; name=value in ASCII');
  }
  const { type, subtype } = mediaType;
  const names = [type, subtype, ...mediaType.parameters.map(({ name }) => name)];
  if (names.some((name) => name.length > NAME_CHARACTERS_MAX)) {
    throw fault(what, text, `each name in it has at most ${NAME_CHARACTERS_MAX} characters`);
  }
  if (type === 'multipart') throw fault(what, text, 'a multipart is made of parts, not of content');
  const parameters = mediaType.parameters.map(({ name, value }) => ({ name, value }));
  return Object.freeze({ type, subtype, parameters });
}

function fault(what: string, text: string, reason: string): MimewrightError {
  return new MimewrightError(
    'content-type-syntax',
    `${what}: not a media type for this: ${quoted(text)}: ${reason}`,
  );
}

/** The value of a parameter, undefined if there is none. */
export function parameterOf({ parameters }: MediaType, name: string): string | undefined {
  return parameters.find((parameter) => parameter.name === name)?.value;
}

/**
 * The media type without a `name` of its own, for a part whose file name is given.
 *
 * @throws {MimewrightError} `content-type-syntax` when the two differ: one of them would be lost.
 */
export function withoutName(mediaType: MediaType, filename: string, what: string): MediaType {
  const name = parameterOf(mediaType, 'name');
  if (name !== undefined && name !== filename) {
    throw new MimewrightError(
      'content-type-syntax',
      `${what}: the type names the file ${quoted(name)}, filename names it ${quoted(filename)}`,
    );
  }
  const parameters = mediaType.parameters.filter((parameter) => parameter.name !== 'name');
  return Object.freeze({ ...mediaType, parameters });
}

/** The same media type with a parameter at the end, in place of one of that name. */
export function withParameter(mediaType: MediaType, parameter: Parameter): MediaType {
  const others = mediaType.parameters.filter(({ name }) => name !== parameter.name);
  return Object.freeze({ ...mediaType, parameters: [...others, parameter] });
}
