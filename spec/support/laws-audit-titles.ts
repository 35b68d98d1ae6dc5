/** The law numbers that test titles carry, as in `words decode one by one to the text (W1, W3)`. */

import { codeOf, type Source } from './house/source.ts';

/** A test that says which law it holds. */
export interface LawTest {
  readonly id: string;
  /** As `header/encoded-word`. */
  readonly spec: string;
  readonly title: string;
}

const TEST = /\btest\(\s*(?=['"`])/g;
const TITLE = /(['"`])((?:\\.|(?!\1)[^\\])*)\1/y;
const IDS = /\(([A-Z]\d{1,2}(?:, [A-Z]\d{1,2})*)\)/g;

/** Every law that a title names, in the order of the files; a title may name several. */
export function lawTests(specs: readonly Source[]): readonly LawTest[] {
  return specs.flatMap(({ path, text }) => {
    const spec = path.replace(/^spec\/|\.spec\.ts$/g, '');
    return titlesIn(text).flatMap((title) => idsIn(title).map((id) => ({ id, spec, title })));
  });
}

/** Titles as written, between their quotes; tests in comments and in quoted text are none. */
function titlesIn(text: string): readonly string[] {
  return [...codeOf(text).matchAll(TEST)].map(({ 0: call, index }) => {
    TITLE.lastIndex = index + call.length;
    return TITLE.exec(text)?.[2] ?? '';
  });
}

function idsIn(title: string): readonly string[] {
  return [...title.matchAll(IDS)].flatMap(([, ids = '']) => ids.split(', '));
}
