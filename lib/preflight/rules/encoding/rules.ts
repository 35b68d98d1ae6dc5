/** The rules about transfer encodings, encoded-words and charsets: RFC 2045, RFC 2047. */

import type { Rule } from '../../rule.ts';
import { base64Rules } from './base64.ts';
import { base64TextRules } from './base64-text.ts';
import { charsetRules } from './charset.ts';
import { charsetLabelRules } from './charset-label.ts';
import { damagedTextRules } from './damaged-text.ts';
import { encodedTwiceRules } from './encoded-twice.ts';
import { encodedWordControlRules } from './encoded-word-control.ts';
import { encodedWordFormRules } from './encoded-word-form.ts';
import { encodedWordNeedlessRules } from './encoded-word-needless.ts';
import { encodedWordPlaceRules } from './encoded-word-place.ts';
import { fragileLineRules } from './fragile-lines.ts';
import { htmlCharsetRules } from './html-charset.ts';
import { quotedPrintableRules } from './quoted-printable.ts';
import { quotedPrintableUseRules } from './quoted-printable-use.ts';
import { rawHeaderRules } from './raw-header.ts';
import { sevenBitRules } from './seven-bit.ts';
import { transferLabelRules } from './transfer-label.ts';

export const encodingRules: readonly Rule[] = [
  ...transferLabelRules,
  ...sevenBitRules,
  ...base64Rules,
  ...base64TextRules,
  ...quotedPrintableRules,
  ...quotedPrintableUseRules,
  ...encodedTwiceRules,
  ...fragileLineRules,
  ...rawHeaderRules,
  ...encodedWordFormRules,
  ...encodedWordControlRules,
  ...encodedWordPlaceRules,
  ...encodedWordNeedlessRules,
  ...charsetRules,
  ...charsetLabelRules,
  ...htmlCharsetRules,
  ...damagedTextRules,
];
