/** Text in base64: RFC 2045 §6.8, RFC 2046 §4.1.1. */

import { countLineEnds } from '../../../octets/line-scan.ts';
import type { Entity } from '../../../reader/entity.ts';
import { fragileFault, sevenBitFault } from '../../../transfer/survey.ts';
import { type EntityRule, everywhere } from '../../rule.ts';
import { encodedPlace } from './encoded-place.ts';
import { hasBase64Look, hasQuotedPrintableLook } from './looks-encoded.ts';
import { isShownText, isSoundlyEncoded } from './shown-text.ts';
import { labelSite } from './transfer-label-site.ts';

const SHOWN_TYPES: readonly string[] = ['text/plain', 'text/html'];

const FOREIGN_LETTER = /[^\x00-\x7f]/;

export const base64TextRules: readonly EntityRule[] = [
  {
    kind: 'entity',
    id: 'encoding/base64-needless',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'Text that is 7-bit is not written in base64',
    remedy: 'Write the text as 7bit or quoted-printable: filters take needless base64 for hiding.',
    sources: [
      'measured: rspamd 3.4 MIME_BASE64_TEXT_BOGUS 1.0',
      'measured: SpamAssassin 4.0.1 MIME_BASE64_TEXT 0.0 to 1.7',
    ],
    check(entity, report) {
      const { text = '' } = shownBase64(entity);
      if (text === '' || FOREIGN_LETTER.test(text)) return;
      if (hasBase64Look(text) || hasQuotedPrintableLook(text)) return;
      if (isWorthEncoding(Buffer.from(text.replaceAll('\n', '\r\n'), 'latin1'))) return;
      report(labelSite(entity), 'base64 of a text that is 7-bit as it is');
    },
  },
  {
    kind: 'entity',
    id: 'encoding/base64-text-bare-lf',
    aliases: [],
    about: 'form',
    // A MUST, but readers show such lines: Python's email writes them.
    severity: everywhere('info'),
    summary: 'Text is encoded with CRLF at its line ends',
    remedy: 'Make each line end CRLF, then encode.',
    sources: ['RFC 2045 §6.8', 'RFC 2046 §4.1.1'],
    check(entity, report, facts) {
      const { text = '', charset } = shownBase64(entity);
      if (!text.includes('\n') || charset?.startsWith('utf-16') || charset?.startsWith('utf-32'))
        return;
      const { bareCr, bareLf, firstBareCr, firstBareLf } = countLineEnds(entity.octets());
      const start = firstBareLf ?? firstBareCr;
      if (start === undefined) return;
      const place = encodedPlace(facts, entity, { start, end: start + 1 });
      const count = bareCr + bareLf;
      report(
        { ...place, entity },
        `${count} line ${count === 1 ? 'end' : 'ends'} of the decoded text, the first here, not CRLF`,
      );
    },
  },
];

/** Text in sound base64 that readers show. */
function shownBase64(entity: Entity): Pick<Entity, 'text' | 'charset'> {
  const isSound =
    entity.transferEncoding === 'base64' &&
    SHOWN_TYPES.includes(entity.mediaType.essence) &&
    isShownText(entity) &&
    isSoundlyEncoded(entity) &&
    entity.contentDefects.every(({ code }) => !code.startsWith('charset-'));
  return isSound ? entity : { text: undefined, charset: undefined };
}

/** What our own writer would not leave as it is, either. */
function isWorthEncoding(text: Uint8Array): boolean {
  return sevenBitFault(text) !== undefined || fragileFault(text) !== undefined;
}
