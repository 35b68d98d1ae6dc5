/** The outside readers as witnesses, and where in arbitrary messages they cannot be believed. */

import {
  pythonIsHere,
  type Reading,
  readWithMailparser,
  readWithPostalMime,
  readWithPython,
} from '../readers.ts';
import type { FactName, Facts } from './facts.ts';
import type { Fault, ReaderName } from './faults.ts';

/** Facts that may show a fault: those of these names whose text matches. */
type Doubt = readonly [fault: Fault, facts: readonly FactName[], text: RegExp];

export interface Witness {
  readonly name: ReaderName;
  readonly read: (message: Uint8Array) => Promise<Reading>;
  readonly doubts: readonly Doubt[];
}

const NAMED = ['from', 'to', 'cc', 'replyTo', 'groups'] as const;

const postalMime: Witness = {
  name: 'postal-mime',
  read: readWithPostalMime,
  doubts: [
    ['bom-undone', ['subject', ...NAMED], /\ufeff/],
    ['bom-undone', ['text', 'html'], /^\ufeff/],
    ['bom-undone', ['attachments'], /^\ufeff/m],
    ['literal-as-group', NAMED, /@\[IPv6:/],
    ['quoted-local-part', NAMED, /"@/],
    ['word-in-extended-value', ['attachments'], /=\?[^?\s]+\?[BQ]\?/i],
  ],
};

const mailparser: Witness = {
  name: 'mailparser',
  read: readWithMailparser,
  doubts: [
    ['a-label-decoded', NAMED, /@xn--/],
    ['blanks-undone', NAMED, /<"\s|\s"@/],
  ],
};

const python: Witness = {
  name: 'python',
  read: readWithPython,
  doubts: [
    // Words long enough to be two encoded-words.
    ['blanks-between-words', NAMED, /[^ ]{30}|[^ -~].{10}|.{10}[^ -~]/],
    ['blanks-undone', NAMED, /[\s\u0085]{2}|[^\S ]|\u0085|^ /m],
    ['blanks-undone', ['attachments'], /^[\s\u0085]|[\s\u0085] \| /m],
    ['empty-local-part', NAMED, /""@/],
    ['quotes-undone', ['attachments'], /^".*" \| /m],
    ['angles-undone', ['attachments'], /^<.*> \| /m],
  ],
};

/** Python only where it is installed. */
export const witnesses: readonly Witness[] = [
  postalMime,
  mailparser,
  ...(pythonIsHere() ? [python] : []),
];

/** Whether a reader is to be believed about a fact; a false group may come from any address. */
export function isBelieved({ doubts }: Witness, name: FactName, facts: Facts): boolean {
  const told = name === 'groups' ? NAMED : [name];
  const text = told.flatMap((each) => facts[each] ?? []).join('\n');
  return !doubts.some(([, names, doubtful]) => names.includes(name) && doubtful.test(text));
}
