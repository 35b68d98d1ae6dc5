/** `npm run mutants`: breaks the code of each room on purpose, and names what its specs do not see. */

import { projectTexts } from '../support/house/tree.ts';
import { root } from '../support/program.ts';
import { type MutantsArguments, mutantsArguments, USAGE } from './mutants/arguments.ts';
import { Compiler } from './mutants/compiler.ts';
import { tryRoom } from './mutants/room.ts';
import { lineOfScore, linesOfMutant } from './mutants/score.ts';
import { Court } from './mutants/trial.ts';

const COULD_NOT_RUN = 2;

try {
  await run(mutantsArguments(process.argv.slice(2)));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = COULD_NOT_RUN;
}

async function run({ rooms, ...choice }: MutantsArguments): Promise<void> {
  const texts = projectTexts();
  const compiler = new Compiler(root, texts);
  const court = new Court(choice.jobs);
  const onSurvivor = (mutant: Parameters<typeof linesOfMutant>[0]): void =>
    console.log(linesOfMutant(mutant));
  try {
    for (const room of rooms) {
      console.log(
        lineOfScore(await tryRoom({ ...choice, room, texts, compiler, court, onSurvivor })),
      );
    }
  } finally {
    compiler.close();
    court.close();
  }
}
