/** Folding and unfolding of header fields for other senders: RFC 5322 §2.2.3. */

import { booleanArgument, recordArgument, textArgument } from '../arguments.ts';
import { MimewrightError, quoted } from '../errors.ts';
import { trimBlanks, trimBlanksAtEnd } from '../octets/ascii.ts';
import { checkFieldName } from './field-name.ts';
import { finishedPieces } from './finished-body.ts';
import { type FoldOptions, foldField as fold } from './folding.ts';

/** A field without its folds. */
export interface UnfoldedField {
  /** As written. */
  readonly name: string;
  /** Without blanks at either end; may be ''. */
  readonly body: string;
}

/** Printable ASCII and blanks, no blank at either end. */
const FINISHED_BODY = /^[!-~](?:[\t -~]*[!-~])?$/;

const FOLD = /\r?\n(?=[ \t])/g;

/**
 * Lays a field out in lines: `Name: body`, folded, with its last CRLF.
 *
 * Lines hold at most 78 octets, 76 if the body holds an encoded-word, wherever there is a blank to
 * fold at, and at most 998 always; none is blank throughout. Addr-specs, encoded-words, msg-ids, URIs
 * and quoted pairs stay whole, as does a quoted string that fits on a line. No name and no body
 * adds a field or a line: {@link unfoldField} gives both back.
 *
 * @param name 1 to 76 characters from `!` to `~` without the colon.
 * @param body Finished: printable ASCII and blanks, no blank at either end, not folded yet. Text is
 *   made so by {@link encodedWords}, mailboxes by {@link formatMailbox}, parameters by {@link formatParameter}.
 * @param options `keepsFirst` keeps what stands before the first blank beside the name; unstructured
 *   fields want it, as some readers take a fold there for a blank. False if left out.
 * @returns ASCII, one octet a character.
 * @throws {MimewrightError} `field-name`; `field-body` when the body is not finished, or something
 *   in it that cannot be folded is too long for a line; `value-missing`, `value-type` or
 *   `option-invalid` for arguments that are none.
 * @see RFC 5322 §2.1.1, §2.2.3, §3.2.2
 * @example
 * foldField('To', 'Ann Doe <ann@example.com>'); // 'To: Ann Doe <ann@example.com>\r\n'
 */
export function foldField(name: string, body: string, options: Partial<FoldOptions> = {}): string {
  checkFieldName(textArgument('name', name));
  const finished = textArgument('body', body);
  const members = recordArgument('options', options, ['keepsFirst']);
  const keepsFirst =
    members.has('keepsFirst') && booleanArgument('options.keepsFirst', members.get('keepsFirst'));
  if (FINISHED_BODY.test(finished)) return fold(name, finishedPieces(finished), { keepsFirst });
  throw new MimewrightError(
    'field-body',
    `${name}: not a finished body: ${quoted(finished)}: it holds printable ASCII and blanks, none at either end`,
  );
}

/**
 * Takes the folds out of one field: what went into {@link foldField} comes back.
 *
 * Of a foreign field too: a fold is a CRLF, or LF, before a blank; the line end of the field may be
 * there or be missing; characters outside ASCII stay as they are.
 *
 * @param field One field. A CR or LF that makes no fold is refused, so that no second one hides in it.
 * @throws {MimewrightError} `field-name` when no name and colon start it; `field-body` when it is more
 *   than one field, or holds NUL; `value-missing` or `value-type` when it is no string.
 * @see RFC 5322 §2.2.3
 * @example
 * unfoldField('To: Ann Doe\r\n <ann@example.com>\r\n');
 * // { name: 'To', body: 'Ann Doe <ann@example.com>' }
 */
export function unfoldField(field: string): UnfoldedField {
  const text = textArgument('field', field)
    .replace(/\r?\n$/, '')
    .replace(FOLD, '');
  if (/[\r\n\0]/.test(text)) {
    throw new MimewrightError(
      'field-body',
      `not one field: ${quoted(field)}: each line but the first starts with a blank, and no CR or NUL stands alone`,
    );
  }
  const colon = text.indexOf(':');
  const name = checkFieldName(trimBlanksAtEnd(text.slice(0, Math.max(colon, 0))));
  return { name, body: trimBlanks(text.slice(colon + 1)) };
}
