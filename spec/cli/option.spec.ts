/** Options as they are parsed: anywhere before `--`, the last value of those that are not lists. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Option, parseArguments } from '../../lib/cli/option.ts';
import { UsageError } from '../../lib/cli/usage-error.ts';

const options: readonly Option[] = [
  { name: 'format', short: 'f', value: 'NAME', repeats: true, help: '' },
  { name: 'jobs', value: 'N', help: '' },
  { name: 'quiet', short: 'q', help: '' },
];
const parse = (...args: readonly string[]): ReturnType<typeof parseArguments> =>
  parseArguments(args, options);

const test = suite('cli/option');

test('options and operands may stand in any order', () => {
  const args = parse('a', '-q', '-f', 'x', 'b', '--format=y', '--', '--jobs');
  assert.equal(args.operands, ['a', 'b', '--jobs']);
  assert.equal(args.texts('format'), ['x', 'y']);
  assert.is(args.has('quiet'), true);
  assert.is(args.has('jobs'), false);
});

test('of what is given twice the last counts; what is not given is undefined', () => {
  assert.is(parse('--jobs', '1', '--jobs', '2').text('jobs'), '2');
  assert.is(parse().text('jobs'), undefined);
  assert.equal(parse().texts('format'), []);
  assert.equal(parse('-q').texts('quiet'), []);
});

test('a hyphen is an operand, and an empty value a value', () => {
  assert.equal(parse('-').operands, ['-']);
  assert.is(parse('--jobs=').text('jobs'), '');
});

test('a count is a whole number from the least up', () => {
  assert.is(parse('--jobs', '12').count('jobs', 1), 12);
  assert.is(parse('--jobs', '0').count('jobs', 0), 0);
  assert.is(parse().count('jobs', 1), undefined);
  for (const text of ['0', '1.5', 'x', '', '1e3', '0x1', ' 1', '9999999999']) {
    assert.throws(
      () => parse(`--jobs=${text}`).count('jobs', 1),
      (error: unknown) =>
        error instanceof UsageError &&
        error.message === `--jobs takes a number from 1 up, not ${JSON.stringify(text)}`,
    );
  }
});

test('what does not exist, lacks its value or takes none is named, without more words', () => {
  const faults: readonly (readonly [arg: string, said: RegExp])[] = [
    ['--frob', /^Unknown option '--frob'$/],
    ['-x', /^Unknown option '-x'$/],
    ['--jobs', /'--jobs <value>' argument missing$/],
    ['--quiet=1', /'-q, --quiet' does not take an argument$/],
    ['--constructor', /^Unknown option '--constructor'$/],
  ];
  for (const [arg, said] of faults) {
    assert.throws(
      () => parse(arg),
      (error: unknown) => error instanceof UsageError && said.test(error.message),
    );
  }
});

test.run();
