/** What looks like a fault of MIME form and is none. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { PreflightOptions } from '../../../../lib/preflight/options.ts';
import { preflight } from '../../../../lib/preflight/run.ts';
import { fixture } from '../../../support/fixture.ts';

const test = suite('preflight/rules/mime/rules');

function findings(
  base: string,
  find: string,
  replace: string,
  options?: PreflightOptions,
): unknown {
  const message = fixture(`base/${base}.eml`).toString('latin1');
  assert.ok(message.includes(find), find);
  const report = preflight(Buffer.from(message.replace(find, replace), 'latin1'), options);
  return report.findings.map(({ rule, message }) => `${rule}: ${message}`);
}

test('a parameter given twice with the same value', () => {
  for (const again of ['charset="utf-8"', 'charset=UTF-8']) {
    assert.equal(findings('plain', 'charset=utf-8', `charset=utf-8; ${again}`), [], again);
  }
});

test('a name in ASCII beside the extended one, for readers that know no RFC 2231', () => {
  for (const plain of ['filename="resume.pdf"', 'filename="=?utf-8?Q?r=C3=A9sum=C3=A9.pdf?="']) {
    const both = `${plain}; filename*=utf-8''r%C3%A9sum%C3%A9.pdf`;
    const found = findings('attachment', 'filename="minutes.pdf"', both);
    assert.not.match(String(found), /both-forms/, plain);
  }
});

test('the customary notice before the first part', () => {
  for (const notice of [
    'This is a multi-part message in MIME format.',
    'Dies ist eine mehrteilige Nachricht im MIME-Format.',
  ]) {
    const replaced = `\r\n\r\n${notice}\r\n--alternative-1\r\n`;
    assert.equal(findings('alternative', '\r\n\r\n--alternative-1\r\n', replaced), [], notice);
  }
});

test('boundaries as the mailers of the world write them', () => {
  const base = fixture('base/alternative.eml').toString('latin1');
  for (const boundary of [
    '----=_NextPart_000_0012_01DA1B2C.3D4E5F60',
    '000000000000e5f6a7060a8b9c0d',
    'Apple-Mail=_0F1E2D3C-4B5A-6978-8796-A5B4C3D2E1F0',
    '===============1234567890123456789==',
    '_000_AM0PR01MB0001ABCDEF_',
    '--_NmP-0a1b2c3d4e5f6071-Part_1',
    '=_mixed 0050F2A1C1258B3F_=',
  ]) {
    const message = base.replaceAll('alternative-1', boundary);
    assert.equal(preflight(Buffer.from(message)).findings, [], boundary);
  }
});

test('a close delimiter that stands there again', () => {
  const close = '--alternative-1--\r\n';
  assert.equal(findings('alternative', close, close + close), []);
});

test('fields of the message that a signed or encrypted part repeats (RFC 9788)', () => {
  const found = findings(
    'alternative',
    'Content-Type: text/plain; charset=utf-8\r\n',
    'Subject: The new timetable\r\nContent-Type: text/plain; charset=utf-8; hp=clear\r\n',
  );
  assert.equal(found, []);
});

test('placeholders of a template', () => {
  const options = { template: true };
  assert.equal(findings('plain', 'text/plain;', '<%= type %>;', options), []);
  assert.equal(findings('attachment', 'filename="minutes.pdf"', 'filename=<%= n %>', options), []);
});

test('text in an attached file that names no charset', () => {
  const found = findings('attachment', 'text/csv; charset=utf-8;', 'text/csv;');
  assert.equal(found, []);
});

test.run();
