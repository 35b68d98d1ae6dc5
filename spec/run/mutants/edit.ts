/** One change of a source text: what a mutant is made of. */

export interface Edit {
  /** What kind of slip it imitates. */
  readonly slip: string;
  /** Offsets of what is replaced. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

export function edited(text: string, { start, end, replacement }: Edit): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** The number of the line that an edit begins on, and that line before and after, trimmed. */
export function lineOfEdit(
  text: string,
  edit: Edit,
): { readonly line: number; readonly before: string; readonly after: string } {
  const start = text.lastIndexOf('\n', edit.start - 1) + 1;
  const lineAt = (source: string): string => source.slice(start).split('\n', 1).join('').trim();
  return {
    line: text.slice(0, edit.start).split('\n').length,
    before: lineAt(text),
    after: lineAt(edited(text, edit)),
  };
}
