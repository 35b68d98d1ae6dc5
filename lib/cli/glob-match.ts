/** Paths against patterns: `*` within a folder, `**` across folders, `{a,b}`, `[a-z]`. */

import { createRequire } from 'node:module';

type Picomatch = typeof import('picomatch');

/** Loaded when a pattern is looked at: most runs name a file, and should start quickly. */
function picomatch(): Picomatch {
  return createRequire(import.meta.url)('picomatch');
}

/** Files that start with a dot are files like any other. */
const OPTIONS = { dot: true } as const;

/** Whether a path is meant by a pattern; one without a slash means the file's name in any folder. */
export function matchesGlob(path: string, pattern: string): boolean {
  const whole = pattern.includes('/') ? withoutDot(pattern) : `**/${pattern}`;
  return picomatch().isMatch(withoutDot(path), whole, OPTIONS);
}

/** Where the files of a pattern are, and whether one of them is meant. */
export function globOf(pattern: string): {
  readonly folder: string;
  readonly matches: (path: string) => boolean;
} {
  const { base } = picomatch().scan(pattern);
  const isMatch = picomatch()(withoutDot(pattern), OPTIONS);
  return { folder: base === '' ? '.' : base, matches: (path) => isMatch(withoutDot(path)) };
}

function withoutDot(path: string): string {
  return path.startsWith('./') ? path.slice(2) : path;
}
