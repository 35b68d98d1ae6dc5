/** Which faults of a header section make others say nothing: rules of absent fields, and of grammar. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MessageFacts } from '../../../../lib/preflight/facts.ts';
import {
  hasLostFields,
  isUtf16,
  ownFaults,
} from '../../../../lib/preflight/rules/rfc5322/header-state.ts';
import type { DefectCode } from '../../../../lib/reader/defect.ts';

const test = suite('preflight/rules/rfc5322/header-state');

const facts = (text: string, template = false): MessageFacts =>
  new MessageFacts(Buffer.from(text, 'latin1'), { template });

const SOUND = 'From: ann@example.com\r\nTo: bob@example.net\r\n';

test('fields are lost to lines that could not be read as fields, and to no other fault', () => {
  const losing = [
    '',
    ' \r\n',
    `\r\n${SOUND}`,
    ` ${SOUND}`,
    `${SOUND}oops\r\nSubject: a\r\n\r\n`,
    `${SOUND}Dear Bob,\r\n`,
    '\xff\xfeF\0r\0o\0m\0:\0 \0a\0',
    String.raw`From: ann@example.com\r\nTo: bob@example.net\r\nDate: a`,
    String.raw`From: ann@example.com\nto: bob@example.net`,
  ];
  for (const text of losing) assert.ok(hasLostFields(facts(text)), JSON.stringify(text));
  const keeping = [
    SOUND,
    `\xef\xbb\xbf${SOUND}`,
    `From ann Mon Nov 17\r\n${SOUND}`,
    `${SOUND}X Y: a\r\n: b\r\n`,
    String.raw`Subject: C:\new\notes, \n and \to: you`,
  ];
  for (const text of keeping) assert.not.ok(hasLostFields(facts(text)), JSON.stringify(text));
});

test('a byte order mark is of UTF-16 or not', () => {
  assert.ok(isUtf16(facts('\xff\xfeF\0')));
  assert.ok(isUtf16(facts('\xfe\xff\0F')));
  assert.not.ok(isUtf16(facts(`\xef\xbb\xbf${SOUND}`)));
  assert.not.ok(isUtf16(facts(SOUND)));
});

test('a fault of grammar is told unless octets, brackets or a placeholder explain it', () => {
  const codes = new Set<DefectCode>(['date-invalid', 'msg-id-syntax', 'msg-id-no-domain']);
  const faults = (line: string, template = false): number => {
    const all = facts(`${line}\r\n`, template);
    const [field] = all.root.fields;
    return field === undefined ? -1 : ownFaults(all, field, codes).length;
  };
  assert.is(faults('Date: tomorrow'), 1);
  assert.is(faults('Date: tomorrow (or later'), 0);
  assert.is(faults('Date: tomorrow\x07'), 0);
  assert.is(faults('Date: =?utf-8?Q?tomorrow?='), 0);
  assert.is(faults('Message-ID: <caf\xe9@example.com>'), 0);
  assert.is(faults('Message-ID: <cafe.\r\n  x@example.com>'), 0);
  assert.is(faults('Date: {{date}}'), 1);
  assert.is(faults('Date: {{date}}', true), 0);
  assert.is(faults('Date: tomorrow', true), 1);
});

test.run();
