/** Vectors of internationalized domains. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MimewrightError } from '../../lib/errors.ts';
import { domainToAscii } from '../../lib/header/domain.ts';
import { testVectors, type Vector } from '../support/vectors.ts';

const test = suite('vectors/domains');

interface Domain extends Vector {
  /** Null for what is no domain. */
  readonly aLabels: string | null;
}

testVectors<Domain>(test, 'domains', ({ input, aLabels }) => {
  if (aLabels === null) {
    assert.throws(() => domainToAscii(input), isDomainSyntax);
    return;
  }
  assert.is(domainToAscii(input), aLabels);
  assert.is(domainToAscii(aLabels), aLabels);
});

function isDomainSyntax(error: unknown): boolean {
  return error instanceof MimewrightError && error.code === 'domain-syntax';
}

test.run();
