/** One text of the catalogue of errors: what SES, or a receiver behind it, says, and what it means. */

import type { Evidence } from './evidence.ts';

/** What an error text is about; the page of errors has a section for each. */
export const sesTextSubjects = [
  'address',
  'header',
  'mime',
  'request',
  'identity',
  'account',
  'receiver',
] as const;
export type SesTextSubject = (typeof sesTextSubjects)[number];

/** Whether the same call may succeed: `later` is after a window or a change, `yes` after backing off. */
export type SesRetry = 'no' | 'later' | 'yes';

/** A text that a failed call or a bounce may hold. */
export interface SesText {
  /** Stable across releases, and the name of its section on the page of errors. */
  readonly id: string;
  /** Word for word; `{name}` stands for what varies. Absent where the code alone is known. */
  readonly text?: string;
  readonly subject: SesTextSubject;
  /** Error codes of the APIs that come with it, v1 before v2. */
  readonly codes: readonly string[];
  /** Reply codes of SMTP that come with it. */
  readonly smtp: readonly string[];
  /** What is wrong, as a clause without full stop. */
  readonly cause: string;
  /** An imperative sentence. */
  readonly remedy: string;
  /** What public reports say was sent. */
  readonly seen: readonly string[];
  /** Rules of preflight that find the fault. */
  readonly rules: readonly string[];
  readonly retry: SesRetry;
  /** How we know that it is said, and of what. */
  readonly evidence: Evidence;
  readonly sources: readonly string[];
  /** Not said since about 2015. */
  readonly isObsolete?: true;
}

/** What a row of the table leaves out is that of most rows of its subject. */
export type SesTextRow = Partial<SesText> & Pick<SesText, 'cause' | 'remedy'>;

/** The codes that come with what is wrong with the message, whichever way it goes. */
export const MESSAGE_CODES: Pick<SesText, 'codes' | 'smtp' | 'retry'> = {
  codes: ['InvalidParameterValue', 'BadRequestException'],
  smtp: ['554'],
  retry: 'no',
};

/** A whole entry of a row; a row that has a source of its own is observed, others are inferred. */
export function sesText(
  subject: SesTextSubject,
  common: Pick<SesText, 'codes' | 'smtp' | 'retry'>,
  inferredFrom: string,
): (row: SesTextRow) => SesText {
  return (row) => {
    const isObserved = row.sources !== undefined;
    const { text, codes, seen = [], rules = [], sources = [inferredFrom] } = row;
    const { smtp = text === undefined ? [] : common.smtp } = row;
    return Object.freeze({
      id: idOf(row),
      subject,
      evidence: isObserved ? ('observed' as const) : ('inferred' as const),
      retry: common.retry,
      ...row,
      codes: Object.freeze([...(codes ?? common.codes)]),
      smtp: Object.freeze([...smtp]),
      seen: Object.freeze([...seen]),
      rules: Object.freeze([...rules]),
      sources: Object.freeze([...sources]),
    });
  };
}

/** The address of an issue or pull request. */
export function issue(repository: string, number: number): string {
  return `https://github.com/${repository}/issues/${number}`;
}

/** The address of a page of SES's developer guide. */
export function guide(page: string): string {
  return `https://docs.aws.amazon.com/ses/latest/dg/${page}.html`;
}

/** `duplicate-header`, `code-not-found-exception`, `smtp-421`. */
function idOf({ text, codes: [code] = [], smtp: [reply = ''] = [] }: SesTextRow): string {
  if (text !== undefined) return slug(text.replace(/\{\w+\}/g, ' '));
  if (code !== undefined) return `code-${slug(code.replace(/(?=[A-Z])/g, ' '))}`;
  return `smtp-${reply}`;
}

function slug(text: string): string {
  return text
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-')
    .toLowerCase();
}
