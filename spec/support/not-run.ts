/** What a spec could not run on this machine, said aloud at the end instead of passed over. */

const reasons: string[] = [];

process.prependListener('exit', () => {
  for (const reason of reasons) console.log(`not run: ${reason}`);
});

/** Prints `not run: reason` when the process ends, before the runner's closing line. */
export function notRun(reason: string): void {
  reasons.push(reason);
}
