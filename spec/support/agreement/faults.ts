/** What readers are known to get wrong; each fault is shown by a row of the table. */

import { spawnSync } from 'node:child_process';

export type ReaderName = 'postal-mime' | 'mailparser' | 'python';

/** The fault, and what the standard says. */
export const faults = {
  'a-label-decoded': 'shows A-labels as U-labels; the address is what was written, RFC 5891 §4.4',
  'angles-undone': 'takes angles off a decoded file name; RFC 2231 §4 has no such step',
  'apostrophe-in-token': 'ends a token at an apostrophe; RFC 2045 §5.1 has it in tokens',
  'blank-in-word': 'decodes an encoded-word with a blank in it; it is none, RFC 2047 §2',
  'blanks-behind-lines': 'keeps blanks at the ends of quoted-printable lines, RFC 2045 §6.7(3)',
  'blanks-between-atoms': 'keeps each blank between the words of a phrase, RFC 5322 §3.2.2',
  'blanks-between-words': 'keeps the blank between two encoded-words of a phrase, RFC 2047 §6.2',
  'blanks-of-fold': 'turns the blanks of a fold into one, RFC 5322 §2.2.3 takes out the CRLF alone',
  'blanks-of-first-line': 'keeps the blank of a fold behind the colon, RFC 5322 §3.2.2',
  'blanks-undone':
    'takes blanks off quoted or decoded text, RFC 5322 §3.2.4, RFC 2231 §4, RFC 2047 §4.2',
  'bom-undone': 'takes U+FEFF off decoded text; where a charset is told it is content, RFC 3629 §6',
  'calendar-line-ends': 'changes the line ends of a calendar in base64, RFC 2045 §6.8',
  'charset-of-platform': "decodes by Node's own decoders, which differ; RFC 2046 §4.1.2",
  'charset-unknown': 'raises at a charset that IANA has, RFC 2046 §4.1.2',
  'comment-as-name': 'takes a comment for the display name, RFC 5322 §3.4',
  'comment-in-address': 'keeps a comment beside the @, RFC 5322 §4.4',
  'comment-in-encoding': 'takes a comment for the transfer encoding, RFC 822 §3.4.3',
  'comment-in-date': 'finds no date where comments or escapes in them are, RFC 5322 §4.3',
  'comment-in-group': 'makes a mailbox of a comment in or behind a group, RFC 5322 §3.4',
  'comment-in-msg-id': 'gives the field body, comments and all, RFC 5322 §3.6.4',
  'comment-nested': 'ends a comment at the first parenthesis, RFC 5322 §3.2.2',
  'digest-type': 'does not know the media type that parts of a digest have, RFC 2046 §5.1.5',
  'eight-bit-address':
    'gives the octets of UTF-8 in names and addresses as surrogates, RFC 6532 §3.2',
  'empty-local-part': 'gives no local part for an empty quoted string, RFC 5322 §3.4.1',
  'escape-in-plain': 'undoes escapes in a segment without the mark, RFC 2231 §4.1',
  'flowed-lines': 'joins flowed lines for display; the content is its lines, RFC 3676 §4',
  'leap-second': 'knows no second 60, RFC 5322 §3.3',
  'literal-as-group': 'takes the colon in a domain literal for a group, RFC 5322 §3.4.1',
  'message-in-text': 'puts an embedded message into the text, RFC 2046 §5.2.1',
  'military-zone': 'finds no date with a military zone, RFC 5322 §4.3',
  'obsolete-domain': 'does not know blanks in an addr-spec, RFC 5322 §4.4',
  'obsolete-field': 'does not know blanks before the colon, RFC 5322 §4.5',
  'obsolete-route': 'gives the route with the address, RFC 5322 §4.4',
  'obsolete-year': 'reads years of two or three digits otherwise, RFC 5322 §4.3',
  'plain-form-preferred': 'takes filename before filename*, for which there is RFC 6266 §4.3 alone',
  'quoted-local-part': 'takes the quotes off a local part that needs them, RFC 5322 §3.4.1',
  'quotes-undone': 'takes quotes off a decoded file name; RFC 2231 §4 has no such step',
  'type-with-blanks': 'does not know blanks around the slash of a media type, RFC 822 §3.4.2',
  'utf-16-order': 'does not look at the byte order mark of UTF-16, RFC 2781 §4.3',
  'word-in-extended-value':
    'decodes an encoded-word in an extended value, RFC 2231 §4 has none there',
} as const;

export type Fault = keyof typeof faults;

/** The Python whose faults these are. */
const PYTHON = 'Python 3.11.';

let pythonVersion: string | undefined;

/**
 * Whether a reader must still have a fault: where it has it no more, the row has to lose it.
 *
 * The packages are pinned; Python and Node are those of the machine.
 */
export function isCertain(reader: ReaderName, fault: Fault): boolean {
  if (reader !== 'python') return fault !== 'charset-of-platform';
  pythonVersion ??= String(spawnSync('python3', ['--version']).stdout);
  return pythonVersion.startsWith(PYTHON);
}
