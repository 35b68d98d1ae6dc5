/** Options: a bad one is a bad call, which names the member. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MimewrightError } from '../../lib/errors.ts';
import { checkOptions } from '../../lib/preflight/options.ts';

const test = suite('preflight/options');

function check(options: unknown): unknown {
  return Reflect.apply(checkOptions, undefined, [options]);
}

const bad: readonly (readonly [options: unknown, code: string, start: string])[] = [
  [null, 'value-missing', 'options'],
  ['ses-v1', 'value-type', 'options'],
  [[], 'value-type', 'options'],
  [new Map(), 'value-type', 'options'],
  [() => {}, 'value-type', 'options'],
  [{ profil: 'smtp' }, 'option-invalid', 'options: no member "profil"'],
  [JSON.parse('{"__proto__": {"profile": "smtp"}}'), 'option-invalid', 'options: no member'],
  [{ constructor: 1 }, 'option-invalid', 'options: no member "constructor"'],
  [{ profile: 'ses-v3' }, 'option-invalid', 'profile'],
  [{ profile: undefined }, 'option-invalid', 'profile'],
  [{ profile: 'toString' }, 'option-invalid', 'profile'],
  [{ destinations: 'a@b' }, 'value-type', 'destinations'],
  [{ destinations: null }, 'value-missing', 'destinations'],
  [{ destinations: ['a@b', 7] }, 'value-type', 'destinations[1]'],
  [{ destinations: Object.assign([], { length: 1 }) }, 'value-missing', 'destinations[0]'],
  [{ replyToAddresses: [undefined] }, 'value-missing', 'replyToAddresses[0]'],
  [{ source: 7 }, 'value-type', 'source'],
  [{ source: null }, 'value-missing', 'source'],
  [{ fromEmailAddress: {} }, 'value-type', 'fromEmailAddress'],
  [{ feedbackForwarding: [] }, 'value-type', 'feedbackForwarding'],
  [{ configurationSet: true }, 'value-type', 'configurationSet'],
  [{ tenant: 1 }, 'value-type', 'tenant'],
  [{ sourceArn: 1 }, 'value-type', 'sourceArn'],
  [{ fromArn: 1 }, 'value-type', 'fromArn'],
  [{ returnPathArn: 1 }, 'value-type', 'returnPathArn'],
  [{ tags: [] }, 'value-type', 'tags'],
  [{ tags: { a: 1 } }, 'value-type', 'tags.a'],
  [{ listManagement: { list: 'a' } }, 'option-invalid', 'listManagement'],
  [{ listManagement: { contactList: 1 } }, 'value-type', 'listManagement.contactList'],
  [{ listManagement: { topic: 'a' } }, 'value-missing', 'listManagement.contactList'],
  [{ endpointId: 7 }, 'value-type', 'endpointId'],
  [{ region: 1 }, 'value-type', 'region'],
  [{ identities: 'example.com' }, 'value-type', 'identities'],
  [{ sandbox: 'yes' }, 'value-type', 'sandbox'],
  [{ tracking: 1 }, 'value-type', 'tracking'],
  [{ quota: 50 }, 'value-type', 'quota'],
  [{ quota: { max24HourSend: 200 } }, 'value-missing', 'quota.sentLast24Hours'],
  [{ quota: { max24HourSend: -2, sentLast24Hours: 0 } }, 'option-invalid', 'quota.max24HourSend'],
  [{ quota: { max24HourSend: 1, sentLast24Hours: -1 } }, 'option-invalid', 'quota.sentLast24Hours'],
  [{ quota: { max24HourSend: '1', sentLast24Hours: 0 } }, 'value-type', 'quota.max24HourSend'],
  [{ quota: { max24HourSend: 1, sentLast24Hours: 0, maxSendRate: 0 } }, 'option-invalid', 'quota'],
  [{ quota: { max24HourSend: 1, sentLast24Hours: 0, rate: 1 } }, 'option-invalid', 'quota'],
  [{ dkim: { key: 'pem' } }, 'value-type', 'dkim.key'],
  [{ dkim: {} }, 'value-type', 'dkim.key'],
  [{ template: 'yes' }, 'value-type', 'template'],
  [{ kind: 'spam' }, 'option-invalid', 'kind'],
  [{ now: 'today' }, 'value-type', 'now'],
  [{ now: new Date(Number.NaN) }, 'value-type', 'now'],
  [{ now: null }, 'value-missing', 'now'],
  [{ severity: 'error' }, 'value-type', 'severity'],
  [{ severity: { 'address/null': 'fatal' } }, 'option-invalid', 'severity["address/null"]'],
  [{ only: 'address/null' }, 'value-type', 'only'],
  [{ only: [null] }, 'value-missing', 'only[0]'],
];

test('a bad option is a bad call that names it', () => {
  for (const [options, code, start] of bad) {
    assert.throws(
      () => check(options),
      (error: unknown) => {
        const isOurs = error instanceof MimewrightError && error.code === code;
        return isOurs && error.message.startsWith(start);
      },
      start,
    );
  }
});

test('good options pass as they are, whatever their strings say', () => {
  const options = {
    destinations: ['', 'x'],
    source: '',
    tags: { 'a b': '' },
    listManagement: { contactList: 'a', topic: 'b' },
    severity: { 'address/null': 'off' },
    only: [],
    template: false,
    endpointId: 'e',
    region: 'eu-west-1',
    identities: [''],
    sandbox: true,
    tracking: false,
    quota: { max24HourSend: -1, sentLast24Hours: 0, maxSendRate: 0.5 },
    kind: 'bulk',
    now: new Date(0),
    profile: 'smtp',
  } as const;
  assert.equal(checkOptions(options), options);
});

test('what was checked is what counts, and only what is their own', () => {
  let reads = 0;
  const fickle = {
    get profile() {
      reads += 1;
      return reads === 1 ? 'smtp' : 'nothing';
    },
  };
  const checked = checkOptions(Object.assign(Object.create(null), { source: 'x' }));
  assert.equal(checked, { source: 'x' });
  const own = check(fickle);
  assert.equal([own, own], [{ profile: 'smtp' }, { profile: 'smtp' }]);
  const inherited: unknown = Object.create(Object.assign(Object.create(null), { profile: 'x' }));
  assert.equal(check(inherited), {});
});

test('a list is read once, by index, and kept as it was checked', () => {
  class Sly extends Array<unknown> {
    override entries(): ReturnType<unknown[]['entries']> {
      return [].entries();
    }
  }
  for (const name of ['destinations', 'replyToAddresses', 'only']) {
    let reads = 0;
    const fickle: unknown[] = [];
    Object.defineProperty(fickle, 0, {
      get: () => {
        reads += 1;
        return reads === 1 ? 'a@b.example' : 7;
      },
    });
    assert.equal(check({ [name]: fickle }), { [name]: ['a@b.example'] });
    assert.is(reads, 1);
    assert.throws(() => check({ [name]: Sly.of(7) }), /^\w+\[0\] is not a string/);
    const kept = Object.entries(Object(check({ [name]: Sly.of('x') })))[0];
    assert.equal(kept, [name, ['x']]);
  }
});

test('what the caller changes later changes nothing', () => {
  const mine = {
    destinations: ['a@b.example'],
    tags: { a: 'b' },
    listManagement: { contactList: 'a', topic: 'b' },
    severity: { 'address/null': 'off' },
  };
  const before = structuredClone(mine);
  const checked = check(mine);
  mine.destinations.push('c');
  mine.tags.a = 'c';
  mine.listManagement.topic = 'c';
  mine.severity['address/null'] = 'fatal';
  assert.equal(checked, before);
});

test.run();
