/** The shape of the files under `lib/`: opening line, length, name, and what none of them holds. */

import { roomOf } from './rooms.ts';
import { codeOf, type Source } from './source.ts';

const MOST_LINES = 250;

/** What no file under `lib/` holds in its code; a `.d.ts` describes what others export. */
const nowhere: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\bexport\s+default\b|\bas\s+default\b/, 'a default export'],
  [/(?<!\.)\bany\b/, 'any'],
];

/** What only `cli/` may hold: clock, randomness, environment, console and network come from outside. */
const onlyInCli: readonly (readonly [pattern: RegExp, name: string])[] = [
  [
    /\bDate\s*\.\s*now\b|\bnew\s+Date\s*(?:\(\s*\)|(?![\s\w(]))|(?<![\w.]|new\s+)Date\s*\(/,
    'a clock',
  ],
  [/\bperformance\s*\.\s*(?:now|timeOrigin)\b|\bhrtime\b/, 'a clock'],
  [/\bMath\s*\.\s*random\b|\brandom(?:UUID|Bytes|Int|Fill)\b|\bgetRandomValues\b/, 'randomness'],
  [/(?<![\w.#])(?:process|console)\s*\.|(?<![\w.#])fetch\s*\(/, 'the world outside'],
];

const reExport = /\bexport\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s+from\s+'\s*';?/g;

/** Each file under `lib/` that is not in the shape of the house, and why. */
export function fileViolations(lib: readonly Source[]): readonly string[] {
  return lib.flatMap((source) => faultsOf(source).map((fault) => `${source.path}: ${fault}`));
}

function faultsOf({ path, text }: Source): readonly string[] {
  const code = codeOf(text);
  const room = roomOf(path);
  const banned = [...(path.endsWith('.d.ts') ? [] : nowhere), ...(room === 'cli' ? [] : onlyInCli)];
  const faults = banned
    .filter(([pattern]) => pattern.test(code))
    .map(([, name]) => `holds ${name}`);
  const lines = text.trimEnd().split('\n').length;
  if (lines > MOST_LINES) faults.push(`has ${lines} lines, of ${MOST_LINES}`);
  if (/@ts-(?:ignore|nocheck|expect-error)/.test(text)) faults.push('silences the type checker');
  if (!/^(?:#!.*\n)?\/\*\* \S.* \*\/\n/.test(text))
    faults.push('does not open with one line of /** … */');
  if (!isNamed(path)) faults.push('is not named for the thing inside, in kebab-case');
  if (room === 'public' && code.replace(reExport, '').trim() !== '')
    faults.push('not only re-exports');
  return faults;
}

function isNamed(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/\b(?:utils?|helpers?|common|misc)\b/.test(name)) return false;
  return /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.d)?\.ts$/.test(name);
}
