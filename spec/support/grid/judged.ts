/** Every error and warning that the grid may raise: who earns it, why it is true, and how that is seen. */

import { read } from '../../../lib/reader/read.ts';
import type { Model } from './model.ts';

/** A finding in its message. */
export interface Seen {
  readonly model: Model;
  readonly octets: Buffer;
  /** The octets that the finding points to. */
  readonly found: string;
  /** The path of the entity that it is in. */
  readonly part: string;
}

export interface Judgement {
  readonly senders: readonly string[];
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly why: string;
  /** Whether it is true of this message, seen without the rule's eyes. */
  readonly holds: (seen: Seen) => boolean;
}

const pythons = ['python', 'python classic'];
const foreign = ['nodemailer', 'mimetext', ...pythons];
const all = ['mimewright', ...foreign];

export const judgements: readonly Judgement[] = [
  // What the model asks for, whoever writes it.
  {
    senders: all,
    rule: 'deliverability/empty-message',
    severity: 'warning',
    why: 'the model has neither text nor files',
    holds: ({ model }) => `${model.text ?? ''}${model.html ?? ''}` === '',
  },
  {
    senders: all,
    rule: 'deliverability/fake-reply',
    severity: 'warning',
    why: 'the subject starts with Re:, and the model answers nothing',
    holds: ({ model }) => /^re:/i.test(model.subject) && model.inReplyTo === undefined,
  },
  {
    senders: all,
    rule: 'deliverability/html-only',
    severity: 'warning',
    why: 'the model has no text beside its HTML',
    holds: ({ model }) => model.text === undefined && model.html !== undefined,
  },
  {
    senders: foreign,
    rule: 'deliverability/subject-missing',
    severity: 'warning',
    why: 'the subject of the model is empty',
    holds: ({ model }) => model.subject === '',
  },
  {
    senders: all,
    rule: 'rfc5322/subject-too-long',
    severity: 'warning',
    why: 'rspamd scores a subject of more than 200 characters',
    holds: ({ model }) => model.subject.length > 200,
  },
  {
    senders: all.filter((sender) => sender !== 'mimetext'),
    rule: 'mime/filename-chars',
    severity: 'warning',
    why: 'the name holds a quote, which no file on Windows may',
    holds: ({ model }) => model.attached?.some(({ filename }) => filename?.includes('"')) === true,
  },
  {
    senders: all,
    rule: 'encoding/base64-needless',
    severity: 'warning',
    why: 'SpamAssassin and rspamd score base64 of ASCII; MIMEText(…, "utf-8") always writes it',
    holds: ({ octets, part: path }) => isAscii(textOf(octets, path)),
  },

  {
    senders: ['nodemailer', 'mimetext'],
    rule: 'encoding/encoded-word-needless',
    severity: 'warning',
    why: 'rspamd scores it: mimetext encodes every name and subject, nodemailer what holds quotes',
    holds: ({ found }) => found.startsWith('=?') && isAscii(decoded(found)),
  },

  // mimetext leaves encoding and quoting to its caller.
  {
    senders: ['mimetext'],
    rule: 'encoding/7bit-violation',
    severity: 'error',
    why: 'it labels every text 7bit, whatever is in it',
    holds: ({ found, octets }) =>
      !isAscii(found) && octets.includes('Content-Transfer-Encoding: 7bit\r\n'),
  },
  {
    senders: ['mimetext'],
    rule: 'encoding/raw-8bit-header',
    severity: 'error',
    why: 'it writes file names and fields of the caller as UTF-8',
    holds: ({ found }) => !isAscii(found),
  },
  {
    senders: ['mimetext'],
    rule: 'mime/parameter-after-quote',
    severity: 'error',
    why: 'it does not escape a quote in a file name',
    holds: ({ found, octets }) => found.startsWith('big"') && octets.includes('="the "big"'),
  },
  {
    senders: ['mimetext'],
    rule: 'rfc5322/line-too-long',
    severity: 'error',
    why: 'it does not wrap lines',
    holds: ({ found }) => found.length > 998 && !/[\r\n]/.test(found),
  },
  {
    senders: ['mimetext', ...pythons],
    rule: 'encoding/encoded-word-too-long',
    severity: 'warning',
    why: 'mimetext writes one word of any length, Python counts the blank of the fold to none',
    holds: ({ found }) => found.length > 75 && /^=\?[^?]+\?[BQ]\?[^? ]*\?=$/i.test(found),
  },

  // Python.
  {
    senders: ['python'],
    rule: 'encoding/8bit-on-7bit-transport',
    severity: 'warning',
    why: 'policy.SMTP writes 8bit where it is shorter; a server without 8BITMIME refuses it',
    holds: ({ found, octets }) =>
      !isAscii(found) && octets.includes('Content-Transfer-Encoding: 8bit\r\n'),
  },
  {
    senders: ['python'],
    rule: 'address/group-syntax',
    severity: 'error',
    why: 'folding encodes the semicolon that ends the group: python/cpython, folder of 3.11',
    holds: ({ octets }) => octets.includes('=?utf-8?q?=3B?='),
  },
  {
    senders: ['python'],
    rule: 'address/unquoted-specials',
    severity: 'error',
    why: 'folding drops the quotes around a long name with a comma: the folder of 3.11',
    holds: ({ found }) => found.endsWith(',') && !found.includes('"'),
  },
];

/** What is wrong with the messages of `fixtures/foreign`, as read by people: beside it, nothing is. */
export const foreignFaults: Readonly<Record<string, readonly string[]>> = {
  'address-in-encoded-word.eml': ['address/missing-domain'],
  'bare-cr-in-body.eml': ['rfc5322/bare-cr'],
  'bare-cr-in-header.eml': ['rfc5322/bare-cr', 'rfc5322/missing-separator'],
  'bcc-only.eml': ['ses/to-header-required'],
  'blank-before-at.eml': ['address/local-part-control'],
  'blank-in-file-name.eml': ['mime/parameter-unquoted'],
  'boundary-in-header.eml': ['rfc5322/missing-separator'],
  'colon-in-name.eml': ['address/unquoted-specials'],
  'comma-in-name.eml': ['address/unquoted-specials'],
  'dkim-signs-rewritten.eml': ['ses/dkim-signs-removed', 'ses/dkim-signs-rewritten'],
  'duplicate-dkim-signature.eml': ['ses/header-once-only'],
  'duplicate-from.eml': ['rfc5322/duplicate-header'],
  'duplicate-mime-version.eml': ['rfc5322/duplicate-header'],
  'eight-bit-labelled-7bit.eml': ['encoding/7bit-violation'],
  'empty-field-name.eml': ['rfc5322/field-name-empty'],
  'empty-to.eml': ['rfc5322/empty-field'],
  'fifty-one-recipients.eml': ['address/sorted-recipients', 'ses/recipient-count'],
  'forwarded-at-night.eml': [
    'address/local-part-control',
    'address/non-ascii-domain',
    'address/unquoted-specials',
    'encoding/7bit-violation',
    'encoding/raw-8bit-header',
    'mime/parameter-unquoted',
    'rfc5322/duplicate-header',
    'rfc5322/line-too-long',
    'rfc5322/return-path-present',
    'ses/header-once-only',
  ],
  'lf-only.eml': ['rfc5322/lf-only'],
  'long-line.eml': ['rfc5322/line-too-long'],
  'media-type-without-subtype.eml': ['mime/content-type-syntax'],
  'multipart-without-parts.eml': ['mime/multipart-no-delimiter'],
  'non-ascii-domain.eml': ['address/non-ascii-domain', 'encoding/raw-8bit-header'],
  'percent-in-domain.eml': ['address/domain-character'],
  'quote-in-q-word.eml': ['rfc5322/quoted-string-unclosed'],
  'two-angle-parts.eml': ['address/missing-comma'],
  'unknown-charset.eml': ['encoding/charset-unknown', 'ses/charset-unknown'],
};

function textOf(octets: Buffer, path: string): string {
  return [...read(octets).walk()].find((entity) => entity.path === path)?.text ?? 'é';
}

/** Whether octets, one a character, or text are ASCII. */
function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}

/** The octets that encoded-words stand for. */
function decoded(words: string): string {
  return words.replace(/=\?[^?]+\?([BQ])\?([^?]*)\?=\s*/gi, (_, encoding: string, text: string) =>
    /b/i.test(encoding)
      ? Buffer.from(text, 'base64').toString('latin1')
      : text.replace(/=([89A-F][0-9A-F])/g, 'é'),
  );
}
