/** Text as Markdown that shows it as it is. */

/** Prose: what Markdown would read is escaped. */
export function literal(text: string): string {
  return text.replace(/[\\`*_<>[\]|]/g, '\\$&');
}

/** A code span, whatever backticks the text has. */
export function code(text: string): string {
  const fence = '`'.repeat(longestRun(text) + 1);
  const pad = fence.length > 1 || /^ | $/.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** A block of lines. */
export function fenced(kind: string, lines: readonly string[]): string {
  const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
  return `${fence}${kind}\n${lines.map((line) => `${line}\n`).join('')}${fence}\n`;
}

/** An address becomes a link, other text stays. */
export function linked(text: string): string {
  return /^https:\/\/\S+$/.test(text) ? `<${text}>` : literal(text);
}

/** Text of at most so many characters, with an ellipsis where it is cut. */
export function shortened(text: string, charactersMost: number): string {
  const characters = [...text];
  if (characters.length <= charactersMost) return text;
  return `${characters.slice(0, charactersMost - 1).join('')}…`;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
