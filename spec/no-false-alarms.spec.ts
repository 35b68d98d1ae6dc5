/** No false alarms: proper mail of five senders raises no error, and each warning it raises is true. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { composeFrom } from '../lib/builder/compose-from.ts';
import { profiles } from '../lib/carrier/limits.ts';
import { rulesNamed } from '../lib/preflight/catalogue.ts';
import type { PreflightOptions } from '../lib/preflight/options.ts';
import type { Finding } from '../lib/preflight/report.ts';
import { preflight } from '../lib/preflight/run.ts';
import { messageSpec } from './support/arbitrary-message.ts';
import { fixtures } from './support/fixture.ts';
import { foreignFaults, judgements, type Seen } from './support/grid/judged.ts';
import type { Model } from './support/grid/model.ts';
import { models } from './support/grid/models.ts';
import { type Sent, sentBy } from './support/grid/senders.ts';
import { notRun } from './support/not-run.ts';
import { pythonIsHere } from './support/python.ts';

const test = suite('no-false-alarms');

/** What a sender refuses to build, and is right to. */
const refusals: Readonly<Record<string, string>> = {
  'mimewright subject-empty': 'an empty Subject field is no field; a message may go without one',
};

const isGrave = ({ severity }: Finding) => severity !== 'info';
const isForm = ({ rule }: Finding) => rulesNamed(rule)[0]?.about === 'form';

/** The errors and warnings of all profiles, told all that its sender would know. */
function graveFindings(octets: Uint8Array, options: PreflightOptions = {}): readonly Finding[] {
  return profiles.flatMap((profile) =>
    preflight(octets, { ...options, profile }).findings.filter(isGrave),
  );
}

function optionsOf({ date, unsubscribe }: Model): PreflightOptions {
  const now = new Date(Date.parse(date) + 60_000);
  return unsubscribe === undefined ? { now } : { now, kind: 'bulk' };
}

interface Alarm extends Seen {
  readonly sender: string;
  readonly finding: Finding;
}

const sent: readonly Sent[] = await sentBy(models);
const alarms: readonly Alarm[] = sent.flatMap(({ sender, model, octets }) =>
  octets === undefined
    ? []
    : graveFindings(octets, optionsOf(model)).map((finding) => ({
        sender,
        model,
        finding,
        ...placeIn(Buffer.from(octets), finding),
      })),
);
const inWords = ({ sender, model, finding: { rule, severity, message } }: Alarm) =>
  `${sender}, ${model.name}: ${severity} ${rule}: ${message}`;

if (!pythonIsHere()) notRun('mail of Python in no-false-alarms: python3 is not here');

function placeIn(octets: Buffer, { at }: Finding): Pick<Seen, 'octets' | 'found' | 'part'> {
  if (at.in !== 'message') return { octets, found: '', part: '' };
  return { octets, found: octets.toString('latin1', at.start, at.end), part: at.part ?? '' };
}

test('every sender builds every model', () => {
  const refused = sent.filter(({ octets }) => octets === undefined);
  assert.equal(
    refused.map(({ sender, model }) => `${sender} ${model.name}`),
    Object.keys(refusals),
    refused.map(({ error }) => error).join('\n'),
  );
});

test('every error and warning is judged, and true where it stands', () => {
  const unjudged = alarms.filter(
    (alarm) =>
      !judgements.some(
        ({ senders, rule, severity, holds }) =>
          senders.includes(alarm.sender) &&
          rule === alarm.finding.rule &&
          severity === alarm.finding.severity &&
          holds(alarm),
      ),
  );
  assert.equal([...new Set(unjudged.map(inWords))], []);
});

test('no judgement is of a finding that nobody raises', () => {
  const raised = new Set(alarms.map(({ sender, finding: { rule } }) => `${sender} ${rule}`));
  const stale = judgements.flatMap(({ senders, rule }) =>
    senders
      .filter((sender) => pythonIsHere() || !sender.startsWith('python'))
      .map((sender) => `${sender} ${rule}`)
      .filter((pair) => !raised.has(pair)),
  );
  assert.equal(stale, []);
});

test('mail of mimewright raises no error, and no warning about form', () => {
  const own = alarms.filter(({ sender }) => sender === 'mimewright');
  const wrong = own.filter(({ finding }) => finding.severity === 'error' || isForm(finding));
  assert.equal(wrong.map(inWords), []);
});

test('law: whatever the builder can make has no error or warning about form (S8)', () => {
  fc.assert(
    fc.property(messageSpec, (spec) => {
      const wrong = graveFindings(composeFrom(spec).build().octets).filter(isForm);
      assert.equal(
        wrong.map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
    }),
    {
      numRuns: 50,
      examples: [
        [{ from: { name: ' '.repeat(80), address: 'ann@example.com' }, html: 'x' }],
        [{ from: 'ann@example.com', html: 'x', messages: [{ content: { base64: '' } }] }],
      ],
    },
  );
});

test('mail in the shape of well-known programs raises no error and no warning', () => {
  const now = new Date('2026-11-17T10:05:00Z');
  for (const [program, octets] of fixtures('programs')) {
    const messages = graveFindings(octets, { now }).map(
      ({ rule, message }) => `${rule}: ${message}`,
    );
    assert.equal(messages, [], program);
  }
});

test('the foreign fixtures raise what is wrong with them, and nothing else', () => {
  const raised = fixtures('foreign').map(([name, octets]) => {
    const rules = graveFindings(octets).map(({ rule }) => rule);
    return [name, [...new Set(rules)].sort()] as const;
  });
  assert.equal(Object.fromEntries(raised), foreignFaults);
});

test.run();
