/** Vectors of encoded-words, and of the unstructured bodies that hold them. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { decodeEncodedWords } from '../../lib/header/encoded-word-decoding.ts';
import { scanEncodedWords } from '../../lib/header/encoded-word-scan.ts';
import { decodeUnstructured } from '../../lib/header/octet-text.ts';
import { assertNoticed, testVectors, unfolded, type Vector } from '../support/vectors.ts';

const test = suite('vectors/encoded-words');

interface EncodedWords extends Vector {
  readonly in: 'text' | 'phrase' | 'comment';
  /** Null where readers depart from the standard. */
  readonly text: string | null;
  readonly defects: readonly string[];
}

interface Unstructured extends Vector {
  readonly text: string;
}

testVectors<EncodedWords>(test, 'encoded-words', (row) => {
  const body = unfolded(row);
  if (row.text !== null) assert.is(decodeEncodedWords(body), row.text);
  assertNoticed(scanEncodedWords(body, row.in).defects, row.defects);
});

testVectors<Unstructured>(test, 'unstructured', (row) => {
  assert.is(decodeUnstructured(unfolded(row)), row.text);
});

test.run();
