/** Members that an API does not have: told where what was meant would be. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Report } from '../../lib/preflight/report.ts';
import { preflightRequest } from '../../lib/ses/preflight-request.ts';
import { fixture } from '../support/fixture.ts';

const test = suite('ses/stranger');

const RULE = 'ses/request-member-unknown';

const Data = Uint8Array.from(fixture('base/plain.eml'));
const RawMessage = { Data };
const Content = { Raw: { Data } };

/** Members that the API does not have, where they are told of, and what is said. */
const strangers: readonly (readonly [object, object, RegExp])[] = [
  [
    { RawMessage, Destination: ['a@b'] },
    { option: 'destinations' },
    /"Destination" .*: is Destinations m/,
  ],
  [
    { RawMessage, EmailTags: [] },
    { option: 'tags' },
    /"EmailTags" is no member of SendRawEmail: is Tags /,
  ],
  [
    { RawMessage, ConfigurationSet: 'x' },
    { option: 'configurationSet' },
    /: is ConfigurationSetName meant/,
  ],
  [
    { RawMessage, source: 'a@b' },
    { option: 'source' },
    /^the client leaves it out: "source" is no member of SendRawEmail: is Source meant\?$/,
  ],
  [
    { RawMessage, TenantName: 'x' },
    { option: 'tenant' },
    /"TenantName" is no member of SendRawEmail$/,
  ],
  [{ RawMessage, Region: 'x' }, { option: 'profile' }, /"Region" is no member of SendRawEmail$/],
  [{ Content, Source: 'a@b' }, { option: 'source' }, /"Source" is no member of SendEmail$/],
  [
    { Content, Destination: { ToAddress: [] } },
    { option: 'destinations' },
    /"Destination.ToAddress" is no/,
  ],
  [{ Content, Tags: [] }, { option: 'tags' }, /: is EmailTags meant/],
  [
    { RawMessage, Tags: [{ Name: 'a', Value: 'b', key: 'c' }] },
    { option: 'tags', index: 0 },
    /"Tags\[0\]\.key" is/,
  ],
];

for (const [input, place, message] of strangers) {
  test(`${message} is told at ${JSON.stringify(place)}`, () => {
    const report: Report = Reflect.apply(preflightRequest, undefined, [input]);
    const [finding, ...others] = report.findings.filter(({ rule }) => rule === RULE);
    assert.is(finding?.severity, 'warning');
    assert.match(finding?.message ?? '', message);
    assert.equal(finding?.at, { in: 'option', ...place, start: 0, end: 0 });
    assert.equal(others, []);
  });
}

test.run();
