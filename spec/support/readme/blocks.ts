/** The fenced blocks of a Markdown text. */

/** One block, and where its text stands. */
export interface Block {
  /** What follows the opening fence: `ts`, `sh`, `text`. */
  readonly kind: string;
  readonly text: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
  /** Offsets of the text in the Markdown, the end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** All fenced blocks, in order. */
export function blocksOf(markdown: string): readonly Block[] {
  return [...markdown.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map((match) => {
    const [, kind = '', text = ''] = match;
    const start = match.index + '```\n'.length + kind.length;
    const line = markdown.slice(0, match.index).split('\n').length;
    return { kind, text, line, start, end: start + text.length };
  });
}
