/** The body of X-SES-LIST-MANAGEMENT-OPTIONS: `ListName; topic=TopicName`. */

import { trimBlanks, withoutBlanks } from '../octets/ascii.ts';
import type { Span } from '../octets/span.ts';
import { nameFault } from './names.ts';
import type { WordedFault } from './worded-fault.ts';

export interface ListManagement {
  /** '' where the body names none. */
  readonly contactList: string;
  readonly topic: string | undefined;
  /** In order. */
  readonly faults: readonly ListManagementFault[];
}

/** A fault in the body; `found` is the text that its clause follows. */
export interface ListManagementFault extends WordedFault {
  readonly found: string;
}

/** Of both spellings; the second is that of the API, which Symfony Mailer writes. */
const KEYS: Readonly<Record<string, 'contactList' | 'topic'>> = {
  contactlistname: 'contactList',
  topic: 'topic',
  topicname: 'topic',
};

const WORDS = { contactList: 'contact list', topic: 'topic' } as const;

/** What stands between two semicolons. */
interface Setting extends Span {
  readonly key: 'contactList' | 'topic' | undefined;
  readonly value: string;
  readonly valueStart: number;
}

/**
 * What a field body asks for; total. A semicolon at the end is passed over.
 *
 * @param body Unfolded, one character for each octet.
 * @see https://docs.aws.amazon.com/ses/latest/dg/sending-email-subscription-management.html
 *   (documented; what SES says to a body of another form is unknown)
 */
export function parseListManagementOptions(body: string): ListManagement {
  const settings = settingsOf(body);
  const known = new Map<string, string>();
  const faults = settings.flatMap(({ key, value, valueStart, start, end }) => {
    const whole = { found: body.slice(start, end), start, end };
    if (key === undefined) return [{ ...whole, clause: 'is neither a list name nor topic=' }];
    if (known.has(key)) return [{ ...whole, clause: `names a second ${WORDS[key]}` }];
    known.set(key, value);
    return faultsIn(value, valueStart);
  });
  const contactList = known.get('contactList');
  const topic = known.get('topic');
  const isToldOf = contactList !== undefined || settings[0]?.key === undefined;
  if (isToldOf && settings.length > 0) return { contactList: contactList ?? '', topic, faults };
  const missing = { found: trimBlanks(body), start: 0, end: body.length };
  const first = { ...missing, clause: 'names no contact list' };
  return { contactList: '', topic, faults: [first, ...faults] };
}

function faultsIn(value: string, valueStart: number): readonly ListManagementFault[] {
  const fault = nameFault(value);
  if (fault === undefined) return [];
  const { clause, start, end } = fault;
  return [{ found: value, clause, start: valueStart + start, end: valueStart + end }];
}

/** Those that are not blank. */
function settingsOf(body: string): readonly Setting[] {
  const settings: Setting[] = [];
  let from = 0;
  for (const piece of body.split(';')) {
    const { start, end } = withoutBlanks(piece);
    if (end > start) settings.push(settingOf(piece.slice(start, end), from + start, from === 0));
    from += piece.length + 1;
  }
  return settings;
}

/** The first one may be a name without a key. */
function settingOf(text: string, start: number, isFirst: boolean): Setting {
  const end = start + text.length;
  const equals = text.indexOf('=');
  if (equals === -1) {
    return { start, end, key: isFirst ? 'contactList' : undefined, value: text, valueStart: start };
  }
  const name = text.slice(0, equals).trimEnd().toLowerCase();
  const key = Object.hasOwn(KEYS, name) ? KEYS[name] : undefined;
  const value = text.slice(equals + 1).trimStart();
  return { start, end, key, value, valueStart: end - value.length };
}
