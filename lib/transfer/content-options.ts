/** What a caller says of content that is to be encoded: RFC 2045 §6.7(4), RFC 2046 §4.1.1. */

import { booleanArgument, choiceArgument, recordArgument } from '../arguments.ts';
import { type TransferEncoding, transferEncodings } from '../model/transfer-encoding.ts';

/** What octets are, which cannot be told from the octets. */
export interface TransferContentOptions {
  /**
   * True for text: its CRLFs are line ends, written as such. False for anything else: then CR and
   * LF are octets like all others, and escaped. A lone CR or LF is escaped in any case.
   */
  readonly isText: boolean;
}

export interface TransferChoiceOptions extends TransferContentOptions {
  /** The encoding to use whatever it costs; chosen by content if left out. */
  readonly encoding?: TransferEncoding;
}

type OptionName = keyof TransferChoiceOptions;

/** @throws {MimewrightError} `value-missing`, `value-type`, `option-invalid`; naming the option. */
export function contentOptions(
  options: unknown,
  allowed: readonly OptionName[],
): TransferChoiceOptions {
  const members = recordArgument('options', options, allowed);
  const isText = booleanArgument('options.isText', members.get('isText'));
  if (!members.has('encoding')) return { isText };
  const encoding = members.get('encoding');
  return { isText, encoding: choiceArgument('options.encoding', encoding, transferEncodings) };
}
