/** Options of the command line as members of a request. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseArguments } from '../../lib/cli/option.ts';
import { sesOptions, sesOptionsOf } from '../../lib/cli/ses-options.ts';
import { sesOptionNames } from '../../lib/ses/options.ts';
import type { SesOptions } from '../../lib/ses.ts';

function members(line: string): SesOptions {
  return sesOptionsOf(parseArguments(line.split(' ').filter(Boolean), sesOptions));
}

const all = members(
  '--destination a --source b --from-email-address c --reply-to-address d --feedback e ' +
    '--configuration-set f --tag g=h --tag i= --tenant j --source-arn k --from-arn l ' +
    '--return-path-arn m --contact-list n/o --endpoint-id p',
);

const test = suite('cli/ses-options');

test('every member of a request can be said', () => {
  assert.equal(Object.keys(all).sort(), [...sesOptionNames].sort());
  assert.equal(all, {
    destinations: ['a'],
    source: 'b',
    fromEmailAddress: 'c',
    replyToAddresses: ['d'],
    feedbackForwarding: 'e',
    configurationSet: 'f',
    tags: { g: 'h', i: '' },
    tenant: 'j',
    sourceArn: 'k',
    fromArn: 'l',
    returnPathArn: 'm',
    listManagement: { contactList: 'n', topic: 'o' },
    endpointId: 'p',
  });
});

test('nothing said is nothing told', () => {
  assert.equal(members(''), {});
  assert.equal(members('--contact-list n'), { listManagement: { contactList: 'n' } });
});

test('what is not in its form is bad usage', () => {
  for (const tag of ['x', '=x', '']) {
    assert.throws(() => members(`--tag=${tag}`), /--tag takes NAME=VALUE, not/);
  }
  for (const list of ['', '/x', 'x/', 'x/y/z']) {
    assert.throws(() => members(`--contact-list=${list}`), /--contact-list takes LIST\[\/TOPIC\]/);
  }
});

test.run();
