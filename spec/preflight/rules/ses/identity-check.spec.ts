/** What SES holds against the verified identities: who is asked for, and who is not. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { PreflightOptions } from '../../../../lib/preflight/options.ts';
import { preflight } from '../../../../lib/preflight/run.ts';

const test = suite('preflight/rules/ses/identity-check');

const ARN = 'arn:aws:ses:eu-west-1:123456789012:identity/example.org';

const RULES = ['ses/identity-unverified', 'ses/identity-local-part-case', 'ses/sandbox-recipient'];

function findings(fields: readonly string[], options: PreflightOptions) {
  const octets = Buffer.from([...fields, '', 'Hello', ''].join('\r\n'));
  return preflight(octets, { only: RULES, region: 'eu-west-1', ...options }).findings;
}

/** The rule and the octets or the option of each finding; a `?` where SES is not known to refuse. */
function found(fields: readonly string[], options: PreflightOptions): readonly string[] {
  const text = fields.join('\r\n');
  return findings(fields, options).map(({ rule, at, ses }) => {
    const where = at.in === 'option' ? at.option : text.slice(at.start, at.end);
    return `${rule.slice('ses/'.length)} ${where}${ses?.refuses ? '' : '?'}`;
  });
}

const MAIL = ['From: Ann <ann@example.org>', 'To: bob@example.net'];

test('nothing is said without identities, and nothing of what they cover', () => {
  assert.equal(found(MAIL, { sandbox: true }), []);
  assert.equal(found(MAIL, { identities: ['example.org'] }), []);
  assert.equal(found(MAIL, { identities: ['EXAMPLE.org', 'bob@example.net'], sandbox: true }), []);
});

test('From, Sender, source and, without source, Return-Path are asked for; Reply-To is not', () => {
  const fields = [
    'From: a@one.example',
    'Sender: b@two.example',
    'Return-Path: <c@three.example>',
    'Reply-To: d@four.example',
    'To: bob@example.net',
  ];
  const asked = ['identity-unverified a@one.example', 'identity-unverified b@two.example'];
  assert.equal(found(fields, { identities: [] }), [
    ...asked,
    'identity-unverified c@three.example',
  ]);
  assert.equal(found(fields, { identities: [], source: 'e@five.example' }), [
    ...asked,
    'identity-unverified source',
  ]);
});

test('under API v2 fromEmailAddress stands for From, and feedbackForwarding for Return-Path', () => {
  const fields = [...MAIL, 'Return-Path: <c@three.example>'];
  const request = {
    identities: ['ok.example'],
    profile: 'ses-v2',
    source: 'e@five.example',
  } as const;
  assert.equal(found(fields, { ...request, fromEmailAddress: 'a@ok.example' }), [
    'identity-unverified c@three.example',
  ]);
  assert.equal(found(fields, { ...request, feedbackForwarding: 'a@ok.example' }), [
    'identity-unverified ann@example.org',
  ]);
});

test('a mailbox is told once, wherever else it stands, and SES names each of its forms', () => {
  const sender = { identities: [], source: 'ann@EXAMPLE.org' };
  assert.equal(found([...MAIL, 'Sender: ann@example.org'], sender), [
    'identity-unverified ann@example.org',
  ]);
  const [finding] = findings([...MAIL, 'Sender: ann@example.org'], sender);
  assert.match(finding?.message ?? '', /\(also in Sender, source\)/);
  assert.match(
    finding?.ses?.text ?? '',
    /EU-WEST-1: Ann <ann@example\.org>, ann@example\.org, ann@EXAMPLE\.org$/,
  );
});

test('of several in From it is not known whom SES asks for, unless another place names them', () => {
  const fields = [
    'From: a@one.example, b@two.example',
    'Sender: s@ok.example',
    'To: bob@example.net',
  ];
  const identities = ['ok.example', 'one.example'];
  assert.equal(found(fields, { identities }), ['identity-unverified b@two.example?']);
  assert.equal(found(fields, { identities, source: 'b@two.example' }), [
    'identity-unverified b@two.example',
  ]);
});

test("an ARN that covers an address makes it another account's, from the request or a field", () => {
  for (const name of ['sourceArn', 'fromArn', 'returnPathArn']) {
    assert.equal(found(MAIL, { identities: [], [name]: ARN }), [], name);
  }
  assert.equal(found([...MAIL, `X-SES-From-Arn:\r\n ${ARN}`], { identities: [] }), []);
});

test('an ARN of its own role, the rules about ARNs hold against an address; another must cover it', () => {
  const other = ARN.replace('example.org', 'example.com');
  const asked = { identities: [], source: 'bounces@example.org' };
  const from = 'identity-unverified ann@example.org';
  const source = 'identity-unverified source';
  assert.equal(found(MAIL, { ...asked, returnPathArn: other }), [from, source]);
  assert.equal(found(MAIL, { ...asked, sourceArn: other }), [from]);
  assert.equal(found(MAIL, { ...asked, fromArn: other }), [source]);
});

test('in the sandbox the effective recipients are asked for, and one text names all', () => {
  const fields = [...MAIL, 'Cc: Team: cora@example.net, ooto+a@simulator.amazonses.com;'];
  const sandbox = { identities: [], sandbox: true };
  assert.equal(found(fields, sandbox), [
    'identity-unverified ann@example.org',
    'sandbox-recipient bob@example.net',
    'sandbox-recipient cora@example.net',
  ]);
  for (const { ses } of findings(fields, sandbox)) {
    assert.match(ses?.text ?? '', /: Ann <ann@example\.org>, bob@example\.net, cora@example\.net$/);
  }
  assert.equal(found(fields, { ...sandbox, destinations: ['ann@example.org'] }), [
    'identity-unverified ann@example.org',
    'sandbox-recipient destinations',
  ]);
});

test('what the simulator does not know is told as that, not as unverified', () => {
  const fields = ['From: ann@example.org', 'To: bounced@simulator.amazonses.com'];
  assert.equal(found(fields, { identities: ['example.org'], sandbox: true }), []);
});

test('faulty addresses have their own findings, and placeholders of a template none', () => {
  assert.equal(found(['From: ann@@example.org', 'To: bob'], { identities: [], sandbox: true }), []);
  const fields = ['From: Ann <{{from}}@example.org>', 'To: bob@example.net'];
  assert.equal(found(fields, { identities: [], template: true }), []);
});

test.run();
