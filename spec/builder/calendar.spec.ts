/** Invitations: the method in both places, the same octets in both parts. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { codeThrown, part, partBody, plain, shape, throwing } from '../support/built-message.ts';
import { fixture } from '../support/fixture.ts';

const test = suite('builder/calendar');

const ics = fixture('invitation.ics').toString();

test('the part carries the method, utf-8, and the content', () => {
  const { octets } = plain.calendar(ics, { method: 'REQUEST' }).build();
  assert.is(shape(octets), 'alternative(plain, calendar)');
  assert.is(partBody(octets, '2', 'Content-Type'), 'text/calendar; method=REQUEST; charset=utf-8');
  assert.is(Buffer.from(part(octets, '2').octets()).toString(), ics);
});

test('attachAs attaches the same octets', () => {
  const { octets } = plain
    .attach({ content: 'x', type: 'a/b' })
    .calendar(ics, { method: 'REQUEST', attachAs: 'einladung-für-zoë.ics' })
    .build();
  assert.is(shape(octets), 'mixed(alternative(plain, calendar), b, ics)');
  assert.equal(part(octets, '3').octets(), part(octets, '1.2').octets());
  assert.is(part(octets, '3').filename, 'einladung-für-zoë.ics');
  assert.is(part(octets, '3').disposition?.type, 'attachment');
});

test('the method and METHOD must agree, whatever their case (S21)', () => {
  plain.calendar('METHOD:request\n', { method: 'REQUEST' });
  plain.calendar('BEGIN:VCALENDAR\nMET\n HOD;X=y:RE\r\n\tQUEST\n', { method: 'REQUEST' });
  assert.throws(
    () => plain.calendar(ics, { method: 'CANCEL' }),
    throwing(
      'calendar-method',
      /^calendar\.method: "CANCEL", but the content has METHOD:"REQUEST"$/,
    ),
  );
  assert.throws(
    () => plain.calendar('', { method: 'X' }),
    throwing('calendar-method', /no METHOD/),
  );
  for (const content of [
    'X-METHOD:X',
    'DESCRIPTION:METHOD:X',
    'SUMMARY:a\u2028METHOD:X',
    ' METHOD:X\n',
    'A:\n METHOD:X',
  ]) {
    assert.is(
      codeThrown(() => plain.calendar(content, { method: 'X' })),
      'calendar-method',
      content,
    );
  }
});

test('the method is a token', () => {
  for (const method of ['A B', 'A;charset=x', 'A\r\nBcc: x', 'Ä']) {
    assert.is(
      codeThrown(() => plain.calendar(ics, { method })),
      'token-syntax',
    );
  }
});

test('line ends become CRLF', () => {
  const { octets } = plain
    .calendar('METHOD:X\nA:b\rC:é', { method: 'X', attachAs: 'x.ics' })
    .build();
  for (const path of ['1.2', '2']) {
    assert.is(Buffer.from(part(octets, path).octets()).toString(), 'METHOD:X\r\nA:b\r\nC:é');
  }
});

test.run();
