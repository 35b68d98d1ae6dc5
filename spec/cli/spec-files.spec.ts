/** Files that a spec names: what they hold takes the place of their names. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { withFiles } from '../../lib/cli/spec-files.ts';
import { UsageError } from '../../lib/cli/usage-error.ts';
import { composeFrom } from '../../lib/index.ts';
import { stageOf } from '../support/command-line.ts';
import { fixture } from '../support/fixture.ts';

const png = fixture('logo.png');
const pdf = fixture('receipt.pdf');
const files = {
  'in/logo.png': png,
  'in/deep/receipt.pdf': pdf,
  'in/body.txt': 'Zoë',
  'in/latin.txt': Buffer.from('Zo\xeb', 'latin1'),
  'in/day.ics': 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n',
  'in/old.eml': fixture('base/plain.eml'),
  '/abs/logo.png': png,
};

function filled(spec: unknown): Promise<object> {
  return withFiles(spec, { what: 's.json', folder: 'in/', io: stageOf({ files }).io });
}

const test = suite('cli/spec-files');

test('a path stands in place of octets, and names attachments and embedded parts', async () => {
  assert.equal(
    await filled({
      attachments: [
        { path: 'deep/receipt.pdf' },
        { path: 'deep/receipt.pdf', filename: 'facture.pdf' },
        { content: { path: '/abs/logo.png' }, type: 'image/png' },
      ],
      embed: [{ cid: 'logo', path: 'logo.png' }],
      alternatives: [{ type: 'text/x', path: 'body.txt' }],
      messages: [{ path: 'old.eml' }],
    }),
    {
      attachments: [
        { filename: 'receipt.pdf', content: pdf },
        { filename: 'facture.pdf', content: pdf },
        { filename: 'logo.png', type: 'image/png', content: png },
      ],
      embed: [{ filename: 'logo.png', cid: 'logo', content: png }],
      alternatives: [{ type: 'text/x', content: Buffer.from('Zoë') }],
      messages: [{ content: files['in/old.eml'] }],
    },
  );
});

test('a path stands in place of text', async () => {
  assert.equal(
    await filled({
      text: { path: 'body.txt' },
      html: { content: { path: 'body.txt' }, charset: 'iso-8859-1' },
      amp: { path: 'body.txt' },
      calendar: { path: 'day.ics', method: 'REQUEST' },
    }),
    {
      text: { content: 'Zoë' },
      html: { charset: 'iso-8859-1', content: 'Zoë' },
      amp: 'Zoë',
      calendar: { method: 'REQUEST', content: files['in/day.ics'] },
    },
  );
});

test('what names no file stays, and $schema goes', async () => {
  const spec = {
    from: 'a@b.example',
    text: 'x',
    attachments: [{ content: 'x' }, 1, null],
    ses: {},
  };
  assert.equal(await filled({ $schema: 'x', ...spec }), spec);
  assert.equal(await filled({ attachments: 'x', text: { content: 1 } }), {
    attachments: 'x',
    text: { content: 1 },
  });
});

test('what comes out is built', async () => {
  const spec = await filled({
    from: 'a@b.example',
    to: 'c@d.example',
    text: { path: 'body.txt' },
    html: '<img src="cid:logo">',
    embed: [{ cid: 'logo', path: 'logo.png' }],
    attachments: [{ path: 'deep/receipt.pdf' }],
    messages: [{ path: 'old.eml' }],
  });
  const built = Buffer.from(composeFrom(spec).build().octets).toString('latin1');
  assert.match(built, /image\/png/);
  assert.match(built, /filename="?receipt\.pdf/);
  assert.match(built, /message\/rfc822/);
});

const faults: readonly (readonly [spec: unknown, said: string])[] = [
  [1, 's.json: a spec is an object'],
  [[], 's.json: a spec is an object'],
  [null, 's.json: a spec is an object'],
  [
    { attachments: [{}, { path: 'no.pdf' }] },
    's.json: attachments[1]: in/no.pdf: no such file or directory',
  ],
  [{ embed: [{ path: 1 }] }, 's.json: embed[0]: path takes the name of a file'],
  [{ text: { path: '' } }, 's.json: text: path takes the name of a file'],
  [
    { attachments: [{ path: 'logo.png', content: 'x' }] },
    's.json: attachments[0]: there is both a path and a content',
  ],
  [{ html: { path: 'latin.txt' } }, 's.json: html: latin.txt: it is no UTF-8'],
];
for (const [spec, said] of faults) {
  test(`bad usage: ${JSON.stringify(spec)}`, async () => {
    const error = await filled(spec).catch((thrown: unknown) => thrown);
    assert.instance(error, UsageError);
    assert.is(error instanceof Error && error.message, said);
  });
}

test.run();
