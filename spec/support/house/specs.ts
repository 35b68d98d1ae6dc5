/** The shape of the spec files: what uvu would let pass, and where each spec belongs. */

import { isRoom } from './rooms.ts';
import { codeOf, type Source } from './source.ts';

/** Each spec file that is not in the shape of the house, and why; `paths` are those of `lib/`. */
export function specViolations(
  specs: readonly Source[],
  paths: ReadonlySet<string>,
): readonly string[] {
  return specs.flatMap((source) => {
    return [...faultsOf(source, paths)].map((fault) => `${source.path}: ${fault}`);
  });
}

function* faultsOf({ path, text }: Source, paths: ReadonlySet<string>): Generator<string> {
  const code = codeOf(text);
  const name = path.replace(/^spec\/|\.spec\.ts$/g, '');
  const suites = [...code.matchAll(/\bsuite\(\s*(?=['"])/g)];
  const runs = [...code.matchAll(/\.run\(\)/g)];
  if (suites.length === 0) yield 'no suite';
  if (runs.length !== suites.length) yield `${suites.length} suites, but ${runs.length} run()`;
  if (/\.(?:only|skip)\(/.test(code)) yield 'only() or skip()';
  for (const { index, 0: head } of suites) {
    const start = index + head.length;
    if (!text.startsWith(`'${name}'`, start)) yield `its suite is not named '${name}'`;
  }
  if (isRoom(name.split('/')[0] ?? '') && !paths.has(`lib/${name}.ts`)) yield `no lib/${name}.ts`;
  for (const { index, 0: head } of code.matchAll(/\bassert\.throws\(/g)) {
    const fault = throwsFault(code.slice(index + head.length));
    if (fault !== undefined) yield `${fault} on line ${text.slice(0, index).split('\n').length}`;
  }
}

/** What is wrong with the arguments of `assert.throws(`: without an expectation any error will do. */
function throwsFault(code: string): string | undefined {
  const expected = argumentsAt(code)[1]?.trim() ?? '';
  if (expected === '') return 'assert.throws() without an expectation';
  return /^['"`]/.test(expected)
    ? 'assert.throws() with a text, which accepts any error'
    : undefined;
}

/** The arguments of a call, from after its opening parenthesis to the closing one. */
function argumentsAt(code: string): readonly string[] {
  const found = [''];
  let depth = 0;
  for (const character of code) {
    if (/[([{]/.test(character)) depth += 1;
    if (/[)\]}]/.test(character)) depth -= 1;
    if (depth < 0) break;
    if (character === ',' && depth === 0) found.push('');
    else found.push(`${found.pop()}${character}`);
  }
  return found;
}
