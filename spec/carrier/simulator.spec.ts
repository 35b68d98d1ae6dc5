/** The simulator's recipients, told from all others. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { simulator, simulatorParts, simulatorRole } from '../../lib/carrier/simulator.ts';

const test = suite('carrier/simulator');

test('all five are recipients, with a label too, in any case', () => {
  assert.is(simulatorParts.length, 5);
  for (const address of Object.values(simulator)) {
    for (const form of [address, address.toUpperCase(), address.replace('@', '+a+b@')]) {
      assert.is(simulatorRole(form), 'recipient', form);
    }
  }
});

test('another local part there is unknown, and another domain is none of it', () => {
  for (const localPart of ['successful', '+success', '"bounce "', 'success-1']) {
    assert.is(simulatorRole(`${localPart}@simulator.amazonses.com`), 'unknown', localPart);
  }
  for (const domain of [
    'amazonses.com',
    'simulator.amazonses.com.example',
    'a.simulator.amazonses.com',
  ]) {
    assert.is(simulatorRole(`success@${domain}`), 'none', domain);
  }
});

test.run();
