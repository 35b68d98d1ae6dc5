/** X-SES fields and the members of the request: what the builder writes, and who wins. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compose } from '../../../../lib/builder/compose.ts';
import type { SesFields } from '../../../../lib/carrier/x-ses-fields.ts';
import type { PreflightOptions } from '../../../../lib/preflight/options.ts';
import { preflight } from '../../../../lib/preflight/run.ts';

const test = suite('preflight/rules/ses/x-ses');

const arn = 'arn:aws:ses:eu-west-1:123456789012:identity/example.com';
const otherArn = arn.replace('example.com', 'ann@example.com');

/** The rules that find something in a message with these fields. */
function found(fields: readonly string[], options: PreflightOptions = {}): readonly string[] {
  const lines = ['From: ann@example.com', 'To: bob@example.net', ...fields, '', 'Hello', ''];
  const { findings } = preflight(Buffer.from(lines.join('\r\n')), options);
  return findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('ses/'));
}

const name = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
const tagName = fc.oneof(name, fc.constantFrom('ses:feedback-id-a', 'ses:feedback-id-b'));
const tagValue = fc.stringMatching(/^[A-Za-z0-9_.@-]{1,40}$/);
const anyArn = fc.constantFrom(arn, otherArn);

const sesFields: fc.Arbitrary<SesFields> = fc.record(
  {
    configurationSet: name,
    tags: fc.dictionary(tagName, tagValue, { maxKeys: 4 }),
    tenant: name,
    sourceArn: anyArn,
    fromArn: anyArn,
    returnPathArn: anyArn,
    listManagement: fc.record(
      { contactList: name, topic: name },
      { requiredKeys: ['contactList'] },
    ),
  },
  { requiredKeys: [] },
);

/** What there is to know of a good wish, each an info about a choice. */
function due({ tags = {}, ...rest }: SesFields, profile: 'ses-v1' | 'ses-v2'): readonly string[] {
  const values = Object.values(tags).filter((value) => /[.@]/.test(value));
  const isTagged = Object.keys(tags).some((tag) => !tag.startsWith('ses:'));
  const isV1 = profile === 'ses-v1';
  return [
    ...values.map(() => 'ses/tag-value-undocumented'),
    ...(isTagged && !rest.configurationSet ? ['ses/tags-without-config-set'] : []),
    ...(isV1 && rest.tenant ? ['ses/tenant-v1'] : []),
    ...(isV1 && rest.sourceArn && !rest.fromArn ? ['ses/arn-source-only'] : []),
  ].sort();
}

test('law: what ses() writes has no finding, but for what is worth knowing of a choice', () => {
  const base = compose().from('ann@example.com').to('bob@example.net').subject('Hi').text('Hello');
  fc.assert(
    fc.property(sesFields, fc.constantFrom('ses-v1', 'ses-v2'), (fields, profile) => {
      const { findings } = preflight(base.ses(fields).build().octets, { profile });
      assert.equal(findings.map(({ rule }) => rule).sort(), due(fields, profile));
      for (const { severity } of findings) assert.is(severity, 'info');
    }),
    { numRuns: 300 },
  );
});

test('law: the same in field and request is no conflict', () => {
  const base = compose().from('ann@example.com').to('bob@example.net').subject('Hi').text('Hello');
  fc.assert(
    fc.property(sesFields, fc.constantFrom('ses-v1', 'ses-v2'), (all, profile) => {
      // API v2 has one member for the ARNs of source and From.
      const { sourceArn = arn } = all;
      const fields = { ...all, sourceArn, fromArn: sourceArn };
      const { findings } = preflight(base.ses(fields).build().octets, { ...fields, profile });
      assert.equal(findings.map(({ rule }) => rule).sort(), due(fields, profile));
    }),
    { numRuns: 200 },
  );
});

test('a field that the request overrules is judged by nothing but the conflict', () => {
  const conflict = ['ses/x-ses-api-conflict'];
  assert.equal(found(['X-SES-CONFIGURATION-SET: a b'], { configurationSet: 'a' }), conflict);
  assert.equal(found(['X-SES-FROM-ARN: x'], { fromArn: arn }), conflict);
  assert.equal(
    found(['X-SES-MESSAGE-TAGS: a b=1,,'], { configurationSet: 'a', tags: { a: 'b' } }),
    conflict,
  );
  const listManagement = { contactList: 'News' };
  const field = ['X-SES-LIST-MANAGEMENT-OPTIONS: topic=a'];
  assert.equal(found(field, { profile: 'ses-v2', listManagement }), conflict);
});

test('what the API has no member for overrules nothing', () => {
  assert.equal(found(['X-SES-TENANT: a'], { tenant: 'b' }), ['ses/tenant-v1']);
  const field = ['X-SES-LIST-MANAGEMENT-OPTIONS: News'];
  assert.equal(found(field, { listManagement: { contactList: 'b' } }), []);
});

test('tags conflict by what they say, not by how it is written', () => {
  const tags = { a: '1', b: '2' };
  const configurationSet = 'main';
  assert.equal(found(['X-SES-MESSAGE-TAGS: b=2,a = 1'], { tags, configurationSet }), []);
  for (const body of ['a=1', 'a=1, b=2, c=3', 'a=1, b=3']) {
    const rules = found([`X-SES-MESSAGE-TAGS: ${body}`], { tags, configurationSet });
    assert.equal(rules, ['ses/x-ses-api-conflict'], body);
  }
  assert.equal(found(['X-SES-MESSAGE-TAGS: a=1'], { tags: {}, configurationSet }), []);
});

test('placeholders of a template are no faults, in fields and in the request', () => {
  const fields = [
    'X-SES-CONFIGURATION-SET: {{set}}',
    'X-SES-MESSAGE-TAGS: kind={{kind}}',
    'X-SES-FROM-ARN: %ARN%',
    'X-SES-LIST-MANAGEMENT-OPTIONS: *|LIST|*',
  ];
  assert.equal(found(fields, { template: true }), []);
  const options = { configurationSet: '{{a}}', tags: { kind: '{{b}}' }, fromArn: '{{c}}' };
  assert.equal(found([], { template: true, ...options }), []);
  assert.ok(found(fields).length >= 4);
});

test('the first of several is judged, the others are repeats', () => {
  const fields = ['X-SES-CONFIGURATION-SET: a', 'X-SES-CONFIGURATION-SET: b c'];
  assert.equal(found(fields), ['ses/x-ses-duplicate']);
  const empty = ['X-SES-TENANT:', 'X-SES-TENANT:'];
  assert.equal(found(empty, { profile: 'ses-v2' }).toSorted(), [
    'ses/x-ses-duplicate',
    'ses/x-ses-empty',
    'ses/x-ses-empty',
  ]);
});

test('under another carrier nothing is said', () => {
  const fields = [
    'X-SES-CONFIGURATION-SET: a b',
    'X-SES-A: b',
    'X-SES-TENANT: a',
    'X-SES-RECEIPT: a',
  ];
  assert.equal(found(fields, { profile: 'smtp' }), []);
});

test.run();
