/** What text may go into a header field: anything that can be read back. */

import { MimewrightError, quoted } from '../errors.ts';

/** C0 without TAB, and DEL. */
const CONTROL = /[\x00-\x08\x0a-\x1f\x7f]/;

/** No file system shows a TAB or a C1 control as it was meant. */
const FILENAME_CONTROL = /\p{Cc}/u;

/**
 * Holds text to what an encoded-word or RFC 2231 can carry, and returns it.
 *
 * @param what Names the field or parameter in the error.
 * @throws {MimewrightError} `ill-formed-text` when a surrogate stands alone.
 * @throws {MimewrightError} `text-control`, or `code`, at a control character other than TAB, in a file
 *   name at every one.
 */
export function checkFieldText(
  text: string,
  what: string,
  code: 'text-control' | 'filename-control' | 'address-syntax' = 'text-control',
): string {
  if (!text.isWellFormed()) {
    throw new MimewrightError(
      'ill-formed-text',
      `${what} holds an unpaired surrogate: ${quoted(text)}`,
    );
  }
  const pattern = code === 'filename-control' ? FILENAME_CONTROL : CONTROL;
  if (!pattern.test(text)) return text;
  const control = pattern.exec(text)?.[0] ?? '';
  const name = `U+${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  throw new MimewrightError(
    code,
    `${what} holds the control character ${name}: ${quoted(text)}; a field takes text on one line`,
  );
}
