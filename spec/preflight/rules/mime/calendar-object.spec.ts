/** Calendar objects: what is read of them, and the first thing that is wrong. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readCalendar } from '../../../../lib/preflight/rules/mime/calendar-object.ts';

const test = suite('preflight/rules/mime/calendar-object');

const EVENT = 'BEGIN:VEVENT\nUID:1\nDTSTAMP:20251117T100000Z\nEND:VEVENT\n';

function calendar(inner: string): string {
  return `BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n${inner}END:VCALENDAR\n`;
}

function faultIn(text: string): string | undefined {
  return readCalendar(text).fault?.message;
}

test('an object that is whole has no fault, in any case and however folded', () => {
  for (const text of [
    calendar(EVENT),
    calendar(EVENT).toLowerCase(),
    calendar(`METHOD:REQUEST\n${EVENT}${EVENT}`),
    calendar('BEGIN:VTIMEZONE\nTZID:x\nBEGIN:STANDARD\nEND:STANDARD\nEND:VTIMEZONE\n'),
    calendar(EVENT.replace('UID:1\n', 'UID;X=y:1\nDESCRIPTION:a\n END:VEVENT\n\tBEGIN:VEVENT\n\n')),
  ]) {
    assert.is(faultIn(text), undefined, text);
  }
});

test('the first fault is told', () => {
  assert.is(faultIn(''), 'no BEGIN:VCALENDAR');
  assert.is(faultIn('hello\n'), 'no BEGIN:VCALENDAR');
  assert.is(faultIn(calendar('BEGIN:VEVENT\nUID:1\n')), 'END:VCALENDAR where END:VEVENT is due');
  assert.is(faultIn(calendar('END:VEVENT\n')), 'END:VEVENT where END:VCALENDAR is due');
  assert.is(faultIn(`${calendar('')}END:VEVENT\n`), 'END:VEVENT without its BEGIN');
  assert.is(faultIn('BEGIN:VCALENDAR\n'), 'BEGIN:VCALENDAR without its END');
  assert.is(faultIn(calendar('').replace('VERSION:2.0\n', '')), 'a VCALENDAR without VERSION');
  assert.is(faultIn(calendar(EVENT.replace('UID:1\n', ''))), 'a VEVENT without UID');
  assert.is(faultIn(calendar(EVENT.replace('DTSTAMP', 'X'))), 'a VEVENT without DTSTAMP');
});

test('the method is that of the calendar, the uids are those of its components', () => {
  const method = (text: string) => readCalendar(text).method?.name;
  assert.is(method(calendar(`method:Request\n${EVENT}`)), 'REQUEST');
  assert.is(method(calendar(EVENT.replace('UID', 'METHOD:ADD\nUID'))), undefined);
  assert.equal(readCalendar(calendar(EVENT + EVENT.replace(':1', ':2') + EVENT)).uids, ['1', '2']);
});

test.run();
