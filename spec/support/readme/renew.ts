/** Makes a page's generated places anew: outputs of its blocks, and the README's count of rules. */

import { rules } from 'mimewright';
import { type Block, blocksOf } from './blocks.ts';
import { withRuleCounts } from './rule-counts.ts';
import type { Workshop } from './workshop.ts';

/**
 * A page as it should stand: each `text` block holds what the block before it prints.
 *
 * @throws {Error} when a block does not end with status 0, or is of a kind that nobody runs.
 */
export async function renewed(
  markdown: string,
  workshop: Workshop,
  page: string = 'README.md',
): Promise<string> {
  const pieces: string[] = [];
  let printed: string | undefined;
  let at = 0;
  for (const block of blocksOf(markdown)) {
    if (block.kind === 'text') {
      pieces.push(markdown.slice(at, block.start), expected(printed, block, page));
      at = block.end;
    }
    printed = isRun(block, page) ? await printedBy(block, workshop, page) : undefined;
  }
  return withRuleCounts([...pieces, markdown.slice(at)].join(''), rules);
}

/** npm's own commands would install, or run this very spec: the spec looks their scripts up. */
export function isNpmCommand({ kind, text }: Block): boolean {
  return kind === 'sh' && text.startsWith('npm ');
}

/** Kinds of configuration: spec/pipelines.spec.ts holds them against what reads them. */
const HELD: readonly string[] = ['json', 'yaml'];

function isRun(block: Block, page: string): boolean {
  if (block.kind === 'ts' || block.kind === 'sh') return !isNpmCommand(block);
  if (['text', 'text picture', ...HELD].includes(block.kind)) return false;
  throw new Error(`${page}:${block.line}: nobody runs a block of kind "${block.kind}"`);
}

function expected(printed: string | undefined, { line }: Block, page: string): string {
  if (printed === undefined) throw new Error(`${page}:${line}: the output of nothing`);
  return printed;
}

async function printedBy(block: Block, workshop: Workshop, page: string): Promise<string> {
  const { status, stdout, stderr } = await workshop.run(block);
  if (status !== 0) throw new Error(`${page}:${block.line}: status ${status}\n${stderr}`);
  return stdout.replaceAll('\r\n', '\n');
}
