/** What operands stand for: files, folders, patterns, standard input; and the messages in them. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { filesOf, type InputOptions, messagesOf } from '../../lib/cli/inputs.ts';
import { UsageError } from '../../lib/cli/usage-error.ts';
import { stageOf, type World } from '../support/command-line.ts';

const files = {
  'a.eml': 'A',
  'mail/b.eml': 'B',
  'mail/deep/c.MIME': 'C',
  'mail/deep/.hidden.eml': 'H',
  'mail/readme.txt': 'no',
  'mail/[x].eml': 'X',
  'empty/none.txt': '',
  'boxes/in.mbox': 'From a\nA: 1\n\nFrom b\nB: 2\n',
  'boxes/none.mbox': 'A: 1\n',
  'boxes/void.mbox': '',
  'boxes/lines.jsonl': '"L"\n\nx\n{"name":"n","message":"N"}\n',
};
const usual: InputOptions = { stdinName: '(stdin)', mayBeNone: false };

function found(operands: readonly string[], options = usual): Promise<readonly string[]> {
  return filesOf(operands, options, stageOf({ files }).io);
}

async function messages(
  file: string,
  world: World = { files },
  stdinName = '(stdin)',
): Promise<readonly string[]> {
  const read: string[] = [];
  for await (const input of messagesOf(file, { ...usual, stdinName }, stageOf(world).io)) {
    const said = 'fault' in input ? `! ${input.fault}` : Buffer.from(input.octets).toString();
    read.push(`${input.name}: ${said}`);
  }
  return read;
}

const test = suite('cli/inputs');

test('a file stands for itself, whatever it is called, and whether it exists', async () => {
  assert.equal(await found(['a.eml', 'mail/readme.txt', 'none.eml', '-']), [
    'a.eml',
    'mail/readme.txt',
    'none.eml',
    '-',
  ]);
});

test('a folder stands for the mail below it', async () => {
  const below = ['mail/[x].eml', 'mail/b.eml', 'mail/deep/.hidden.eml', 'mail/deep/c.MIME'];
  assert.equal(await found(['mail']), below);
  assert.equal(await found(['mail/']), below);
  assert.is((await found(['.'])).length, 9);
});

test('a pattern stands for what it matches, a file of that very name for itself', async () => {
  assert.equal(await found(['mail/*.eml']), ['mail/[x].eml', 'mail/b.eml']);
  assert.equal(await found(['**/*.{eml,MIME}']), [
    'a.eml',
    'mail/[x].eml',
    'mail/b.eml',
    'mail/deep/.hidden.eml',
    'mail/deep/c.MIME',
  ]);
  assert.equal(await found(['mail/[x].eml']), ['mail/[x].eml']);
  assert.equal(await found(['./mail/*.txt']), ['mail/readme.txt']);
});

test('what is named twice is read once, where it came first', async () => {
  assert.equal(await found(['mail/b.eml', './mail/b.eml', 'mail', '-', '-', 'mail//b.eml']), [
    'mail/b.eml',
    'mail/[x].eml',
    'mail/deep/.hidden.eml',
    'mail/deep/c.MIME',
    '-',
  ]);
});

test('a folder or pattern without mail is named, unless that is no fault', async () => {
  for (const operand of ['empty', 'mail/*.pdf', 'nowhere/*.eml', 'empty/']) {
    try {
      await found(['a.eml', operand]);
      assert.unreachable();
    } catch (error) {
      assert.instance(error, UsageError);
      assert.match(
        String(error),
        new RegExp(`no mail in ${JSON.stringify(operand)}`.replace('*', '\\*')),
      );
    }
    assert.equal(await found([operand], { ...usual, mayBeNone: true }), []);
  }
});

test('a message is the whole file; an mbox and JSON lines hold several, by number', async () => {
  assert.equal(await messages('a.eml'), ['a.eml: A']);
  assert.equal(await messages('boxes/in.mbox'), [
    'boxes/in.mbox#1: A: 1\n',
    'boxes/in.mbox#2: B: 2\n',
  ]);
  assert.equal(await messages('boxes/lines.jsonl'), [
    'boxes/lines.jsonl#1: L',
    'boxes/lines.jsonl#3: ! the line is no JSON',
    'n: N',
  ]);
});

test('an mbox without a From line is none; an empty one has no messages', async () => {
  assert.equal(await messages('boxes/none.mbox'), [
    'boxes/none.mbox: ! no From line: it is no mbox',
  ]);
  assert.equal(await messages('boxes/void.mbox'), []);
});

test('standard input has the name that it is given, and is what that ends in', async () => {
  assert.equal(await messages('-', { stdin: 'S' }), ['(stdin): S']);
  assert.equal(await messages('-', { stdin: '"S"' }, 'x.jsonl'), ['x.jsonl#1: S']);
  assert.equal(await messages('-', { stdin: '' }), ['(stdin): ']);
});

test('of what cannot be read the cause is said', async () => {
  assert.equal(await messages('none.eml'), ['none.eml: ! no such file or directory']);
  assert.equal(await messages('mail'), ['mail: ! illegal operation on a directory']);
});

test.run();
