/** Invitations: RFC 6047 §2.4, RFC 5545. */

import { stringArgument, textArgument } from '../arguments.ts';
import { MimewrightError, quoted } from '../errors.ts';
import { checkToken } from '../header/token.ts';
import type { Leaf } from '../model/message.ts';
import { fileLeaf, textLeaf } from './leaf.ts';
import { membersOf } from './members.ts';

/** The calendar part and, for `attachAs`, an attachment with the same octets. */
export function calendarLeaves(
  content: unknown,
  options: unknown,
): { readonly calendar: Leaf; readonly calendarAttachment?: Leaf } {
  const what = 'calendar';
  const o = membersOf(what, options, ['method', 'attachAs']);
  const text = stringArgument(what, content);
  const method = checkToken(textArgument(`${what}.method`, o.get('method')), `${what}.method`);
  checkMethod(method, text);
  const calendar = textLeaf({ what, content: text, type: `text/calendar; method=${method}` });
  if (!o.has('attachAs')) return { calendar };
  const calendarAttachment = fileLeaf({
    what,
    content: calendar.content,
    type: 'application/ics',
    filename: textArgument(`${what}.attachAs`, o.get('attachAs')),
    disposition: 'attachment',
  });
  return { calendar, calendarAttachment };
}

/** The property in a content line of its own; `m` would also start lines after U+2028. */
const METHOD_LINE = /(?<![^\r\n])METHOD(?:;[^:\r\n]*)?:([^\r\n]*)/i;

/** Readers act on the parameter, calendars on the property: they must say the same. */
function checkMethod(method: string, content: string): void {
  const stated = METHOD_LINE.exec(unfoldContent(content))?.[1]?.trim();
  if (stated?.toUpperCase() === method.toUpperCase()) return;
  const found = stated === undefined ? 'no METHOD' : `METHOD:${quoted(stated)}`;
  throw new MimewrightError(
    'calendar-method',
    `calendar.method: ${quoted(method)}, but the content has ${found}`,
  );
}

/** A content line goes on where the next starts with a blank: RFC 5545 §3.1. */
function unfoldContent(content: string): string {
  return content.replace(/(?:\r\n|\r|\n)[ \t]/g, '');
}
