/** The counts of a run and its report: failures as they come, the closing line when the process ends. */

import { inspect } from 'node:util';

const foreignFrames = /\n +at .*(node:|node_modules|spec\/run\/(runner|specs|tally)\.ts).*/g;

/** What a run has come to so far. */
export class Tally {
  passed = 0;
  failed = 0;
  /** What runs now; stands beside a failure that nobody awaited. Empty when the run is over. */
  running = 'the runner';

  fail(what: string, thrown: unknown): void {
    this.failed += 1;
    console.log(`FAIL  ${what}\n${explain(thrown).replace(/^/gm, '      ')}\n`);
  }

  /**
   * Holds the process to its word: what is thrown where nobody awaits it fails the run, and so does
   * an end that comes early; the closing line is the last thing printed, whichever way it ends.
   */
  watch(): void {
    process.on('uncaughtException', (thrown) => {
      this.fail(`not awaited, while ${this.running || 'closing'} ran`, thrown);
    });
    process.on('exit', () => {
      if (this.running) this.fail(this.running, new Error('the process ended while this ran'));
      console.log(`${this.passed} passed, ${this.failed} failed`);
      process.exitCode = this.failed === 0 && this.passed > 0 ? 0 : 1;
    });
  }
}

/** Message, stack less the frames of others, uvu's comparison, and the same of each cause. */
function explain(thrown: unknown): string {
  if (!(thrown instanceof Error)) return `threw what is not an Error: ${inspect(thrown)}`;
  const stack = (thrown.stack ?? thrown.message).replace(foreignFrames, '');
  const details = 'details' in thrown && typeof thrown.details === 'string' ? thrown.details : '';
  const cause = thrown.cause === undefined ? '' : `\ncaused by ${explain(thrown.cause)}`;
  return `${stack}\n${details}`.trimEnd() + cause;
}
