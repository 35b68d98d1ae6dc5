/** Vectors of parameters, and of the media types and dispositions that carry them. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseDisposition } from '../../lib/header/disposition-parsing.ts';
import { parseMediaType } from '../../lib/header/media-type-parsing.ts';
import { parseParameters } from '../../lib/header/parameter-parsing.ts';
import type { ParsedParameter } from '../../lib/header/parsed-parameter.ts';
import { assertNoticed, testVectors, type Vector } from '../support/vectors.ts';

const test = suite('vectors/parameters');

interface WithParameters extends Vector {
  /** In the order of first appearance. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly defects: readonly string[];
}

interface ParameterList extends WithParameters {
  /** Of the last parameter. */
  readonly charset?: string;
  readonly language?: string;
}

interface MediaType extends WithParameters {
  readonly essence: string;
}

interface Disposition extends WithParameters {
  readonly type: string;
}

testVectors<ParameterList>(test, 'parameters', ({ input, charset, language, ...row }) => {
  const { parameters, defects } = parseParameters(input);
  assertParameters(parameters, row);
  assert.is(parameters.at(-1)?.charset, charset);
  assert.is(parameters.at(-1)?.language, language);
  assertNoticed(defects, row.defects);
});

testVectors<MediaType>(test, 'media-types', (row) => {
  const { mediaType, defects } = parseMediaType(row.input);
  assert.is(mediaType.essence, row.essence);
  assertParameters(mediaType.parameters, row);
  assertNoticed(defects, row.defects);
});

testVectors<Disposition>(test, 'dispositions', (row) => {
  const { disposition, defects } = parseDisposition(row.input);
  assert.is(disposition.type, row.type);
  assertParameters(disposition.parameters, row);
  assertNoticed(defects, row.defects);
});

function assertParameters(
  parsed: readonly ParsedParameter[],
  { parameters }: Pick<WithParameters, 'parameters'>,
): void {
  assert.equal(
    parsed.map(({ name, value }) => [name, value]),
    Object.entries(parameters),
  );
}

test.run();
