/** The body of X-SES-LIST-MANAGEMENT-OPTIONS. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseListManagementOptions } from '../../lib/carrier/list-management-options.ts';
import { xSesFields } from '../../lib/carrier/x-ses-fields.ts';

const test = suite('carrier/list-management-options');

test('both spellings are read, in any case, with or without blanks', () => {
  const bodies = [
    'News; topic=Weekly',
    'News;topic=Weekly;',
    'contactListName=News; topicName=Weekly',
    'CONTACTLISTNAME = News ; TOPIC = Weekly',
    'topic=Weekly; contactListName=News',
  ];
  for (const body of bodies) {
    const { contactList, topic, faults } = parseListManagementOptions(body);
    assert.equal(
      { contactList, topic, faults },
      { contactList: 'News', topic: 'Weekly', faults: [] },
      body,
    );
  }
  assert.is(parseListManagementOptions('News').topic, undefined);
});

/** Body, characters at fault, and what is said of them. */
const faulty: readonly (readonly [string, string, RegExp])[] = [
  ['', '', /names no contact list/],
  [';', ';', /names no contact list/],
  ['topic=a', 'topic=a', /names no contact list/],
  ['News; Weekly', 'Weekly', /neither/],
  ['News; __proto__=a', '__proto__=a', /neither/],
  ['lists=News', 'lists=News', /neither/],
  ['News; contactListName=b', 'contactListName=b', /second contact list/],
  ['News; topic=a; topicName=b', 'topicName=b', /second topic/],
  ['My News; topic=a', ' ', /holds " "/],
  ['News; topic=a.b', '.', /holds "."/],
  ['News; topic=', '', /is empty/],
  [`${'n'.repeat(65)}`, 'n', /has 65 characters/],
];

test('each fault is told once, at its characters', () => {
  for (const [body, at, clause] of faulty) {
    const { faults } = parseListManagementOptions(body);
    assert.is(faults.length, 1, body);
    const [fault] = faults;
    assert.is(body.slice(fault?.start, fault?.end), at, body);
    assert.match(fault?.clause ?? '', clause, body);
  }
});

test('law: any body is read, and faults lie in it', () => {
  const body = fc
    .array(fc.constantFrom('News', ';', '=', 'topic', ' ', 'é'))
    .map((all) => all.join(''));
  fc.assert(
    fc.property(body, (text) => {
      for (const { start, end } of parseListManagementOptions(text).faults) {
        assert.ok(start >= 0 && start <= end && end <= text.length);
      }
    }),
    { numRuns: 500 },
  );
});

test('law: what is written reads back', () => {
  const name = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
  fc.assert(
    fc.property(name, fc.option(name, { nil: undefined }), (contactList, topic) => {
      const listManagement = topic === undefined ? { contactList } : { contactList, topic };
      const [field] = xSesFields({ listManagement });
      const parsed = parseListManagementOptions(field?.body.join(' ') ?? '');
      assert.equal(parsed, { contactList, topic, faults: [] });
    }),
  );
});

test.run();
