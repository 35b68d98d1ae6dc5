/** `mimewright compose`: a message from JSON and the files that it names. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { composeFrom } from '../../../lib/index.ts';
import { runIn, type Said } from '../../support/command-line.ts';
import { fixture } from '../../support/fixture.ts';

const pdf = fixture('receipt.pdf');
const spec = {
  from: 'Café <billing@b.example>',
  to: ['c@d.example'],
  bcc: 'e@f.example',
  subject: 'Your receipt ☕',
  text: 'Total: 12 €',
  attachments: [{ path: 'receipt.pdf' }],
};
const text = JSON.stringify(spec);
const files = {
  'in/spec.json': text,
  'in/receipt.pdf': pdf,
  'receipt.pdf': pdf,
  'broken.json': '{"from": ',
  'empty.json': '',
  'binary.json': Uint8Array.of(0, 255, 7, 10),
  'wrong.json': JSON.stringify({ from: 'nobody' }),
  'typo.json': JSON.stringify({ form: 'a@b.example' }),
  'bare.json': '{}',
};

function compose(...args: readonly string[]): Promise<Said> {
  return runIn({ files, stdin: text }, 'compose', ...args);
}

const builder = composeFrom({ ...spec, attachments: [{ content: pdf, filename: 'receipt.pdf' }] });
const built = Buffer.from(builder.build().octets);

const test = suite('cli/commands/compose');

test('from a file or standard input, to standard output or a file', async () => {
  for (const file of ['in/spec.json', './in/spec.json', '-']) {
    const { status, out, err } = await compose(file);
    assert.equal([status, err, out], [0, '', built.toString('latin1')]);
  }
  const { out, files: written } = await compose('-', '-o', 'out.eml');
  assert.is(out, '');
  assert.equal(written.get('out.eml'), built);
});

test('--keep-bcc, and --size', async () => {
  assert.match((await compose('--keep-bcc', '-')).out, /^Bcc: e@f\.example\r$/m);
  assert.is((await compose('--size', '-')).out, `${built.length}\n`);
});

const faults: readonly (readonly [file: string, said: RegExp])[] = [
  ['broken.json', /^mimewright: broken\.json: .*JSON/],
  ['empty.json', /^mimewright: empty\.json: .*JSON/],
  ['binary.json', /^mimewright: binary\.json: .*JSON/],
  ['wrong.json', /^mimewright: wrong\.json: from: .*"nobody"/],
  ['typo.json', /^mimewright: typo\.json: .*"form".*from/],
  ['bare.json', /^mimewright: bare\.json: /],
];
for (const [file, said] of faults) {
  test(`a bad spec is named with its fault: ${file}`, async () => {
    const { status, out, err } = await compose(file);
    assert.equal([status, out], [2, '']);
    assert.match(err, said);
    assert.match(err, /^.*\nTry 'mimewright compose --help'\.\n$/);
  });
}

test('what cannot be read or written is a failure, said in a line', async () => {
  const unread = await compose('none.json');
  assert.equal(
    [unread.status, unread.err],
    [3, 'mimewright: none.json: no such file or directory\n'],
  );
  assert.is((await compose('-o', 'full.eml', '-')).status, 3);
});

test.run();
