/** The names of charsets: RFC 2046 §4.1.2, RFC 2978, the IANA registry. */

import { quoted } from '../../../errors.ts';
import type { ParsedParameter } from '../../../header/parsed-parameter.ts';
import type { Entity } from '../../../reader/entity.ts';
import { canonicalCharset } from '../../../transfer/charset.ts';
import { excerpt } from '../../excerpt.ts';
import type { MessageFacts } from '../../facts.ts';
import { isDoubtful } from '../../own-entities.ts';
import {
  atSes,
  type DefectRule,
  type EntityRule,
  everywhere,
  type Noticed,
  type Site,
} from '../../rule.ts';
import { charsetParameter, isEncodedBody, isShownText } from './shown-text.ts';

/** Charsets that exist, and that some readers know: nothing is said of them. */
const RARE =
  /^(?:ibm-?\d+|cp\d+|ebcdic-.+|windows-\d+|iso-2022-(?:kr|cn|cn-ext|jp-\d|jp-ms)|hz-gb-2312|big5-hkscs|euc-tw|viscii|johab|iso-ir-\d+|iso-8859-\d+-[ei]|iso_8859-\d+-[ei]|x-mac-.+|koi8-[a-z]+|cs[a-z]+\d*)$/i;

/** In use, known to most readers, and not registered: those of the registry are left out. */
const UNREGISTERED: ReadonlySet<string> = new Set(
  (
    'utf8 utf16 utf32 utf16le utf16be utf32le utf32be ascii latin-1 latin-2 latin-3 latin-4 ' +
    'iso8859-1 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 ' +
    'iso8859-10 iso8859-11 iso8859-13 iso8859-14 iso8859-15 iso8859-16 cp1250 cp1251 cp1252 ' +
    'cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 x-cp1250 x-cp1251 x-cp1252 koi8r koi8u sjis ' +
    'shift-jis x-sjis eucjp x-euc-jp euckr gb-18030 x-gbk big-5 x-x-big5'
  ).split(' '),
);

/** Names that the platform of SES takes, or once took, for charsets. */
const JAVA_NAMES = /^(?:unicode.*|default|x-.+|compound_text|jis.*|johab)$/i;

export const charsetLabelRules: readonly (DefectRule | EntityRule)[] = [
  {
    kind: 'entity',
    id: 'ses/charset-unknown',
    aliases: [],
    about: 'form',
    severity: atSes('error'),
    summary: 'The charset of text is one that SES can read',
    remedy: 'Write the text as UTF-8, and label it utf-8.',
    sources: ['https://github.com/arithmetric/aws-lambda-ses-forwarder/issues/122'],
    check(entity, report, facts) {
      const charset = unknownCharset(entity);
      if (charset === undefined || !isRefused(facts, entity, charset)) return;
      const label = charset.value.trim();
      report(siteOfCharset(entity, charset), unknown(label), {
        text: `Unsupported encoding ${label}.`,
        refuses: true,
        evidence: 'observed',
      });
    },
  },
  {
    kind: 'entity',
    id: 'encoding/charset-unknown',
    aliases: [],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'The charset of text is one that readers know',
    remedy: 'Write the text as UTF-8, and label it utf-8.',
    sources: ['RFC 2046 §4.1.2'],
    check(entity, report, facts) {
      const charset = unknownCharset(entity);
      const isTold = charset && facts.profile !== 'smtp' && isRefused(facts, entity, charset);
      if (charset !== undefined && !isTold) {
        report(siteOfCharset(entity, charset), unknown(charset.value.trim()));
      }
      for (const field of entity.fields) {
        const found = field.defects.find(({ code }) => code === 'charset-unknown');
        if (found === undefined) continue;
        const { start, end } = found;
        report(
          { start, end, entity, field },
          `${excerpt(facts, found)} names a charset that is not known`,
        );
      }
    },
  },
  {
    kind: 'defect',
    id: 'encoding/encoded-word-unknown-charset',
    aliases: ['ses/encoded-word-charset'],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'The charset of an encoded-word is one that readers know',
    remedy: 'Write the text as UTF-8, in encoded-words that say so.',
    sources: ['RFC 2047 §2', 'RFC 2047 §3'],
    codes: ['encoded-word-unknown-charset'],
    describe: (noticed) => {
      const label = wordCharset(noticed);
      return RARE.test(label) ? undefined : unknown(label);
    },
  },
  {
    kind: 'entity',
    id: 'encoding/charset-label-nonstandard',
    aliases: [],
    about: 'form',
    // Readers know these names all the same.
    severity: everywhere('info'),
    summary: 'A charset has its registered name',
    remedy: 'Write the registered name.',
    sources: ['RFC 2046 §4.1.2', 'https://www.iana.org/assignments/character-sets'],
    check(entity, report) {
      const charset = charsetParameter(entity);
      if (charset === undefined || entity.mediaType.type !== 'text') return;
      const label = charset.value.trim();
      if (!UNREGISTERED.has(label.toLowerCase())) return;
      report(
        siteOfCharset(entity, charset),
        `the charset ${quoted(label)}, whose name is ${canonicalCharset(label)}`,
      );
    },
  },
  {
    kind: 'entity',
    id: 'encoding/utf16-text',
    aliases: [],
    about: 'form',
    // A MUST NOT, but where it is encoded most readers show it.
    severity: everywhere('warning'),
    summary: 'Text is in a charset whose line ends are the octets CR LF',
    remedy: 'Write the text as UTF-8.',
    sources: ['RFC 2046 §4.1.1', 'RFC 2781 Appendix A'],
    check(entity, report) {
      const charset = charsetParameter(entity);
      if (charset === undefined || !isShownText(entity) || !isEncodedBody(entity)) return;
      if (!isWide(entity, charset.value)) return;
      report(
        siteOfCharset(entity, charset),
        `text in ${quoted(charset.value.trim())}, which mail allows for no text`,
      );
    },
  },
];

/** The charset of a text, where nobody is likely to know it. */
function unknownCharset(entity: Entity): ParsedParameter | undefined {
  if (entity.mediaType.type !== 'text') return undefined;
  const charset = charsetParameter(entity);
  if (charset === undefined || RARE.test(charset.value.trim())) return undefined;
  const field = entity.field('content-type');
  if (field !== undefined && isDoubtful(field, charset)) return undefined;
  const isNoted = entity.contentDefects.some(({ code }) => code === 'charset-unknown');
  return isNoted ? charset : undefined;
}

/** SES was seen to refuse a charset that its platform does not know; of no attached message. */
function isRefused(facts: MessageFacts, entity: Entity, { value }: ParsedParameter): boolean {
  if (!isShownText(entity) || JAVA_NAMES.test(value.trim())) return false;
  return facts.own.has(entity);
}

function siteOfCharset(entity: Entity, { span }: ParsedParameter): Site {
  const field = entity.field('content-type');
  return { ...span, entity, ...(field !== undefined && { field }) };
}

/** UTF-16 or UTF-32 by name, and by its octets too. */
function isWide(entity: Entity, label: string): boolean {
  if (!/^utf-(?:16|32)/.test(canonicalCharset(label.trim()) ?? '')) return false;
  return entity.contentDefects.every(({ code }) => !code.startsWith('charset-'));
}

function wordCharset({ defect, facts }: Noticed): string {
  const word = facts.octets.toString('latin1', defect.start, defect.end);
  return /^=\?([^?*]*)/.exec(word)?.[1] ?? '';
}

function unknown(label: string): string {
  return `the charset ${quoted(label)}, which is not known`;
}
