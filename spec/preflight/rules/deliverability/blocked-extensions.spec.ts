/** Extensions of file names: which is the last, who blocks it, what is disguised. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  blockersOf,
  disguiseOf,
  extensionOf,
} from '../../../../lib/preflight/rules/deliverability/blocked-extensions.ts';
import { contradicts } from '../../../../lib/preflight/rules/deliverability/extension-types.ts';

const test = suite('preflight/rules/deliverability/blocked-extensions');

test('the extension is what stands behind the last dot', () => {
  assert.is(extensionOf('a.tar.GZ'), 'gz');
  assert.is(extensionOf('run.exe. .'), 'exe');
  assert.is(extensionOf('README'), undefined);
  assert.is(extensionOf(`${' '.repeat(100_000)}x`), undefined);
});

test('each list is its own', () => {
  assert.equal(blockersOf('exe'), ['Gmail', 'Outlook']);
  assert.equal(blockersOf('asp'), ['Outlook']);
  assert.equal(blockersOf('xz'), ['Microsoft 365']);
  assert.equal(blockersOf('pdf'), []);
});

test('a program behind the extension of a document is a disguise', () => {
  assert.is(disguiseOf('invoice.PDF.exe'), 'pdf');
  assert.is(disguiseOf('app.min.js'), undefined);
  assert.is(disguiseOf('report.doc.pdf'), undefined);
});

test('only types and extensions that are both known contradict each other', () => {
  assert.ok(contradicts('pdf', 'image/png'));
  assert.ok(contradicts('txt', 'application/octet-stream'));
  for (const [extension, type] of [
    ['pdf', 'application/octet-stream'],
    ['csv', 'application/vnd.ms-excel'],
    ['docx', 'application/zip'],
    ['log', 'text/plain'],
    ['constructor', 'text/plain'],
  ]) {
    assert.not.ok(contradicts(extension ?? '', type ?? ''), extension);
  }
});

test.run();
