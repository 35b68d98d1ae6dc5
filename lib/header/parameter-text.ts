/** Parameters as text, both ways, for other senders: RFC 2045 §5.1, RFC 2231. */

import { stringArgument, textArgument } from '../arguments.ts';
import { MimewrightError, quoted } from '../errors.ts';
import { checkFieldText } from './field-text.ts';
import { formatParameters } from './parameter.ts';
import { type ParsedParameters, parseParameters as parse } from './parameter-parsing.ts';

/** A token without the marks of RFC 2231, short enough to leave a line room for a character. */
const PARAMETER_NAME = /^[!#$&+\-.0-9A-Z^_`a-z{|}~]{1,50}$/;

/**
 * Formats one parameter of a media type or a disposition.
 *
 * In one form only: a token, else a quoted string, else by RFC 2231 in UTF-8, with continuations
 * where a line would be too long. Any value comes back from any reader of RFC 2231 as it was.
 *
 * @param name 1 to 50 letters, digits and ``!#$&+-.^_`{|}~``.
 * @param value Any text on one line; '' is one.
 * @returns ASCII, `name=value`; continuations joined by `'; '`, each of at most 76 characters. Behind
 *   the media type and other parameters, joined by `'; '` too, it is a body for {@link foldField}.
 * @throws {MimewrightError} `token-syntax` when that is no name; `text-control` for a control
 *   character other than TAB in the value; `ill-formed-text` when a surrogate stands alone there;
 *   `value-missing` or `value-type` for arguments that are no strings.
 * @see RFC 2045 §5.1; RFC 2231 §3, §4, §7
 * @example
 * formatParameter('filename', 'a b.pdf'); // 'filename="a b.pdf"'
 * formatParameter('filename', 'été.pdf'); // "filename*=utf-8''%C3%A9t%C3%A9.pdf"
 */
export function formatParameter(name: string, value: string): string {
  if (!PARAMETER_NAME.test(textArgument('name', name))) {
    throw new MimewrightError(
      'token-syntax',
      `name: not a name of a parameter: ${quoted(name)}: it holds 1 to 50 ASCII letters, digits and !#$&+-.^_\`{|}~`,
    );
  }
  checkFieldText(stringArgument('value', value), 'value');
  return formatParameters([{ name, value }]).join('').slice(1);
}

/**
 * Parses the parameters behind a media type or a disposition type, as the reader of this package
 * does.
 *
 * Forgives what readers forgive: values that should have been quoted, a missing semicolon, empty
 * parameters; each leaves a defect. Nothing but the argument's type can make it throw; time is linear.
 *
 * @param text An unfolded list, from its first semicolon or from behind it.
 * @returns `parameters`, each name once and in lower case, of equals the first, and `defects` in the
 *   order they were noticed; spans count the characters of `text`.
 * @throws {MimewrightError} `value-missing` or `value-type` when it is no string.
 * @see RFC 2045 §5.1; RFC 2231
 * @example
 * const { parameters } = parseParameters("; filename*=utf-8''%C3%A9t%C3%A9.pdf");
 * parameters[0]?.value; // 'été.pdf'
 */
export function parseParameters(text: string): ParsedParameters {
  return parse(stringArgument('text', text));
}
