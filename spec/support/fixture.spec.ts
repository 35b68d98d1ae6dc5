/** What every fixture promises to the specs that lean on it. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fixture, fixtures, foreignVerdicts } from './fixture.ts';

const test = suite('support/fixture');

test('base messages are 7-bit lines of at most 78 octets that end in CRLF', () => {
  assert.ok(fixtures('base').length >= 10);
  for (const [name, octets] of fixtures('base')) {
    assert.match(octets.toString('latin1'), /^(?:[\t\x20-\x7e]{0,78}\r\n)+$/, name);
  }
});

test('every foreign message has its verdict, and every verdict its message', () => {
  const names = fixtures('foreign').map(([name]) => name);
  assert.equal(Object.keys(foreignVerdicts()), names);
});

test('foreign messages keep the line ends and octets that make them foreign', () => {
  const foreign = new Map(fixtures('foreign'));
  assert.not.ok(foreign.get('lf-only.eml')?.includes('\r'));
  assert.ok(foreign.get('bare-cr-in-body.eml')?.includes('\rPrinting'));
  assert.ok(
    foreign
      .get('long-line.eml')
      ?.toString()
      .split('\r\n')
      .some((line) => line.length === 1500),
  );
  assert.ok(foreign.get('eight-bit-labelled-7bit.eml')?.some((octet) => octet > 0x7f));
});

test('content is what its name says, of the size the bench and the demo count on', () => {
  assert.is(fixture('receipt.pdf').toString('latin1', 0, 5), '%PDF-');
  assert.ok(fixture('receipt.pdf').length > 150_000);
  assert.is(fixture('logo.png').toString('latin1', 1, 4), 'PNG');
  assert.match(
    fixture('invitation.ics').toString(),
    /^BEGIN:VCALENDAR\r\n.*\r\nMETHOD:REQUEST\r\n/s,
  );
  assert.ok(around(fixture('receipt.txt').length, 1_000));
  assert.ok(around(fixture('receipt.html').length, 6_000));
  assert.ok(around(fixture('newsletter.txt').length, 20_000));
  assert.ok(around(fixture('newsletter.html').length, 80_000));
  assert.ok(around(fixture('cjk.txt').toString().length, 70_000));
});

test('the newsletter is accented in two characters of a hundred', () => {
  const html = fixture('newsletter.html').toString();
  const accented = html.match(/[^\0-\x7f]/g)?.length ?? 0;
  assert.ok(around((100 * accented) / html.length, 2));
});

test('lines of the invitation hold at most 75 octets (RFC 5545 §3.1)', () => {
  for (const line of fixture('invitation.ics').toString('latin1').split('\r\n')) {
    assert.ok(line.length <= 75, line);
    assert.not.match(line, /\n/);
  }
});

function around(value: number, target: number): boolean {
  return Math.abs(value - target) <= target * 0.1;
}

test.run();
