/** The spec files that can tell a mutant of a file, nearest first. */

import { importsOf, type Source } from '../../support/house/source.ts';

/** Specs that belong to no room, by the room whose laws they hold beside its own. */
const CROSS_SPECS: Readonly<Record<string, readonly string[]>> = {
  transfer: ['spec/encoders.', 'spec/vectors/transfer.'],
  header: ['spec/encoders.', 'spec/vectors/', 'spec/injection.', 'spec/typed-text.'],
  encoder: ['spec/injection.', 'spec/round-trip.'],
  serializer: ['spec/round-trip.', 'spec/agreement.'],
};

/**
 * Paths of spec files in waves: the file's own spec, those of its room, those across rooms.
 *
 * Only those whose imports lead to the file: the others cannot tell. No wave is empty.
 */
export function relatedSpecs(
  path: string,
  texts: readonly Source[],
): readonly (readonly string[])[] {
  const [, room = ''] = path.split('/');
  const own = path.replace(/^lib\/(.*)\.ts$/, 'spec/$1.spec.ts');
  const reaching = specsReaching(path, texts);
  const across = CROSS_SPECS[room] ?? [];
  return [
    reaching.filter((spec) => spec === own),
    reaching.filter((spec) => spec.startsWith(`spec/${room}/`) && spec !== own),
    reaching.filter((spec) => across.some((start) => spec.startsWith(start))),
  ].filter((wave) => wave.length > 0);
}

/** In the order of how many imports lie between, the fewest first. */
function specsReaching(path: string, texts: readonly Source[]): readonly string[] {
  const importers = new Map<string, string[]>();
  for (const source of texts) {
    for (const { target } of importsOf(source)) {
      importers.set(target, [...(importers.get(target) ?? []), source.path]);
    }
  }
  const reached = new Set([path]);
  for (const next of reached)
    for (const importer of importers.get(next) ?? []) reached.add(importer);
  return [...reached].filter((spec) => spec.endsWith('.spec.ts'));
}
